package io.levelfield.report;

import static io.levelfield.report.Column.bool;
import static io.levelfield.report.Column.integer;
import static io.levelfield.report.Column.number;
import static io.levelfield.report.Column.text;

import io.levelfield.model.Findings;
import io.levelfield.model.cluster.ClusterAssignment;
import io.levelfield.model.cluster.Grouping;
import io.levelfield.model.cluster.Neighbourhood;
import io.levelfield.model.cluster.Neighbourhood.Comparison;
import io.levelfield.model.context.ContextScore;
import io.levelfield.model.context.RankInterval;
import io.levelfield.model.identify.GroupContradiction;
import io.levelfield.model.identify.Identification;
import io.levelfield.model.identify.Label;
import io.levelfield.model.identify.NeedOfHelp;
import io.levelfield.model.input.School;
import io.levelfield.model.outcome.AdjustedResult;
import io.levelfield.model.outcome.MeanEstimate;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.outcome.ShrunkenResult;
import io.levelfield.model.outcome.ShrunkenResult.Adjusted;
import io.levelfield.model.support.Partnership;
import io.levelfield.model.support.SupportedSchool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code schools}: a row per school of the register, with what the study found of it. */
final class SchoolsTable {
  private SchoolsTable() {}

  private record Row(
      School school,
      Optional<SchoolResult> result,
      Optional<ContextScore> context,
      Optional<RankInterval> rank,
      Optional<AdjustedResult> adjusted,
      Optional<ShrunkenResult> shrunken,
      Optional<ClusterAssignment> cluster,
      Optional<Neighbourhood> similar,
      Labels labels,
      Optional<String> partner) {}

  /**
   * The labels a school bears, and those it was judged by.
   *
   * @param against labels that contradict the name of its group
   * @param helpRank its place among the schools that need help
   */
  private record Labels(
      Set<Label> borne, Set<Label> judged, List<Label> against, Optional<Integer> helpRank) {
    Optional<Boolean> flag(Label label) {
      return judged.contains(label) ? Optional.of(borne.contains(label)) : Optional.empty();
    }

    Optional<String> types() {
      return codes(borne.stream().filter(label -> label.kind() == Label.Kind.TYPE).sorted());
    }

    Optional<String> againstGroup() {
      return codes(against.stream());
    }

    private static Optional<String> codes(Stream<Label> labels) {
      return labels.map(Label::code).reduce((a, b) -> a + " " + b);
    }
  }

