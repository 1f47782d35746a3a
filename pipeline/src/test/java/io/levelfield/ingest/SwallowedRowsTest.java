package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.testing.StudyFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwallowedRowsTest {
  private static final Path CASE = ReadFile.CASES.resolve("08-quotes-in-names");

  @TempDir private Path directory;
  private StudyFiles files;

  @BeforeEach
  void startEmpty() {
    files = new StudyFiles(directory);
  }

  private String refused(String... wanted) {
    return ReadFile.refused(files.path("a.csv"), "", wanted);
  }

  @Test
  void namesTheFieldOfTheCaseThatSwallowedRows() {
    assertThat(ReadFile.refused(CASE.resolve("swallowed.csv"), "", "Код школы", "Участников"))
        .isEqualTo(
            "swallowed.csv, line 6: a quoted field that begins here swallowed rows of the table up"
                + " to line 13; remove the stray quote or double it");
  }

  @Test
  void readsNamesOfSeveralLines() {
    ReadFile good = ReadFile.of(CASE.resolve("good.csv"), "", "Код", "Название");

    assertThat(good.rows()).hasSize(24);
  }

  @Test
  void readsAddressesOfSeveralLinesWithManyCommas() {
    files.with(
        "a.csv",
        "id,address,n",
        "1,\"Смоленская обл., г. Сафоново,\nул. Ленина, д. 5\",10",
        "2,\"Ленина, 5\nтел. 2-12, 3-14, доб. 5\n214500, Россия\",20");

    assertThat(refused("id", "n")).isEmpty();
  }

  @Test
  void namesASwallowedNeighbour() {
    files.with("a.csv", "id;name;n", "1;\"Дуб;10", "2;Клён\";20", "3;Ель;30");

    assertThat(refused("id", "n")).startsWith("a.csv, line 2:").contains("up to line 3");
  }

  @Test
  void namesRowsSwallowedByTheLastColumn() {
    files.with("a.csv", "id;n;note", "1;2;\"хорошо", "2;3;плохо", "3;4;конец\"", "4;5;всё");

    assertThat(refused("id", "n")).startsWith("a.csv, line 2:");
  }

  /** Two stray quotes anywhere: the rows are all there, or the file is refused. */
  @Property(tries = 300)
  void neverSwallowsRowsInSilence(
      @ForAll @IntRange(min = 0, max = 11) int opening,
      @ForAll @IntRange(min = 0, max = 11) int closing,
      @ForAll @IntRange(min = 0, max = 3) int column)
      throws Exception {
    List<String> lines = new ArrayList<>(List.of("id;name;n;share"));
    for (int row = 0; row < 12; row++) {
      String[] cells = {"10" + row, "Школа " + row, "" + (20 + row), "0," + (10 + row)};
      cells[column] = (row == opening ? "\"" : "") + cells[column] + (row == closing ? "\"" : "");
      lines.add(String.join(";", cells));
    }
    Path file = Files.createTempFile("quotes", ".csv");
    try {
      Files.write(file, lines);
      String told = ReadFile.refused(file, "", "id", "n");
      if (told.isEmpty()) {
        assertThat(ReadFile.of(file, "", "id", "n").rows()).hasSize(12);
      }
    } finally {
      Files.delete(file);
    }
  }
}
