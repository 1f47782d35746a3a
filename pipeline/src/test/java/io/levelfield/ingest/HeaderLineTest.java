package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderLineTest {
  private static final Path CASE = ReadFile.CASES.resolve("01-lines-above-header");
  private static final String[] COLUMNS = {"Код школы", "Год", "Участников", "Ниже минимума"};

  @TempDir private Path directory;
  private StudyFiles files;

  @BeforeEach
  void startEmpty() {
    files = new StudyFiles(directory);
  }

  private ReadFile read(String dialect, String... wanted) {
    return ReadFile.of(files.path("a.csv"), dialect, wanted);
  }

  private String refused(String dialect, String... wanted) {
    return ReadFile.refused(files.path("a.csv"), dialect, wanted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"results-sep.csv", "results-title.csv"})
  void readsTheCasesAsWithoutThoseLines(String file) {
    ReadFile plain = ReadFile.of(CASE.resolve("results-plain.csv"), "", COLUMNS);

    assertThat(ReadFile.of(CASE.resolve(file), "", COLUMNS).rows()).isEqualTo(plain.rows());
  }

  @Test
  void tellsHowManyLinesStoodAboveTheHeader() {
    ReadFile titled = ReadFile.of(CASE.resolve("results-title.csv"), "", COLUMNS);

    assertThat(titled.notes())
        .contains(
            "results-title.csv: the header is on line 4; lines above it that were skipped: 3");
    assertThat(titled.lines()).startsWith(5L, 6L);
    assertThat(ReadFile.of(CASE.resolve("results-sep.csv"), "", COLUMNS).notes())
        .noneMatch(note -> note.contains("above"));
  }

  @Test
  void takesTheDelimiterTheFirstLineNames() {
    files.with("a.csv", "\ufeffsep=|", "id|a,b,c|n", "1|x,y,z|2");
    assertThat(read("", "id", "n").rows()).containsExactly(List.of("1", "x,y,z", "2"));

    files.with("a.csv", "\"sep=\t\"", "id\tn", "1\t2");
    assertThat(read("", "id", "n").rows()).containsExactly(List.of("1", "2"));
  }

  @Test
  void prefersTheDelimiterOfTheStudy() {
    files.with("a.csv", "sep=;", "id,n", "1,2");

    assertThat(read("delimiter: ','", "id", "n").rows()).containsExactly(List.of("1", "2"));
  }

  @Test
  void findsTheHeaderBelowTitlesWithOtherDelimitersAndBlankLines() {
    files.with(
        "a.csv", "\"Отчёт, составлен; 2023\"", "", "Район: все, кроме одного", "id;n", "1;2");

    ReadFile file = read("", "id", "n");

    assertThat(file.rows()).containsExactly(List.of("1", "2"));
    assertThat(file.lines()).containsExactly(5L);
  }

  @Test
  void findsNamesWhateverBlanksStandBetweenTheirWords() {
    files.with(
        "a.csv", "\"Код\nшколы\";Средний\u00a0 балл;\"Средни\u0438\u0306  балл, %\"", "1;2;3");

    ReadFile file = read("", "Код школы", "Средний балл", "Средний\nбалл, %");

    assertThat(file.file().header())
        .containsExactly("Код школы", "Средний балл", "Средний балл, %");
    assertThat(file.rows()).containsExactly(List.of("1", "2", "3"));
  }

  @Test
  void passesOverALineThatNumbersTheColumns() {
    files.with("a.csv", "Отчёт", "Код;;Участники;", ";год;всего;юноши", "1;2;3;4", "5;2;3;4");

    ReadFile file = read("", "Код", "Участники всего");

    assertThat(file.rows()).containsExactly(List.of("5", "2", "3", "4"));
    assertThat(file.lines()).containsExactly(5L);
    assertThat(file.notes())
        .contains("a.csv: the line below the header numbers the columns and was skipped")
        .contains("a.csv: the header is on line 2; lines above it that were skipped: 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id;n\n1;2\n3;4", "id;n;m\n1;2;3\n2;5;6", "id;n;m\n1;2;3", "id;n\n1;2;"})
  void smallNumbersMayBeARow(String text) {
    files.with("a.csv", text);

    assertThat(read("", "id", "n").rows()).first().asString().startsWith("[1, 2");
  }

  @Test
  void joinsNamesThatAreSplitOverTwoLines() {
    files.with(
        "a.csv",
        "Отчёт;;;;",
        "Код;Участников;;Ниже минимума;",
        ";всего;юноши;всего;юноши",
        "1;10;4;2;1");

    ReadFile file = read("", "Код", "Участников всего", "Ниже минимума всего");

    assertThat(file.file().header())
        .containsExactly(
            "Код",
            "Участников всего",
            "Участников юноши",
            "Ниже минимума всего",
            "Ниже минимума юноши");
    assertThat(file.rows()).containsExactly(List.of("1", "10", "4", "2", "1"));
    assertThat(file.notes())
        .containsExactly(
            "a.csv: the header is on line 2; lines above it that were skipped: 1",
            "a.csv: the header is made of lines 2 and 3");
  }

  @Test
  void takesTheLineTheStudyNames() {
    files.with("a.csv", "id;n", "старое;имя", "id;n", "1;2");
    assertThat(read("header_line: 3", "id", "n").rows()).containsExactly(List.of("1", "2"));

    files.with("a.csv", "x\n".repeat(30) + "id;n", "1;2");
    assertThat(read("header_line: 31", "id", "n").rows()).containsExactly(List.of("1", "2"));
    assertThat(refused("", "id", "n"))
        .contains("the header with the mapped columns is on line 31, so name dialect.header_line");
    assertThat(refused("header_line: 99", "id", "n")).contains("no header begins on line 99");
  }

  @Test
  void offersTheDelimiterUnderWhichTheColumnsAppear() {
    files.with("a.csv", "id;n", "1;2");

    assertThat(refused("delimiter: ','", "id", "n"))
        .contains("they appear with the delimiter ';', so name it in dialect.delimiter");
  }

  @Test
  void readsAColumnByItsNumberWhereItsNameRepeats() {
    files.with("a.csv", "id;n;n;n", "1;2;3;4");
    CsvShape shape = read("", "id", "n#2").file().shape();

    assertThat(shape.column("n#1")).isEqualTo(1);
    assertThat(shape.column("n#2")).isEqualTo(2);
    assertThat(refused("", "id", "n#4")).contains("there is no column 'n#4'");
    assertThat(refused("", "id", "n")).contains("'n#1' or 'n#2'");
  }

  @Test
  void takesANameWithANumberSignAsItStands() {
    files.with("a.csv", "id;n#2;n", "1;2;3");

    assertThat(read("", "n#2").file().shape().column("n#2")).isEqualTo(1);
  }
}
