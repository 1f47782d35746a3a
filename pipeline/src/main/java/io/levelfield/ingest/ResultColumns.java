package io.levelfield.ingest;

import io.levelfield.study.CodeColumns;
import io.levelfield.study.CountColumn;
import io.levelfield.study.ResultsInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Columns by which the rows of a results input are read. In a wide table they are those that {@link
 * RowPlan} makes of a row for each of its results.
 */
record ResultColumns(
    String schoolId,
    Optional<String> year,
    Optional<String> procedure,
    Optional<String> subject,
    Optional<String> grade,
    Optional<String> schoolClass,
    Optional<String> pupilId,
    Optional<String> score,
    Optional<String> mark,
    Optional<String> participants,
    Optional<String> enrolled,
    Optional<String> belowMinimum,
    Optional<String> top,
    Optional<String> mean,
    Optional<String> sd,
    Optional<String> sdOverall) {

  static ResultColumns of(ResultsInput input) {
    ResultsInput.Columns columns = input.columns();
    boolean wide = !input.bySubject().isEmpty();
    return new ResultColumns(
        columns.schoolId().name(),
        columns.year(),
        columns.procedure(),
        wide ? Optional.of(RowPlan.made(RowPlan.SUBJECT)) : columns.subject(),
        columns.grade(),
        columns.schoolClass(),
        columns.pupilId().map(CodeColumns::name),
        made(input, "score", columns.score()),
        made(input, "mark", columns.mark()),
        made(input, "participants", columns.participants().flatMap(CountColumn::column)),
        made(input, "enrolled", columns.enrolled().flatMap(CountColumn::column)),
        made(input, "below_minimum", columns.belowMinimum().flatMap(CountColumn::column)),
        made(input, "top", columns.top().flatMap(CountColumn::column)),
        made(input, "mean", columns.mean()),
        made(input, "sd", columns.sd().flatMap(CountColumn::column)),
        made(input, "sd_overall", columns.sdOverall().flatMap(CountColumn::column)));
  }

  private static Optional<String> made(ResultsInput input, String key, Optional<String> single) {
    return input.bySubject().containsKey(key) ? Optional.of(RowPlan.made(key)) : single;
  }

  /** Columns that tell what a pupil achieved. */
  List<String> scoreAndMark() {
    return Stream.of(score, mark).flatMap(Optional::stream).toList();
  }

  /** Columns of published results that hold numbers. */
  Stream<String> figures() {
    return Stream.of(participants, enrolled, belowMinimum, top, mean, sd, sdOverall)
        .flatMap(Optional::stream);
  }

  /** File columns the mapping of a results input names, whatever its shape. */
  static List<String> wanted(ResultsInput input) {
    ResultsInput.Columns columns = input.columns();
    List<String> wanted = new ArrayList<>(columns.schoolId().columns());
    columns.pupilId().ifPresent(pupil -> wanted.addAll(pupil.columns()));
    Stream.of(
            columns.year(),
            columns.procedure(),
            columns.subject(),
            columns.grade(),
            columns.schoolClass(),
            columns.score(),
            columns.mark(),
            columns.mean())
        .flatMap(Optional::stream)
        .forEach(wanted::add);
    Stream.of(
            columns.participants(),
            columns.enrolled(),
            columns.belowMinimum(),
            columns.top(),
            columns.sd(),
            columns.sdOverall())
        .flatMap(Optional::stream)
        .forEach(column -> wanted.addAll(column.named()));
    Stream.of(columns.scores(), columns.marks(), columns.means())
        .flatMap(Optional::stream)
        .map(bySubject -> bySubject.columns())
        .map(Map::values)
        .forEach(wanted::addAll);
    return wanted.stream().distinct().toList();
  }
}
