package io.levelfield.model.input;

import io.levelfield.model.StageResult;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the inputs hold once read: everything after it works on these records.
 *
 * @param schools ordered by id
 * @param tallies ordered by key
 * @param passports ordered by school and year
 * @param counts of the passports that were given with their totals, ordered by school and year
 * @param spreads of pupils' social context within schools, ordered by school and year; empty where
 *     no rows of pupils tell of it
 * @param impossible values of passports whose rows were rejected
 * @param lost what schools sent that does not count, ordered by table and school
 * @param unanswered forms, or parts of them, that schools owe, ordered by school and year
 * @param minimums lowest passing score of each measure with pupils, where known
 * @param overallSds standard deviation of all pupils of a measure, where published
 * @param support what the inputs of support say
 * @param rejects ordered by file and line
 * @param files in the study's order
 * @param notes what the reader had to decide or could not do, for the run's warnings
 */
public record StudyData(
    List<School> schools,
    List<ResultTally> tallies,
    List<Passport> passports,
    List<PassportCount> counts,
    List<PupilSpread> spreads,
    List<ImpossibleValue> impossible,
    List<LostRows> lost,
    List<UnansweredForm> unanswered,
    Map<Measure, Double> minimums,
    Map<Measure, Double> overallSds,
    SupportData support,
    List<Reject> rejects,
    List<InputFile> files,
    List<Message> notes)
    implements StageResult {

  /** Inputs without forms. */
  public StudyData(
      List<School> schools,
      List<ResultTally> tallies,
      List<Passport> passports,
      List<PassportCount> counts,
      List<PupilSpread> spreads,
      List<ImpossibleValue> impossible,
      List<LostRows> lost,
      Map<Measure, Double> minimums,
      Map<Measure, Double> overallSds,
      SupportData support,
      List<Reject> rejects,
      List<InputFile> files,
      List<Message> notes) {
    this(
        schools,
        tallies,
        passports,
        counts,
        spreads,
        impossible,
        lost,
        List.of(),
        minimums,
        overallSds,
        support,
        rejects,
        files,
        notes);
  }

  public StudyData {
    schools = List.copyOf(schools);
    tallies = List.copyOf(tallies);
    passports = List.copyOf(passports);
    counts = List.copyOf(counts);
    spreads = List.copyOf(spreads);
    impossible = List.copyOf(impossible);
    lost = List.copyOf(lost);
    unanswered = List.copyOf(unanswered);
    minimums = Map.copyOf(minimums);
    overallSds = Map.copyOf(overallSds);
    Objects.requireNonNull(support, "support");
    rejects = List.copyOf(rejects);
    files = List.copyOf(files);
    notes = List.copyOf(notes);
  }

  /** The same with a note before its others. */
  public StudyData noted(Message first) {
    List<Message> all = new ArrayList<>(notes);
    all.add(0, first);
    return new StudyData(
        schools,
        tallies,
        passports,
        counts,
        spreads,
        impossible,
        lost,
        unanswered,
        minimums,
        overallSds,
        support,
        rejects,
        files,
        all);
  }

  @Override
  public Message summary() {
    return Message.of(
        "ingest.summary",
        schools.size(),
        files.size(),
        files.stream().mapToLong(InputFile::rows).sum(),
        files.stream().mapToLong(InputFile::rejected).sum());
  }
}
