package io.levelfield.quality;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.quality.QualityFinding.Severity;
import io.levelfield.quality.MeasureLevels.Level;
import io.levelfield.quality.UnusualDifferences.Difference;
import io.levelfield.study.QualitySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Schools whose scores are a multiple of the others', such as points beside per cent. Pupils who do
 * well have a higher mean; a factor moves the spread as well, and takes the highest scores beyond
 * what other schools reach. Logarithms of means, deviations and tops, relative to what is typical
 * of each measure, are put together over the measures of a school in a year and procedure. Mean and
 * spread must both be unusual among schools and large, the spread must have changed nearly as much
 * as the mean, and the top by half of it even beside the outermost tenth of schools. Where no
 * deviations are known, the mean must be far from all that is usual.
 */
final class MultipliedScores {
  /** Part of the mean's logarithm that the deviation's must reach: spreads of schools differ. */
  private static final double ALIKE = 0.65;

  /** Fewer degrees of freedom do not tell a spread. */
  private static final double LEAST_DEGREES = 5;

  /** Results below a typical one by so many times the factor: weak schools differ less. */
  private static final double BELOW = 2;

  /** Part of the mean's logarithm by which the top must leave the tops of other schools behind. */
  private static final double TOP = 0.5;

  /** Usual deviations of schools' means that no school's is away from all others. */
  private static final double FAR = 6;

  /** Fewer pupils may by chance have a mean far from all others. */
  private static final double LEAST_PUPILS = 10;

  private record Group(int year, String procedure) implements Comparable<Group> {
    @Override
    public int compareTo(Group other) {
      int byYear = Integer.compare(year, other.year);
      return byYear != 0 ? byYear : procedure.compareTo(other.procedure);
    }
  }

  /** A school's logarithms of ratios to what is typical, put together. */
  private static final class School {
    private final List<TallyKey> keys = new ArrayList<>();
    private double weights;
    private double means;
    private double meanErrors;
    private boolean counted;
    private double degrees;
    private double squares;
    private double beyond;
    private double below;

    void add(Level level, MeasureLevels measure) {
      keys.add(level.tally().key());
      double n = level.participants().orElse(1);
      counted |= level.participants().isPresent();
      weights += n;
      means += n * Math.log(level.mean() / measure.mean());
      beyond += n * Math.log(level.top() / measure.highTop());
      below += n * Math.log(level.top() / measure.lowTop());
      double variation = measure.sd().orElse(0) / measure.mean();
      meanErrors += n * variation * variation;
      if (level.sd().isPresent() && measure.sd().isPresent() && n > 1) {
        double ratio = level.sd().getAsDouble() / measure.sd().getAsDouble();
        degrees += n - 1;
        squares += (n - 1) * ratio * ratio;
      }
    }

    boolean few() {
      return counted && weights < LEAST_PUPILS;
    }

    double mean() {
      return means / weights;
    }

    /** Whether the top leaves those of other schools behind on the side of the mean. */
    boolean topGoesAlong() {
      double top = (mean() > 0 ? beyond : -below) / weights;
      return top >= TOP * Math.abs(mean());
    }

    boolean hasSpread() {
      return degrees >= LEAST_DEGREES && squares > 0;
    }

    double spread() {
      return Math.log(squares / degrees) / 2;
    }

    Difference meanDifference() {
      return new Difference(mean(), meanErrors / (weights * weights));
    }

    /** The logarithm of a deviation of so many degrees of freedom has this variance nearly. */
    Difference spreadDifference() {
      return new Difference(spread(), 1 / (2 * degrees));
    }
  }

  private MultipliedScores() {}

  /**
   * Finds them, a finding a school, year and procedure.
   *
   * @param levels of measures that schools enough have
   * @param doubtful takes the results of these schools
   */
  static List<QualityFinding> findings(
      Map<Measure, MeasureLevels> levels, QualitySettings settings, Set<TallyKey> doubtful) {
    Map<Group, Map<String, School>> groups = new TreeMap<>();
    levels.forEach(
        (measure, own) -> {
          if (own.schools().size() < UnusualDifferences.LEAST) {
            return; // a wrong one among them would move what is typical
          }
          Map<String, School> schools =
              groups.computeIfAbsent(
                  new Group(measure.year(), measure.procedure()), group -> new TreeMap<>());
          own.schools()
              .forEach(
                  level ->
                      schools
                          .computeIfAbsent(level.tally().schoolId(), id -> new School())
                          .add(level, own));
        });
    List<QualityFinding> findings = new ArrayList<>();
    groups.forEach(
        (group, schools) ->
            multiplied(schools, settings, groups.size())
                .forEach(
                    id -> {
                      doubtful.addAll(schools.get(id).keys);
                      findings.add(finding(group, id, Math.exp(schools.get(id).mean())));
                    }));
    return findings;
  }

  private static List<String> multiplied(
      Map<String, School> schools, QualitySettings settings, int groups) {
    List<School> spread = schools.values().stream().filter(School::hasSpread).toList();
    double falseAlarm = settings.falseAlarm() / groups;
    double factor = Math.log(settings.scale().factor());
    var means =
        new UnusualDifferences(
            schools.values().stream().map(School::meanDifference).toList(), falseAlarm);
    List<String> multiplied = new ArrayList<>();
    if (spread.size() >= UnusualDifferences.LEAST) {
      var spreads =
          new UnusualDifferences(
              spread.stream().map(School::spreadDifference).toList(), falseAlarm);
      schools.forEach(
          (id, school) -> {
            if (school.hasSpread()
                && isMultiple(school, factor)
                && means.outside(school.meanDifference())
                && spreads.outside(school.spreadDifference())) {
              multiplied.add(id);
            }
          });
    } else {
      schools.forEach(
          (id, school) -> {
            if (!school.few()
                && isLarge(school.mean(), factor)
                && Math.abs(means.sigmas(school.meanDifference())) > FAR
                && means.outside(school.meanDifference())
                && school.topGoesAlong()) {
              multiplied.add(id);
            }
          });
    }
    return multiplied;
  }

  private static boolean isMultiple(School school, double factor) {
    double mean = school.mean();
    double spread = Math.signum(mean) * school.spread();
    return isLarge(mean, factor)
        && spread >= ALIKE * Math.abs(mean)
        && spread >= factor
        && school.topGoesAlong();
  }

  private static boolean isLarge(double mean, double factor) {
    return mean >= factor || mean <= -factor - Math.log(BELOW);
  }

  private static QualityFinding finding(Group group, String school, double factor) {
    return new QualityFinding(
        "results",
        school,
        group.year(),
        group.procedure(),
        "multiplied-scores",
        Double.toString(factor),
        Severity.DOUBTFUL,
        List.of(group.procedure(), Integer.toString(group.year()), factor));
  }
}
