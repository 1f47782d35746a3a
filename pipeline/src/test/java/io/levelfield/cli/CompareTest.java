package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.levelfield.testing.StudyFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tiny study, and the same with one thing changed. */
class CompareTest {
  @TempDir private static Path directory;

  @BeforeAll
  static void run() {
    run("first", TinyStudy.in(study("first")));
    run("again", TinyStudy.in(study("again")));
    run(
        "setting",
        TinyStudy.in(study("setting"))
            .with(
                "study.yaml",
                TinyStudy.YAML.strip() + "\nidentify: {unfavourable_context: {lowest: 0.5}}"));
    run(
        "groups",
        TinyStudy.in(study("groups"))
            .with("study.yaml", TinyStudy.YAML.strip().replace("k: 2", "k: 3")));
    run(
        "row",
        TinyStudy.in(study("row"))
            .with("context.csv", replaced(TinyStudy.CONTEXT, "003,0.6,30", "003,0.2,150")));
    run("counts", counts("counts", "001,20,7"));
    run("counts-moved", counts("counts-moved", "001,20,8"));
    run(
        "little",
        TinyStudy.in(study("little"))
            .with("context.csv", replaced(TinyStudy.CONTEXT, "003,0.6,30", "003,0.6001,30")));
    run(
        "elsewhere",
        TinyStudy.in(study("elsewhere"))
            .with("passports.csv", TinyStudy.CONTEXT.toArray(String[]::new))
            .with("study.yaml", TinyStudy.YAML.strip().replace("context.csv", "passports.csv")));
    run(
        "school",
        TinyStudy.in(study("school"))
            .with("schools.csv", replaced(TinyStudy.SCHOOLS, "008", "009"))
            .with("results.csv", replaced(TinyStudy.RESULTS, "008", "009"))
            .with("context.csv", replaced(TinyStudy.CONTEXT, "008", "009")));
  }

  /** Low results are told by one examination, of which one school's count is given. */
  private static StudyFiles counts(String name, String first) {
    String yaml =
        TinyStudy.YAML
            .strip()
            .replace("shape: means", "shape: counts")
            .replace("mean: mean, participants: n, sd: sd", "participants: n, below_minimum: b")
            .replace("        range: [0, 100]\n", "");
    return TinyStudy.in(study(name))
        .with("study.yaml", yaml + "\nidentify: {low_result: {procedures: 1}}")
        .with(
            "results.csv",
            "id,n,b",
            first,
            "002,30,8",
            "003,25,7",
            "004,40,13",
            "005,50,2",
            "006,35,1",
            "007,45,5",
            "008,20,0");
  }

  private static String[] replaced(List<String> rows, String text, String by) {
    return rows.stream().map(row -> row.replace(text, by)).toArray(String[]::new);
  }

  private static Path study(String name) {
    return directory.resolve(name);
  }

  private static void run(String name, StudyFiles files) {
    Invocation run =
        Invocation.of("run", files.path("study.yaml").toString(), "--out", out(name).toString());
    assertThat(run.code()).as(run.err()).isZero();
  }

  private static Path out(String name) {
    return directory.resolve("out-" + name);
  }

  private static JsonNode compared(String before, String after) throws IOException {
    return new ObjectMapper().readTree(told(before, after, "--format", "json"));
  }

  private static String told(String before, String after, String... options) {
    String[] all = new String[options.length + 3];
    all[0] = "compare";
    all[1] = out(before).toString();
    all[2] = out(after).toString();
    System.arraycopy(options, 0, all, 3, options.length);
    Invocation compared = Invocation.of(all);
    assertThat(compared.code()).as(compared.err()).isZero();
    return compared.out();
  }

  @Test
  void theSameStudyGivesNoDifference() {
    assertThat(told("first", "again", "--lang", "ru"))
        .contains("данные, настройки и версия программы те же")
        .contains(
            "Школы, списки и их надёжность, группы, партнёры, показатели, индикаторы и вопросы не изменились.");
    assertThat(told("first", "again")).contains("The tables told of here are the same");
  }

