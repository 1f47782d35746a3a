package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.stats.AdjustedRandIndex;
import io.levelfield.testing.StudyFiles;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The committed sample district from command line to tables. */
class SafonovoSampleTest {
  private static final Path REPOSITORY = Path.of("..");
  private static final String STUDY = REPOSITORY.resolve("configs/safonovo-sample.yaml").toString();
  private static final Path SAMPLE = REPOSITORY.resolve("data-samples/safonovo").toAbsolutePath();

  /** Columns whose codes the workbooks put into words. */
  private static final Set<String> IN_WORDS =
      Set.of(
          """
          schools.settlement schools.cluster_name schools.groups_supported schools.types
          schools.labels_against_group results.objectivity context_values.method
          context_weights.variant context_models.variant context_sensitivity.choice
          context_validation.check clusters.name cluster_centres.name cluster_centres.verdict
          cluster_validity.rule cluster_validity.verdict cluster_agreement.method
          cluster_transitions.from_name cluster_transitions.to_name identification.label
          identification.strength policy.label policy.rule policy.basis dynamics.labels
          dynamics.entered dynamics.left list_changes.label list_changes.change effect.kind
          networks.role risks.level climate.measure expected_results.blank growth.method
          growth_years.method indicators.direction indicators.status quality.table quality.rule
          quality.severity public_schools.settlement public_results.hidden public_results.objectivity
          public_indicators.direction public_indicators.status rejects.account
          """
              .strip()
              .split("\\s+"));

  @TempDir private static Path directory;
  private static Path out;
  private static Map<String, String> tables;
  private static String console;

  @TempDir private Path scratch;

  @BeforeAll
  static void run() {
    out = directory.resolve("first");
    Invocation run = Invocation.of("run", STUDY, "--out", out.toString());
    assertThat(run.code()).as(run.err()).isZero();
    tables = RunTables.latest(out);
    console = run.out();
  }

  @Test
  void thePlantedLowSchoolsAreHelpedFirst() throws IOException {
    Map<String, String> truth = truth();
    List<String> inNeed =
        records(tables.get("schools.csv")).stream()
            .filter(school -> !school.get("help_rank").isEmpty())
            .sorted(Comparator.comparingInt(school -> Integer.parseInt(school.get("help_rank"))))
            .map(school -> school.get("school_id"))
            .toList();

    assertThat(inNeed.subList(0, 6)).allMatch(school -> truth.get(school).equals("low"));
    assertThat(inNeed).noneMatch(school -> truth.get(school).equals("resilient"));
    assertThat(console)
        .contains(
            "Школ, которым нужна помощь: "
                + inNeed.size()
                + ", из них только по слабым свидетельствам: 1")
        .containsPattern(" 1\\. МБОУ «.+» \\(" + inNeed.get(0) + "\\): .*подтверждено")
        .contains("и ещё " + (inNeed.size() - 10) + " — в таблице schools");
  }

  @Test
  void aLabelThatContradictsTheGroupIsSaid() throws IOException {
    assertThat(records(tables.get("schools.csv")))
        .filteredOn(school -> !school.get("labels_against_group").isEmpty())
        .extracting(
            school -> school.get("school_id"),
            school -> school.get("cluster_name"),
            school -> school.get("labels_against_group"),
            school -> school.get("groups_supported"))
        .containsExactly(tuple("0024", "high-result", "low-result stably-low-result", "yes"));
    assertThat(console).contains("(0024): школа с низкими результатами, ");
  }

