package io.levelfield.report;

import static io.levelfield.report.Column.bool;
import static io.levelfield.report.Column.integer;
import static io.levelfield.report.Column.number;
import static io.levelfield.report.Column.text;

import io.levelfield.model.Findings;
import io.levelfield.model.input.School;
import io.levelfield.model.support.Journey;
import io.levelfield.model.support.NetworkMember;
import io.levelfield.model.support.PairCost;
import io.levelfield.model.support.Partnership;
import io.levelfield.model.support.SupportedSchool;
import io.levelfield.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** {@code partners} and {@code networks}. */
final class PartnerTables {
  private PartnerTables() {}

  private record Row(SupportedSchool supported, School school, Optional<School> partner) {
    Optional<Partnership> pair() {
      return supported.partnership();
    }

    Optional<Double> cost(ToIntFunction<PairCost> part) {
      return pair().map(pair -> PairCost.number(part.applyAsInt(pair.cost())));
    }

    OptionalDouble of(Function<Partnership, OptionalDouble> value) {
      return pair().map(value).orElse(OptionalDouble.empty());
    }

    OptionalDouble ofPartner(Function<School, OptionalDouble> value) {
      return partner.map(value).orElse(OptionalDouble.empty());
    }

    Optional<String> listed(Function<Partnership, List<String>> subjects) {
      return pair().map(subjects).filter(list -> !list.isEmpty()).map(l -> String.join(", ", l));
    }
  }

  private static final List<Column<NetworkMember>> NETWORK_COLUMNS =
      List.of(
          integer("network", "network", NetworkMember::network),
          text("school_id", "school_id", NetworkMember::schoolId),
          text("role", "network_role", member -> member.isCentre() ? "centre" : "member"),
          text("centre_id", "centre_id", NetworkMember::centreId),
          integer("size", "network_size", NetworkMember::size),
          number(
              "cost",
              "pair_cost",
              member -> member.cost().map(cost -> PairCost.number(cost.total()))),
          number("kilometres", "pair_kilometres", member -> of(member, Journey::kilometres)),
          number("minutes", "pair_minutes", member -> of(member, Journey::minutes)));

  private static OptionalDouble of(
      NetworkMember member, Function<Journey, OptionalDouble> distance) {
    return member.journey().map(distance).orElse(OptionalDouble.empty());
  }

  static List<Table> of(Findings findings, Texts texts) {
    Map<String, School> schools =
        findings.data().schools().stream()
            .collect(Collectors.toMap(School::id, Function.identity()));
    List<Row> rows =
        findings.support().partners().schools().stream()
            .map(
                supported ->
                    new Row(
                        supported,
                        schools.get(supported.schoolId()),
                        supported.partnership().map(pair -> schools.get(pair.partner()))))
            .toList();
    return List.of(
        Table.of("partners", 1, columns(texts), rows),
        Table.of("networks", 2, NETWORK_COLUMNS, findings.support().partners().networks()));
  }

  private static List<Column<Row>> columns(Texts texts) {
    return List.of(
        text("school_id", "school_id", r -> r.supported().schoolId()),
        text("partner_id", "partner_id", r -> r.pair().map(Partnership::partner)),
        number("cost", "pair_cost", r -> r.cost(PairCost::total)),
        number("cost_context", "pair_cost_context", r -> r.cost(PairCost::context)),
        number("cost_travel", "pair_cost_travel", r -> r.cost(PairCost::travel)),
        number("cost_subjects", "pair_cost_subjects", r -> r.cost(PairCost::subjects)),
        number("cost_doubt", "pair_cost_doubt", r -> r.cost(PairCost::doubt)),
        text("second_best_id", "second_best_id", r -> r.pair().flatMap(Partnership::secondBest)),
        number("second_best_gap", "second_best_gap", r -> r.of(Partnership::secondBestGap)),
        bool("fixed", "pair_fixed", r -> r.pair().map(Partnership::fixed)),
        number("context_distance", "context_distance", r -> r.of(Partnership::contextDistance)),
        number("kilometres", "pair_kilometres", r -> r.of(pair -> pair.journey().kilometres())),
        number("minutes", "pair_minutes", r -> r.of(pair -> pair.journey().minutes())),
        text("weak_subjects", "weak_subjects", r -> r.listed(Partnership::weakSubjects)),
        text("covered_subjects", "covered_subjects", r -> r.listed(Partnership::covered)),
        number("partner_probability", "partner_probability", r -> r.of(Partnership::aboveExpected)),
        text("reasons", "partner_reasons", r -> Sentences.words(r.supported().reasons(), texts)),
        text("reasons_data", "reasons_data", r -> Sentences.data(r.supported().reasons())),
        number("school_latitude", "latitude", r -> r.school().latitude()),
        number("school_longitude", "longitude", r -> r.school().longitude()),
        number("partner_latitude", "partner_latitude", r -> r.ofPartner(School::latitude)),
        number("partner_longitude", "partner_longitude", r -> r.ofPartner(School::longitude)));
  }
}
