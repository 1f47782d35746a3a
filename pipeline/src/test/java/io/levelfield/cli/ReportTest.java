package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.testing.StudyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a run says what its tables say, whatever names of schools hold. */
class ReportTest {
  /** What must stay text: markup, the end of a script, breaks of lines, signs of templates. */
  private static final List<String> EVIL =
      List.of(
          "</script><script>window.hacked=1</script>",
          "<img src=x onerror='window.hacked=1'>",
          "<!--<script>",
          "a\u2028b & \"c\" 'd' {{e}} ${f} \\u003c");

  @TempDir private Path scratch;

  @Test
  void labelsOfThePageAreThoseOfTheTableInItsWords() throws IOException {
    List<CSVRecord> rows = SampleRun.rows("identification");
    PageTables page = PageTables.of(page());

    assertThat(page.schools("identification", "school_id"))
        .containsExactlyElementsOf(column(rows, "school_id"));
    for (String name : List.of("label", "flag", "strength", "reasons", "to_exit")) {
      assertThat(page.column("identification", name))
          .as(name)
          .containsExactlyElementsOf(column(rows, name));
    }
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(page.data().path("words").path("label." + row.get("label")).asText())
                    .isEqualTo(row.get("label_ru")));
  }

  @Test
  void numbersOfThePageAreThoseOfTheTable() throws IOException {
    List<CSVRecord> rows = SampleRun.rows("schools");
    PageTables page = PageTables.of(page());

    for (String name : List.of("result", "adjusted_low", "context_index", "context_rank_high")) {
      List<String> shown = page.column("schools", name);
      assertThat(shown).hasSameSizeAs(rows);
      for (int i = 0; i < rows.size(); i++) {
        double value = Double.parseDouble(rows.get(i).get(name));
        assertThat(Double.parseDouble(shown.get(i)))
            .as(name)
            .isCloseTo(value, within(1e-5 * Math.abs(value)));
      }
    }
    assertThat(page.schools("partners", "partner_id"))
        .containsExactlyElementsOf(column(SampleRun.rows("partners"), "partner_id"));
  }

  @Test
  void namesTheSchoolsThatNeedHelpInTheirOrder() throws IOException {
    String html = RunTables.read(page());
    List<String> inNeed =
        SampleRun.rows("schools").stream()
            .filter(school -> !school.get("help_rank").isEmpty())
            .sorted(Comparator.comparingInt(school -> Integer.parseInt(school.get("help_rank"))))
            .map(school -> school.get("name"))
            .toList();
    String overview = html.substring(html.indexOf("<ol class=\"helped\">"), html.indexOf("</ol>"));

    assertThat(html).contains("Помощь нужна школам: " + inNeed.size() + " из 24</h1>");
    assertThat(overview.split("<li ")).hasSize(11);
    assertThat(overview).containsSubsequence(inNeed.subList(0, 10));
    assertThat(overview).contains("стабильно низкие результаты (подтверждено, 100 %)");
  }

  @Test
  void makesTheSamePageAgainFromTheTables() throws IOException {
    Path run = copyOf(SampleRun.directory().toRealPath(), scratch.resolve("runs"));
    byte[] first = Files.readAllBytes(page());
    Files.delete(run.resolve("report.html"));

    Invocation report = Invocation.of("report", run.toString());

    assertThat(report.code()).as(report.err()).isZero();
    assertThat(report.out().lines())
        .containsExactly(
            run.resolve("report.html").toString(),
            run.resolve("note.html").toString(),
            run.resolve("letters.html").toString(),
            run.resolve("public/index.html").toString(),
            run.resolve("report.xlsx").toString());
    assertThat(Files.readAllBytes(run.resolve("report.html"))).isEqualTo(first);
    assertThat(RunTables.files(run)).noneMatch(file -> file.toString().endsWith(".unfinished"));
  }

  @Test
  void saysThatThereIsNoRun() {
    Invocation report = Invocation.of("report", scratch.toString());

    assertThat(report.code()).isEqualTo(2);
    assertThat(report.err()).contains(scratch.toString()).doesNotContain("Exception");
  }

  @Test
  void namesOfSchoolsStayText() {
    StudyFiles files = TinyStudy.in(scratch);
    files.with(
        "schools.csv",
        "id,name",
        "001,\"" + EVIL.get(0).replace("\"", "\"\"") + '"',
        "002,\"" + EVIL.get(1).replace("\"", "\"\"") + '"',
        "003,\"" + EVIL.get(2).replace("\"", "\"\"") + '"',
        "004,\"" + EVIL.get(3).replace("\"", "\"\"") + '"',
        "005,Yew",
        "006,Lime",
        "007,Bay",
        "008,Fig");
    Path page = run(files).resolve("report.html");
    String html = RunTables.read(page);

    assertThat(html).doesNotContain(EVIL.get(0), EVIL.get(1), EVIL.get(2));
    assertThat(PageTables.text(html)).doesNotContain("\u2028", "<", ">", "&");
    assertThat(PageTables.of(page).column("schools", "name").subList(0, 4)).isEqualTo(EVIL);
  }

  @Test
  void policyForbidsWhateverIsNotThePagesOwn() throws IOException {
    assertThat(RunTables.read(page()))
        .containsPattern(
            "Content-Security-Policy\" content=\"default-src (&#39;|')none(&#39;|'); script-src"
                + " (&#39;|')sha256-[^ ]+ (&#39;|')sha256-[^ ]+; ");
  }

  @Test
  void isNotWrittenWhereTheStudyDoesNotWantIt() {
    Path run = run(TinyStudy.in(scratch), "--set", "outputs.html=false");

    assertThat(run.resolve("run.json")).exists();
    assertThat(run.resolve("report.html")).doesNotExist();
    assertThat(run.resolve("letters.html")).exists();
  }

  @Test
  void saysWhatChangedSinceTheRunBefore() {
    StudyFiles files = TinyStudy.in(scratch);
    assertThat(RunTables.read(run(files).resolve("report.html")))
        .contains("There is no earlier run of this study");
    assertThat(RunTables.read(run(files).resolve("report.html")))
        .contains("The lists are those of the run before");
    String context = RunTables.read(files.path("context.csv"));
    files.with("context.csv", context.replace("008,0.05,200", "008,0.95,1").strip());

    String html = RunTables.read(run(files).resolve("report.html"));

    assertThat(html)
        .contains("The lists differ from those of the run before")
        .containsPattern("school in unfavourable social conditions</th>\\s*<td>1: Fig</td>");
  }

  @Test
  void everyWordThatAProgramOfThePageSaysIsGiven() throws IOException {
    Path programs = Path.of("src/main/resources/io/levelfield/page");
    var said = new HashSet<String>();
    for (Path program : RunTables.files(programs)) {
      if (program.toString().endsWith(".js") && !program.toString().contains("echarts")) {
        Pattern.compile("WORDS\\.([a-z_]+)|WORDS\\['([a-z_-]+)'\\]|say\\('([a-z-]+)'")
            .matcher(RunTables.read(program))
            .results()
            .forEach(
                word ->
                    said.add(
                        Stream.of(word.group(1), word.group(2), word.group(3))
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElseThrow()));
      }
    }
    said.removeIf(word -> word.endsWith("-") || word.endsWith(".")); // goes on with a code
    var given = new HashSet<String>();
    PageTables.of(page()).data().path("words").fieldNames().forEachRemaining(given::add);

    assertThat(said).hasSizeGreaterThan(50);
    assertThat(given).containsAll(said);
  }

  private Path run(StudyFiles files, String... more) {
    var arguments =
        new ArrayList<>(
            List.of(
                "run",
                files.path("study.yaml").toString(),
                "--out",
                scratch.resolve("out").toString()));
    arguments.addAll(List.of(more));
    Invocation run = Invocation.of(arguments.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return scratch.resolve("out/latest");
  }

  private static Path page() {
    return SampleRun.directory().resolve("report.html");
  }

  private static List<String> column(List<CSVRecord> rows, String name) {
    return rows.stream().map(row -> row.get(name)).toList();
  }

  private static Path copyOf(Path run, Path runs) throws IOException {
    Path copy = runs.resolve(run.getFileName());
    try (var files = Files.walk(run)) {
      for (Path file : files.toList()) {
        Path to = copy.resolve(run.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
    }
    return copy;
  }
}