  @Test
  void aSettingIsNamedWithTheSchoolsThatItLists() throws IOException {
    JsonNode tree = compared("first", "setting");

    assertThat(tree.path("inputs")).isEmpty();
    assertThat(tree.path("settings")).hasSize(1);
    assertThat(tree.path("settings").path(0).path("name").asText())
        .isEqualTo("identify.unfavourable_context.lowest");
    assertThat(tree.path("numbers").path("result")).isEmpty();
    JsonNode list = tree.path("lists").path(0);
    assertThat(list.path("label").asText()).isEqualTo("unfavourable-context");
    assertThat(list.path("entered").findValuesAsText("school_id")).containsExactly("002", "004");
    assertThat(list.path("left")).isEmpty();
    assertThat(told("first", "setting", "--lang", "ru"))
        .contains("настройка identify.unfavourable_context.lowest: 0,25 → 0,5")
        .contains("школа в неблагоприятных социальных условиях: 2 → 4")
        .contains("    + Fir (004)\n      основания: ");
  }

  @Test
  void aRowIsToldByItsFileAndTheSchoolItMoves() throws IOException {
    JsonNode tree = compared("first", "row");

    assertThat(tree.path("settings")).isEmpty();
    assertThat(tree.path("inputs").findValuesAsText("path")).containsExactly("context.csv");
    assertThat(tree.path("lists").path(0).path("left").findValuesAsText("school_id"))
        .containsExactly("003");
    assertThat(tree.path("numbers").path("result")).isEmpty();
    assertThat(told("first", "row"))
        .contains("input context.csv: other content, 8 → 8 rows")
        .contains("    - Ash (003)\n      was listed because: ");
  }

  @Test
  void whatIsSaidMoreOrLessCertainlyIsTold() throws IOException {
    JsonNode certainty = compared("counts", "counts-moved").path("certainty");

    assertThat(certainty.findValuesAsText("school_id")).contains("001");
    for (JsonNode row : certainty) {
      assertThat(row.path("before")).as("%s", row).isNotEqualTo(row.path("after"));
    }
    assertThat(told("counts", "counts-moved", "--lang", "ru"))
        .contains("Выводы прежние, но их надёжность изменилась: ")
        .containsPattern("Oak \\(001\\): .*, вероятность 0,\\d{3} → [01],\\d{3}\n");
  }

  @Test
  void numbersThatMovedLittleAreToldWithDecimalsThatDiffer() {
    assertThat(told("first", "little"))
        .containsPattern("Index of social well-being changed, schools: \\d+")
        .doesNotContainPattern(": (-?[0-9.]+) → \\1\\n");
  }

  @Test
  void aFileOfTheSameContentElsewhereIsToldAsThat() throws IOException {
    JsonNode tree = compared("first", "elsewhere");

    assertThat(tree.path("inputs")).hasSize(1);
    assertThat(tree.path("inputs").path(0).path("change").asText()).isEqualTo("moved");
    assertThat(told("first", "elsewhere"))
        .contains("input passports.csv: the same file, formerly context.csv");
  }

  @Test
  void aSchoolComesAndAnotherGoes() {
    assertThat(told("first", "school", "--lang", "en"))
        .contains("New schools: 1\n  Fig (009)")
        .contains("Schools no longer there: 1\n  Fig (008)");
  }

  @Test
  void groupsAreToldByTheirNames() throws IOException {
    String told = told("first", "groups", "--lang", "ru");
    JsonNode moved =
        new ObjectMapper()
            .readTree(told("first", "groups", "--lang", "ru", "--format", "json"))
            .path("groups")
            .path(0);

    assertThat(moved.path("after").asText()).doesNotContain(" ");
    assertThat(moved.path("label_after").asText()).contains(" ");
    assertThat(told)
        .doesNotContain(moved.path("after").asText())
        .contains("» → «" + moved.path("label_after").asText() + "», школ ")
        .contains(moved.path("name").asText() + " (" + moved.path("school_id").asText() + ")")
        .contains("Списки школ не изменились.");
  }

  @Test
  void noRunIsSaidWithItsPlace() {
    Invocation compared =
        Invocation.of("compare", out("first").toString(), directory.resolve("none").toString());

    assertThat(compared.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
    assertThat(compared.err()).contains("none");
  }
}
