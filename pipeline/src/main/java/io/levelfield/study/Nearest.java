package io.levelfield.study;

import io.levelfield.model.text.Message;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the name a user probably meant. */
public final class Nearest {
  /** Letters of a slip of the pen. */
  private static final int SLIP = 2;

  /** Shorter names are other ones with two other letters. */
  private static final int LONG = 6;

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
   * The known name of which this one is most likely a slip of the pen: a letter or two of many are
   * wrong.
   */
  public static Optional<String> slipOf(String name, Collection<String> known) {
    var distance = new LevenshteinDistance(SLIP);
    return to(name, known)
        .filter(candidate -> Math.min(name.length(), candidate.length()) >= LONG)
        .filter(
            candidate ->
                distance.apply(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT))
                    >= 0);
  }

  /** Which name may have been meant, as a part of a sentence; nothing where none is near. */
  public static Message suggestion(String name, Collection<String> known) {
    return to(name, known).map(nearest -> Message.of("nearest", nearest)).orElse(Message.NONE);
  }
}
