package io.levelfield.context;

import io.levelfield.context.Gaps.Gap;
import io.levelfield.model.InputsRefused;
import io.levelfield.model.SchoolYear;
import io.levelfield.model.context.AlteredValue;
import io.levelfield.model.input.Passport;
import io.levelfield.model.input.School;
import io.levelfield.model.text.Message;
import io.levelfield.stats.Descriptive;
import io.levelfield.study.ContextIndexSettings;
import io.levelfield.study.ContextIndexSettings.Impute;
import io.levelfield.study.ContextIndexSettings.Missing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Passports as the index takes them: those that know enough, extreme values treated, gaps filled.
 */
final class PreparedPassports {
  private static final int NAMED = 5;

  /** Half of the last place that a share is written with. */
  private static final double ROUNDED = 0.005;

  private final ContextIndexSettings settings;
  private final List<String> keys;
  private final List<Passport> known;
  private final List<Passport> reference;
  private final Gaps gaps;
  private final Imputation imputation;
  private final List<Passport> filled;
  private final Treatment treatment;
  private final List<AlteredValue> altered = new ArrayList<>();
  private final List<Message> notes = new ArrayList<>();

  /**
   * @param passports ordered by school and year
   * @param schools the register, for the settlement type
   * @throws InputsRefused if fewer than two schools of the base year know enough
   */
  PreparedPassports(
      ContextIndexSettings settings, List<Passport> passports, List<School> schools, long seed) {
    this.settings = settings;
    keys = List.copyOf(settings.indicators().keySet());
    List<Passport> sufficient = passports.stream().filter(this::knowsEnough).toList();
    int baseYear =
        settings
            .baseYear()
            .orElseGet(
                () -> SchoolYear.newestOfMost(sufficient.stream().map(Passport::key)).orElse(0));
    List<Passport> untreated = sufficient.stream().filter(p -> p.year() == baseYear).toList();
    requireTwo(untreated, baseYear);
    int left = passports.size() - sufficient.size();
    if (left > 0) {
      notes.add(
          Message.of(
              "context.without-index",
              left,
              passports.size(),
              Double.toString(settings.missing().atLeast())));
    }
    if (settings.baseYear().isEmpty()) {
      sufficient.stream()
          .filter(passport -> passport.year() > baseYear)
          .findFirst()
          .ifPresent(
              newer ->
                  notes.add(
                      Message.of(
                          "context.newer-than-base",
                          sufficient.stream().filter(p -> p.year() > baseYear).count(),
                          Integer.toString(baseYear),
                          newer.schoolId(),
                          Integer.toString(newer.year()))));
    }
    noteOlder(sufficient, baseYear);
    treatment = new Treatment(settings.treatment(), keys, untreated);
    notes.addAll(treatment.notes());
    sufficient.forEach(passport -> altered.addAll(treatment.altered(passport)));
    known = sufficient.stream().map(treatment::of).toList();
    reference = known.stream().filter(p -> p.year() == baseYear).toList();
    gaps = Gaps.of(known, keys);
    Map<String, String> settlements =
        schools.stream().collect(Collectors.toMap(School::id, School::settlement));
    imputation = imputation(new GroupMedians(gaps, settlements, seed), seed);
    filled = settings.missing().impute() == Impute.NONE ? known : fill();
  }

  /** Schools that have no index of the base year though others have, and one of an earlier year. */
  private void noteOlder(List<Passport> sufficient, int baseYear) {
    SortedMap<String, Integer> newest = new TreeMap<>();
    sufficient.forEach(p -> newest.merge(p.schoolId(), p.year(), Math::max));
    newest.values().removeIf(year -> year >= baseYear);
    if (!newest.isEmpty()) {
      String named =
          newest.entrySet().stream()
              .limit(NAMED)
              .map(school -> school.getKey() + " (" + school.getValue() + ")")
              .collect(Collectors.joining(", "));
      notes.add(
          Message.of("context.older-passports", newest.size(), Integer.toString(baseYear), named));
    }
  }

  /** A share is meant as it is written: .67 are two of three, .33 one. */
  private boolean knowsEnough(Passport passport) {
    long own = keys.stream().filter(key -> passport.value(key).isPresent()).count();
    return own >= (settings.missing().atLeast() - ROUNDED) * keys.size() && own > 0;
  }

  private void requireTwo(List<Passport> schools, int baseYear) {
    if (schools.size() < 2) {
      String share = Double.toString(settings.missing().atLeast());
      throw new InputsRefused(
          baseYear == 0
              ? Message.of("context.too-few-know", schools.size(), share)
              : Message.of(
                  "context.too-few-know-in", schools.size(), share, Integer.toString(baseYear)));
    }
  }

  private Imputation imputation(GroupMedians medians, long seed) {
    Missing missing = settings.missing();
    return switch (missing.impute()) {
      // Without gaps there is nothing that chained equations could be too few for.
      case CHAINED ->
          gaps.gaps().isEmpty() ? medians : new ChainedEquations(gaps, missing.draws(), seed);
      case LAST_YEAR -> new LastKnown(gaps, medians, seed);
      case NONE, GROUP_MEDIAN -> medians;
    };
  }

  private List<Passport> fill() {
    double[] plausible = imputation.plausible();
    List<double[]> draws = draws();
    int stay = 0;
    for (int g = 0; g < plausible.length; g++) {
      int gap = g;
      if (Double.isNaN(plausible[g])) {
        stay++;
        continue;
      }
      double[] drawn = draws.stream().mapToDouble(draw -> draw[gap]).toArray();
      Gap place = gaps.gaps().get(g);
      Passport passport = known.get(place.passport());
      altered.add(
          new AlteredValue(
              passport.schoolId(),
              passport.year(),
              place.key(),
              imputation.method(g),
              OptionalDouble.empty(),
              plausible[g],
              OptionalDouble.of(Descriptive.sd(drawn))));
    }
    if (stay > 0) {
      notes.add(Message.of("context.gaps-stay", stay));
    }
    return gaps.filled(plausible);
  }

  List<String> keys() {
    return keys;
  }

  /** Those that know enough, ordered by school and year; gaps stay. */
  List<Passport> known() {
    return known;
  }

  /** The same with gaps filled as the study wants. */
  List<Passport> filled() {
    return filled;
  }

  /** Those of the base year that know enough, on which the index's scales rest; gaps stay. */
  List<Passport> reference() {
    return reference;
  }

  /** What the index does with an indicator's values. */
  ValueFunction change(String key) {
    return treatment.change(key);
  }

  /** Of those that know enough. */
  Gaps gaps() {
    return gaps;
  }

  private List<double[]> draws() {
    return IntStream.range(0, settings.missing().draws()).mapToObj(imputation::draw).toList();
  }

  /**
   * What might fill the gaps of some of the passports, {@code [draw][gap]}.
   *
   * @param some gaps of passports that are among these
   */
  List<double[]> draws(Gaps some) {
    return draws().stream()
        .map(draw -> some.gaps().stream().mapToDouble(gap -> draw[gap.number()]).toArray())
        .toList();
  }

  /** Values taken otherwise than they stand, ordered by school, year and indicator. */
  List<AlteredValue> altered() {
    return altered.stream().sorted(AlteredValue.ORDER).toList();
  }

  List<Message> notes() {
    return List.copyOf(notes);
  }
}
