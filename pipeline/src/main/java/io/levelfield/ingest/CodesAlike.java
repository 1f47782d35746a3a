package io.levelfield.ingest;

import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Schools' codes that only their writing tells apart, as where a spreadsheet took codes for numbers
 * and lost their zeros. Where several schools have two codes and none has both in one measure, they
 * are the same schools, of which each would be two.
 */
final class CodesAlike {
  /** Fewer pairs may be schools that happen to be numbered so. */
  private static final int SEVERAL = 3;

  private static final int NAMED = 5;

  private static final Pattern ZEROS = Pattern.compile("^0+");

  private final List<List<String>> alike;
  private final Map<String, BitSet> measures = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  /** Finds them among the schools with results. */
  CodesAlike(MeasureTakers takers) {
    alike = Spelling.alikeCodes(takers.schools());
    if (alike.isEmpty()) {
      return;
    }
    Map<String, Integer> places = new HashMap<>();
    alike.forEach(same -> same.forEach(code -> places.put(code, 0)));
    for (int i = 0; i < takers.schools().size(); i++) {
      places.replace(takers.schools().get(i), i);
    }
    takers
        .byMeasure()
        .forEach(
            (measure, schools) -> {
              int number = names.size();
              names.add(measure.procedure() + " " + measure.year());
              places.forEach(
                  (code, place) -> {
                    if (schools.get(place)) {
                      measures.computeIfAbsent(code, c -> new BitSet()).set(number);
                    }
                  });
            });
  }

  /**
   * Why results with such codes are not taken, where zeros at their start alone tell several pairs
   * apart that never meet.
   */
  Optional<Message> refusal() {
    List<List<String>> split =
        alike.stream().filter(CodesAlike::differInZeros).filter(same -> !meet(same)).toList();
    if (split.size() < SEVERAL) {
      return Optional.empty();
    }
    NavigableSet<String> rarer = new TreeSet<>();
    for (List<String> same : split) {
      String usual = usual(same);
      same.stream()
          .filter(code -> !code.equals(usual))
          .forEach(code -> measures.get(code).stream().mapToObj(names::get).forEach(rarer::add));
    }
    List<String> first = split.get(0);
    String usual = usual(first);
    String other = first.stream().filter(code -> !code.equals(usual)).findFirst().orElseThrow();
    return Optional.of(
        Message.of("inputs.codes-two-ways", split.size(), usual, other, named(rarer)));
  }

  private static boolean differInZeros(List<String> same) {
    return same.stream().map(code -> ZEROS.matcher(code).replaceFirst("")).distinct().count() == 1;
  }

  /** The code that most measures have. */
  private String usual(List<String> same) {
    String usual = same.get(0);
    for (String code : same) {
      usual = measures.get(code).cardinality() > measures.get(usual).cardinality() ? code : usual;
    }
    return usual;
  }

  private boolean meet(List<String> same) {
    var seen = new BitSet();
    for (String code : same) {
      if (seen.intersects(measures.get(code))) {
        return true;
      }
      seen.or(measures.get(code));
    }
    return false;
  }

  /** A note that names them, where there are any. */
  Optional<Message> note() {
    return alike.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Message.of(
                "inputs.codes-alike",
                alike.size(),
                alike.stream()
                        .limit(NAMED)
                        .map(ResultNotes::quoted)
                        .collect(Collectors.joining("; "))
                    + (alike.size() > NAMED ? " …" : "")));
  }

  private static String named(NavigableSet<String> measures) {
    return measures.stream().limit(NAMED).collect(Collectors.joining(", "))
        + (measures.size() > NAMED ? " …" : "");
  }
}
