package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.cluster.GroupModel;
import io.levelfield.report.GroupModelFile;
import io.levelfield.testing.PmmlCentres;
import io.levelfield.testing.SharedSpark;
import io.levelfield.testing.StudyFiles;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.mllib.clustering.KMeansModel;
import org.apache.spark.mllib.linalg.Vectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schools assigned to the groups of the sample district with the model that a run has saved. */
class AssignTest {
  @TempDir private static Path directory;
  private static Path out;

  @TempDir private Path scratch;
  private StudyFiles files;

  @BeforeAll
  static void run() {
    out = directory.resolve("out");
    Invocation run =
        Invocation.of("run", "../configs/safonovo-sample.yaml", "--out", out.toString());
    assertThat(run.code()).as(run.err()).isZero();
  }

  @BeforeEach
  void openScratch() {
    files = new StudyFiles(scratch);
  }

  @Test
  void theRunsOwnSchoolsGetTheirOwnGroups() {
    Invocation assigned = assign(out.resolve("latest/csv/schools.csv"));

    assertThat(assigned.code()).as(assigned.err()).isZero();
    assertThat(assigned.out()).isEqualTo(nearest(table("clusters")));
  }

  /** What another program makes of the XML, what MLlib makes of its file, and the table. */
  @Test
  void pmmlMllibAndTheTableAgree() throws IOException {
    GroupModel model = GroupModelFile.read(out.resolve("latest")).orElseThrow().model();
    var pmml = PmmlCentres.in(out.resolve("latest/model/kmeans.pmml"));
    KMeansModel mllib =
        KMeansModel.load(
            SharedSpark.context().sc(), out.resolve("latest/model/mllib").toUri().toString());
    List<CSVRecord> clusters = records(table("clusters"));
    var schools =
        records(table("schools")).stream()
            .collect(Collectors.toMap(row -> row.get("school_id"), row -> row));

    assertThat(clusters).hasSizeGreaterThan(20);
    for (CSVRecord row : clusters) {
      CSVRecord school = schools.get(row.get("school_id"));
      double[] point =
          model.features().stream()
              .mapToDouble(f -> (Double.parseDouble(school.get(f.feature())) - f.mean()) / f.sd())
              .toArray();
      int expected = Integer.parseInt(row.get("cluster")) - 1;
      assertThat(pmml.nearest(point)).as("PMML, %s", row).isEqualTo(expected);
      assertThat(mllib.predict(Vectors.dense(point))).as("MLlib, %s", row).isEqualTo(expected);
    }
  }

  @Test
  void readsAFileAsASpreadsheetWritesIt() throws IOException {
    files.with(
        "new.csv",
        "Школа;school_id;context_index;adjusted_result\nНовая;001;-1,5;0,1\n"
            .getBytes(Charset.forName("windows-1251")));

    Invocation assigned = assign(files.path("new.csv"));

    assertThat(records(assigned.out()))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("school_id")).isEqualTo("001");
              assertThat(row.get("name")).isEqualTo("unfavourable-condition");
              assertThat(Double.parseDouble(row.get("distance"))).isBetween(0.0, 2.0);
            });
  }

  @Test
  void aSchoolThatLacksAFeatureHasNoGroup() throws IOException {
    files.with("new.csv", "school_id,adjusted_result,context_index", "1,-2,0", "2,,1");

    Invocation assigned = assign(files.path("new.csv"));

    assertThat(assigned.code()).isZero();
    assertThat(records(assigned.out()))
        .extracting(row -> row.get("school_id"))
        .containsExactly("1");
    assertThat(assigned.err()).contains("школы без группы (нет значения признака): 1: 2");
  }

  @Test
  void aMissingColumnIsNamed() {
    files.with("new.csv", "school_id,adjusted_result,context_indx", "1,-2,0");

    assertRefused("строка 1: нет столбца «context_index»; может быть, «context_indx»?");
  }

  @Test
  void aBadValueIsShownWithItsPlace() {
    files.with(
        "new.csv",
        "school_id,adjusted_result,context_index",
        "1,-2,0",
        "2,low,1",
        "2,-,-",
        "2,1,1");

    assertRefused(
        "непригодны строки, 3 из 4; исправьте файл:",
        "new.csv, строка 3, столбец adjusted_result, значение «low»: не число",
        "new.csv, строка 4, столбец school_id, значение «2»: школа указана дважды");
  }

  @Test
  void aFileWithoutAUsableSchoolIsRefused() {
    files.with("new.csv", "school_id,adjusted_result,context_index", "1,,0");

    assertRefused("ни у одной школы нет значений adjusted_result, context_index");
  }

  @Test
  void aMissingFileIsRefused() {
    assertRefused("такого файла нет");
  }

  @Test
  void aDirectoryWithoutARunIsAnswered() {
    Invocation assigned = Invocation.of("assign", "new.csv", "--run", scratch.toString());

    assertThat(assigned.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
    assertThat(assigned.err()).contains("no run in " + scratch);
  }

  @Test
  void aRunWithoutGroupsIsAnswered() {
    String yaml = TinyStudy.YAML;
    StudyFiles study =
        TinyStudy.in(scratch.resolve("study"))
            .with("study.yaml", yaml.substring(0, yaml.indexOf("context_index:")));
    Path other = scratch.resolve("other");
    Invocation run =
        Invocation.of("run", study.path("study.yaml").toString(), "--out", other.toString());
    assertThat(run.code()).as(run.err()).isZero();

    Invocation assigned = Invocation.of("assign", "new.csv", "--run", other.toString());

    assertThat(assigned.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
    assertThat(assigned.err()).contains("made no groups");
  }

  private void assertRefused(String... message) {
    Invocation assigned = assign(files.path("new.csv"));

    assertThat(assigned.code()).isEqualTo(ExitCode.INPUTS_REFUSED);
    assertThat(assigned.err()).contains(message);
    assertThat(assigned.out()).isEmpty();
  }

  private static Invocation assign(Path file) {
    return Invocation.of("assign", file.toString(), "--run", out.toString());
  }

  private static String table(String name) {
    return RunTables.read(out.resolve("latest/csv/" + name + ".csv"));
  }

  /** The table without what only a run can tell: names, silhouette, membership and borderline. */
  private static String nearest(String clusters) {
    return clusters
        .replaceAll("(?m)^([^,]*),[^,]*", "$1")
        .replaceAll("(,[^,\r\n]*){3}\r\n", "\r\n");
  }

  private static List<CSVRecord> records(String csv) throws IOException {
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    return format.parse(new StringReader(csv)).getRecords();
  }
}
