package io.levelfield.report;

import static io.levelfield.report.Column.bool;
import static io.levelfield.report.Column.integer;
import static io.levelfield.report.Column.number;
import static io.levelfield.report.Column.text;

import io.levelfield.model.Findings;
import io.levelfield.model.cluster.ClusterAssignment;
import io.levelfield.model.cluster.ClusterCentre;
import io.levelfield.model.cluster.ClusterValidity;
import io.levelfield.model.cluster.GroupAgreement;
import io.levelfield.model.cluster.GroupMove;
import io.levelfield.model.cluster.GroupTransition;
import io.levelfield.model.cluster.Grouping;
import io.levelfield.model.text.Language;
import io.levelfield.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code clusters}, {@code cluster_centres}, {@code cluster_validity}, {@code cluster_agreement}
 * and {@code cluster_transitions}.
 */
final class ClusterTables {
  private static final Texts RUSSIAN = Texts.in(Language.RU);
  private static final Texts ENGLISH = Texts.in(Language.EN);

  private ClusterTables() {}

  private static final List<Column<ClusterAssignment>> NEAREST_COLUMNS =
      List.of(
          text("school_id", "school_id", ClusterAssignment::schoolId),
          integer("cluster", "cluster", ClusterAssignment::cluster),
          text("name", "cluster_name", c -> c.name().code()),
          text("label_ru", "label_ru", c -> RUSSIAN.group(c.name())),
          text("label_en", "label_en", c -> ENGLISH.group(c.name())),
          number("distance", "distance", ClusterAssignment::distance));

  private static final List<Column<ClusterAssignment>> ASSIGNMENT_COLUMNS =
      Stream.concat(
              NEAREST_COLUMNS.stream(),
              Stream.of(
                  number("silhouette", "silhouette", ClusterAssignment::silhouette),
                  number("membership", "membership", ClusterAssignment::membership),
                  bool("borderline", "borderline_member", ClusterAssignment::borderline)))
          .toList();

  private static final List<Column<ClusterValidity>> VALIDITY_COLUMNS =
      List.of(
          integer("k", "k", ClusterValidity::k),
          number("wss", "wss", ClusterValidity::wss),
          number("silhouette", "mean_silhouette", ClusterValidity::silhouette),
          number("silhouette_null_p", "silhouette_null_p", ClusterValidity::silhouetteNullP),
          number("calinski_harabasz", "calinski_harabasz", ClusterValidity::calinskiHarabasz),
          number("davies_bouldin", "davies_bouldin", ClusterValidity::daviesBouldin),
          number("gap", "gap", ClusterValidity::gap),
          number("gap_se", "gap_se", ClusterValidity::gapSe),
          number("gap_null_p", "gap_null_p", ClusterValidity::gapNullP),
          bool("chosen", "chosen", ClusterValidity::chosen),
          text("rule", "chosen_by", v -> v.choice().map(c -> Texts.code(c.rule()))),
          text("verdict", "groups_verdict", v -> v.choice().map(c -> Texts.code(c.verdict()))),
          text("verdict_ru", "verdict_ru", v -> v.choice().map(c -> RUSSIAN.groups(c))),
          text("verdict_en", "verdict_en", v -> v.choice().map(c -> ENGLISH.groups(c))));

  private static final List<Column<GroupAgreement>> AGREEMENT_COLUMNS =
      List.of(
          text("method", "agreement_method", a -> Texts.code(a.method())),
          text("feature", "feature_left_out", GroupAgreement::feature),
          number("ari", "ari", GroupAgreement::ari),
          integer("schools", "agreement_schools", GroupAgreement::schools));

  private static final List<Column<GroupTransition>> TRANSITION_COLUMNS =
      List.of(
          integer("from_year", "from_year", GroupTransition::fromYear),
          integer("to_year", "to_year", GroupTransition::toYear),
          integer("from_cluster", "from_cluster", t -> t.from().cluster()),
          integer("to_cluster", "to_cluster", t -> t.to().cluster()),
          text("from_name", "from_name", t -> t.from().name().code()),
          text("to_name", "to_name", t -> t.to().name().code()),
          integer("schools", "transition_schools", GroupTransition::schools));

  static List<Table> of(Findings findings, SchoolNames names) {
    return List.of(
        Table.of("clusters", 1, ASSIGNMENT_COLUMNS, rows(findings, Grouping::assignments)),
        centres(rows(findings, Grouping::centres), names, findings.groups().history().moves()),
        Table.of("cluster_validity", 1, VALIDITY_COLUMNS, rows(findings, Grouping::validity)),
        Table.of("cluster_agreement", 2, AGREEMENT_COLUMNS, rows(findings, Grouping::agreement)),
        Table.of(
            "cluster_transitions",
            4,
            TRANSITION_COLUMNS,
            findings.groups().history().transitions()));
  }

  /** Schools and their nearest groups. */
  static Table nearest(List<ClusterAssignment> assignments) {
    return Table.of("clusters", 1, NEAREST_COLUMNS, assignments);
  }

  private static <T> List<T> rows(Findings findings, Function<Grouping, List<T>> part) {
    return findings.groups().grouping().map(part).orElse(List.of());
  }

  private static Table centres(
      List<ClusterCentre> centres, SchoolNames names, List<GroupMove> moves) {
    Map<Integer, GroupMove> moveOf =
        moves.stream().collect(Collectors.toMap(GroupMove::cluster, move -> move));
    List<Column<ClusterCentre>> columns = new ArrayList<>();
    columns.add(integer("cluster", "cluster", ClusterCentre::cluster));
    columns.add(text("name", "cluster_name", c -> c.name().code()));
    columns.add(text("label_ru", "label_ru", c -> RUSSIAN.group(c.name())));
    columns.add(text("label_en", "label_en", c -> ENGLISH.group(c.name())));
    columns.add(integer("size", "size", ClusterCentre::size));
    columns.add(
        text(
            "previous_name",
            "previous_name",
            c -> Optional.ofNullable(moveOf.get(c.cluster())).map(m -> m.previousName().code())));
    columns.add(
        number(
            "moved",
            "moved",
            c -> Optional.ofNullable(moveOf.get(c.cluster())).map(GroupMove::distance)));
    columns.add(text("medoid_id", "medoid_id", ClusterCentre::medoidId));
    columns.add(text("medoid_name", "medoid_name", c -> names.of(c.medoidId())));
    columns.add(number("jaccard", "jaccard", ClusterCentre::jaccard));
    columns.add(text("verdict", "stability", c -> c.stability().map(Texts::code)));
    List<String> features =
        centres.stream().findFirst().map(ClusterCentre::features).orElse(List.of());
    for (int i = 0; i < features.size(); i++) {
      int at = i;
      String feature = features.get(i);
      columns.add(
          Column.<ClusterCentre>number(feature + "_z", "centre_z", c -> c.standardised().get(at))
              .about(feature));
      columns.add(
          Column.<ClusterCentre>number(feature, "centre_units", c -> c.inUnits().get(at))
              .about(feature));
    }
    return Table.of("cluster_centres", 1, columns, centres);
  }
}
