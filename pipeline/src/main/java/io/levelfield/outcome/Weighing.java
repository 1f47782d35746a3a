package io.levelfield.outcome;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.input.Measure;
import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.model.text.Message;
import io.levelfield.study.Examinations;
import io.levelfield.study.Nearest;
import io.levelfield.study.OutcomeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which results weigh in pooled ones: the compulsory examinations, where the study names them. */
final class Weighing {
  private Weighing() {}

  /**
   * Those that weigh, in the order they came.
   *
   * @throws InputsRefused if the study names examinations, and there are no results of any
   */
  static List<OutcomeEstimate> of(List<OutcomeEstimate> estimates, OutcomeSettings settings) {
    if (settings.compulsory().isEmpty()) {
      return estimates;
    }
    List<OutcomeEstimate> weighing = estimates.stream().filter(e -> weighs(e, settings)).toList();
    if (weighing.isEmpty()) {
      throw new InputsRefused(
          Message.of("outcome.nothing-compulsory", names(settings.compulsory())));
    }
    return weighing;
  }

  /**
   * Makes sure that no examination is left out for a slip of the pen.
   *
   * @param estimates of all years: a name may have no results in some
   * @throws InputsRefused if a name has no results, and is nearly one that has
   */
  static void requireSpelt(List<OutcomeEstimate> estimates, OutcomeSettings settings) {
    Set<Measure> measures =
        estimates.stream().map(e -> e.tally().measure()).collect(Collectors.toSet());
    for (Examinations named : settings.compulsory()) {
      requireSpelt(named, named.procedure(), measures, Measure::procedure);
      requireSpelt(named, named.subject(), measures, Measure::subject);
    }
  }

  private static void requireSpelt(
      Examinations named,
      Optional<String> name,
      Set<Measure> measures,
      Function<Measure, String> of) {
    Set<String> known = measures.stream().map(of).collect(Collectors.toSet());
    if (name.isEmpty() || known.stream().anyMatch(name.get()::equalsIgnoreCase)) {
      return;
    }
    Nearest.slipOf(name.get(), known)
        .ifPresent(
            meant -> {
              throw new InputsRefused(
                  Message.of("outcome.compulsory-misspelt", named.toString(), name.get(), meant));
            });
  }

  private static boolean weighs(OutcomeEstimate estimate, OutcomeSettings settings) {
    return settings.compulsory().stream().anyMatch(c -> c.fits(estimate.tally().measure()));
  }

  /** What is left out, and what the study names in vain. */
  static List<Message> notes(List<OutcomeEstimate> estimates, OutcomeSettings settings) {
    List<Message> notes = new ArrayList<>();
    if (settings.compulsory().isEmpty()) {
      return notes;
    }
    List<Examinations> vain =
        settings.compulsory().stream()
            .filter(c -> estimates.stream().noneMatch(e -> c.fits(e.tally().measure())))
            .toList();
    if (!vain.isEmpty()) {
      notes.add(Message.of("outcome.compulsory-in-vain", names(vain)));
    }
    Set<String> schools =
        estimates.stream().map(e -> e.tally().schoolId()).collect(Collectors.toSet());
    estimates.stream()
        .filter(e -> weighs(e, settings))
        .forEach(e -> schools.remove(e.tally().schoolId()));
    long left =
        estimates.stream()
            .filter(e -> !weighs(e, settings))
            .map(e -> e.tally().measure().examination())
            .distinct()
            .count();
    if (left > 0) {
      notes.add(Message.of("outcome.compulsory-only", left, schools.size()));
    }
    return notes;
  }

  private static String names(List<Examinations> examinations) {
    return examinations.stream().map(Examinations::toString).collect(Collectors.joining(", "));
  }
}
