package io.levelfield.draft;

import io.levelfield.study.ContextInput.Shape;
import io.levelfield.study.Indicator.Aggregate;
import io.levelfield.study.Range;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import org.hipparchus.stat.regression.SimpleRegression;

/**
 * How a table tells of the social context.
 *
 * @param shape of its rows
 * @param columns of school and year
 * @param indicators that its other columns may be, in file order
 */
record ContextRole(Shape shape, Mapping columns, List<ProposedIndicator> indicators) {

  /** A column emptier than this tells of too few schools to be proposed. */
  private static final double LEAST_FILLED = 0.5;

  /** A code lies this many times further out than any other number. */
  private static final double FAR = 3;

  /** From this correlation on a column grows with another; proposed, and asked about. */
  private static final double COUNTS_GROW = 0.3;

  /** The denominator of what is counted in children. */
  private static final String PUPILS = "pupils";

  private static final Set<String> YES = Set.of("yes", "y", "true", "1", "да", "+");
  private static final Range SHARE = new Range(0, 1);
  private static final Range PER_CENT = new Range(0, 100);

  ContextRole {
    indicators = List.copyOf(indicators);
  }

  /**
   * What a table tells of the context: rows of schools once per school and year, or rows of pupils
   * once per pupil.
   *
   * @param pupils whether rows are pupils
   * @param taken columns that hold something else
   * @return empty where rows repeat what they say, or no column has a direction
   */
  static Optional<ContextRole> of(
      Table table, Mapping.Mapped school, boolean pupils, Predicate<Column> taken, Words words) {
    List<Column> others =
        table.columns().stream().filter(column -> column != school.column()).toList();
    Mapping columns =
        Mapping.of(others, Map.of("year", words.common().get("year")))
            .with("school_id", school.column(), school.sure());
    boolean once = table.told(List.of(columns.column("school_id"), columns.column("year"))) == 1;
    if (!pupils && !once) {
      return Optional.empty();
    }
    Map<String, Mapping.Mapped> denominators = Mapping.of(others, words.denominators()).columns();
    List<ProposedIndicator> found = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (Column column : others) {
      boolean free = !columns.holds(column) && !taken.test(column);
      boolean denominator =
          denominators.values().stream().anyMatch(d -> d.sure() && d.column() == column);
      boolean code = Phrases.longest(column.name(), words.codes()) > 0;
      if (free
          && !denominator
          && !code
          && column.filled() >= LEAST_FILLED
          && column.distinct().size() > 1) {
        indicator(column, pupils, denominators, words, keys).ifPresent(found::add);
      }
    }
    return found.stream().anyMatch(indicator -> indicator.known().isPresent())
        ? Optional.of(new ContextRole(pupils ? Shape.PUPILS : Shape.SCHOOLS, columns, found))
        : Optional.empty();
  }

  private static Optional<ProposedIndicator> indicator(
      Column column,
      boolean pupils,
      Map<String, Mapping.Mapped> denominators,
      Words words,
      Set<String> keys) {
    Optional<Words.KnownIndicator> known = words.indicator(column.name());
    Optional<String> yes =
        column.distinct().stream()
            .filter(text -> YES.contains(text.toLowerCase(Locale.ROOT)))
            .findFirst();
    boolean binary = !column.numeric();
    if (binary && !(pupils && column.distinct().size() == 2 && yes.isPresent())) {
      return Optional.empty();
    }
    Optional<Column> denominator =
        pupils ? Optional.empty() : known.flatMap(k -> denominator(column, k, denominators, words));
    return Optional.of(
        new ProposedIndicator(
            key(column, known, keys),
            column,
            known,
            denominator,
            !pupils && isCount(column, words),
            denominator.isPresent()
                ? Optional.of(SHARE)
                : pupils || binary ? Optional.empty() : range(column, words),
            pupils ? Optional.of(binary ? Aggregate.SHARE : Aggregate.MEAN) : Optional.empty(),
            binary ? yes : Optional.empty(),
            binary ? OptionalDouble.empty() : unknown(column, words)));
  }

  private static String key(Column column, Optional<Words.KnownIndicator> known, Set<String> keys) {
    String key =
        known
            .map(Words.KnownIndicator::key)
            .filter(own -> !keys.contains(own))
            .orElseGet(() -> String.join("_", Phrases.words(column.name())).replace("%", "pct"));
    String own = key;
    for (int i = 2; !keys.add(own); i++) {
      own = key + "_" + i;
    }
    return own;
  }

  /** What a column of counts is a part of: never less than the count. */
  private static Optional<Column> denominator(
      Column column,
      Words.KnownIndicator known,
      Map<String, Mapping.Mapped> denominators,
      Words words) {
    String whole = Phrases.longest(column.name(), words.children()) > 0 ? PUPILS : known.of();
    Optional<Column> of = Optional.ofNullable(denominators.get(whole)).map(Mapping.Mapped::column);
    if (of.isEmpty() || of.get() == column || !column.whole() || isShare(column, words)) {
      return Optional.empty();
    }
    var together = new SimpleRegression();
    for (int row = 0; row < column.texts().size(); row++) {
      double count = column.number(row);
      double all = of.get().number(row);
      if (count > all) {
        return Optional.empty();
      }
      if (!Double.isNaN(count) && !Double.isNaN(all)) {
        together.addData(all, count);
      }
    }
    // Counts grow with what they are a part of; per cent do not.
    boolean grows = together.getR() >= COUNTS_GROW || isCount(column, words);
    return mayBePerCent(column) && !grows ? Optional.empty() : of;
  }

  /** Whether the numbers of a column could be per cent as well as counts. */
  static boolean mayBePerCent(Column column) {
    return column.within(PER_CENT.lowest(), PER_CENT.highest());
  }

  private static boolean isCount(Column column, Words words) {
    return column.whole()
        && !isShare(column, words)
        && Phrases.longest(column.name(), words.counts()) > 0;
  }

  private static boolean isShare(Column column, Words words) {
    return Phrases.longest(column.name(), words.shares()) > 0 || column.name().contains("%");
  }

  private static Optional<Range> range(Column column, Words words) {
    if (!column.whole() && column.within(SHARE.lowest(), SHARE.highest())) {
      return Optional.of(SHARE);
    }
    return isShare(column, words) && column.within(PER_CENT.lowest(), PER_CENT.highest())
        ? Optional.of(PER_CENT)
        : Optional.empty();
  }

  /** A number of the dictionary that lies far beyond all others. */
  static OptionalDouble unknown(Column column, Words words) {
    for (double code : words.unknownCodes()) {
      if (column.numbers().noneMatch(number -> number == code)) {
        continue;
      }
      double lowest = column.numbers().filter(n -> n != code).min().orElse(code);
      double highest = column.numbers().filter(n -> n != code).max().orElse(code);
      boolean below = code < 0 && lowest >= 0;
      boolean above = code > 0 && highest > 0 && lowest >= 0 && code > FAR * highest;
      if (below || above) {
        return OptionalDouble.of(code);
      }
    }
    return OptionalDouble.empty();
  }
}
