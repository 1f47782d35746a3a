package io.levelfield.context;

import io.levelfield.model.text.Message;
import io.levelfield.stats.Correlation;
import io.levelfield.stats.Descriptive;
import io.levelfield.stats.PrincipalComponents;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What looks wrong with the directions of indicators. Where results tell, it is they that do, since
 * an indicator may well go against others because the others' directions are wrong; where they do
 * not, a few against many are doubted, and of two camps it is said that there are two.
 */
final class Directions {
  /** Standard errors, of a correlation that is none, from which results speak against one. */
  private static final double SURE = 2.5;

  /** The same for what all indicators share, which is tested once. */
  private static final double LIKELY = 2;

  /** Share of the first component up to which those who go against the rest are a few. */
  private static final double FEW = 0.25;

  private final List<String> keys;
  private final double[][] z;
  private final double[] results;
  private final OptionalDouble whole;
  private final Map<String, Double> withResults = new LinkedHashMap<>();
  private final Map<String, Double> againstOthers;
  private final double unit;

  /**
   * Compares with results.
   *
   * @param keys of the indicators
   * @param z oriented z-scores, NaN for a gap, {@code [school][indicator]}
   * @param index of the schools
   * @param results of the schools, NaN where unknown
   * @param againstOthers indicators that go against the mean of the others, with the correlation
   */
  Directions(
      List<String> keys,
      double[][] z,
      double[] index,
      double[] results,
      Map<String, Double> againstOthers) {
    this.keys = List.copyOf(keys);
    this.z = z;
    this.results = results;
    this.againstOthers = againstOthers;
    unit = 1 / Math.sqrt((double) Arrays.stream(results).filter(v -> !Double.isNaN(v)).count());
    whole = correlation(index, results);
    for (int j = 0; j < keys.size(); j++) {
      int indicator = j;
      String key = keys.get(j);
      correlation(Arrays.stream(z).mapToDouble(row -> row[indicator]).toArray(), results)
          .ifPresent(r -> withResults.put(key, r));
    }
  }

  /** What to ask the study's author; nothing where directions fit. */
  List<Message> notes() {
    List<String> wrong =
        withResults.keySet().stream().filter(key -> withResults.get(key) <= -SURE * unit).toList();
    if (whole.orElse(0) <= -LIKELY * unit) {
      return List.of(reversed(whole.getAsDouble(), wrong));
    }
    List<Message> notes = new ArrayList<>();
    wrong.forEach(
        key ->
            notes.add(Message.of("context.indicator-against-results", key, withResults.get(key))));
    if (wrong.isEmpty() && !againstOthers.isEmpty()) {
      notes.addAll(camps());
    }
    return notes;
  }

  /** Of an index that runs against results. */
  private Message reversed(double r, List<String> wrong) {
    boolean all =
        withResults.size() == keys.size() && withResults.values().stream().allMatch(own -> own < 0);
    if (all) {
      return Message.of("context.all-reversed", r);
    }
    String keysOfWrong = String.join(", ", wrong);
    return wrong.isEmpty()
        ? Message.of("context.against-results", r)
        : Message.of("context.reversed", r, keysOfWrong);
  }

  /** Indicators that go against others, where none of them alone is clearly against results. */
  private List<Message> camps() {
    double[][] complete = complete(z);
    if (complete.length <= keys.size()) {
      return doubted(List.copyOf(againstOthers.keySet()));
    }
    double[] loadings =
        PrincipalComponents.ofCorrelations(Correlation.matrix(complete)).loadings(0);
    double[] shared =
        Arrays.stream(z)
            .mapToDouble(
                row -> IntStream.range(0, row.length).mapToDouble(j -> loadings[j] * row[j]).sum())
            .toArray();
    double r = correlation(shared, results).orElse(0);
    double negative = Arrays.stream(loadings).filter(l -> l < 0).map(l -> l * l).sum();
    boolean told = Math.abs(r) >= LIKELY * unit;
    boolean negativeWrong = told ? r > 0 : negative < 1 - negative;
    List<String> against = camp(loadings, negativeWrong);
    if (told || Math.min(negative, 1 - negative) <= FEW) {
      return doubted(against);
    }
    return List.of(
        Message.of(
            "context.two-camps",
            String.join(", ", camp(loadings, true)),
            String.join(", ", camp(loadings, false))));
  }

  private List<String> camp(double[] loadings, boolean negative) {
    return IntStream.range(0, loadings.length)
        .filter(j -> loadings[j] < 0 == negative)
        .mapToObj(keys::get)
        .toList();
  }

  private List<Message> doubted(List<String> against) {
    return against.stream()
        .filter(againstOthers::containsKey)
        .map(key -> Message.of("context.against-others", key, againstOthers.get(key)))
        .toList();
  }

  private static double[][] complete(double[][] z) {
    return Arrays.stream(z)
        .filter(row -> Arrays.stream(row).noneMatch(Double::isNaN))
        .toArray(double[][]::new);
  }

  /** Over the schools that have both. */
  static OptionalDouble correlation(double[] x, double[] y) {
    int[] both =
        IntStream.range(0, x.length)
            .filter(i -> !Double.isNaN(x[i]) && !Double.isNaN(y[i]))
            .toArray();
    double[] xs = Arrays.stream(both).mapToDouble(i -> x[i]).toArray();
    double[] ys = Arrays.stream(both).mapToDouble(i -> y[i]).toArray();
    return xs.length < 3 || Descriptive.isConstant(xs) || Descriptive.isConstant(ys)
        ? OptionalDouble.empty()
        : OptionalDouble.of(Correlation.pearson(xs, ys));
  }
}
