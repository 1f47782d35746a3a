package io.levelfield.report;

import static io.levelfield.report.Column.bool;
import static io.levelfield.report.Column.integer;
import static io.levelfield.report.Column.number;
import static io.levelfield.report.Column.text;

import io.levelfield.model.Findings;
import io.levelfield.model.Identification;
import io.levelfield.model.Identification.Reason;
import io.levelfield.model.Language;
import io.levelfield.model.PolicyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code identification} and {@code policy}. */
final class IdentificationTables {
  private static final Texts RUSSIAN = Texts.in(Language.RU);
  private static final Texts ENGLISH = Texts.in(Language.EN);

  private IdentificationTables() {}

  private static final List<Column<PolicyOption>> POLICY_COLUMNS =
      List.of(
          number("share_below", "policy_share", PolicyOption::shareBelow),
          text("basis", "policy_basis", p -> p.basis().name().toLowerCase(Locale.ROOT)),
          integer("judged", "policy_judged", PolicyOption::judged),
          integer("flagged", "policy_flagged", PolicyOption::flagged),
          integer("pupils", "policy_pupils", PolicyOption::pupils),
          integer("confirmed", "policy_confirmed", PolicyOption::confirmed),
          number("false_alarms", "policy_false_alarms", PolicyOption::falseAlarms),
          number("misses", "policy_misses", PolicyOption::misses));

  static List<Table> of(Findings findings, Texts texts) {
    return List.of(
        Table.of("identification", 2, columns(texts), findings.identifications()),
        Table.of("policy", 2, POLICY_COLUMNS, findings.policy()));
  }

  private static List<Column<Identification>> columns(Texts texts) {
    return List.of(
        text("school_id", "school_id", Identification::schoolId),
        text("label", "label", i -> i.label().code()),
        text("label_ru", "label_ru", i -> RUSSIAN.label(i.label())),
        text("label_en", "label_en", i -> ENGLISH.label(i.label())),
        bool("flag", "flag", Identification::flag),
        bool("formal", "formal", Identification::formal),
        number("probability", "probability", Identification::probability),
        text(
            "strength",
            "strength",
            i -> i.strength().map(strength -> strength.name().toLowerCase(Locale.ROOT))),
        bool("borderline", "borderline_label", Identification::borderline),
        text("reasons", "reasons", i -> sentences(i.reasons(), texts)),
        text("to_exit", "to_exit", i -> sentences(i.toExit(), texts)),
        number("robustness", "robustness", Identification::robustness),
        number("expected_regression", "expected_regression", Identification::expectedRegression));
  }

  private static Optional<String> sentences(List<Reason> reasons, Texts texts) {
    return reasons.isEmpty()
        ? Optional.empty()
        : Optional.of(reasons.stream().map(texts::reason).collect(Collectors.joining("; ")));
  }
}
