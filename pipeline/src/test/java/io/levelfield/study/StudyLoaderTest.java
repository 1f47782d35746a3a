package io.levelfield.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.levelfield.model.text.Language;
import io.levelfield.study.ContextIndexSettings.Impute;
import io.levelfield.study.ContextIndexSettings.Weights;
import io.levelfield.testing.InEnglish;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudyLoaderTest {
  private static final String MINIMAL =
      """
      study: tiny
      inputs:
        results:
          - path: results.csv
            shape: pupils
            columns: {school_id: school, score: score}
            constants: {year: 2018}
      """;

  private static final String FULL =
      """
      study: tiny
      language: ru
      inputs:
        schools:
          - {path: schools.csv, columns: {school_id: id, name: name}}
        results:
          - path: results.csv
            shape: means
            columns: {school_id: id, mean: mean}
            constants: {year: 2018}
            range: [0, 100]
        minimums:
          - {path: minimums.csv, columns: {minimum: min}}
        context:
          - path: context.csv
            columns: {school_id: id}
            constants: {year: 2018}
            dialect: {delimiter: ";"}
      max_rejects: 0.1
      outcome: {pool_years: 2}
      context_index:
        indicators:
          poor: {direction: unfavourable, unknown: [99, {{}}]}
          books: {direction: favourable}
        weights: expert
        missing: {at_least: 0.5}
      clusters: {features: [result, poor], k: 2}
      random_seed: 7
      """
          .replace("[99, {{}}]", "{values: 99, when_empty: books}");

  /** The study shown to users as the shape to start from. */
  private static final String GUIDE =
      """
      study: california-api
      language: en                                  # texts of the report: ru | en
      inputs:
        results:
          - path: ../data-samples/california-api/apipop.csv      # relative to this file
            shape: means
            columns: {school_id: cds, mean: api00, participants: api_stu}
            constants: {year: 2000, procedure: API, subject: all}
        schools:
          - path: ../data-samples/california-api/apipop.csv
            columns: {school_id: cds, name: sname, municipality: dname}
        context:
          - path: ../data-samples/california-api/apipop.csv
            columns: {school_id: cds}
            constants: {year: 2000}
      context_index:
        indicators:
          meals:   {direction: unfavourable, range: [0, 100], label: {en: "meals, %", ru: "…"}}
          not_hsg: {direction: unfavourable, unknown: {when_empty: avg_ed}}
          avg_ed:  {direction: favourable, range: [1, 5]}
        weights: equal
        variants: [pca, regression, expert]
        missing: {at_least: 0.67, impute: group_median}
      clusters: {features: [adjusted_result, context_index], k: 3, restarts: 50}
      random_seed: 42
      """;

  @TempDir private Path directory;

  static List<Path> configs() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("..", "configs"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("configs")
  void loadsEveryCommittedStudy(Path config) {
    Study study = StudyLoader.load(config, List.of());

    assertThat(config.getFileName()).hasToString(study.study() + ".yaml");
    assertThat(study.randomSeed()).isEqualTo(42);
  }

  @Test
  void loadsTheStudyOfTheGuide() {
    Study study = StudyLoader.parse(GUIDE, List.of());

    assertThat(study.contextIndex().orElseThrow().allWeights())
        .containsExactly(Weights.EQUAL, Weights.PCA, Weights.REGRESSION, Weights.EXPERT);
    assertThat(study.contextIndex().orElseThrow().missing().impute())
        .isEqualTo(Impute.GROUP_MEDIAN);
  }

  @Test
  void fillsInDefaults() {
    Study study = StudyLoader.parse(MINIMAL, List.of());

    assertThat(study.language()).isEqualTo(Language.EN);
    assertThat(study.maxRejects()).isEqualTo(new MaxRejects(0.01, 0));
    assertThat(study.outcome().poolYears()).isEqualTo(3);
    assertThat(study.outcome().adjustBy()).isEqualTo(OutcomeSettings.AdjustBy.CONTEXT_INDEX);
    assertThat(study.randomSeed()).isEqualTo(42);
    assertThat(study.clusters()).isEmpty();
    ResultsInput results = study.inputs().results().get(0);
    assertThat(results.failingMark()).isEqualTo(2);
    assertThat(results.topMark()).isEqualTo(5);
    assertThat(results.dialect().missingValues()).contains("NA", "н/д", "-");
  }

  @Test
  void fillsInDefaultsOfTheIndexAndTheGroups() {
    Study study = StudyLoader.parse(FULL, List.of("context_index.missing=null", "clusters.k=9"));

    ContextIndexSettings index = study.contextIndex().orElseThrow();
    assertThat(index.missing().atLeast()).isEqualTo(0.67);
    assertThat(index.missing().impute()).isEqualTo(Impute.NONE);
    assertThat(study.clusters().orElseThrow().restarts()).isEqualTo(50);
    assertThat(study.clusters().orElseThrow().kMax()).isEqualTo(9);
  }

  @Test
  void writtenBackAndReadAgainIsTheSameStudy() throws IOException {
    Study study = StudyLoader.parse(FULL, List.of());

    String written = StudyLoader.mapper().writeValueAsString(study);

    assertThat(StudyLoader.parse(written, List.of())).isEqualTo(study);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "langauge=ru                                  | langauge                          | language",
        "inputs.result=[]                             | inputs.result                     | results",
        "inputs.schools[0].paht=x                     | inputs.schools[0].paht            | path",
        "inputs.schools[0].columns.schoolid=x         | inputs.schools[0].columns.schoolid | school_id",
        "inputs.results[0].constants.years=2018       | inputs.results[0].constants.years | year",
        "inputs.context[0].dialect.delimeter=x        | inputs.context[0].dialect.delimeter | delimiter",
        "outcome.pool_year=2                          | outcome.pool_year                 | pool_years",
        "context_index.wieghts=pca                    | context_index.wieghts             | weights",
        "context_index.indicators.poor.colum=x        | context_index.indicators.poor.colum | column",
        "context_index.missing.imput=none             | context_index.missing.imput       | impute",
        "clusters.restart=3                           | clusters.restart                  | restarts",
      })
  void refusesAnUnknownKeyWithItsPathAndTheNearest(String override, String path, String nearest) {
    assertThatThrownBy(() -> StudyLoader.parse(FULL, List.of(override)))
        .isInstanceOf(StudyProblem.class)
        .extracting(InEnglish::told)
        .asString()
        .startsWith(path + ": unknown key; did you mean '" + nearest + "'?; known");
  }

  @Test
  void refusesAnUnknownKeyOfUnknown() {
    assertThatThrownBy(
            () ->
                StudyLoader.parse(
                    FULL, List.of("context_index.indicators.poor.unknown={when: books}")))
        .extracting(InEnglish::told)
        .asString()
        .isEqualTo(
            "context_index.indicators.poor.unknown.when: unknown key; known here: values,"
                + " when_empty");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "clusters.restarts=many | clusters.restarts: a value of another kind is expected here (a number)",
        "clusters.restarts=2.7 | clusters.restarts: a value of another kind is expected here (a number)",
        "clusters.restarts='3' | clusters.restarts: a value of another kind is expected here (a number)",
        "clusters.k=many                       | clusters.k: a whole number or auto is expected, not \"many\"",
        "clusters.k=2.7                        | clusters.k: a whole number or auto is expected, not 2.7",
        "clusters=3                            | clusters: a value of another kind is expected here (a group",
        "inputs.results=results.csv            | inputs.results: a value of another kind is expected here (a list)",
        "inputs.results[0].columns=school      | inputs.results[0].columns: a value of another kind",
        "inputs.results[0].path=[a]            | inputs.results[0].path: a value of another kind is expected here (a text)",
        "inputs.results[0].range=[1]           | inputs.results[0].range: two numbers",
        "inputs.results[0].range=[9, 1]        | inputs.results[0].range: [9.0, 1.0] is empty",
        "inputs.results[0].constants.year=2018-2019 | inputs.results[0].constants.year: a value of another kind",
        "random_seed=99999999999999999999      | random_seed: Numeric value",
        "max_rejects=1.5                       | max_rejects: a share from 0 to 1, a whole number of rows from 2 on",
      })
  void refusesAValueOfTheWrongKindWithItsPath(String override, String message) {
    assertThatThrownBy(() -> StudyLoader.parse(FULL, List.of(override)))
        .isInstanceOf(StudyProblem.class)
        .extracting(InEnglish::told)
        .asString()
        .startsWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "study: x                                    | inputs: missing: name the files to read",
        "{study: x, inputs: {results: [{shape: means}]}} | inputs.results[0].path: missing",
        "stduy: x                                    | study: missing; is it what 'stduy' stands for",
        "{study: x, input: {}}                       | inputs: missing; is it what 'input' stands for",
      })
  void saysWhatIsMissing(String yaml, String message) {
    assertThatThrownBy(() -> StudyLoader.parse(yaml, List.of()))
        .isInstanceOf(StudyProblem.class)
        .extracting(InEnglish::told)
        .asString()
        .startsWith(message);
  }

  @Test
  void takesADecimalCommaForOne() {
    String inBraces = FULL + "identify: {low_result: {share_below: 0,30}}\n";
    assertThatThrownBy(() -> StudyLoader.parse(inBraces, List.of()))
        .extracting(e -> InEnglish.told((StudyProblem) e))
        .asString()
        .contains("identify.low_result.30: no such setting; if it is the fraction", "e.g. 0.30");
    String onALine = FULL + "identify:\n  low_result:\n    share_below: 0,30\n";
    assertThatThrownBy(() -> StudyLoader.parse(onALine, List.of()))
        .extracting(e -> InEnglish.told((StudyProblem) e))
        .asString()
        .endsWith("behind a point: 0.30, not 0,30");
  }

  /** A fault whose cure nobody can guess does not hide the next. */
  @Test
  void readsOnPastAChoiceThatIsNone() {
    assertThatThrownBy(
            () ->
                StudyLoader.parse(
                    FULL,
                    List.of(
                        "context_index.indicators.poor.direction=плохо",
                        "context_index.indicators.poor.range=5")))
        .extracting(e -> InEnglish.told((StudyProblem) e))
        .asString()
        .contains("poor.direction: 'плохо' is none of", "poor.range: a value of another kind");
  }

  @ParameterizedTest
  @CsvSource({"rus, RU", "Русский, RU", "ru, RU", "en, EN"})
  void speaksTheLanguageThatIsMeant(String written, Language meant) throws IOException {
    Path study = Files.writeString(directory.resolve("s.yaml"), "language: " + written + "\n");

    assertThat(StudyLoader.language(study, List.of())).contains(meant);
  }

  @Test
  void aTableIsNoStudy() throws IOException {
    Path table = Files.write(directory.resolve("ЕГЭ.csv"), new byte[] {(byte) 0xcf});

    assertThatThrownBy(() -> StudyLoader.load(table, List.of()))
        .extracting(e -> InEnglish.told((StudyProblem) e))
        .asString()
        .contains("is a table and no study; levelfield init");
  }

  /** Turned round they would make the best schools the worst; numbered columns say nothing. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2: '5', 3: '4', 4: '3', 5: '2'                     | 2",
        "2: Отметка 2, 3: Отметка 4, 4: Отметка 3, 5: Отм. 5 | 3",
        "2: '2', 3: '3', 4: '4', 5: '5'                     | ",
        "2: '1', 3: '2', 4: '3', 5: '4'                     | ",
        "2: двойки, 3: тройки, 4: '2', 5: '5'               | ",
      })
  void refusesMarksWhoseColumnsAreMixedUp(String marks, String mark) {
    String study =
        """
        study: marks
        inputs:
          results:
            - path: a
              shape: marks
              columns: {school_id: id, year: y, marks: {%s}}
        """
            .formatted(marks.strip());
    if (mark == null) {
      assertThat(StudyLoader.parse(study, List.of()).inputs().results()).hasSize(1);
      return;
    }
    assertThatThrownBy(() -> StudyLoader.parse(study, List.of()))
        .isInstanceOf(StudyProblem.class)
        .extracting(InEnglish::told)
        .asString()
        .startsWith("inputs.results[0].columns.marks: mark " + mark + " is given the column");
  }

  @Test
  void offersQuotesWhereANameIsNoYaml() {
    assertThatThrownBy(() -> StudyLoader.parse("columns: {mean: Share, %}", List.of()))
        .extracting(e -> InEnglish.told((StudyProblem) e))
        .asString()
        .contains("line 1, column", "is written in quotes: \"Share, %\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "language=fr                                  | language: 'fr' is none of en, ru",
        "inputs.results[0].shape=pupil                | inputs.results[0].shape: 'pupil' is none of counts, marks, means, pupils",
        "inputs.context[0].shape=x                    | inputs.context[0].shape: 'x' is none of pupils, schools",
        "context_index.weights=equals                 | context_index.weights: 'equals' is none of critic, entropy, equal, expert, pca, regression, ridge",
        "context_index.variants=[pca, x]              | context_index.variants[1]: 'x' is none of",
        "context_index.missing.impute=mean            | context_index.missing.impute: 'mean' is none of chained, group_median, last_year, none",
        "context_index.indicators.poor.direction=up   | context_index.indicators.poor.direction: 'up' is none of favourable, unfavourable",
        "outcome.adjust_by=x                          | outcome.adjust_by: 'x' is none of context_index, indicators",
      })
  void namesTheChoicesWhereAValueIsNoneOfThem(String override, String message) {
    assertThatThrownBy(() -> StudyLoader.parse(FULL, List.of(override)))
        .isInstanceOf(StudyProblem.class)
        .extracting(InEnglish::told)
        .asString()
        .startsWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "study=../up                              | study: a name of up to 100 letters",
        "inputs=null                              | inputs: missing",
        "inputs.results=[]                        | inputs.results: missing",
        "inputs.results[0].path=''                | inputs.results[0].path: missing",
        "inputs.results[0].shape=null             | inputs.results[0].shape: missing: pupils, counts, means or marks",
        "inputs.results[0].columns=null           | inputs.results[0].columns: missing",
        "inputs.results[0].columns.mean=null      | inputs.results[0].columns.mean: missing",
        "inputs.results[0].columns.school_id=null | inputs.results[0].columns.school_id: missing",
        "inputs.results[0].constants=null         | inputs.results[0].columns.year: missing",
        "inputs.results[0].shape=counts           | inputs.results[0].columns.participants: missing",
        "inputs.results[0].shape=pupils           | inputs.results[0].columns.score: missing",
        "inputs.context=[]                        | context_index.indicators.poor: no file of inputs.context",
        "inputs.context[0].indicators=[rich]      | inputs.context[0].indicators: no indicator rich",
        "inputs.context[0].indicators=[poor]      | context_index.indicators.books: no file",
        "inputs.context[0].dialect.delimiter=', ' | inputs.context[0].dialect.delimiter: one ASCII character",
        "inputs.context[0].dialect.delimiter='\"' | inputs.context[0].dialect.delimiter: one ASCII character",
        "inputs.context[0].dialect.delimiter=ж    | inputs.context[0].dialect.delimiter: one ASCII character",
        "inputs.context[0].dialect.charset=no!    | inputs.context[0].dialect.charset: unknown character set",
        "inputs.context[0].dialect.decimal=;      | inputs.context[0].dialect.decimal: '.' or ','",
        "context_index.indicators={}              | context_index.indicators: missing",
        "context_index.indicators.poor=null       | context_index.indicators.poor: empty",
        "context_index.indicators.poor.direction=null | context_index.indicators.poor.direction: missing",
        "context_index.indicators.poor.count=a    | context_index.indicators.poor.denominator: missing",
        "context_index.indicators.poor.equals=a   | context_index.indicators.poor.equals: goes with",
        "context_index.indicators.poor.weight=-1  | context_index.indicators.poor.weight: at least 0",
        "context_index.indicators.poor.aggregate=mean | context_index.indicators.poor: no file of inputs.context holds it; aggregate needs an input of shape: pupils",
        "context_index.missing.at_least=0         | context_index.missing.at_least: a share above 0",
        "clusters.features=[rezult]               | clusters.features: no feature rezult; did you mean 'result'?",
        "clusters.features=[]                     | clusters.features: name at least one",
        "clusters.features=[poor, poor]           | clusters.features: a feature is named twice",
        "clusters.k=0                             | clusters.k: at least 1",
        "clusters.k_max=1                         | clusters.k_max: at least 2",
        "clusters.bootstraps=19                   | clusters.bootstraps: at least 20",
        "clusters.null_sets=19                    | clusters.null_sets: at least 20",
        "clusters.significance=0.005              | clusters.null_sets: with 100 no probability",
        "clusters.borderline_below=1              | clusters.borderline_below: a number above 0 and below 1",
        "clusters.restarts=0                      | clusters.restarts: at least 1",
        "outcome.pool_years=0                     | outcome.pool_years: at least 1",
        "quality.participation.at_least=1         | quality.participation.at_least: a number above 0 and below 1",
        "quality.participation.bars_below=0.96    | quality.participation.bars_below: bars_below is 0.96, above at_least (0.95)",
      })
  void refusesWhatNoRunCanDo(String override, String message) {
    assertThatThrownBy(() -> StudyLoader.parse(FULL, List.of(override)))
        .isInstanceOf(StudyProblem.class)
        .extracting(InEnglish::told)
        .asString()
        .startsWith(message);
  }

  @Test
  void theShareThatIsLowIsOneNumberWhereverItIsNamed() {
    Study ofTables = StudyLoader.parse(FULL, List.of("outcome.share_threshold=0.25"));
    Study ofLabel = StudyLoader.parse(FULL, List.of("identify.low_result.share_below=0.25"));

    assertThat(ofTables.identify().lowResult().shareBelow()).isEqualTo(0.25);
    assertThat(ofLabel.outcome().shareThreshold()).isEqualTo(0.25);
    assertThatThrownBy(
            () ->
                StudyLoader.parse(
                    FULL,
                    List.of("outcome.share_threshold=0.25", "identify.low_result.share_below=0.3")))
        .isInstanceOf(StudyProblem.class)
        .extracting(InEnglish::told)
        .asString()
        .startsWith("outcome.share_threshold: 0.25 contradicts");
  }

  @Test
  void refusesExpertWeightsThatAreAllZero() {
    assertThatThrownBy(
            () ->
                StudyLoader.parse(
                    FULL,
                    List.of(
                        "context_index.indicators.poor.weight=0",
                        "context_index.indicators.books.weight=0")))
        .extracting(InEnglish::told)
        .asString()
        .isEqualTo("context_index.indicators: every expert weight is 0");
  }

  @Test
  void overridesReplaceSettingsAndPlacesOfLists() {
    Study study =
        StudyLoader.parse(
            FULL,
            List.of(
                "clusters.k=4",
                "clusters.features=[result, books]",
                "inputs.results[0].path=other.csv",
                "inputs.context[0].dialect.decimal=','",
                "clusters.k=5"));

    assertThat(study.clusters().orElseThrow().k().number()).as("the last one counts").hasValue(5);
    assertThat(study.clusters().orElseThrow().features()).containsExactly("result", "books");
    assertThat(study.inputs().results().get(0).path()).isEqualTo("other.csv");
    assertThat(study.inputs().context().get(0).dialect().decimal()).contains(",");
  }

  @Test
  void leavesTheNumberOfGroupsToTheData() {
    Study study = StudyLoader.parse(FULL, List.of("clusters.k=auto"));

    assertThat(study.clusters().orElseThrow().k().number()).isEmpty();
    assertThat(study.clusters().orElseThrow().kMax()).isEqualTo(8);
  }

  @Test
  void overridesMakeGroupsOfSettingsThatAreMissing() {
    Study study = StudyLoader.parse(MINIMAL, List.of("clusters.k=2", "clusters.features=[result]"));

    assertThat(study.clusters().orElseThrow().k().number()).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clusters.k",
        "=3",
        ".=3",
        "clusters..k=3",
        "clusters.k.=3",
        "[0]=3",
        "clusters.k={a: 1",
        "inputs.results[7].path=x",
        "inputs.results[x].path=x",
        "inputs.results.path=x",
        "inputs.results[0]path=x",
        "study.name=x"
      })
  void refusesOverridesThatFitNowhere(String override) {
    assertThatThrownBy(() -> StudyLoader.parse(FULL, List.of(override)))
        .isInstanceOf(StudyProblem.class)
        .extracting(InEnglish::told)
        .asString()
        .startsWith("--set " + override + ": ");
  }

  @Test
  void tellsLineAndColumnOfASyntaxError() {
    assertThatThrownBy(() -> StudyLoader.parse("study: tiny\ninputs: [a\nb: {", List.of()))
        .isInstanceOf(StudyProblem.class)
        .extracting(InEnglish::told)
        .asString()
        .startsWith("not valid YAML (line 3, column 2)");
  }

  @Test
  void refusesAKeyThatStandsTwice() {
    assertThatThrownBy(() -> StudyLoader.parse(MINIMAL + "study: other\n", List.of()))
        .isInstanceOf(StudyProblem.class)
        .extracting(InEnglish::told)
        .asString()
        .startsWith("not valid YAML (line 8, column 6)")
        .contains("the key 'study' stands there twice")
        .contains("study");
  }

  @Test
  void refusesASecondDocument() {
    assertThatThrownBy(() -> StudyLoader.parse(MINIMAL + "---\nstudy: b\n", List.of()))
        .isInstanceOf(StudyProblem.class)
        .extracting(InEnglish::told)
        .asString()
        .startsWith("not valid YAML");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# a comment only\n", "~\n", "just text\n", "- a list\n"})
  void refusesAFileWithoutSettings(String yaml) {
    assertThatThrownBy(() -> StudyLoader.parse(yaml, List.of()))
        .isInstanceOf(StudyProblem.class)
        .extracting(InEnglish::told)
        .asString()
        .startsWith("the study is empty");
  }

  @Test
  void namesTheFileThatIsMissingOrNotUtf8() throws IOException {
    Path absent = directory.resolve("absent.yaml");
    Path cyrillic = directory.resolve("cyrillic.yaml");
    Files.writeString(cyrillic, "study: Сафоново\n", Charset.forName("windows-1251"));

    assertThatThrownBy(() -> StudyLoader.load(absent, List.of()))
        .extracting(InEnglish::told)
        .asString()
        .isEqualTo("there is no study file " + absent);
    assertThatThrownBy(() -> StudyLoader.load(cyrillic, List.of()))
        .extracting(InEnglish::told)
        .asString()
        .isEqualTo(cyrillic + " is not UTF-8 text; save the study as UTF-8");
  }

  @Test
  void tellsAllFaultsAtOnce() {
    String faulty =
        MINIMAL
                .replace("shape: pupils", "shape: pupil")
                .replace("score: score", "scor: score")
                .replace("study: tiny", "study: tiny\nlanguage: rus\noutcom: {pool_years: x}")
            + "random_seed: seven\nclusters: {k: 2, features: [result], kk: 1}\n";

    assertThatThrownBy(() -> StudyLoader.parse(faulty, List.of()))
        .isInstanceOf(StudyProblem.class)
        .satisfies(
            e ->
                assertThat(InEnglish.told(e).lines())
                    .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).startsWith("language: "),
                        line -> assertThat(line).startsWith("outcom: unknown key; did you mean"),
                        line -> assertThat(line).startsWith("outcome.pool_years: "),
                        line -> assertThat(line).startsWith("inputs.results[0].shape: "),
                        line -> assertThat(line).startsWith("inputs.results[0].columns.scor: "),
                        line -> assertThat(line).startsWith("clusters.kk: unknown key"),
                        line -> assertThat(line).startsWith("random_seed: ")));
  }

  @Test
  void aShareThatIsNoneIsToldOfWhereItStands() {
    assertThatThrownBy(
            () ->
                StudyLoader.parse(
                    MINIMAL + "identify: {low_result: {share_below: 30}}\n", List.of()))
        .satisfies(
            e ->
                assertThat(InEnglish.told(e).lines())
                    .singleElement()
                    .asString()
                    .startsWith("identify.low_result.share_below: "));
  }

  @Test
  void whatFollowsFromAFaultIsNotTold() {
    assertThatThrownBy(
            () -> StudyLoader.parse(MINIMAL.replace("path: results.csv", "path: [1]"), List.of()))
        .satisfies(e -> assertThat(InEnglish.told(e)).startsWith("inputs.results[0].path: "))
        .satisfies(e -> assertThat(InEnglish.told(e).lines()).hasSize(1));
  }
}
