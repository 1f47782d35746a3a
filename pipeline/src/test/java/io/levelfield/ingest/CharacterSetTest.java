package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.testing.StudyFiles;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.commons.lang3.ArrayUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharacterSetTest {
  private static final Path CASE = ReadFile.CASES.resolve("09-character-sets");
  private static final String[] COLUMNS = {"Код школы", "Год", "Участников", "Ниже минимума"};
  private static final Charset CYRILLIC = Charset.forName("windows-1251");

  @TempDir private Path directory;
  private StudyFiles files;

  @BeforeEach
  void startEmpty() {
    files = new StudyFiles(directory);
  }

  private String refused(String dialect, String... wanted) {
    return ReadFile.refused(files.path("a.csv"), dialect, wanted);
  }

  @Test
  void namesTheCharacterSetOfTheCase() {
    Path file = CASE.resolve("cp866.csv");

    assertThat(ReadFile.refused(file, "", COLUMNS))
        .contains("they appear in the character set IBM866, so name dialect.charset: IBM866");
    assertThat(ReadFile.of(file, "charset: IBM866", COLUMNS).rows())
        .isEqualTo(ReadFile.of(CASE.resolve("utf8.csv"), "", COLUMNS).rows());
  }

  @Test
  void namesTheFirstLineOfTheMixedCaseThatIsNoUtf8() {
    assertThat(ReadFile.refused(CASE.resolve("mixed.csv"), "", COLUMNS))
        .containsPattern("mixed.csv: part of the file is UTF-8 .* that is not is \\d+\\.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"IBM866", "KOI8-R"})
  void namesTheCharacterSetInWhichTheColumnsAppear(String charset) {
    files.with("a.csv", "Код школы;Балл\n1;2\n".getBytes(Charset.forName(charset)));

    assertThat(refused("", "Код школы", "Балл")).contains("name dialect.charset: " + charset);
    assertThat(refused("charset: windows-1251", "Код школы", "Балл"))
        .contains("name dialect.charset: " + charset);
  }

  @Test
  void doubtsTheCharacterSetWhereOnlyCellsShowIt() {
    files.with("a.csv", "id;name\n1;Школа имени Пушкина\n".getBytes(Charset.forName("IBM866")));
    assertThat(refused("", "id", "name")).contains("name dialect.charset: IBM866");

    files.with("a.csv", "id;name\n1;«Ёлка» – № 5 — “тест”\n".getBytes(CYRILLIC));
    assertThat(refused("", "id", "name")).isEmpty();
  }

  @Test
  void namesTheFirstBadLineWhereverItStands() {
    byte[] utf8 = "id;name\r\n1;Школа первая\r\n".getBytes(StandardCharsets.UTF_8);
    byte[] other = "2;Школа вторая\r\n".getBytes(CYRILLIC);
    files.with("a.csv", ArrayUtils.addAll(utf8, other));
    assertThat(refused("", "id", "name")).contains("the first line that is not is 3.");

    byte[] far = "1;Школа первая\n".repeat(9_000).getBytes(StandardCharsets.UTF_8);
    files.with("a.csv", ArrayUtils.addAll(ArrayUtils.addAll(utf8, far), other));
    assertThat(refused("", "id", "name")).contains("the first line that is not is 9003.");
    assertThat(refused("charset: utf-8", "id", "name")).contains("(line 9003)");
    assertThat(refused("charset: windows-1251", "id", "name")).isEmpty();
  }

  @Test
  void namesALineBeforeMuchUtf8() {
    byte[] other = "id;name\n1;Школа первая\n".getBytes(CYRILLIC);
    byte[] utf8 = "2;Школа вторая\n".repeat(9).getBytes(StandardCharsets.UTF_8);
    files.with("a.csv", ArrayUtils.addAll(other, utf8));

    assertThat(refused("", "id", "name")).contains("the first line that is not is 2.");
  }
}
