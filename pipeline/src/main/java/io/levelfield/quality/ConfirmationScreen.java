package io.levelfield.quality;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.quality.QualityFinding.Severity;
import io.levelfield.quality.UnusualDifferences.Difference;
import io.levelfield.stats.Descriptive;
import io.levelfield.stats.Ranks;
import io.levelfield.study.QualitySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Results marked at the school that the procedures marked elsewhere do not confirm. Two rules: the
 * school is far above all schools and falls back in the other procedures (ФИОКО's list of schools
 * with doubtful ВПР of 2018 was made in this spirit), by more than its size explains; or its
 * results there are further below than its size and what is usual among schools explain.
 */
final class ConfirmationScreen {
  private final QualitySettings settings;
  private final double falseAlarm;
  private final int year;
  private final List<String> schools = new ArrayList<>();
  private final List<Side> screened = new ArrayList<>();
  private final List<Side> confirming = new ArrayList<>();

  /** A school's mean z over procedures, weighted by participants, and its sampling variance. */
  private static final class Side {
    private double weights;
    private double sum;
    private double squares;

    /**
     * @param variance of pupils within schools: the few pupils of one school do not tell it
     */
    void add(OutcomeEstimate result, double variance) {
      double n = result.tally().participants().orElseThrow();
      weights += n;
      sum += n * result.z().orElseThrow();
      squares += n * variance;
    }

    double mean() {
      return sum / weights;
    }

    double errorVariance() {
      return squares / (weights * weights);
    }
  }

  private ConfirmationScreen(QualitySettings settings, double falseAlarm, int year) {
    this.settings = settings;
    this.falseAlarm = falseAlarm;
    this.year = year;
  }

  /**
   * Screens every school, each year for itself: a doubt is of the year in which it arose.
   *
   * @param outcomes ordered by key
   */
  static List<QualityFinding> findings(List<OutcomeEstimate> outcomes, QualitySettings settings) {
    Map<Integer, List<OutcomeEstimate>> years =
        outcomes.stream()
            .collect(
                Collectors.groupingBy(
                    o -> o.tally().measure().year(), TreeMap::new, Collectors.toList()));
    List<QualityFinding> findings = new ArrayList<>();
    years.forEach(
        (year, own) ->
            findings.addAll(findings(own, year, settings.falseAlarm() / years.size(), settings)));
    return findings;
  }

  private static List<QualityFinding> findings(
      List<OutcomeEstimate> outcomes, int year, double falseAlarm, QualitySettings settings) {
    List<OutcomeEstimate> usable = outcomes.stream().filter(ConfirmationScreen::isTold).toList();
    Map<Measure, Double> within = within(usable);
    Map<String, Side> marked = new TreeMap<>();
    Map<String, Side> elsewhere = new TreeMap<>();
    for (OutcomeEstimate result : usable) {
      Measure measure = result.tally().measure();
      Map<String, Side> side =
          settings.objectivity().screened().contains(measure.procedure())
              ? marked
              : settings.objectivity().confirmedBy().contains(measure.procedure())
                  ? elsewhere
                  : new TreeMap<>();
      side.computeIfAbsent(result.tally().schoolId(), s -> new Side())
          .add(result, within.get(measure));
    }
    var screen = new ConfirmationScreen(settings, falseAlarm, year);
    marked.forEach(
        (school, side) -> {
          if (elsewhere.containsKey(school)) {
            screen.schools.add(school);
            screen.screened.add(side);
            screen.confirming.add(elsewhere.get(school));
          }
        });
    return screen.findings();
  }

  private static boolean isTold(OutcomeEstimate result) {
    return result.z().isPresent()
        && result.zSd().isPresent()
        && result.tally().participants().isPresent();
  }

  /** Variance of pupils within schools on the scale of z, of all schools together. */
  private static Map<Measure, Double> within(List<OutcomeEstimate> results) {
    Map<Measure, double[]> sums = new TreeMap<>();
    for (OutcomeEstimate result : results) {
      double degrees = result.tally().participants().orElseThrow() - 1;
      double sd = result.zSd().orElseThrow();
      double[] sum = sums.computeIfAbsent(result.tally().measure(), m -> new double[2]);
      sum[0] += degrees * sd * sd;
      sum[1] += degrees;
    }
    Map<Measure, Double> within = new TreeMap<>();
    // Where every school has one pupil, they vary as all pupils do: by 1 on this scale.
    sums.forEach((measure, sum) -> within.put(measure, sum[1] > 0 ? sum[0] / sum[1] : 1));
    return within;
  }

  private List<QualityFinding> findings() {
    List<QualityFinding> findings = new ArrayList<>();
    if (schools.size() < UnusualDifferences.LEAST) {
      return findings;
    }
    double[] marked = screened.stream().mapToDouble(Side::mean).toArray();
    double[] elsewhere = confirming.stream().mapToDouble(Side::mean).toArray();
    double[] rank = Ranks.ascending(marked);
    double[] rankElsewhere = Ranks.ascending(elsewhere);
    double mean = Descriptive.mean(marked);
    double sd = Descriptive.sd(marked);
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < marked.length; i++) {
      differences.add(
          new Difference(
              marked[i] - elsewhere[i],
              screened.get(i).errorVariance() + confirming.get(i).errorVariance()));
    }
    var unusual = new UnusualDifferences(differences, falseAlarm);
    for (int i = 0; i < marked.length; i++) {
      double drop = (rank[i] - rankElsewhere[i]) / marked.length;
      boolean fallsBack =
          marked[i] - mean > settings.objectivity().highFrom() * sd
              && drop > settings.objectivity().rankDrop()
              && unusual.beyondSampling(differences.get(i));
      if (fallsBack) {
        findings.add(finding(i, "high-but-unconfirmed", marked[i], elsewhere[i], drop));
      } else if (unusual.above(differences.get(i))) {
        findings.add(finding(i, "unconfirmed-elsewhere", marked[i], elsewhere[i], drop));
      }
    }
    return findings;
  }

  private QualityFinding finding(
      int school, String rule, double marked, double elsewhere, double drop) {
    return new QualityFinding(
        "results",
        schools.get(school),
        year,
        QualityFinding.SEVERAL,
        rule,
        Double.toString(marked - elsewhere),
        Severity.DOUBTFUL,
        List.of(
            String.join(", ", settings.objectivity().screened()),
            String.join(", ", settings.objectivity().confirmedBy()),
            marked,
            elsewhere,
            Math.max(0, drop)));
  }

  /** Whether a result is one of those that are screened. */
  static boolean screens(TallyKey key, QualitySettings settings) {
    return settings.objectivity().screened().contains(key.measure().procedure());
  }
}
