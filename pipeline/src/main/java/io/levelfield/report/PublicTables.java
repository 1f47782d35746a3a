package io.levelfield.report;

import static io.levelfield.report.Column.bool;
import static io.levelfield.report.Column.integer;
import static io.levelfield.report.Column.number;
import static io.levelfield.report.Column.text;

import io.levelfield.model.disclosure.PublicIndicator;
import io.levelfield.model.disclosure.PublicRow;
import io.levelfield.model.disclosure.PublicRow.Figure;
import io.levelfield.model.disclosure.Publication;
import io.levelfield.model.input.Measure;
import io.levelfield.model.input.School;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.support.ProgrammeIndicator;
import io.levelfield.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tables for everyone. A column that is not named here is not public, and nothing that inputs
 * say in free text is but names of schools, municipalities, procedures and subjects.
 */
final class PublicTables {
  private PublicTables() {}

  /**
   * Makes them.
   *
   * @param unconfirmed results that the screen for objectivity does not confirm
   */
  static List<Table> of(
      Publication publication, List<School> schools, Set<TallyKey> unconfirmed, Texts texts) {
    return List.of(
        schools(schools),
        results(publication, SchoolNames.of(schools), unconfirmed, texts),
        indicators(publication, texts));
  }

  private static Table schools(List<School> schools) {
    List<Column<School>> columns =
        List.of(
            text("school_id", "school_id", School::id),
            text("name", "name", school -> filled(school.name())),
            text("municipality", "municipality", school -> filled(school.municipality())),
            text("settlement", "settlement", school -> filled(school.settlement())));
    return Table.of("public_schools", 1, columns, schools);
  }

  private static Optional<String> filled(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private record Result(Measure measure, PublicRow row) {}

  private static Table results(
      Publication publication, SchoolNames names, Set<TallyKey> unconfirmed, Texts texts) {
    List<Column<Result>> columns =
        List.of(
            integer("year", "year", r -> r.measure().year()),
            text("procedure", "procedure", r -> r.measure().procedure()),
            text("subject", "subject", r -> r.measure().subject()),
            text("grade", "grade", r -> r.measure().grade()),
            text("school_id", "public_school_id", r -> r.row().who()),
            text("school_name", "name", r -> name(r.row().who(), names, texts)),
            integer("schools", "public_schools", r -> r.row().schools()),
            integer("participants", "participants", r -> r.row().participants()),
            integer("below_minimum", "below_minimum", r -> r.row().below()),
            number("share_below", "share_below", r -> r.row().shareBelow()),
            number("share_at_least", "share_at_least", r -> r.row().shareAtLeast()),
            number("share_at_most", "share_at_most", r -> r.row().shareAtMost()),
            number("mean", "mean", r -> r.row().mean()),
            integer("mean_participants", "mean_participants", r -> r.row().meanOf()),
            text("hidden", "public_hidden", r -> hidden(r.row())),
            text("objectivity", "public_objectivity", r -> objectivity(r, unconfirmed)));
    List<Result> rows =
        publication.measures().stream()
            .flatMap(own -> own.rows().stream().map(row -> new Result(own.measure(), row)))
            .toList();
    return Table.of("public_results", 5, columns, rows);
  }

  private static Optional<String> name(String who, SchoolNames names, Texts texts) {
    return switch (who) {
      case PublicRow.ALL -> Optional.of(texts.get("public.all"));
      case PublicRow.OTHERS -> Optional.of(texts.get("public.others"));
      default -> names.of(who);
    };
  }

  /** Of results that are shown only: a doubt about what is hidden would tell of it. */
  private static Optional<String> objectivity(Result result, Set<TallyKey> unconfirmed) {
    boolean shown = !result.row().hidden().contains(Figure.PARTICIPANTS);
    return shown && unconfirmed.contains(new TallyKey(result.row().who(), result.measure()))
        ? Optional.of("unconfirmed")
        : Optional.empty();
  }

  private static Optional<String> hidden(PublicRow row) {
    return filled(
        row.hidden().stream().sorted().map(Figure::column).collect(Collectors.joining(" ")));
  }

  private static Table indicators(Publication publication, Texts texts) {
    List<Column<PublicIndicator>> columns =
        List.of(
            integer(
                "place",
                "indicator_place",
                row -> List.of(ProgrammeIndicator.values()).indexOf(row.indicator()) + 1),
            integer("year", "year", PublicIndicator::year),
            text("number", "indicator_number", row -> row.indicator().number()),
            text(
                "name",
                "indicator_name",
                row -> texts.get("indicator." + row.indicator().number())),
            number("value", "public_value", PublicIndicator::value),
            number("share_at_least", "value_at_least", PublicIndicator::atLeast),
            number("share_at_most", "value_at_most", PublicIndicator::atMost),
            number("target", "target", PublicIndicator::target),
            text("direction", "target_direction", row -> Texts.code(row.indicator().direction())),
            text("status", "public_status", row -> row.status().map(Texts::code)),
            text(
                "status_text",
                "public_status_text",
                row -> row.status().map(s -> texts.get("target_status." + Texts.code(s)))),
            bool("hidden", "public_value_hidden", PublicIndicator::hidden));
    return Table.of("public_indicators", 2, columns, publication.indicators());
  }
}
