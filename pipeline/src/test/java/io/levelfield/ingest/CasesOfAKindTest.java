package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.input.Reject;
import io.levelfield.model.input.StudyData;
import io.levelfield.study.StudyLoader;
import io.levelfield.testing.InEnglish;
import io.levelfield.testing.SharedSpark;
import io.levelfield.testing.StudyFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.ArrayUtils;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Inputs of the same kinds as those in {@code cases/}, from other offices: each is read as the
 * plain files are, or the user is told what is wrong. Every name begins with the case's folder.
 */
class CasesOfAKindTest {
  private static final Charset CYRILLIC = Charset.forName("windows-1251");
  private static final String TABLE =
      """
      school,year,exam,subject,n,below,mean,income,poor
      0101,2022,OGE,maths,1208,121,51.5,25440,0.178
      0102,2022,OGE,maths,731,60,48.25,50374,0.25
      0103,2022,OGE,maths,960,30,61.75,37158,0.5
      0101,2022,OGE,physics,340,28,49.5,,
      0102,2022,OGE,physics,105,12,55.25,,
      0103,2022,OGE,physics,88,9,57.75,,
      """;
  private static final String STUDY =
      """
      inputs:
        results:
          - path: "results*"
            shape: counts
            columns: {school_id: school, year: year, procedure: exam, subject: subject, participants: n, below_minimum: below, mean: mean}
        context:
          - path: "results*"
            columns: {school_id: school, year: year}
            where: {subject: maths}
      context_index:
        indicators:
          income: {direction: favourable}
          poor: {direction: unfavourable}
      max_rejects: 0
      """;

  @TempDir private Path directory;
  private StudyFiles files;

  /**
   * An input.
   *
   * @param name the folder of the case it is like, and what is odd of it
   * @param odd writes the files
   * @param study that reads them
   * @param told what the user is told; nothing where the files are read as the plain ones
   */
  private record Input(String name, Consumer<StudyFiles> odd, String study, List<String> told) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Input same(String name, Consumer<StudyFiles> odd, String... replaced) {
    return new Input(name, odd, replaced(replaced), List.of());
  }

  private static Input told(String name, Consumer<StudyFiles> odd, String... told) {
    return new Input(name, odd, STUDY, List.of(told));
  }

  private static String replaced(String... pairs) {
    String study = STUDY;
    for (int i = 0; i < pairs.length; i += 2) {
      assertThat(study).contains(pairs[i]);
      study = study.replace(pairs[i], pairs[i + 1]);
    }
    return study;
  }

