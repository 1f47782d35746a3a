package io.levelfield.ingest;

import io.levelfield.model.input.ReceivedSupport;
import io.levelfield.model.text.Message;
import io.levelfield.study.SupportInput;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Reads the support that schools get: a row per school and programme, or per start of one. */
final class SupportReader implements TableInput<SupportReader.Key, ReceivedSupport> {
  private final SupportInput input;
  private final SupportInput.Columns columns;
  private final SchoolDates dates;
  private final KnownSchools known;
  private final Spellings programmes;

  /** What a row speaks of. */
  record Key(String school, String programme, OptionalInt firstYear) {}

  /**
   * @param programmes names of programmes, filled
   */
  SupportReader(SupportInput input, KnownSchools known, Spellings programmes) {
    this.input = input;
    columns = input.columns();
    dates = new SchoolDates(input.yearBegins());
    this.known = known;
    this.programmes = programmes;
  }

  @Override
  public List<String> wanted() {
    return Stream.concat(
            Stream.concat(columns.schoolId().columns().stream(), Stream.of(columns.start())),
            Stream.of(
                    columns.programme(),
                    columns.end(),
                    columns.milestonesPlanned(),
                    columns.milestonesMet(),
                    columns.network(),
                    columns.contests(),
                    columns.institutional())
                .flatMap(Optional::stream))
        .distinct()
        .toList();
  }

  @Override
  public List<String> numbers(CsvShape file) {
    return Stream.of(columns.milestonesPlanned(), columns.milestonesMet())
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  @Override
  public String keyColumn() {
    return columns.schoolId().name();
  }

  @Override
  public RowReader<Key, ReceivedSupport> of(CsvShape file) {
    var cells = new Cells(file);
    return (row, lost) -> {
      ReceivedSupport support = support(cells, row);
      var key = new Key(support.schoolId(), support.programme(), support.firstYear());
      return List.of(new Claim<>(key, support));
    };
  }

  private ReceivedSupport support(Cells cells, FieldBuffer row) throws BadCell {
    CsvShape shape = cells.shape();
    String school = known.school(cells, row, shape.column(columns.schoolId().name()));
    String programme =
        input.constants().programme().isPresent()
            ? input.constants().programme().get()
            : cells.required(row, shape.column(columns.programme()));
    OptionalInt first = dates.year(cells, row, shape.column(columns.start()));
    int endAt = shape.column(columns.end());
    OptionalInt last = dates.year(cells, row, endAt);
    if (last.isPresent() && last.getAsInt() < first.orElse(Integer.MIN_VALUE)) {
      throw cells.bad(row, endAt, Message.of("reject.ends-before-start"));
    }
    OptionalInt planned = cells.fewCounted(row, shape.column(columns.milestonesPlanned()));
    OptionalInt met = cells.fewCounted(row, shape.column(columns.milestonesMet()));
    if (planned.isPresent() && met.orElse(0) > planned.getAsInt()) {
      throw cells.bad(
          row,
          shape.column(columns.milestonesMet()),
          Message.of("reject.more-met-than-planned", planned.getAsInt()));
    }
    return new ReceivedSupport(
        school,
        programmes.key(programme, 1),
        first,
        last,
        planned,
        met,
        cells.yesNoIfSaid(row, shape.column(columns.network())),
        contests(cells, row),
        cells.yesNoIfSaid(row, shape.column(columns.institutional())));
  }

  /** A number of contests, or whether there were any. */
  private OptionalInt contests(Cells cells, FieldBuffer row) throws BadCell {
    int at = cells.shape().column(columns.contests());
    if (cells.missing(row, at)) {
      return OptionalInt.empty();
    }
    return Character.isDigit(row.text(at).charAt(0))
        ? cells.fewCounted(row, at)
        : OptionalInt.of(cells.yesNo(row, at) ? 1 : 0);
  }
}
