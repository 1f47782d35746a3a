package io.levelfield.study;

import io.levelfield.model.text.Message;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the name a user probably meant. */
public final class Nearest {
  /** Letters of a slip of the pen. */
  private static final int SLIP = 2;

  /** Shorter words are other ones with two other letters. */
  private static final int LONG = 5;

  private Nearest() {}

  /** The known name nearest to this one, if it is near enough to be meant. */
  public static Optional<String> to(String name, Collection<String> known) {
    String wanted = name.toLowerCase(Locale.ROOT);
    var distance = LevenshteinDistance.getDefaultInstance();
    return known.stream()
        .filter(candidate -> !candidate.isBlank())
        .filter(
            candidate ->
                distance.apply(wanted, candidate.toLowerCase(Locale.ROOT))
                    <= Math.max(2, Math.max(wanted.length(), candidate.length()) / 3))
        .min(
            Comparator.<String, Integer>comparing(
                    candidate -> distance.apply(wanted, candidate.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /**
   * The known name of which this one is most likely a slip of the pen: a letter or two of a long
   * word are wrong. Names that differ in a number or a short word are different ones: Algebra I,
   * Математика Б.
   */
  public static Optional<String> slipOf(String name, Collection<String> known) {
    return to(name, known).filter(candidate -> isSlip(words(name), words(candidate)));
  }

  private static List<String> words(String name) {
    return List.of(name.toLowerCase(Locale.ROOT).strip().split("\\s+"));
  }

  private static boolean isSlip(List<String> one, List<String> other) {
    if (one.size() != other.size()) {
      return false;
    }
    var distance = new LevenshteinDistance(SLIP);
    for (int i = 0; i < one.size(); i++) {
      boolean same = one.get(i).equals(other.get(i));
      boolean isLong = Math.min(one.get(i).length(), other.get(i).length()) >= LONG;
      if (!same && !(isLong && distance.apply(one.get(i), other.get(i)) >= 0)) {
        return false;
      }
    }
    return true;
  }

  /** Which name may have been meant, as a part of a sentence; nothing where none is near. */
  public static Message suggestion(String name, Collection<String> known) {
    return to(name, known).map(nearest -> Message.of("nearest", nearest)).orElse(Message.NONE);
  }
}