  private static final List<Column<Row>> COLUMNS =
      List.of(
          text("school_id", "school_id", r -> r.school().id()),
          text("name", "name", r -> filled(r.school().name())),
          text("municipality", "municipality", r -> filled(r.school().municipality())),
          text("settlement", "settlement", r -> filled(r.school().settlement())),
          bool("selective", "selective", r -> r.school().selective()),
          integer("parallel_classes", "parallel_classes", r -> r.school().parallelClasses()),
          number("travel_minutes", "travel_minutes", r -> r.school().travelMinutes()),
          number("result", "result", r -> ofResult(r.result(), SchoolResult::result)),
          number("result_z", "result_z", r -> ofResult(r.result(), SchoolResult::z)),
          number("result_eb", "result_eb", r -> ofMean(r.shrunken(), MeanEstimate::shrunken)),
          number("result_eb_se", "result_eb_se", r -> ofMean(r.shrunken(), MeanEstimate::se)),
          number(
              "result_reliability",
              "result_reliability",
              r -> ofMean(r.shrunken(), MeanEstimate::reliability)),
          integer(
              "participants",
              "participants_pooled",
              r -> r.result().map(SchoolResult::participants).orElse(OptionalLong.empty())),
          integer("first_year", "first_year", r -> whole(r.result().map(SchoolResult::firstYear))),
          integer("last_year", "last_year", r -> whole(r.result().map(SchoolResult::lastYear))),
          number("context_index", "context_index", r -> r.context().map(ContextScore::index)),
          integer("context_year", "context_year", r -> whole(r.context().map(ContextScore::year))),
          number("context_rank", "context_rank", r -> r.context().map(ContextScore::rank)),
          number("context_rank_low", "context_rank_low", r -> r.rank().map(RankInterval::low)),
          number("context_rank_high", "context_rank_high", r -> r.rank().map(RankInterval::high)),
          number(
              "p_lowest_quarter",
              "p_lowest_quarter",
              r -> r.rank().map(RankInterval::lowestQuarter)),
          number(
              "expected_result",
              "expected_result",
              r -> r.adjusted().map(AdjustedResult::expected)),
          number(
              "adjusted_result",
              "adjusted_result",
              r -> r.adjusted().map(AdjustedResult::residual)),
          number("adjusted_low", "adjusted_low", r -> ofAdjusted(r.shrunken(), Adjusted::low)),
          number("adjusted_high", "adjusted_high", r -> ofAdjusted(r.shrunken(), Adjusted::high)),
          number("adjusted_eb", "adjusted_eb", r -> ofAdjusted(r.shrunken(), Adjusted::shrunken)),
          number("adjusted_eb_se", "adjusted_eb_se", r -> ofAdjusted(r.shrunken(), Adjusted::se)),
          integer(
              "similar_schools",
              "similar_count",
              r -> whole(r.similar().map(s -> s.neighbours().size()))),
          number(
              "expected_from_similar",
              "expected_from_similar",
              r -> ofSimilar(r.similar(), Comparison::expected)),
          number(
              "similar_difference",
              "similar_difference",
              r -> ofSimilar(r.similar(), Comparison::difference)),
          number("similar_low", "similar_low", r -> comparison(r.similar(), Comparison::low)),
          number("similar_high", "similar_high", r -> comparison(r.similar(), Comparison::high)),
          integer("cluster", "cluster", r -> whole(r.cluster().map(ClusterAssignment::cluster))),
          text("cluster_name", "cluster_name", r -> r.cluster().map(c -> c.name().code())));

  private static List<Column<Row>> columns(Optional<String> groupsSupported) {
    List<Column<Row>> columns = new ArrayList<>(COLUMNS);
    columns.add(
        text(
            "groups_supported",
            "groups_supported",
            r -> r.cluster().flatMap(c -> groupsSupported)));
    columns.add(
        text("labels_against_group", "labels_against_group", r -> r.labels().againstGroup()));
    Arrays.stream(Label.values())
        .filter(label -> label.kind() == Label.Kind.VERDICT)
        .map(SchoolsTable::flag)
        .forEach(columns::add);
    columns.add(text("types", "types", r -> r.labels().types()));
    columns.add(integer("help_rank", "help_rank", r -> whole(r.labels().helpRank())));
    columns.add(text("partner_id", "partner_id", Row::partner));
    return columns;
  }

  /** Whether the proof of the groups supports them; empty where there are no groups. */
  private static Optional<String> groupsSupported(Findings findings) {
    return findings
        .groups()
        .grouping()
        .flatMap(Grouping::choice)
        .map(
            choice ->
                switch (choice.verdict()) {
                  case HOLD -> "yes";
                  case PATTERN -> "undecided";
                  case NONE -> "no";
                });
  }

  private static Column<Row> flag(Label label) {
    return bool(label.column(), "flag_" + label.column(), r -> r.labels().flag(label));
  }

