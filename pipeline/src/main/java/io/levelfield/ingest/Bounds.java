package io.levelfield.ingest;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a suppressed figure may be: {@code <5}, {@code LE5}, {@code 40-44}, {@code GE95}.
 *
 * @param lowest the least it may be
 * @param highest the most it may be; infinite where the text does not say
 */
record Bounds(double lowest, double highest) {
  private static final String NUMBER = "(\\d{1,9}(?:[.,]\\d{1,9})?)";
  private static final Pattern BELOW =
      Pattern.compile("(?:<|lt|менее|меньше|fewer than|less than|n\\s*<)\\s*" + NUMBER + "\\s*%?");
  private static final Pattern AT_MOST =
      Pattern.compile("(?:<=|≤|le|не более|до|at most)\\s*" + NUMBER + "\\s*%?");
  private static final Pattern ABOVE =
      Pattern.compile("(?:>|gt|более|больше|more than)\\s*" + NUMBER + "\\s*%?");
  private static final Pattern AT_LEAST =
      Pattern.compile("(?:>=|≥|ge|не менее|от|at least)\\s*" + NUMBER + "\\s*%?");
  private static final Pattern BETWEEN =
      Pattern.compile(NUMBER + "\\s*(?:[-–—]|to)\\s*" + NUMBER + "\\s*%?");

  /** The bounds a text says, of whole numbers where they count; absent where it says none. */
  static Optional<Bounds> of(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    Matcher between = BETWEEN.matcher(lower);
    if (between.matches()) {
      double low = number(between.group(1));
      double high = number(between.group(2));
      return low < high ? Optional.of(new Bounds(low, high)) : Optional.empty();
    }
    Optional<Double> below = first(BELOW, lower);
    if (below.isPresent() && below.get() > 0) {
      // Fewer than 5 pupils are 4 at most.
      double most = below.get() == Math.rint(below.get()) ? below.get() - 1 : below.get();
      return Optional.of(new Bounds(0, most));
    }
    Optional<Double> atMost = first(AT_MOST, lower);
    if (atMost.isPresent()) {
      return Optional.of(new Bounds(0, atMost.get()));
    }
    Optional<Double> atLeast = first(AT_LEAST, lower);
    if (atLeast.isPresent()) {
      return Optional.of(new Bounds(atLeast.get(), Double.POSITIVE_INFINITY));
    }
    return first(ABOVE, lower)
        .map(
            more ->
                new Bounds(more == Math.rint(more) ? more + 1 : more, Double.POSITIVE_INFINITY));
  }

  private static Optional<Double> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? Optional.of(number(matcher.group(1))) : Optional.empty();
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace(',', '.'));
  }

  /** The middle of the bounds, the upper of which is at most the greatest possible. */
  double middle(double greatest) {
    return (lowest + Math.max(lowest, Math.min(highest, greatest))) / 2;
  }
}
