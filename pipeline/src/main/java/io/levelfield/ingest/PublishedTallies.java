package io.levelfield.ingest;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.Span;
import io.levelfield.model.input.TallyKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Published results being put together: those of a school as a whole, and those of its classes,
 * which add up.
 */
final class PublishedTallies {
  /** The class of a row that speaks of the whole school. */
  static final String WHOLE = "";

  private final SortedMap<TallyKey, SortedMap<String, ResultTally>> byClass = new TreeMap<>();
  private final Map<Measure, ScoreHistogram> overall = new TreeMap<>();

  /**
   * Puts together what rows say.
   *
   * @param rows by school and measure, and class
   */
  PublishedTallies(Map<PublishedResultsReader.Key, PublishedFigures> rows) {
    rows.forEach(
        (key, figures) -> {
          byClass
              .computeIfAbsent(key.tally(), k -> new TreeMap<>())
              .put(key.schoolClass(), figures.tally(key.tally()));
          figures.sdOverall().ifPresent(sd -> histogram(key.tally().measure()).add(sd));
        });
  }

  private ScoreHistogram histogram(Measure measure) {
    return overall.computeIfAbsent(measure, m -> new ScoreHistogram());
  }

  /** Standard deviation of all pupils by measure; the mean where rows tell of several. */
  Map<Measure, Double> overallSds() {
    Map<Measure, Double> sds = new TreeMap<>();
    overall.forEach((measure, told) -> sds.put(measure, told.mean()));
    return sds;
  }

  /** Results that came both as a whole and by class: the whole counts. */
  List<TallyKey> bothWays() {
    return byClass.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1 && entry.getValue().containsKey(WHOLE))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** One result for each school and measure, ordered. */
  List<ResultTally> tallies() {
    List<ResultTally> tallies = new ArrayList<>();
    byClass.forEach(
        (key, classes) -> {
          ResultTally whole = classes.get(WHOLE);
          tallies.add(whole == null ? sum(key, classes.values()) : whole);
        });
    return tallies;
  }

  private static ResultTally sum(TallyKey key, Collection<ResultTally> classes) {
    if (classes.size() == 1) {
      return classes.iterator().next();
    }
    OptionalLong participants = sum(classes, ResultTally::participants);
    OptionalDouble mean = mean(classes, participants.isPresent());
    return new ResultTally(
        key,
        participants,
        sum(classes, ResultTally::enrolled),
        sum(classes, ResultTally::belowMinimum),
        sum(classes, ResultTally::top),
        mean,
        sd(classes, participants, mean),
        new ScoreHistogram(),
        belowSpan(classes),
        Optional.empty());
  }

  /** What the sum may be where counts of classes were suppressed. */
  private static Optional<Span> belowSpan(Collection<ResultTally> classes) {
    boolean known = classes.stream().allMatch(tally -> tally.belowMinimum().isPresent());
    if (!known || classes.stream().allMatch(tally -> tally.belowSpan().isEmpty())) {
      return Optional.empty();
    }
    double low = 0;
    double high = 0;
    for (ResultTally tally : classes) {
      double exact = tally.belowMinimum().getAsLong();
      Span span = tally.belowSpan().orElse(new Span(exact, exact));
      low += span.low();
      high += span.high();
    }
    return Optional.of(new Span(low, high));
  }

  /** A sum that is known only if all its parts are. */
  private static OptionalLong sum(
      Collection<ResultTally> classes, Function<ResultTally, OptionalLong> count) {
    long sum = 0;
    for (ResultTally tally : classes) {
      OptionalLong own = count.apply(tally);
      if (own.isEmpty()) {
        return OptionalLong.empty();
      }
      sum += own.getAsLong();
    }
    return OptionalLong.of(sum);
  }

  /** Weighed by participants; where they are not known everywhere, classes weigh the same. */
  private static OptionalDouble mean(Collection<ResultTally> classes, boolean weighed) {
    double sum = 0;
    double weights = 0;
    for (ResultTally tally : classes) {
      if (tally.mean().isEmpty()) {
        return OptionalDouble.empty();
      }
      double weight = weighed ? tally.participants().getAsLong() : 1;
      sum += weight * tally.mean().getAsDouble();
      weights += weight;
    }
    return OptionalDouble.of(sum / weights);
  }

  /** Of all pupils: what they differ by within classes, and what classes differ by. */
  private static OptionalDouble sd(
      Collection<ResultTally> classes, OptionalLong participants, OptionalDouble mean) {
    if (participants.isEmpty() || participants.getAsLong() < 2 || mean.isEmpty()) {
      return OptionalDouble.empty();
    }
    double squares = 0;
    for (ResultTally tally : classes) {
      long own = tally.participants().orElseThrow();
      if (tally.sd().isEmpty() && own > 1) {
        return OptionalDouble.empty();
      }
      double sd = tally.sd().orElse(0);
      double apart = tally.mean().orElseThrow() - mean.getAsDouble();
      squares += (own - 1) * sd * sd + own * apart * apart;
    }
    return OptionalDouble.of(Math.sqrt(squares / (participants.getAsLong() - 1)));
  }
}
