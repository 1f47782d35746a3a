package io.levelfield.identify;

import io.levelfield.model.identify.Label;
import io.levelfield.model.input.School;
import io.levelfield.model.text.Message;
import io.levelfield.study.IdentifySettings.HardToReach;
import io.levelfield.study.IdentifySettings.Small;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.DoublePredicate;

/** A type that a number of the register tells: a fact, so there is no probability. */
final class RegisterRule implements Rule {
  private final Label label;
  private final String column;
  private final Map<String, Double> numbers;
  private final DoublePredicate holds;
  private final double threshold;

  private RegisterRule(
      Label label,
      String column,
      Map<String, Double> numbers,
      DoublePredicate holds,
      double threshold) {
    this.label = label;
    this.column = column;
    this.numbers = numbers;
    this.holds = holds;
    this.threshold = threshold;
  }

  /** A school without parallel classes (малокомплектная). */
  static RegisterRule small(List<School> schools, Small settings) {
    Map<String, Double> numbers = new TreeMap<>();
    schools.forEach(s -> s.parallelClasses().ifPresent(n -> numbers.put(s.id(), (double) n)));
    int most = settings.parallelClasses();
    return new RegisterRule(Label.SMALL, "parallel_classes", numbers, n -> n <= most, most);
  }

  /** A school far from the centre (труднодоступная). */
  static RegisterRule hardToReach(List<School> schools, HardToReach settings) {
    Map<String, Double> numbers = new TreeMap<>();
    schools.forEach(s -> s.travelMinutes().ifPresent(n -> numbers.put(s.id(), n)));
    double most = settings.travelMinutes();
    return new RegisterRule(Label.HARD_TO_REACH, "travel_minutes", numbers, n -> n > most, most);
  }

  @Override
  public Label label() {
    return label;
  }

  @Override
  public Optional<Message> lacking() {
    return numbers.isEmpty()
        ? Optional.of(Message.of("label.column-would-tell", column))
        : Optional.empty();
  }

  @Override
  public Optional<Boolean> formal(String school) {
    return Optional.ofNullable(numbers.get(school)).map(holds::test);
  }

  @Override
  public OptionalDouble probability(String school) {
    return OptionalDouble.empty();
  }

  @Override
  public boolean borderline(String school) {
    return false;
  }

  @Override
  public List<Message> reasons(String school) {
    return List.of(Message.of(label.code(), numbers.get(school), threshold));
  }

  @Override
  public List<Message> toExit(String school) {
    return List.of();
  }

  @Override
  public List<RegisterRule> variants() {
    return List.of(this);
  }
}
