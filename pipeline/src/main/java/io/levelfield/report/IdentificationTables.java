package io.levelfield.report;

import static io.levelfield.report.Column.bool;
import static io.levelfield.report.Column.integer;
import static io.levelfield.report.Column.number;
import static io.levelfield.report.Column.text;

import io.levelfield.model.Findings;
import io.levelfield.model.identify.Identification;
import io.levelfield.model.identify.PolicyOption;
import io.levelfield.model.identify.PolicyOption.Threshold;
import io.levelfield.model.identify.SimulatedErrors;
import io.levelfield.model.identify.SimulatedErrors.Confirmed;
import io.levelfield.model.outcome.ExpectedChange;
import io.levelfield.model.text.Language;
import io.levelfield.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** {@code identification} and {@code policy}. */
final class IdentificationTables {
  private static final Texts RUSSIAN = Texts.in(Language.RU);
  private static final Texts ENGLISH = Texts.in(Language.EN);

  private IdentificationTables() {}

  private static final List<Column<PolicyOption>> POLICY_COLUMNS =
      List.of(
          text("label", "label", p -> p.label().code()),
          text("rule", "policy_rule", PolicyOption::rule),
          number("share_below", "policy_share", p -> p.threshold().map(Threshold::shareBelow)),
          text("basis", "policy_basis", p -> p.threshold().map(Threshold::basisCode)),
          integer("judged", "policy_judged", PolicyOption::judged),
          integer("flagged", "policy_flagged", PolicyOption::flagged),
          integer("pupils", "policy_pupils", PolicyOption::pupils),
          integer("confirmed", "policy_confirmed", PolicyOption::confirmed),
          number("false_alarms", "policy_false_alarms", PolicyOption::falseAlarms),
          number("misses", "policy_misses", PolicyOption::misses),
          integer(
              "simulated_districts",
              "policy_simulated_districts",
              p -> p.simulated().map(SimulatedErrors::districts)),
          simulated("truly_so", e -> Optional.of(e.trulySo())),
          simulated("flagged", e -> Optional.of(e.flagged())),
          simulated("false", e -> Optional.of(e.falseAlarms().mean())),
          simulated("false_low", e -> Optional.of(e.falseAlarms().low())),
          simulated("false_high", e -> Optional.of(e.falseAlarms().high())),
          simulated("missed", e -> Optional.of(e.misses().mean())),
          simulated("missed_low", e -> Optional.of(e.misses().low())),
          simulated("missed_high", e -> Optional.of(e.misses().high())),
          simulated("confirmed", e -> e.confirmed().map(Confirmed::schools)),
          simulated("confirmed_false", e -> e.confirmed().map(Confirmed::falseAlarms)));

  private static Column<PolicyOption> simulated(
      String what, Function<SimulatedErrors, Optional<Double>> figure) {
    return number(
        "simulated_" + what, "policy_simulated_" + what, p -> p.simulated().flatMap(figure));
  }

  static List<Table> of(Findings findings, Texts texts) {
    return List.of(
        Table.of("identification", 2, columns(texts), findings.labels().identifications()),
        Table.of("policy", 2, POLICY_COLUMNS, findings.labels().policy()));
  }

  private static List<Column<Identification>> columns(Texts texts) {
    return List.of(
        text("school_id", "school_id", Identification::schoolId),
        text("label", "label", i -> i.label().code()),
        text("label_ru", "identification_label_ru", i -> RUSSIAN.label(i.label())),
        text("label_en", "identification_label_en", i -> ENGLISH.label(i.label())),
        bool("flag", "flag", Identification::flag),
        bool("formal", "formal", Identification::formal),
        number("probability", "probability", Identification::probability),
        text(
            "strength",
            "strength",
            i -> i.strength().map(strength -> strength.name().toLowerCase(Locale.ROOT))),
        bool("borderline", "borderline_label", Identification::borderline),
        text("reasons", "reasons", i -> Sentences.words(i.reasons(), texts)),
        text("to_exit", "to_exit", i -> Sentences.words(i.toExit(), texts)),
        text("reasons_data", "reasons_data", i -> Sentences.data(i.reasons())),
        text("to_exit_data", "to_exit_data", i -> Sentences.data(i.toExit())),
        number("robustness", "robustness", Identification::robustness),
        number(
            "expected_regression_next_year",
            "expected_regression_next_year",
            i -> i.expectedRegression().map(ExpectedChange::nextYear)),
        number(
            "expected_regression",
            "expected_regression",
            i -> i.expectedRegression().map(ExpectedChange::allYears)));
  }
}
