package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.input.StudyData;
import io.levelfield.testing.InEnglish;
import io.levelfield.testing.StudyFiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a mark in a number means is told from all cells of its column. */
class NumberMarksTest {
  private static final String STUDY =
      """
      inputs:
        results:
          - {path: results.csv, shape: means, columns: {school_id: id, mean: m}, constants: {year: 1}}
        context:
          - {path: "context*.csv", columns: {school_id: id}, constants: {year: 2018}}
      context_index:
        indicators:
          income: {direction: favourable}
          poor: {direction: unfavourable}
      """;

  @TempDir private Path directory;
  private StudyFiles files;

  @BeforeEach
  void startWithTwoSchools() {
    files = new StudyFiles(directory).with("results.csv", "id;m", "a;1", "b;2", "c;3");
  }

  @Test
  void anotherColumnsPointMakesTheCommaOneBetweenThousands() {
    files.with("context.csv", "id;income;poor", "a;25,440;0.5", "b;731;0.25", "c;1,208;0.1");

    assertThat(income()).containsExactly(25440.0, 731.0, 1208.0);
  }

  @Test
  void codesSayNothingOfNumbers() {
    files.with("results.csv", "id;m", "1,234;1", "01.2;2", "7,5;3");
    files.with("context.csv", "id;income;poor", "1,234;25.5;1", "01.2;731;2", "7,5;1.25;3");

    assertThat(income()).containsExactlyInAnyOrder(25.5, 731.0, 1.25);
    files.with("context.csv", "id;income;poor", "1,234;25,440;1", "01.2;731;2", "7,5;1,208;3");
    refused("income");
  }

  @Test
  void oneLongerFractionMakesAllCommasDecimal() {
    files.with("context.csv", "id;income;poor", "a;25,440;1", "b;7,5;2", "c;1,208;3");

    assertThat(income()).containsExactly(25.44, 7.5, 1.208);
  }

  @Test
  void groupsOfThousandsMakeOthersSoToo() {
    files.with("context.csv", "id;income;poor", "a;1.234.567,5;1", "b;2.500;2", "c;12,25;3");

    assertThat(income()).containsExactly(1234567.5, 2500.0, 12.25);
  }

  @Test
  void aCommaThatMayBeEitherIsRefusedWithTheSettingThatTells() {
    files.with("context.csv", "id;income;poor", "a;25,440;1", "b;731;2", "c;1,208;3");

    refused("column 'income', context.csv, line 2 ('25,440'): '25,440' can be read in two ways");
    assertThat(income("dialect: {thousands: \",\"}")).containsExactly(25440.0, 731.0, 1208.0);
    assertThat(income("dialect: {decimal: \",\"}")).containsExactly(25.44, 731.0, 1.208);
  }

  @Test
  void aPointBesideWholeNumbersMayStandBetweenThousands() {
    files.with("context.csv", "id;income;poor", "a;25.440;1", "b;731;2", "c;1.208;3");

    refused("column 'income', context.csv, line 2 ('25.440'): '25.440' can be read in two ways");
    assertThat(income("dialect: {thousands: \".\"}")).containsExactly(25440.0, 731.0, 1208.0);
  }

  @Test
  void threeDigitsBehindEveryPointAreDecimals() {
    files.with("context.csv", "id;income;poor", "a;25.440;1", "b;73.100;2", "c;0;3");

    assertThat(income()).containsExactly(25.44, 73.1, 0.0);
  }

  @Test
  void aPointAloneIsNoMark() {
    files.with("context.csv", "id;income;poor", "a;12,5;1", "b;.;2", "c;..;3");

    assertThat(income()).containsExactly(12.5);
  }

  @Test
  void marksThatContradictEachOtherAreRefusedWithAPlaceOfEach() {
    files.with("context.csv", "id;income;poor", "a;12,5;1", "b;12.25;2", "c;3;3");

    refused("in context.csv, line 2 ('12,5') a comma is the decimal mark, in context.csv, line 3");
  }

  @Test
  void perCentBesideSharesAreHundredths() {
    files.with("context-a.csv", "id;income;poor", "a;1;17,8%", "b;2;30%");
    files.with("context-b.csv", "id;income;poor", "c;3;0,5");

    assertThat(poor()).containsExactly(.178, .3, .5);
  }

  @Test
  void perCentBesidePerCentAreWhatTheyAre() {
    files.with("context.csv", "id;income;poor", "a;1;17,8%", "b;2;30", "c;3;45%");

    assertThat(poor()).containsExactly(17.8, 30.0, 45.0);
  }

  @Test
  void perCentBesideBothAreRefused() {
    files.with("context.csv", "id;income;poor", "a;1;17,8%", "b;2;0,3", "c;3;45");

    refused("column 'poor': per cent (context.csv, line 2 ('17,8%')) stand beside shares");
  }

  private void refused(String message) {
    assertThatThrownBy(() -> IngestStudy.read(files, STUDY))
        .isInstanceOf(InputsRefused.class)
        .extracting(InEnglish::told)
        .asString()
        .contains(message);
  }

  private List<Double> income(String... settings) {
    return values("income", settings);
  }

  private List<Double> poor() {
    return values("poor");
  }

  private List<Double> values(String indicator, String... settings) {
    String more = settings.length == 0 ? "}" : ", " + settings[0] + "}";
    StudyData data = IngestStudy.read(files, STUDY.replace("{year: 2018}}", "{year: 2018}" + more));
    return data.passports().stream()
        .flatMapToDouble(passport -> passport.value(indicator).stream())
        .boxed()
        .toList();
  }
}
