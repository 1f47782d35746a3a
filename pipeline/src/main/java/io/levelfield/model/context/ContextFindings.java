package io.levelfield.model.context;

import io.levelfield.model.SchoolYear;
import io.levelfield.model.StageResult;
import io.levelfield.model.input.Passport;
import io.levelfield.model.text.Message;
import java.util.List;

/**
 * The index of social well-being of every school and year, and what it was made of.
 *
 * @param scores every school-year's index, ordered by school and year
 * @param current the index that goes with the study's year, at most one per school
 * @param passports that go with the study's year, at most one per school
 * @param index how the index came about, and how far it can be trusted
 */
public record ContextFindings(
    List<ContextScore> scores,
    List<ContextScore> current,
    List<Passport> passports,
    IndexFindings index,
    List<Message> notes)
    implements StageResult {

  public ContextFindings {
    scores = List.copyOf(scores);
    current = List.copyOf(current);
    passports = List.copyOf(passports);
    notes = List.copyOf(notes);
  }

  /**
   * The same index as it goes with another year.
   *
   * @param all passports of all years, ordered by school and year
   */
  public ContextFindings asOf(int year, List<Passport> all) {
    return new ContextFindings(
        scores,
        SchoolYear.asOf(year, scores, ContextScore::key),
        SchoolYear.asOf(year, all, Passport::key),
        index,
        notes);
  }

  @Override
  public Message summary() {
    return index.models().isEmpty()
        ? Message.of("context.not-asked")
        : Message.of("context.summary", scores.size(), index.models().size());
  }
}
