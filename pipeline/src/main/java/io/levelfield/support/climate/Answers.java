package io.levelfield.support.climate;

import io.levelfield.model.input.ClimateAnswer;
import io.levelfield.model.input.ClimateMeasure;
import io.levelfield.model.input.ClimateMeasure.Kind;
import io.levelfield.model.support.ClimateFigure.Change;
import io.levelfield.stats.Descriptive;
import io.levelfield.stats.Difference;
import io.levelfield.stats.Interval;
import io.levelfield.stats.StudentQuantile;
import io.levelfield.stats.WilsonInterval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was answered to one question in one year, of one school or several: of single pupils, or
 * only counts and means of them.
 */
final class Answers {
  private final ClimateMeasure measure;
  private final int year;
  private final Map<Pupil, Double> ofPupils = new LinkedHashMap<>();
  private final List<Double> values = new ArrayList<>();
  private long pupils;
  private double sum;
  private boolean onlyCounted;

  private record Pupil(String school, String code) {}

  Answers(ClimateMeasure measure, int year) {
    this.measure = measure;
    this.year = year;
  }

  void add(ClimateAnswer answer, double value) {
    pupils += answer.pupils();
    if (answer.counted()) {
      onlyCounted = true;
      sum += measure.kind() == Kind.SCORE ? value * answer.pupils() : value;
    } else {
      sum += value;
      values.add(value);
      // Two schools may use the same codes.
      answer.pupil().ifPresent(code -> ofPupils.put(new Pupil(answer.schoolId(), code), value));
    }
  }

  long pupils() {
    return pupils;
  }

  double value() {
    return sum / pupils;
  }

  /** Absent where the spread among pupils is unknown. */
  Optional<Interval> interval(double confidence) {
    if (measure.kind() == Kind.YES_NO) {
      return Optional.of(WilsonInterval.of(Math.round(sum), pupils, confidence));
    }
    if (onlyCounted || pupils < 2) {
      return Optional.empty();
    }
    double reach =
        StudentQuantile.twoSided(confidence, values.size() - 1)
            * Descriptive.sd(array())
            / Math.sqrt(values.size());
    return Optional.of(new Interval(value() - reach, value() + reach));
  }

  /** The change since earlier answers: of the same pupils where two or more are linked. */
  Change since(Answers earlier, double confidence) {
    List<Pupil> both = ofPupils.keySet().stream().filter(earlier.ofPupils::containsKey).toList();
    if (both.size() > 1) {
      double[] differences =
          both.stream().mapToDouble(p -> ofPupils.get(p) - earlier.ofPupils.get(p)).toArray();
      int sign = measure.isFavourable() ? 1 : -1;
      long better = Arrays.stream(differences).filter(d -> sign * d > 0).count();
      return change(
          earlier, Optional.of(Difference.paired(differences, confidence)), both.size(), better);
    }
    return change(earlier, ofSamples(earlier, confidence), 0, 0);
  }

  private Optional<Difference> ofSamples(Answers earlier, double confidence) {
    if (measure.kind() == Kind.YES_NO) {
      return Optional.of(
          Difference.ofShares(
              Math.round(earlier.sum), earlier.pupils, Math.round(sum), pupils, confidence));
    }
    return onlyCounted || earlier.onlyCounted || pupils < 2 || earlier.pupils < 2
        ? Optional.empty()
        : Optional.of(Difference.ofMeans(earlier.array(), array(), confidence));
  }

  private Change change(
      Answers earlier, Optional<Difference> difference, long linked, long better) {
    return new Change(
        earlier.year,
        difference.map(Difference::value).orElse(value() - earlier.value()),
        difference.map(d -> OptionalDouble.of(d.interval().low())).orElse(OptionalDouble.empty()),
        difference.map(d -> OptionalDouble.of(d.interval().high())).orElse(OptionalDouble.empty()),
        linked,
        better);
  }

  private double[] array() {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
