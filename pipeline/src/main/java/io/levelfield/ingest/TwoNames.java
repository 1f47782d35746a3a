package io.levelfield.ingest;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.levelfield.model.input.Measure;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One subject or procedure under two names: no school has both, though so many schools have either
 * that some would have both by chance. Where the names tell nothing, the two must also make up
 * nearly all schools: schools that choose among subjects leave some with neither.
 *
 * <p>If schools took each by their own choice, a set of b among n schools would miss one of a with
 * the chance C(n - a, b) / C(n, b) (hypergeometric).
 */
final class TwoNames {
  /** Two sets that meet with at least so little chance tell nothing. */
  private static final double BY_CHANCE = 0.001;

  /** The same where one name may be short for the other. */
  private static final double BY_CHANCE_IF_SHORT = 0.05;

  private static final double NEARLY_ALL = 0.95;

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private TwoNames() {}

  /** Where a subject stands: one name in the place of another there is a doubt. */
  private record Place(int year, String procedure, String grade) {}

  private static final Comparator<Place> NEWEST_FIRST =
      Comparator.comparing((Place place) -> -place.year())
          .thenComparing(Place::procedure)
          .thenComparing(Place::grade);

  private record Names(String one, String other) {}

  /**
   * Notes that name both, those of the newest year where several years have them; one for each pair
   * of names.
   */
  static List<Message> notes(MeasureTakers takers) {
    Map<Names, Message> notes =
        new TreeMap<>(Comparator.comparing(Names::one).thenComparing(Names::other));
    find(
        takers,
        measure -> new Place(measure.year(), measure.procedure(), measure.grade()),
        Measure::subject,
        "subject",
        notes);
    find(
        takers,
        measure -> new Place(measure.year(), "", measure.grade()),
        Measure::procedure,
        "procedure",
        notes);
    return List.copyOf(notes.values());
  }

  private static void find(
      MeasureTakers takers,
      Function<Measure, Place> place,
      Function<Measure, String> name,
      String setting,
      Map<Names, Message> notes) {
    Map<Place, List<Measure>> byPlace =
        takers.byMeasure().keySet().stream()
            .collect(groupingBy(place, () -> new TreeMap<>(NEWEST_FIRST), toList()));
    for (List<Measure> there : byPlace.values()) {
      Map<String, BitSet> schools = new TreeMap<>();
      var all = new BitSet();
      for (Measure measure : there) {
        BitSet taken = takers.byMeasure().get(measure);
        schools.computeIfAbsent(name.apply(measure), n -> new BitSet()).or(taken);
        all.or(taken);
      }
      List<String> names = new ArrayList<>(schools.keySet());
      for (int i = 0; i < names.size(); i++) {
        for (int j = i + 1; j < names.size(); j++) {
          BitSet one = schools.get(names.get(i));
          BitSet other = schools.get(names.get(j));
          if (isOne(names.get(i), names.get(j), one, other, all.cardinality())) {
            boolean firstStays = one.cardinality() >= other.cardinality();
            String stays = names.get(firstStays ? i : j);
            String goes = names.get(firstStays ? j : i);
            notes.putIfAbsent(
                new Names(goes, stays),
                Message.of(
                    "inputs.two-names",
                    stays,
                    schools.get(stays).cardinality(),
                    goes,
                    schools.get(goes).cardinality(),
                    setting));
          }
        }
      }
    }
  }

  private static boolean isOne(String name, String otherName, BitSet one, BitSet other, int all) {
    if (one.intersects(other)) {
      return false;
    }
    double chance = apartByChance(one.cardinality(), other.cardinality(), all);
    boolean isShort = isShort(name, otherName) || isShort(otherName, name);
    return isShort
        ? chance < BY_CHANCE_IF_SHORT
        : chance < BY_CHANCE && one.cardinality() + other.cardinality() >= NEARLY_ALL * all;
  }

  /** Chance that two sets of so many of all schools, each drawn for itself, have none in common. */
  static double apartByChance(int one, int other, int all) {
    double chance = 1;
    for (int i = 0; i < other; i++) {
      chance *= Math.max(0, (double) (all - one - i) / (all - i));
    }
    return chance;
  }

  /**
   * Whether a name may be short for another: each of its words has the letters of one of the
   * other's words in their order, the first included, or the first letters of all of them.
   */
  static boolean isShort(String name, String of) {
    String[] words = words(name);
    String[] longer = words(of);
    if (words.length == 1 && longer.length > 1 && words[0].equals(initials(longer))) {
      return true;
    }
    int at = 0;
    for (String word : words) {
      while (at < longer.length && !isShortWord(word, longer[at])) {
        at++;
      }
      if (at == longer.length) {
        return false;
      }
      at++;
    }
    return true;
  }

  private static String[] words(String name) {
    return NO_WORD
        .matcher(Spelling.folded(name).replace("-", ""))
        .replaceAll(" ")
        .strip()
        .split(" ");
  }

  private static String initials(String[] words) {
    StringBuilder initials = new StringBuilder();
    for (String word : words) {
      initials.append(word, 0, Math.min(1, word.length()));
    }
    return initials.toString();
  }

  private static boolean isShortWord(String word, String of) {
    if (word.isEmpty() || of.isEmpty() || word.charAt(0) != of.charAt(0)) {
      return false;
    }
    int at = 0;
    for (int i = 0; i < of.length() && at < word.length(); i++) {
      if (of.charAt(i) == word.charAt(at)) {
        at++;
      }
    }
    return at == word.length();
  }
}
