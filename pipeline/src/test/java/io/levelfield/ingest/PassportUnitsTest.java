package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.SchoolYear;
import io.levelfield.model.input.RowAccount;
import io.levelfield.study.Indicator;
import io.levelfield.study.Range;
import io.levelfield.testing.Indicators;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Passports in fractions among others in per cent do not count, and sound ones do. */
class PassportUnitsTest {
  private static final Map<String, Double> TYPICAL =
      Map.of("educated", 38.0, "incomplete", 27.0, "poor", 22.0, "jobless", 5.0, "crime", 1.6);

  private final Map<PassportReader.Key, PassportCell> rows =
      new TreeMap<>(
          Comparator.comparing(PassportReader.Key::from)
              .thenComparing(PassportReader.Key::indicator));
  private final Map<String, Indicator> indicators = new TreeMap<>();

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 14})
  void fractionsAmongPerCentDoNotCount(int inFractions) {
    for (int s = 0; s < 30; s++) {
      school(s, 2019, s < inFractions ? 0.01 : 1);
    }

    assertThat(found()).hasSize(inFractions).allMatch(told -> told.endsWith("reject.fractions"));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 14})
  void norPerCentAmongFractions(int inPerCent) {
    for (int s = 0; s < 30; s++) {
      school(s, 2019, s < inPerCent ? 1 : 0.01);
    }

    assertThat(found()).hasSize(inPerCent).allMatch(told -> told.endsWith("reject.per-cent"));
  }

  /** One or two may be schools of their own kind; but not where another year tells otherwise. */
  @ParameterizedTest
  @CsvSource({"0.01, 1, true", "0.01, 0.01, false", "1, 1, false"})
  void aSchoolByItselfIsComparedWithItself(double unit, double unitBefore, boolean found) {
    for (int s = 0; s < 30; s++) {
      school(s, 2018, s == 7 ? unitBefore : 1);
      school(s, 2019, s == 7 ? unit : 1);
    }

    assertThat(found()).isEqualTo(found ? Set.of("2019 s7 reject.fractions") : Set.of());
  }

  @Test
  void ofTwoYearsTheOlderOneDoesNotCount() {
    for (int s = 0; s < 15; s++) {
      school(s, 2018, 1);
      school(s, 2019, 0.01);
    }

    assertThat(found()).hasSize(15).allMatch(told -> told.startsWith("2018"));
  }

  @Test
  void oneUnitIsNeverDoubted() {
    for (int s = 0; s < 15; s++) {
      school(s, 2018, 0.01);
    }

    assertThat(found()).isEmpty();
  }

  @Test
  void countsAndSharesByTheirRangeCannotBeMistaken() {
    for (int s = 0; s < 15; s++) {
      school(s, 2018, s < 3 ? 0.01 : 1);
    }
    TYPICAL
        .keySet()
        .forEach(key -> indicators.put(key, Indicators.unfavourable(Optional.of(new Range(0, 1)))));
    assertThat(found()).isEmpty();

    TYPICAL
        .keySet()
        .forEach(
            key -> indicators.put(key, Indicators.unfavourable(Optional.of(new Range(0, 100)))));
    assertThat(found()).hasSize(3);
    rows.replaceAll((key, cell) -> PassportCell.counted(cell.value(), 1));
    assertThat(found()).isEmpty();
  }

  /** Well-off schools have a little of everything; where all is a hundredth, it is the unit. */
  @RepeatedTest(50)
  void schoolsThatAreWellOffCount(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    for (int s = 0; s < 40; s++) {
      for (Map.Entry<String, Double> typical : TYPICAL.entrySet()) {
        double level = s % 8 == 0 ? 0.1 : 1;
        double value = typical.getValue() / 4 * level * Math.exp(0.5 * random.nextGaussian());
        put(s, 2019, typical.getKey(), Math.min(100, value));
      }
    }

    assertThat(found()).isEmpty();
  }

  private void school(int school, int year, double unit) {
    var random = new Random(31L * school + year);
    TYPICAL.forEach(
        (key, typical) ->
            put(school, year, key, unit * typical * Math.exp(0.3 * random.nextGaussian())));
    put(school, year, "participants", 0); // what is none is none in every unit
  }

  private void put(int school, int year, String key, double value) {
    indicators.putIfAbsent(key, Indicators.unfavourable(Optional.of(new Range(0, 100))));
    rows.put(
        PassportReader.Key.of(new SchoolYear("s" + school, year), key), PassportCell.plain(value));
  }

  /** Passports that do not count, as {@code year school reason}. */
  private Set<String> found() {
    return PassportUnits.of(rows, indicators, 30).entrySet().stream()
        .peek(entry -> assertThat(entry.getValue().account()).isEqualTo(RowAccount.REJECTED))
        .map(
            entry ->
                entry.getKey().from().year()
                    + " "
                    + entry.getKey().from().schoolId()
                    + " "
                    + entry.getValue().why().code())
        .collect(Collectors.toSet());
  }
}
