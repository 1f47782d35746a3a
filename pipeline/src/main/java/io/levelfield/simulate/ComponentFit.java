package io.levelfield.simulate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Learns what schools' levels are made of from products of pairs of a school's standings: two years
 * of an examination share the school and the examination, two examinations of a year the school and
 * the year, and so on; what pupils' chance adds to a standing is in no product of two cohorts.
 * These are the estimators of the analysis of variance for unbalanced data (Henderson's method 1:
 * Searle, Casella, McCulloch, Variance Components, 1992, ch. 5), with products weighed by how sure
 * their standings are.
 */
final class ComponentFit {
  private static final double CLOSEST_PUPILS = 0.95;

  private final Trend trend;
  private final Mean examinationKept = new Mean();
  private final Mean nothingKept = new Mean();
  private final Mean yearKept = new Mean();
  private final List<OfCohort> cohortKept = new ArrayList<>();
  private final Mean onContext = new Mean();
  private final Mean ofTrend = new Mean();
  private final Mean total = new Mean();

  /** A weighted mean. */
  private static final class Mean {
    private double weights;
    private double sum;

    void add(double weight, double value) {
      weights += weight;
      sum += weight * value;
    }

    OptionalDouble value() {
      return weights > 0 ? OptionalDouble.of(sum / weights) : OptionalDouble.empty();
    }
  }

  /** A product of one cohort, and how much of pupils' chance is in it per unit of correlation. */
  private record OfCohort(double weight, double product, double chance) {}

  /** A standing with its reliability. */
  private record Seen(Sitting sitting, double standing, double reliability) {}

  private ComponentFit(Trend trend) {
    this.trend = trend;
  }

  /**
   * Learns the parts.
   *
   * @param bySchool sittings whose level is known
   * @param index standardised, of the schools where it is known
   */
  static Components of(
      Map<String, List<Sitting>> bySchool, Map<String, Double> index, Trend trend) {
    var fit = new ComponentFit(trend);
    Map<MeasureShape, Double> corrections = corrections(bySchool.values());
    bySchool.forEach(
        (school, sittings) -> {
          List<Seen> seen = new ArrayList<>();
          for (Sitting sitting : sittings) {
            OptionalDouble standing = sitting.shape().standing(sitting.tally());
            if (standing.isPresent()) {
              double chance = Math.pow(sitting.shape().pupils(), 2) / sitting.participants();
              seen.add(
                  new Seen(
                      sitting,
                      standing.getAsDouble() * corrections.get(sitting.shape()),
                      1 / (1 + chance)));
            }
          }
          fit.add(seen, index.get(school));
        });
    return fit.components();
  }

  /** What standings lose as their measure's mean is taken from the same schools. */
  private static Map<MeasureShape, Double> corrections(Collection<List<Sitting>> all) {
    Map<MeasureShape, Double> schools = new HashMap<>();
    all.forEach(own -> own.forEach(s -> schools.merge(s.shape(), 1.0, Double::sum)));
    schools.replaceAll((shape, n) -> Math.sqrt(n / Math.max(1, n - 1)));
    return schools;
  }

  private void add(List<Seen> seen, Double index) {
    for (int i = 0; i < seen.size(); i++) {
      Seen one = seen.get(i);
      ofTrend.add(1, trend.variance(one.sitting().year()));
      double chance = Math.pow(one.sitting().shape().pupils(), 2) / one.sitting().participants();
      total.add(one.reliability() * one.reliability(), one.standing() * one.standing() - chance);
      if (index != null) {
        onContext.add(one.reliability(), one.standing() * index);
      }
      for (Seen other : seen.subList(0, i)) {
        add(one, other);
      }
    }
  }

  private void add(Seen one, Seen other) {
    Sitting a = one.sitting();
    Sitting b = other.sitting();
    double weight = one.reliability() * other.reliability();
    double product =
        one.standing() * other.standing()
            - trend.variance() * (a.year() - trend.middle()) * (b.year() - trend.middle());
    if (a.sameExamination(b)) {
      examinationKept.add(weight, product);
    } else if (a.year() != b.year()) {
      nothingKept.add(weight, product);
    } else if (a.cohort().equals(b.cohort())) {
      double chance =
          a.shape().pupils() * b.shape().pupils() / Math.max(a.participants(), b.participants());
      cohortKept.add(new OfCohort(weight, product, chance));
    } else {
      yearKept.add(weight, product);
    }
  }

  private Components components() {
    double ofYears = Math.min(1, ofTrend.value().orElse(0));
    boolean oneYear = examinationKept.value().isEmpty() && nothingKept.value().isEmpty();
    boolean oneExamination = nothingKept.value().isEmpty() && !oneYear;
    OptionalDouble across = oneExamination ? examinationKept.value() : nothingKept.value();
    double[] together = together(oneYear ? yearKept.value() : across);
    double school = positive(oneYear ? together[0] : across.orElse(0));
    double examination = positive(examinationKept.value().orElse(school) - school);
    double year = oneYear || oneExamination ? 0 : positive(together[0] - school);
    double sum = school + examination + year;
    // Parts are set against the total that the same standings show, not against the fitted
    // variance:
    // where that is too large, the difference would pass for good and bad years.
    double shown = Math.max(sum, total.value().orElse(0) - ofYears);
    double room = 1 - ofYears;
    double scale = shown > 0 ? room / shown : 0;
    school *= scale;
    examination *= scale;
    year *= scale;
    double rest = positive(room - school - examination - year);
    double context = Math.sqrt(scale) * onContext.value().orElse(0);
    double most = Math.sqrt(school);
    return new Components(
        Math.max(-most, Math.min(most, context)),
        school,
        // One year shows nothing of how examinations differ from year to year.
        oneYear ? examination + rest : examination,
        year,
        oneYear ? 0 : rest,
        together[1]);
  }

  /**
   * What two examinations of a year share, and the correlation of a pupil's scores. Two of one
   * cohort share both, the latter the less the more pupils there are; where no two cohorts of a
   * year tell the former, both are told by how products fall with size.
   *
   * @param least what examinations share in any case; where that is unknown it is told as well
   */
  private double[] together(OptionalDouble least) {
    OptionalDouble ofYear = yearKept.value();
    double w = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    for (OfCohort pair : cohortKept) {
      w += pair.weight();
      x += pair.weight() * pair.chance();
      y += pair.weight() * pair.product();
      xx += pair.weight() * pair.chance() * pair.chance();
      xy += pair.weight() * pair.chance() * pair.product();
    }
    double shared;
    if (ofYear.isPresent()) {
      shared = Math.max(ofYear.getAsDouble(), least.orElse(0));
    } else if (w == 0) {
      return new double[] {least.orElse(0), 0};
    } else {
      double determinant = w * xx - x * x;
      double intercept =
          determinant > 1e-9 * w * xx ? (xx * y - x * xy) / determinant : least.orElse(0);
      shared = Math.min(1, Math.max(least.orElse(0), intercept));
    }
    double pupils = xx > 0 ? (xy - shared * x) / xx : 0;
    return new double[] {shared, Math.max(0, Math.min(CLOSEST_PUPILS, pupils))};
  }

  private static double positive(double value) {
    return Math.max(0, value);
  }
}
