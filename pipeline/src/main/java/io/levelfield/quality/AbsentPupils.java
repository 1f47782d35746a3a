package io.levelfield.quality;

import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.quality.QualityFinding.Severity;
import io.levelfield.model.text.Message;
import io.levelfield.study.QualitySettings.Participation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Results of examinations that pupils who should have taken them did not take. Who was absent is
 * not known; where it was the weak, the result is too good.
 *
 * @param findings in the order of results
 * @param poorlyAttended results that bar positive labels, with the share of pupils that took part
 * @param notes for readers of the tables
 */
record AbsentPupils(
    List<QualityFinding> findings, Map<TallyKey, Double> poorlyAttended, List<Message> notes) {

  /** Checks the results whose source tells how many pupils were enrolled. */
  static AbsentPupils of(List<ResultTally> tallies, Participation settings) {
    List<QualityFinding> findings = new ArrayList<>();
    Map<TallyKey, Double> poorlyAttended = new TreeMap<>();
    for (ResultTally tally : tallies) {
      double share = tally.participation().orElse(1);
      if (share < settings.barsBelow()) {
        poorlyAttended.put(tally.key(), share);
      }
      if (share < settings.atLeast()) {
        findings.add(finding(tally, share < settings.barsBelow()));
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