  private static Consumer<StudyFiles> text(String text) {
    return bytes("results.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private static Consumer<StudyFiles> bytes(String file, byte[] content) {
    return files -> files.with(file, content);
  }

  /** The table with another delimiter, decimal comma where that is no comma. */
  private static String delimited(char delimiter) {
    String table = delimiter == ',' ? TABLE : TABLE.replace(',', delimiter);
    return delimiter == ';' ? table.replace('.', ',') : table;
  }

  static List<Input> inputs() {
    return Stream.of(headers(), codes(), marks(), characters(), sets(), years(), rows(), archives())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Input> headers() {
    return List.of(
        same(
            "01-lines-above-header: sep= of a tab, with a byte order mark",
            text("\ufeffsep=\t\r\n" + delimited('\t').replace("\n", "\r\n"))),
        same(
            "01-lines-above-header: titles with more delimiters than the header",
            text(
                "\"Report, as of 1 May; final\"\n,,,,,,,,,,,,\nDistrict, all schools, 2022,,\n"
                    + TABLE)),
        same(
            "01-lines-above-header: titles of a workbook",
            book(sheet -> put(sheet, 3, TABLE, false), "Отчёт")),
        same(
            "01-lines-above-header: a heading of two lines and numbers of columns",
            text(
                TABLE.replace(
                    "school,year,exam,subject,n,below,mean,income,poor",
                    "school,year,exam,subject,pupils,,mean,income,poor\n"
                        + ",,,,all,below,,,\n1,2,3,4,5,6,7,8,9")),
            "participants: n, below_minimum: below",
            "participants: pupils all, below_minimum: pupils below"));
  }

  private static List<Input> codes() {
    return List.of(
        told(
            "02-ids-excel-has-eaten: E-notation with a point",
            text(TABLE.replace("0103,", "1.2001E+11,")),
            "a spreadsheet has spoilt this code",
            "line 4"),
        told(
            "02-ids-excel-has-eaten: codes like days",
            text(delimited(';').replace("0102;", "01.фев;")),
            "a spreadsheet has spoilt this code"),
        told(
            "02-ids-excel-has-eaten: a register with the codes whole",
            text(TABLE.replace("0101,", "1,01E+02,").replace("1,01E+02", "\"1,01E+02\"")),
            "a spreadsheet has spoilt this code"));
  }

  private static List<Input> marks() {
    return List.of(
        same(
            "05-thousands: points between thousands beside decimal commas",
            text(
                delimited(';')
                    .replace("1208", "1.208")
                    .replace("25440", "25.440")
                    .replace("50374", "50.374")
                    .replace("37158", "37.158"))),
        told(
            "05-thousands: points beside whole numbers",
            text(TABLE.replaceAll("(\\d)\\.\\d+", "$1").replace("25440", "25.440")),
            "can be read in two ways"),
        same(
            "05-thousands: commas in quotes, named",
            text(TABLE.replace("25440", "\"25,440\"").replace("1208", "\"1,208\"")),
            "results*\"\n      shape",
            "results*\"\n      dialect: {thousands: \",\"}\n      shape",
            "results*\"\n      columns",
            "results*\"\n      dialect: {thousands: \",\"}\n      columns"),
        told(
            "05-thousands: a comma and a point for decimals",
            text(delimited(';').replace("48,25", "48.25")),
            "column 'mean'",
            "line 2",
            "line 3"),
        same(
            "06-per-cent: one office in per cent",
            files -> {
              List<String> lines = TABLE.lines().toList();
              files.with(
                  "results-a.csv",
                  lines.get(0),
                  lines.get(1).replace("0.178", "17.8%"),
                  lines.get(4));
              files.with(
                  "results-b.csv",
                  lines.get(0),
                  lines.get(2),
                  lines.get(3),
                  lines.get(5),
                  lines.get(6));
            }),
        same(
            "06-per-cent: all in per cent of a range up to 1",
            text(TABLE.replace("0.178", "17.8 %").replace("0.25", "25%").replace("0.5\n", "50%\n")),
            "poor: {direction: unfavourable}",
            "poor: {direction: unfavourable, range: [0, 1]}"),
        told(
            "06-per-cent: per cent, shares and numbers beyond",
            text(TABLE.replace("0.178", "17.8%").replace("0.5\n", "50\n")),
            "column 'poor': per cent"),
        told(
            "06-per-cent: per cent for pupils",
            text(TABLE.replace(",121,", ",10%,")),
            "per cent where a number"));
  }

  private static List<Input> characters() {
    return List.of(
        same("07-control-characters: Ctrl-Z behind a line end", text(TABLE + "\u001a\u001a")),
        told(
            "07-control-characters: a control character far down",
            text(TABLE + "0103,2022,OGE,biology,9,1,60,,\n".replace("0103", "0104\u0002")),
            "results.csv, line 8: the text has a control character (code 2)"),
        told(
            "07-control-characters: a backspace in a header",
            text(TABLE.replace("income", "inc\bome")),
            "line 1"),
        same(
            "08-quotes-in-names: a name with quotes within",
            text(TABLE.replace("maths,", "maths,").replace(",physics,", ",\"physics\","))),
        told(
            "08-quotes-in-names: two strays around two rows",
            text(
                TABLE
                    .replace("OGE,maths,731", "\"OGE,maths,731")
                    .replace("OGE,maths,960", "OGE\",maths,960")),
            "a quoted field that begins here swallowed rows"),
        told(
            "08-quotes-in-names: one never closed",
            text(TABLE.replace("OGE,physics,88", "\"OGE,physics,88")),
            "line 7"));
  }

  private static List<Input> sets() {
    String russian =
        delimited(';')
            .replace("maths", "математика")
            .replace("physics", "физика")
            .replace("school;", "код школы;");
    return List.of(
        told(
            "09-character-sets: KOI8-R",
            bytes(
                "results.csv",
                russian.replace("school", "школа").getBytes(Charset.forName("KOI8-R"))),
            "results.csv"),
        told(
            "09-character-sets: DOS in the cells only",
            bytes(
                "results.csv",
                delimited(';').replace("physics", "РУССКИЙ").getBytes(Charset.forName("IBM866"))),
            "IBM866"),
        told(
            "09-character-sets: one last line of Windows",
            bytes(
                "results.csv",
                ArrayUtils.addAll(
                    TABLE.replace("physics", "физика").getBytes(StandardCharsets.UTF_8),
                    "0101,2022,OGE,химия,9,1,50,,\n".getBytes(CYRILLIC))),
            "the first line that is not is 8"));
  }

  private static List<Input> years() {
    return List.of(
        same(
            "12-school-years: all ways of one year",
            text(
                TABLE
                    .replaceFirst("0101,2022", "0101,2021/22")
                    .replaceFirst("0102,2022", "0102,2021-2022 уч. год")
                    .replaceFirst("0103,2022", "0103,2022 г."))),
        same(
            "12-school-years: dates of a workbook shown as years",
            book(sheet -> put(sheet, 0, TABLE, true), "Лист1")),
        told(
            "12-school-years: two digits of a school year",
            text(TABLE.replace("0103,2022", "0103,21/22")),
            "two digits"),
        told(
            "12-school-years: a year of no century",
            text(TABLE.replace("0103,2022", "0103,20222")),
            "no year from 1900 to 2100"),
        told(
            "12-school-years: several years",
            text(TABLE.replace("0103,2022", "0103,2019-2022")),
            "a year is expected"));
  }

  private static List<Input> rows() {
    String grouped =
        TABLE
                .replace("poor\n", "poor,group\n")
                .replaceAll("(?m)^(0.*)$", "$1,All students\n$1,Girls")
            + "9999,2022,OGE,maths,2899,211,52,,,all  students\n";
    String parted =
        TABLE.replaceAll("(?m)^(\\d\\d)(\\d\\d),", "$1,$2,").replace("school,", "district,school,");
    return List.of(
        same(
            "13-state-file-with-groups-and-levels: groups and a total",
            text(grouped),
            "      columns: {school_id: school, year: year, procedure",
            "      where: {group: ALL STUDENTS, school: {not: \"9999\"}}\n      columns: {school_id: school, year: year, procedure",
            "where: {subject: maths}",
            "where: {subject: maths, group: all students, school: {not: 9999}}"),
        same(
            "13-state-file-with-groups-and-levels: a code in two columns",
            text(
                parted
                    .replace("01,01,", "01,0101,")
                    .replace("01,02,", "01,0102,")
                    .replace("01,03,", "01,0103,")
                    .replace("district,", "no,")),
            "where: {subject: maths}",
            "where: {subject: [maths, chemistry], no: 1}"));
  }

  private static List<Input> archives() {
    byte[] zip = ReadFile.zip(TABLE, "out/results.csv");
    byte[] gzip = ReadFile.gzip(TABLE);
    return List.of(
        same("16-compressed-and-odd-file-names: zip without a suffix", bytes("results", zip)),
        same("16-compressed-and-odd-file-names: gzip named .xlsx", bytes("results.xlsx", gzip)),
        same(
            "16-compressed-and-odd-file-names: beside what macOS and Excel leave",
            files ->
                files
                    .with("results.csv", gzip)
                    .with("results~", gzip)
                    .with("._results.csv", new byte[] {0, 5, 22, 7}),
            "\"results*\"\n      shape",
            "\"*results.csv\"\n      shape",
            "\"results*\"\n      columns",
            "\"*results.csv\"\n      columns"),
        told(
            "16-compressed-and-odd-file-names: half a zip",
            bytes("results.zip", Arrays.copyOf(zip, zip.length / 2)),
            "damaged"),
        told(
            "16-compressed-and-odd-file-names: gzip without its last bytes",
            bytes("results.gz", Arrays.copyOf(gzip, gzip.length - 5)),
            "damaged"),
        told(
            "16-compressed-and-odd-file-names: a web page named .xls",
            bytes(
                "results.xls",
                "<table><tr><td>school</td></tr></table>".getBytes(StandardCharsets.UTF_8)),
            "web page"));
  }

  private static Consumer<StudyFiles> book(Consumer<Worksheet> sheet, String name) {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "test", "1.0")) {
      sheet.accept(workbook.newWorksheet(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes("results.xlsx", bytes.toByteArray());
  }

  private static void put(Worksheet sheet, int below, String table, boolean yearsAsDates) {
    if (below > 0) {
      sheet.value(0, 0, "Report");
    }
    List<String> lines = table.lines().toList();
    for (int r = 0; r < lines.size(); r++) {
      String[] cells = lines.get(r).split(",", -1);
      for (int c = 0; c < cells.length; c++) {
        if (c == 1 && r > 0 && yearsAsDates) {
          sheet.value(r + below, c, LocalDate.of(2022, 5, 31));
          sheet.style(r + below, c).format("yyyy").set();
        } else if (c > 0 && cells[c].matches("[0-9.]+")) {
          sheet.value(r + below, c, Double.parseDouble(cells[c]));
        } else if (!cells[c].isEmpty()) {
          sheet.value(r + below, c, cells[c]);
        }
      }
    }
  }

  @BeforeEach
  void startEmpty() {
    files = new StudyFiles(directory);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inputs")
  void isReadAsItIsMeantOrNamed(Input input) {
    input.odd().accept(files);
    if (input.told().isEmpty()) {
      var plain = new StudyFiles(directory.resolve("plain"));
      text(TABLE).accept(plain);
      StudyData expected = IngestStudy.read(plain, STUDY);
      StudyData data = IngestStudy.read(files, input.study());

      assertThat(data.rejects()).isEmpty();
      assertThat(data.tallies()).isEqualTo(expected.tallies());
      assertThat(data.passports()).isEqualTo(expected.passports());
    } else {
      assertThat(told(input)).contains(input.told());
    }
  }

  /** All that the user is told: why the study is refused, notes and rejects. */
  private String told(Input input) {
    try {
      Ingest.Reading reading =
          Ingest.survey(
              StudyLoader.parse("study: kind\n" + input.study(), List.of()),
              files.directory(),
              SharedSpark.workers());
      return Stream.of(
              reading.refusal().map(InEnglish::of).stream(),
              InEnglish.of(reading.data().notes()).stream(),
              reading.data().rejects().stream().map(CasesOfAKindTest::told))
          .flatMap(part -> part)
          .collect(Collectors.joining("\n"));
    } catch (InputsRefused refused) {
      return InEnglish.told(refused);
    }
  }

  private static String told(Reject reject) {
    return "%s, line %d, column %s, value '%s': %s"
        .formatted(
            reject.file(),
            reject.line(),
            reject.column(),
            reject.value(),
            InEnglish.of(reject.reason()));
  }
}