  static Table of(Findings findings) {
    Map<String, SchoolResult> results = byId(findings.outcomes().results(), SchoolResult::schoolId);
    Map<String, ContextScore> context = byId(findings.context().current(), ContextScore::schoolId);
    Map<String, RankInterval> ranks =
        byId(findings.context().index().ranks(), RankInterval::schoolId);
    Map<String, AdjustedResult> adjusted =
        byId(findings.adjusted().results(), AdjustedResult::schoolId);
    Map<String, ShrunkenResult> shrunken =
        byId(findings.adjusted().shrunken(), ShrunkenResult::schoolId);
    Map<String, Neighbourhood> similar =
        byId(findings.similar().schools(), Neighbourhood::schoolId);
    Map<String, ClusterAssignment> clusters =
        byId(
            findings.groups().grouping().map(g -> g.assignments()).orElse(List.of()),
            ClusterAssignment::schoolId);
    Map<String, Set<Label>> borne = borne(findings);
    Map<String, GroupContradiction> against =
        byId(findings.labels().contradictions(), GroupContradiction::schoolId);
    Map<String, NeedOfHelp> help = byId(findings.labels().help(), NeedOfHelp::schoolId);
    Map<String, SupportedSchool> supported =
        byId(findings.support().partners().schools(), SupportedSchool::schoolId);
    List<Row> rows =
        findings.data().schools().stream()
            .map(
                school ->
                    new Row(
                        school,
                        Optional.ofNullable(results.get(school.id())),
                        Optional.ofNullable(context.get(school.id())),
                        Optional.ofNullable(ranks.get(school.id())),
                        Optional.ofNullable(adjusted.get(school.id())),
                        Optional.ofNullable(shrunken.get(school.id())),
                        Optional.ofNullable(clusters.get(school.id())),
                        Optional.ofNullable(similar.get(school.id())),
                        new Labels(
                            borne.getOrDefault(school.id(), Set.of()),
                            judged(findings, school.id()),
                            Optional.ofNullable(against.get(school.id()))
                                .map(GroupContradiction::labels)
                                .orElse(List.of()),
                            Optional.ofNullable(help.get(school.id())).map(NeedOfHelp::rank)),
                        Optional.ofNullable(supported.get(school.id()))
                            .flatMap(SupportedSchool::partnership)
                            .map(Partnership::partner)))
            .toList();
    return Table.of("schools", 1, columns(groupsSupported(findings)), rows);
  }

  private static Map<String, Set<Label>> borne(Findings findings) {
    return findings.labels().identifications().stream()
        .filter(Identification::flag)
        .collect(
            Collectors.groupingBy(
                Identification::schoolId,
                Collectors.mapping(Identification::label, Collectors.toSet())));
  }

  private static Set<Label> judged(Findings findings, String school) {
    return findings.labels().judged().entrySet().stream()
        .filter(judged -> judged.getValue().contains(school))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static <T> Map<String, T> byId(List<T> list, Function<T, String> id) {
    return list.stream().collect(Collectors.toMap(id, Function.identity()));
  }

  private static Optional<String> filled(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static OptionalDouble ofResult(
      Optional<SchoolResult> result, Function<SchoolResult, OptionalDouble> value) {
    return result.map(value).orElse(OptionalDouble.empty());
  }

  private static Optional<Double> ofMean(
      Optional<ShrunkenResult> shrunken, Function<MeanEstimate, Double> value) {
    return shrunken.map(ShrunkenResult::result).map(value);
  }

  private static Optional<Double> ofAdjusted(
      Optional<ShrunkenResult> shrunken, Function<Adjusted, Double> value) {
    return shrunken.flatMap(ShrunkenResult::adjusted).map(value);
  }

  private static Optional<Double> ofSimilar(
      Optional<Neighbourhood> similar, Function<Comparison, Double> value) {
    return similar.flatMap(Neighbourhood::comparison).map(value);
  }

  private static OptionalDouble comparison(
      Optional<Neighbourhood> similar, Function<Comparison, OptionalDouble> value) {
    return similar.flatMap(Neighbourhood::comparison).map(value).orElse(OptionalDouble.empty());
  }

  private static OptionalInt whole(Optional<Integer> value) {
    return value.map(OptionalInt::of).orElse(OptionalInt.empty());
  }
}
