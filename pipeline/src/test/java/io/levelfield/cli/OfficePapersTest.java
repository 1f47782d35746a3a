package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.levelfield.testing.StudyFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The note for the head and the letters to schools. */
class OfficePapersTest {
  /** Words that call a school or its people something. */
  private static final List<String> STIGMA =
      List.of("слаб", "отста", "худш", "плох", "неэффектив", "неблагополуч", "депривир", "кризис");

  private static final Path OFFICE = Path.of("/usr/bin/soffice");

  @TempDir private Path scratch;

  @Test
  void everySchoolInNeedOrAskedHasItsLetterAndNoOther() {
    Set<String> wanted = new TreeSet<>();
    for (CSVRecord school : SampleRun.rows("schools")) {
      if (!school.get("help_rank").isEmpty()) {
        wanted.add(school.get("school_id"));
      }
    }
    for (CSVRecord question : SampleRun.rows("quality")) {
      wanted.add(question.get("school_id"));
    }
    wanted.remove("*");

    Set<String> written =
        Pattern.compile(", код школы ([^;]+);")
            .matcher(read("letters.html"))
            .results()
            .map(letter -> letter.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(written).isEqualTo(wanted);
  }

  @Test
  void aLetterGivesTheReasonsOfTheTableAndThePartner() {
    String letter = letterOf("0020");
    String reasons =
        SampleRun.rows("identification").stream()
            .filter(row -> row.get("school_id").equals("0020"))
            .filter(row -> row.get("label").equals("low-result"))
            .map(row -> row.get("reasons"))
            .collect(Collectors.joining());

    assertThat(reasons).startsWith("ВПР математика 4: 10 из 26 ниже минимума (38 %)");
    assertThat(letter)
        .contains("МБОУ «Средняя школа № 11»")
        .contains("ВПР математика 4: 10 из 26 ниже минимума (38 %)")
        .contains("Вывод устойчив")
        .contains("Совместная работа со школой-партнёром: МБОУ «Средняя школа № 10»");
  }

  @Test
  void aLetterSaysWhereToAnswerOrLeavesALineForIt() {
    String replyTo = "Мария Иванова, 2-00-00";
    Path study = TinyStudy.in(scratch).path("study.yaml");
    Path out = scratch.resolve("out");
    Invocation run =
        Invocation.of(
            "run",
            study.toString(),
            "--out",
            out.toString(),
            "--set",
            "language=ru",
            "--set",
            "outputs.reply_to=" + replyTo);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(RunTables.read(out.resolve("latest/letters.html")))
        .contains("Контакты для ответа и вопросов: " + replyTo);
    assertThat(letterOf("0020")).contains("Контакты для ответа и вопросов: ____");
  }

  @Test
  void noLetterCallsASchoolSomething() {
    String own = read("letters.html").replaceAll("(?s)<li>.*?</li>", "").toLowerCase(Locale.ROOT);

    assertThat(STIGMA).noneMatch(own::contains);
  }

  @Test
  void theNoteSaysWhatThePageSays() {
    assertThat(read("note.html"))
        .contains("<h1>Аналитическая справка")
        .contains("Помощь нужна школам: 13 из 24.")
        .contains("МБОУ «Заозеринская средняя школа»")
        .contains("стабильно низкие результаты (подтверждено, 100 %)")
        .contains("Источники чисел – таблицы csv");
  }

  @Test
  void noLineBeginsWithASignOfPerCent() {
    assertThat(asWritten("note.html")).contains("100\u00a0%").doesNotContain(" %");
    assertThat(asWritten("letters.html")).contains("\u00a0%").doesNotContain(" %");
  }

  @Test
  void namesOfSchoolsStayText() {
    StudyFiles files = TinyStudy.in(scratch);
    String schools = RunTables.read(files.path("schools.csv"));
    files.with("schools.csv", schools.replace("Fig", "<b>Fig</b>").replace("Oak", "<i>").strip());
    Path out = scratch.resolve("out");
    Invocation run =
        Invocation.of("run", files.path("study.yaml").toString(), "--out", out.toString());
    assertThat(run.code()).as(run.err()).isZero();

    for (String paper : List.of("note.html", "letters.html")) {
      assertThat(RunTables.read(out.resolve("latest").resolve(paper)))
          .contains("&lt;i&gt;")
          .doesNotContain("<i>", "<b>Fig");
    }
  }

  @Test
  void aWordProcessorConvertsBoth() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(OFFICE), "no LibreOffice here (package libreoffice-writer)");
    List<String> command =
        new ArrayList<>(
            List.of(
                OFFICE.toString(),
                "--headless",
                "-env:UserInstallation=" + scratch.resolve("profile").toUri(),
                "--infilter=HTML (StarWriter)",
                "--convert-to",
                "docx:MS Word 2007 XML",
                "--outdir",
                scratch.toString()));
    command.add(SampleRun.directory().resolve("note.html").toString());
    command.add(SampleRun.directory().resolve("letters.html").toString());
    Process office =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(scratch.resolve("log").toFile())
            .start();

    assertThat(office.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(document("note.docx"))
        .contains("Аналитическая справка", "МБОУ «Средняя школа № 11»", "<w:tbl>");
    assertThat(document("letters.docx"))
        .contains("О поддержке школы", "МБОУ «Средняя школа № 11»")
        .containsPattern("w:type=\"page\"|pageBreakBefore");
  }

  private String document(String file) throws IOException {
    try (var zip = new ZipFile(scratch.resolve(file).toFile())) {
      byte[] xml = zip.getInputStream(zip.getEntry("word/document.xml")).readAllBytes();
      return new String(xml, StandardCharsets.UTF_8);
    }
  }

  private static String letterOf(String school) {
    String letters = read("letters.html");
    int end = letters.indexOf("код школы " + school);
    return letters.substring(letters.lastIndexOf("<div class=\"letter\">", end), end);
  }

  private static String read(String paper) {
    return asWritten(paper).replace('\u00a0', ' ');
  }

  private static String asWritten(String paper) {
    return RunTables.read(SampleRun.directory().resolve(paper));
  }
}
