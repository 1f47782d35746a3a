package io.levelfield.quality;

import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.quality.QualityFinding.Severity;
import io.levelfield.model.text.Message;
import io.levelfield.stats.BinomialTail;
import io.levelfield.study.QualitySettings.Participation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Results of examinations that more pupils than chance explains should have taken and did not. Who
 * was absent is not known; where it was the weak, the result is too good.
 *
 * @param findings in the order of results
 * @param poorlyAttended results that bar positive labels, with the share of pupils that took part
 * @param notes for readers of the tables
 */
record AbsentPupils(
    List<QualityFinding> findings, Map<TallyKey, Double> poorlyAttended, List<Message> notes) {

  /** Checks the results of which it is known how many pupils were enrolled. */
  static AbsentPupils of(List<ResultTally> tallies, Participation settings) {
    List<QualityFinding> findings = new ArrayList<>();
    Map<TallyKey, Double> poorlyAttended = new TreeMap<>();
    for (ResultTally tally : tallies) {
      double share = tally.participation().orElse(1);
      if (share < settings.atLeast() && !byChance(tally, settings)) {
        boolean bars = share < settings.barsBelow();
        findings.add(finding(tally, bars));
        if (bars) {
          poorlyAttended.put(tally.key(), share);
        }
      }
    }
    long schools = poorlyAttended.keySet().stream().map(TallyKey::schoolId).distinct().count();
    return new AbsentPupils(
        findings,
        poorlyAttended,
        schools == 0
            ? List.of()
            : List.of(Message.of("quality.absent-pupils", schools, settings.barsBelow())));
  }

  /** Whether so many may be ill on the day, in a school where participation is as it should be. */
  private static boolean byChance(ResultTally tally, Participation settings) {
    long enrolled = tally.enrolled().orElseThrow();
    long absent = enrolled - tally.participants().orElseThrow();
    return BinomialTail.atLeast(absent, enrolled, 1 - settings.atLeast()) > settings.chance();
  }

  private static QualityFinding finding(ResultTally tally, boolean bars) {
    long participants = tally.participants().orElseThrow();
    long enrolled = tally.enrolled().orElseThrow();
    OptionalLong below = tally.belowMinimum();
    String examination = tally.measure().examination();
    List<Object> facts =
        new ArrayList<>(
            List.of(examination, Integer.toString(tally.measure().year()), participants, enrolled));
    if (below.isPresent()) {
      facts.add((double) below.getAsLong() / participants);
      facts.add((double) (below.getAsLong() + enrolled - participants) / enrolled);
    }
    return new QualityFinding(
        "results",
        tally.schoolId(),
        tally.measure().year(),
        examination,
        below.isPresent() ? "absent-pupils" : "absent-pupils-of-mean",
        participants + "/" + enrolled,
        bars ? Severity.DOUBTFUL : Severity.NOTE,
        facts);
  }
}
