package io.levelfield.quality;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.quality.QualityFinding.Severity;
import io.levelfield.stats.BinomialTail;
import io.levelfield.study.QualitySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * More pupils exactly at the minimum than next to it: the count at the cut among the counts within
 * two points of it, all examinations of a school together, against the larger of a fifth (an even
 * histogram, the idea of McCrary, Journal of Econometrics 142, 2008) and the share at the cut in
 * all other schools, which allows for the shape of the test. Exact binomial, Bonferroni over
 * schools.
 */
final class HeapingScreen {
  /**
   * Score points to either side of the cut from which a pupil may plausibly be lifted; five scores
   * are few enough for a histogram that is even but for the shape of the test.
   */
  private static final int REACH = 2;

  private static final double EVEN = 1.0 / (2 * REACH + 1);

  /** Pupils at the cut and within reach of it. */
  private static final class Window {
    private long at;
    private long within;

    void add(ScoreHistogram scores, double minimum) {
      for (int i = 0; i < scores.distinct(); i++) {
        if (Math.abs(scores.score(i) - minimum) <= REACH) {
          within += scores.count(i);
          at += scores.score(i) == minimum ? scores.count(i) : 0;
        }
      }
    }

    void add(Window other) {
      at += other.at;
      within += other.within;
    }

    double shareWithout(Window own) {
      return within == own.within ? 0 : (double) (at - own.at) / (within - own.within);
    }
  }

  private HeapingScreen() {}

  /**
   * Screens every school, each year for itself: a doubt is of the year in which it arose.
   *
   * @param tallies ordered by key
   * @param minimums lowest passing score of each measure, where known
   */
  static List<QualityFinding> findings(
      List<ResultTally> tallies, Map<Measure, Double> minimums, QualitySettings settings) {
    Map<Integer, List<ResultTally>> years =
        tallies.stream()
            .collect(
                Collectors.groupingBy(
                    tally -> tally.measure().year(), TreeMap::new, Collectors.toList()));
    List<QualityFinding> findings = new ArrayList<>();
    years.forEach(
        (year, own) ->
            findings.addAll(
                findings(own, minimums, year, settings.falseAlarm() / years.size(), settings)));
    return findings;
  }

  private static List<QualityFinding> findings(
      List<ResultTally> tallies,
      Map<Measure, Double> minimums,
      int year,
      double falseAlarm,
      QualitySettings settings) {
    Map<String, Window> windows = new TreeMap<>();
    var all = new Window();
    for (ResultTally tally : tallies) {
      Double minimum = minimums.get(tally.measure());
      if (minimum != null
          && !tally.scores().isEmpty()
          && ConfirmationScreen.screens(tally.key(), settings)) {
        var window = new Window();
        window.add(tally.scores(), minimum);
        windows.computeIfAbsent(tally.schoolId(), school -> new Window()).add(window);
        all.add(window);
      }
    }
    List<QualityFinding> findings = new ArrayList<>();
    windows.forEach(
        (school, own) -> {
          double expected = Math.max(EVEN, all.shareWithout(own));
          if (own.at > 0
              && BinomialTail.atLeast(own.at, own.within, expected) < falseAlarm / windows.size()) {
            findings.add(
                new QualityFinding(
                    "results",
                    school,
                    year,
                    QualityFinding.SEVERAL,
                    "heaped-at-minimum",
                    own.at + "/" + own.within,
                    Severity.DOUBTFUL,
                    List.of(
                        String.join(", ", settings.objectivity().screened()),
                        own.at,
                        own.within,
                        expected * own.within)));
          }
        });
    return findings;
  }
}