  @Test
  void findsThePlantedGroups() throws IOException {
    Map<String, String> truth = truth();
    List<CSVRecord> schools =
        records(tables.get("schools.csv")).stream()
            .filter(
                school ->
                    Set.of("low", "unfavourable", "high")
                        .contains(truth.get(school.get("school_id"))))
            .toList();

    int[] planted = codes(schools, school -> truth.get(school.get("school_id")));
    int[] found = codes(schools, school -> school.get("cluster"));

    double agreement = AdjustedRandIndex.of(planted, found);
    System.out.printf("adjusted Rand index of %d planted schools: %.3f%n", found.length, agreement);
    assertThat(agreement).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void groupsBearTheNamesOfTheProgramme() throws IOException {
    assertThat(records(tables.get("cluster_centres.csv")))
        .extracting(r -> r.get("name"))
        .containsExactly("low-result", "unfavourable-condition", "high-result");
  }

  /** Geometry and the marking of essays are planted as hard for all. */
  @Test
  void topicsThatMostSchoolsShareAreThePlantedOnes() throws IOException {
    assertThat(
            records(tables.get("difficulty_topics.csv")).stream()
                .filter(topic -> topic.get("common").equals("true"))
                .map(topic -> topic.get("topic")))
        .containsExactly("геометрия", "критериальное оценивание сочинений");
  }

  @Test
  void teachersOfLowSchoolsAreMoreOftenInTheRiskGroup() throws IOException {
    Map<String, String> truth = truth();
    Map<Boolean, Double> shares =
        records(tables.get("teachers.csv")).stream()
            .filter(row -> row.get("subject").equals("*"))
            .collect(
                Collectors.partitioningBy(
                    row -> truth.get(row.get("school_id")).equals("low"),
                    Collectors.averagingDouble(
                        row -> Double.parseDouble(row.get("risk_group_share")))));
    assertThat(shares.get(true)).isBetween(.4, .6);
    assertThat(shares.get(false)).isLessThan(.25);
  }

  @Test
  void noTableNamesATeacher() throws IOException {
    List<String> pseudonyms =
        Files.readAllLines(SAMPLE.resolve("staff.csv"), Charset.forName("windows-1251")).stream()
            .skip(1)
            .map(line -> line.split(";", 3)[1])
            .filter(code -> !code.isEmpty())
            .toList();

    assertThat(pseudonyms).hasSizeGreaterThan(100);
    tables.forEach(
        (name, text) -> assertThat(pseudonyms.stream().filter(text::contains)).as(name).isEmpty());
  }

  /** Those not planted with a label that bear it are printed: some of them do so rightly. */
  @ParameterizedTest
  @CsvSource({
    "low, low-result, 3",
    "low, stably-low-result, 3",
    "unfavourable, unfavourable-context, 2",
    "high, high-result, 3",
    "resilient, resilient, 0"
  })
  void everyPlantedSchoolBearsItsLabel(String group, String label, int mostOthers)
      throws IOException {
    Map<String, String> truth = truth();
    Set<String> labelled =
        records(tables.get("identification.csv")).stream()
            .filter(r -> r.get("label").equals(label) && r.get("flag").equals("true"))
            .map(r -> r.get("school_id"))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> planted =
        truth.keySet().stream()
            .filter(school -> truth.get(school).equals(group))
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> others =
        labelled.stream()
            .filter(school -> !planted.contains(school))
            .map(school -> school + " (" + truth.get(school) + ")")
            .toList();

    System.out.printf(
        "%s: %d of %d planted, others: %s%n", label, planted.size(), labelled.size(), others);
    assertThat(labelled).containsAll(planted);
    assertThat(others).hasSizeLessThanOrEqualTo(mostOthers);
  }

  @Test
  void confirmedLowSchoolsAreThosePlanted() throws IOException {
    Map<String, String> truth = truth();

    assertThat(
            records(tables.get("identification.csv")).stream()
                .filter(r -> r.get("label").equals("low-result"))
                .filter(r -> r.get("strength").equals("confirmed"))
                .map(r -> truth.get(r.get("school_id"))))
        .hasSize(6)
        .containsOnly("low");
  }

  /** The sample's support does nothing: see its truth-support.csv. */
  @Test
  void noProgrammeIsSaidToHaveAnEffectThatItHasNot() throws IOException {
    assertThat(records(tables.get("effect.csv")))
        .filteredOn(r -> r.get("kind").equals("overall"))
        .hasSize(2)
        .allSatisfy(
            r -> {
              assertThat(Double.parseDouble(r.get("permutation_p"))).isGreaterThan(0.05);
              assertThat(r.get("conclusion")).startsWith("Отличить эффект от случайности нельзя");
            });
  }

  @Test
  void nonObjectiveSchoolsAndNoOthersAreUnconfirmed() throws IOException {
    Map<String, String> truth = truth();
    Set<String> unconfirmed =
        records(tables.get("results.csv")).stream()
            .filter(r -> r.get("objectivity").equals("unconfirmed"))
            .map(r -> r.get("school_id"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(unconfirmed)
        .hasSize(2)
        .allMatch(school -> truth.get(school).equals("non_objective"));
    assertThat(records(tables.get("quality.csv")))
        .filteredOn(r -> r.get("table").equals("results"))
        .filteredOn(r -> !r.get("rule").equals("absent-pupils"))
        .extracting(r -> r.get("school_id") + " " + r.get("rule"))
        .containsOnly(
            "0003 heaped-at-minimum", "0003 unconfirmed-elsewhere", "0024 unconfirmed-elsewhere");
  }

  @Test
  void everySchoolInNeedHasAPartnerThatNeedsNoHelpAndIsNotDoubted() throws IOException {
    Map<String, String> truth = truth();
    List<CSVRecord> schools = records(tables.get("schools.csv"));
    List<CSVRecord> pairs = records(tables.get("partners.csv"));

    assertThat(pairs)
        .extracting(pair -> pair.get("school_id"))
        .containsExactlyElementsOf(
            schools.stream()
                .filter(school -> !school.get("help_rank").isEmpty())
                .map(school -> school.get("school_id"))
                .toList());
    assertThat(pairs)
        .extracting(pair -> truth.get(pair.get("partner_id")))
        .isSubsetOf("high", "resilient", "ordinary");
    assertThat(pairs.stream().collect(Collectors.groupingBy(pair -> pair.get("partner_id"))))
        .allSatisfy((donor, helped) -> assertThat(helped).hasSizeLessThanOrEqualTo(3));
    assertThat(console)
        .contains("Школы-партнёры: есть у 13 из 13 школ, возможных доноров 6; сетей 3");
  }

  private static Map<String, String> truth() throws IOException {
    return records(Files.readString(SAMPLE.resolve("truth.csv"))).stream()
        .collect(Collectors.toMap(r -> r.get("school_id"), r -> r.get("group")));
  }

  @Test
  void sheetsOfTheWorkbooksAreTheTablesCellByCell() throws IOException {
    Path run = out.resolve("latest");
    RunOutputs.requireSheetsLikeCsv(run.resolve("report.xlsx"), run.resolve("csv"), IN_WORDS);
    RunOutputs.requireSheetsLikeCsv(
        run.resolve("public/public.xlsx"), run.resolve("public"), IN_WORDS);
    assertThat(RunTables.files(run.resolve("csv-excel")))
        .hasSize(tables.size() + 1)
        .anyMatch(file -> file.endsWith("Словарь.csv"));
  }

  @Test
  void firstSheetOfTheWorkbookIsTheListOfTheConsole() throws IOException {
    List<String> first = RunOutputs.firstSheet(out.resolve("latest/report.xlsx"), "\t");
    List<String> told =
        console.lines().filter(line -> line.matches(" {1,3}\\d+\\. .*\\(\\d{4}\\): .*")).toList();

    assertThat(first).hasSize(1 + 13).first().asString().startsWith("№\tШкола");
    assertThat(told).hasSize(10);
    for (int i = 0; i < told.size(); i++) {
      String[] cells = first.get(i + 1).split("\t", -1);
      String line = told.get(i).strip().replaceAll(" \\(\\d{4}\\): ", ": ");
      assertThat(cells[0] + ". " + cells[1] + ": " + cells[3].replace("); ", "), "))
          .isEqualTo(line);
      assertThat(cells[8]).as("partner").isNotEmpty();
    }
  }

  /** {@code -Dlevelfield.golden=write} rewrites them. */
  @Test
  void whatIsPublicIsThatCommitted() throws IOException {
    for (Path file : RunTables.files(out.resolve("latest/public"))) {
      if (file.toString().endsWith(".csv")) {
        Path golden = Path.of("src/test/resources/golden/public", file.getFileName().toString());
        if ("write".equals(System.getProperty("levelfield.golden"))) {
          Files.createDirectories(golden.getParent());
          Files.copy(file, golden, StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(Files.readString(file)).isEqualTo(Files.readString(golden));
      }
    }
  }

  @Test
  void noCodeOfAPupilOrTeacherIsInAnyOutput() throws IOException {
    Set<String> codes = new TreeSet<>();
    for (int year = 2016; year <= 2018; year++) {
      column(SAMPLE.resolve("results-" + year + ".csv"), StandardCharsets.UTF_8, ',', 5, codes);
    }
    Charset excel = Charset.forName("windows-1251");
    column(SAMPLE.resolve("climate.csv"), excel, ';', 1, codes);
    column(SAMPLE.resolve("staff.csv"), excel, ';', 1, codes);
    Pattern form = Pattern.compile("\\d{4}-\\d{4}-\\d{3}|\\b[0-9a-f]{8}\\b");
    assertThat(codes).hasSizeGreaterThan(1000).allMatch(code -> form.matcher(code).matches());

    RunOutputs.texts(out.resolve("latest"))
        .forEach(
            (file, text) -> assertThat(RunOutputs.codesIn(text, codes, form)).as(file).isEmpty());
  }

  private static void column(
      Path file, Charset charset, char delimiter, int column, Set<String> cells)
      throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
    try (CSVParser rows = CSVParser.parse(file, charset, format)) {
      rows.stream()
          .skip(1)
          .map(row -> row.get(column))
          .filter(c -> !c.isEmpty())
          .forEach(cells::add);
    }
  }

  @Test
  void theSameInputsGiveTheSameTablesToTheByte() throws IOException {
    assertThat(again(STUDY)).isEqualTo(tables);

    assertThat(manifest(scratch.resolve("again"))).isEqualTo(manifest(out));
  }

  @Test
  void theOrderOfRowsDoesNotMatter() throws IOException {
    var random = new Random(3);
    StudyFiles copy = copyOfSample();
    for (Path file : RunTables.files(SAMPLE)) {
      String name = file.getFileName().toString();
      if (name.startsWith("results-")) {
        List<String> lines = Files.readAllLines(file);
        List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
        Collections.shuffle(rows, random);
        copy.with(name, lines(lines.get(0), rows));
      }
    }

    assertThat(again(copy.path("study.yaml").toString())).isEqualTo(tables);
  }

  @Test
  void howRowsAreSpreadOverFilesDoesNotMatter() throws IOException {
    StudyFiles copy = copyOfSample();
    Path whole = copy.path("results-2017.csv");
    List<String> lines = Files.readAllLines(whole);
    Files.delete(whole);
    int third = lines.size() / 3;
    copy.with("results-a.csv", lines(lines.get(0), lines.subList(1, third)));
    copy.with("results-b.csv", lines(lines.get(0), lines.subList(third, 2 * third)));
    copy.with("results-c.csv", lines(lines.get(0), lines.subList(2 * third, lines.size())));

    assertThat(again(copy.path("study.yaml").toString())).isEqualTo(tables);
  }

  /**
   * The seed moves nothing but replicates: those behind rank intervals, which are left out here,
   * and the resamples behind memberships.
   */
  @Test
  void anotherSeedFindsTheSameGroups() {
    String still = "context_index.uncertainty.replicates=0";
    Map<String, String> one = again(STUDY, "--set", still);
    Map<String, String> other = again(STUDY, "--set", still, "--set", "random_seed=7");

    assertThat(other.get("schools.csv")).isEqualTo(one.get("schools.csv"));
    assertThat(withoutMemberships(other)).isEqualTo(withoutMemberships(tables));
  }

  private static String withoutMemberships(Map<String, String> tables) {
    return tables.get("clusters.csv").replaceAll("(,[^,\r\n]*){2}\r\n", "\r\n");
  }

  private Map<String, String> again(String study, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("run", study, "--out", scratch.resolve("again").toString()));
    arguments.addAll(List.of(more));
    Invocation run = Invocation.of(arguments.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return RunTables.latest(scratch.resolve("again"));
  }

  private StudyFiles copyOfSample() throws IOException {
    var copy = new StudyFiles(scratch.resolve("copy"));
    for (Path file : RunTables.files(SAMPLE)) {
      copy.with(file.getFileName().toString(), Files.readAllBytes(file));
    }
    return copy;
  }

  private static String[] lines(String header, List<String> rows) {
    List<String> lines = new ArrayList<>(List.of(header));
    lines.addAll(rows);
    return lines.toArray(String[]::new);
  }

  /** The manifest without what may differ from run to run. */
  private static ObjectNode manifest(Path out) throws IOException {
    var json = (ObjectNode) new ObjectMapper().readTree(out.resolve("latest/run.json").toFile());
    assertThat(json.remove(List.of("run_id", "published", "timings"))).isSameAs(json);
    return json;
  }

  private static List<CSVRecord> records(String csv) throws IOException {
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    return format.parse(new StringReader(csv)).getRecords();
  }

  private static int[] codes(List<CSVRecord> schools, Function<CSVRecord, String> label) {
    List<String> labels = schools.stream().map(label).toList();
    List<String> distinct = labels.stream().distinct().toList();
    return labels.stream().mapToInt(distinct::indexOf).toArray();
  }
}
