package io.levelfield.quality;

import io.levelfield.model.input.LostRows;
import io.levelfield.model.input.RejectGroup;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.quality.QualityFinding.Severity;
import io.levelfield.model.text.Message;
import java.util.List;

/** What a school sent that could not be counted, put to the school with the reasons. */
final class LostResults {
  private static final int REASONS_NAMED = 3;

  private LostResults() {}

  /**
   * Questions to the schools.
   *
   * @param doubtfulFrom share lost from which what is left is probably not the whole school
   */
  static List<QualityFinding> findings(List<LostRows> lost, double doubtfulFrom) {
    return lost.stream().map(rows -> finding(rows, doubtfulFrom)).toList();
  }

  private static QualityFinding finding(LostRows rows, double doubtfulFrom) {
    return new QualityFinding(
        rows.table(),
        rows.schoolId(),
        rows.year(),
        QualityFinding.SEVERAL,
        rows.table().equals("context") ? "lost-passports" : "lost-results",
        rows.lost() + "/" + (rows.lost() + rows.counted()),
        rows.share() >= doubtfulFrom ? Severity.DOUBTFUL : Severity.NOTE,
        List.of(rows.lost(), rows.lost() + rows.counted(), reasons(rows)));
  }

  private static Message reasons(LostRows rows) {
    Message told = Message.NONE;
    List<RejectGroup> groups = RejectGroup.of(rows.rejects());
    for (RejectGroup group : groups.subList(0, Math.min(REASONS_NAMED, groups.size()))) {
      Message reason = Message.of("lost.reason", group.rejects().size(), group.example().told());
      told = told.equals(Message.NONE) ? reason : Message.of("lost.and", told, reason);
    }
    int more = groups.size() - REASONS_NAMED;
    return more > 0 ? Message.of("lost.and", told, Message.of("lost.more", more)) : told;
  }
}
