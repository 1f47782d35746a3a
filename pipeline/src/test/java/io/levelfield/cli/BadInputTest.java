package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.testing.StudyFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user is told of inputs that cannot be used: where, what, and what to do. */
class BadInputTest {
  private static final int REFUSED = ExitCode.INPUTS_REFUSED;
  private static final int WRONG = ExitCode.WRONG_ARGUMENTS;
  private static final String SCHOOLS = "schools.csv";
  private static final String RESULTS = "results.csv";
  private static final String CONTEXT = "context.csv";

  @TempDir private Path directory;

  /**
   * A way to spoil the tiny study.
   *
   * @param told parts of the message
   */
  private record Spoiled(String name, int code, List<String> told, Consumer<StudyFiles> spoil) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Spoiled spoiled(
      String name, int code, Consumer<StudyFiles> spoil, String... told) {
    return new Spoiled(name, code, List.of(told), spoil);
  }

  static List<Spoiled> inputs() {
    return List.of(
        spoiled(
            "missing file",
            REFUSED,
            setting("path: results.csv", "path: absent.csv"),
            "absent.csv: there is no such file",
            "study/absent.csv"),
        spoiled("empty file", REFUSED, f -> f.with(RESULTS, new byte[0]), "results.csv is empty"),
        spoiled(
            "header only",
            REFUSED,
            f -> f.with(RESULTS, "id,mean,n,sd"),
            "inputs.results[0]: results.csv has a header but no rows"),
        spoiled(
            "wrong delimiter",
            REFUSED,
            setting("path: schools.csv,", "path: schools.csv, dialect: {delimiter: ';'},"),
            "schools.csv, line 1: there is no column 'id'",
            "they appear with the delimiter ','",
            "it has: id,name"),
        spoiled(
            "absent column",
            REFUSED,
            setting("mean: mean", "mean: maen"),
            "results.csv, line 1: there is no column 'maen'; did you mean 'mean'?"),
        spoiled(
            "binary file",
            REFUSED,
            f -> f.with(RESULTS, new byte[] {'i', 'd', 0, 1, 2}),
            "results.csv is not text"),
        spoiled(
            "broken archive",
            REFUSED,
            f -> f.with(RESULTS, "PK\u0003\u0004…".getBytes(StandardCharsets.UTF_8)),
            "results.csv: the archive is damaged"),
        spoiled(
            "school absent from the register",
            REFUSED,
            line(RESULTS, 2, "999,42,20,9"),
            "results.csv, line 2, column id, value '999': no such school in the register"),
        spoiled(
            "text in a number",
            REFUSED,
            line(RESULTS, 3, "002,good,30,10"),
            "results.csv, line 3, column mean, value 'good': not a number"),
        spoiled(
            "NaN",
            REFUSED,
            line(RESULTS, 3, "002,NaN,30,10"),
            "results.csv, line 3, column mean, value 'NaN': not a number"),
        spoiled(
            "share of 1.7",
            REFUSED,
            line(CONTEXT, 4, "003,1.7,30"),
            "context.csv, line 4, column poor, value '1.7': outside the plausible range [0, 1]"),
        spoiled(
            "duplicate school",
            REFUSED,
            line(SCHOOLS, 9, "001,Elm"),
            "schools.csv, line 2, column id, value '001': contradicts the row at schools.csv, line 9"),
        spoiled(
            "all schools equal",
            REFUSED,
            f ->
                f.with(
                    RESULTS,
                    IntStream.range(0, 9)
                        .mapToObj(i -> i == 0 ? "id,mean,n,sd" : "00" + i + ",50,20,9")
                        .toArray(String[]::new)),
            "inputs.results: the schools cannot be told apart"),
        spoiled(
            "indicator equal in all schools",
            REFUSED,
            f ->
                f.with(
                    CONTEXT,
                    IntStream.range(0, 9)
                        .mapToObj(i -> i == 0 ? "id,poor,books" : "00" + i + ",0.5," + i)
                        .toArray(String[]::new)),
            "context_index.indicators.poor: the same (0.5) in all 8 schools"),
        spoiled(
            "fewer schools than groups",
            REFUSED,
            setting("k: 2", "k: 9"),
            "clusters: only 8 schools have a value of adjusted_result, context_index",
            "9 groups were asked for"),
        spoiled(
            "one school",
            REFUSED,
            f ->
                f.with(SCHOOLS, "id,name", "001,Oak")
                    .with(RESULTS, "id,mean,n,sd", "001,42,20,9")
                    .with(CONTEXT, "id,poor,books", "001,0.5,40"),
            "inputs.results: the schools cannot be told apart: there is one school only"),
        spoiled(
            "unknown key",
            WRONG,
            setting("restarts: 5", "restart: 5"),
            "clusters.restart: unknown key; did you mean 'restarts'?"),
        spoiled(
            "unclosed quote",
            REFUSED,
            line(SCHOOLS, 9, "008,\"Fig"),
            "schools.csv, line 9: a quoted field that begins here is never closed"),
        spoiled(
            "text after a closing quote",
            REFUSED,
            line(SCHOOLS, 4, "003,\"Ash\" tree"),
            "schools.csv, line 4: this is no record of CSV; check the quotes here"),
        spoiled(
            "ragged rows",
            REFUSED,
            line(RESULTS, 5, "004,47"),
            "results.csv, line 5: 2 fields where the header has 4 columns"),
        spoiled(
            "same file under two names",
            REFUSED,
            setting("path: results.csv", "path: 'results*.csv'")
                .andThen(f -> f.with("results-copy.csv", lines(f, RESULTS))),
            "inputs.results[0]: results.csv and results-copy.csv are the same to the byte"),
        spoiled(
            "not a pattern",
            REFUSED,
            setting("path: results.csv", "path: 'res{a,b.csv'"),
            "res{a,b.csv is not a pattern of file names"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inputs")
  void isRefusedWithWhereAndWhy(Spoiled input) {
    StudyFiles files = TinyStudy.in(directory.resolve("study"));
    Path out = directory.resolve("out");
    input.spoil().accept(files);

    Invocation run =
        Invocation.of("run", files.path("study.yaml").toString(), "--out", out.toString());

    assertThat(run.code()).as(run.err()).isEqualTo(input.code());
    assertThat(run.err()).contains("levelfield: ").contains(input.told());
    assertThat(run.err()).as("no stack trace").doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(RunTables.files(out.resolve("runs"))).as("nothing is published").isEmpty();
    assertThat(Files.exists(out.resolve("latest"))).isFalse();
  }

  private static Consumer<StudyFiles> setting(String from, String to) {
    assertThat(TinyStudy.YAML).contains(from);
    return files -> files.with("study.yaml", TinyStudy.YAML.replace(from, to).strip());
  }

  /** Puts other text on a line of a file, counted from 1. */
  private static Consumer<StudyFiles> line(String file, int number, String text) {
    return files -> {
      List<String> lines = new ArrayList<>(Arrays.asList(lines(files, file)));
      lines.set(number - 1, text);
      files.with(file, lines.toArray(String[]::new));
    };
  }

  private static String[] lines(StudyFiles files, String file) {
    return RunTables.read(files.path(file)).strip().split("\n");
  }
}
