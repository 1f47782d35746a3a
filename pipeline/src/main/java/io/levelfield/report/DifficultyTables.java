package io.levelfield.report;

import static io.levelfield.report.Column.bool;
import static io.levelfield.report.Column.integer;
import static io.levelfield.report.Column.number;
import static io.levelfield.report.Column.text;

import io.levelfield.model.Findings;
import io.levelfield.model.support.Difficulty;
import io.levelfield.model.support.Mentor;
import io.levelfield.model.support.SharedTopic;
import io.levelfield.model.support.Teachers;
import java.util.List;

/** {@code difficulties} by topic and school, {@code difficulty_topics} and {@code mentors}. */
final class DifficultyTables {
  private static final List<Column<Difficulty>> DIFFICULTIES =
      List.of(
          text("school_id", "school_id", d -> d.answers().schoolId()),
          integer("year", "diagnostics_year", d -> d.answers().year()),
          text("subject", "subject_or_none", d -> TeachersTable.subject(d.answers().subject())),
          text("topic", "topic", d -> d.answers().topic()),
          integer("answers", "answers", d -> d.answers().answers()),
          integer("with_difficulty", "with_difficulty", d -> d.answers().difficult()),
          number("share", "difficulty_share", d -> d.share().share()),
          number("share_low", "difficulty_share_low", d -> d.share().low()),
          number("share_high", "difficulty_share_high", d -> d.share().high()),
          bool("difficulty", "difficulty", Difficulty::difficult));

  private static final List<Column<SharedTopic>> TOPICS =
      List.of(
          integer("year", "diagnostics_year", SharedTopic::year),
          text("subject", "subject_or_none", t -> TeachersTable.subject(t.subject())),
          text("topic", "topic", SharedTopic::topic),
          integer("schools", "schools_asked", SharedTopic::asked),
          integer("with_difficulty", "schools_with_difficulty", SharedTopic::difficult),
          number("share", "schools_with_difficulty_share", SharedTopic::share),
          bool("common", "common_topic", SharedTopic::common));

  private static final List<Column<Mentor>> MENTORS =
      List.of(
          text("school_id", "mentored_school_id", Mentor::schoolId),
          text("subject", "subject_or_none", m -> TeachersTable.subject(m.subject())),
          text("topic", "topic", Mentor::topic),
          integer("place", "mentor_place", Mentor::place),
          text("mentor_id", "mentor_id", Mentor::mentorId),
          bool("same_network", "mentor_same_network", Mentor::sameNetwork),
          integer("year", "diagnostics_year", Mentor::year),
          number("difficulty_share", "difficulty_share", Mentor::difficult),
          number("mentor_difficulty_share", "mentor_difficulty_share", Mentor::mentorDifficult),
          number("mentor_result", "mentor_result", Mentor::mentorResult));

  private DifficultyTables() {}

  static List<Table> of(Findings findings) {
    Teachers teachers = findings.support().teachers();
    return List.of(
        Table.of("difficulties", 4, DIFFICULTIES, teachers.difficulties()),
        Table.of("difficulty_topics", 3, TOPICS, teachers.topics()),
        Table.of("mentors", 4, MENTORS, teachers.mentors()));
  }
}
