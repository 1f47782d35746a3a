package io.levelfield.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassportsFileTest {
  private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
  private static final List<String> OF_FAMILIES =
      List.of(
          "Оба родителя с высшим образованием",
          "Неполные семьи",
          "Малообеспеченные семьи",
          "Семьи безработных",
          "Многодетные семьи");
  private static final GeneratorOptions OPTIONS = GeneratorOptions.of(200, 3, 8000, 7);

  @TempDir private Path directory;

  @Test
  void isWindows1251WithSemicolonsDecimalCommasAndCarriageReturns() throws IOException {
    DistrictGenerator.generate(OPTIONS, directory);

    String text = Files.readString(directory.resolve(PassportsFile.NAME), WINDOWS_1251);
    String[] lines = text.split("\r\n", -1);
    assertThat(lines[0]).startsWith("Код школы;Наименование;Год;Учащихся");
    assertThat(lines[1]).startsWith("0001;МБОУ «").matches(".*;0,\\d{3}");
    assertThat(lines[lines.length - 1]).as("after the last line end").isEmpty();
    assertThat(text.replace("\r\n", "")).doesNotContain("\n");
  }

  @Test
  void isPlainWhenTheExcelDialectIsNotWanted() throws IOException {
    DistrictGenerator.generate(
        new GeneratorOptions(24, 1, 600, 7, 2016, 0, false, false), directory);

    assertThat(Files.readString(directory.resolve(PassportsFile.NAME), StandardCharsets.UTF_8))
        .startsWith("Код школы,Наименование,Год")
        .contains(",0.")
        .doesNotContain("\r");
    assertThat(Files.readString(directory.resolve("study.yaml"))).doesNotContain("dialect");
  }

  @Test
  void noCountExceedsItsTotal() throws IOException {
    for (Map<String, String> passport : passports()) {
      int pupils = count(passport, "Учащихся");
      int families = count(passport, "Семей");
      assertThat(families).as("families of %s", passport).isBetween(1, pupils);
      for (String header : OF_FAMILIES) {
        assertThat(count(passport, header)).as(header).isBetween(0, families);
      }
      assertThat(count(passport, OF_FAMILIES.get(0)) + count(passport, OF_FAMILIES.get(1)))
          .as("families with two educated parents and with one parent")
          .isLessThanOrEqualTo(families);
      assertThat(count(passport, "На учёте КДН и ПДН")).isBetween(0, pupils);
    }
  }

  @Test
  void aFewCellsAreEmptyButNeverATotal() throws IOException {
    List<Map<String, String>> passports = passports();

    long withGap = passports.stream().filter(p -> p.containsValue("")).count();
    assertThat((double) withGap / passports.size()).isBetween(0.02, 0.12);
    assertThat(passports).noneMatch(p -> p.get("Учащихся").isEmpty() || p.get("Семей").isEmpty());
  }

  private List<Map<String, String>> passports() throws IOException {
    DistrictGenerator.generate(OPTIONS, directory);
    return GeneratedFiles.rows(directory.resolve(PassportsFile.NAME), WINDOWS_1251, ";");
  }

  /** The count, or 0 where the school left it empty. */
  private static int count(Map<String, String> passport, String header) {
    String cell = passport.get(header);
    return cell.isEmpty() ? 0 : Integer.parseInt(cell);
  }
}
