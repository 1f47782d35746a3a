package io.levelfield.context;

import io.levelfield.model.context.AlteredValue;
import io.levelfield.model.context.AlteredValue.Method;
import io.levelfield.model.input.Passport;
import io.levelfield.model.text.Message;
import io.levelfield.stats.BoxCox;
import io.levelfield.stats.Descriptive;
import io.levelfield.study.TreatmentSettings;
import io.levelfield.study.TreatmentSettings.Otherwise;
import io.levelfield.study.TreatmentSettings.Outliers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Keeps a few extreme values from deciding an indicator's scale: values beyond those of most
 * reference schools take the next one's place, and where that is not enough the whole indicator is
 * transformed. OECD/JRC, Handbook on Constructing Composite Indicators (2008), ch. 5; the order is
 * that of COINr's {@code Treat}.
 */
final class Treatment {
  /** Keeps the least value's logarithm finite; as a share of the range, as in COINr's log_CT. */
  private static final double OFFSET = 0.01;

  /** Below it neither skewness nor kurtosis is told. */
  private static final int FEWEST = 4;

  private final TreatmentSettings settings;
  private final Map<String, Treated> treated = new LinkedHashMap<>();
  private final List<Message> notes = new ArrayList<>();

  /** How an indicator's values are changed. */
  private record Treated(Method method, ValueFunction change) {}

  /**
   * Finds what has to be treated.
   *
   * @param keys of the indicators
   * @param reference the schools whose values decide
   */
  Treatment(TreatmentSettings settings, List<String> keys, List<Passport> reference) {
    this.settings = settings;
    for (String key : keys) {
      double[] values =
          reference.stream()
              .map(passport -> passport.value(key))
              .flatMapToDouble(OptionalDouble::stream)
              .sorted()
              .toArray();
      if (values.length >= FEWEST && !Descriptive.isConstant(values) && isExtreme(values)) {
        treat(key, values);
      }
    }
  }

  private boolean isExtreme(double[] values) {
    return !Descriptive.isConstant(values)
        && Math.abs(Descriptive.skewness(values)) > settings.skewness()
        && Descriptive.kurtosis(values) > settings.kurtosis();
  }

  private void treat(String key, double[] sorted) {
    if (settings.outliers() == Outliers.NONE) {
      notes.add(
          Message.of(
              "context.extreme-values",
              key,
              Descriptive.skewness(sorted),
              Descriptive.kurtosis(sorted)));
      return;
    }
    double[] winsorised = sorted.clone();
    int most = settings.most(sorted.length);
    for (int changed = 1; changed <= most; changed++) {
      if (Descriptive.skewness(winsorised) > 0) {
        int from = firstOfTop(winsorised);
        Arrays.fill(winsorised, from, winsorised.length, winsorised[from - 1]);
      } else {
        int to = lastOfBottom(winsorised);
        Arrays.fill(winsorised, 0, to + 1, winsorised[to + 1]);
      }
      if (!isExtreme(winsorised)) {
        double lowest = winsorised[0];
        double highest = winsorised[winsorised.length - 1];
        treated.put(
            key,
            new Treated(Method.WINSORISED, value -> Math.max(lowest, Math.min(highest, value))));
        return;
      }
    }
    transform(key, sorted);
  }

  /** Schools level with the most extreme are moved together, and counted as one. */
  private static int firstOfTop(double[] sorted) {
    int from = sorted.length - 1;
    while (from > 1 && sorted[from - 1] == sorted[sorted.length - 1]) {
      from--;
    }
    return from;
  }

  private static int lastOfBottom(double[] sorted) {
    int to = 0;
    while (to < sorted.length - 2 && sorted[to + 1] == sorted[0]) {
      to++;
    }
    return to;
  }

  private void transform(String key, double[] sorted) {
    if (settings.otherwise() == Otherwise.NONE) {
      notes.add(Message.of("context.winsorising-not-enough", key, settings.most(sorted.length)));
      return;
    }
    double lowest = sorted[0];
    double highest = sorted[sorted.length - 1];
    double offset = OFFSET * (highest - lowest);
    if (settings.otherwise() == Otherwise.BOX_COX) {
      double shift = lowest > 0 ? 0 : offset - lowest;
      BoxCox fit = BoxCox.fit(Arrays.stream(sorted).map(value -> value + shift).toArray());
      treated.put(
          key, new Treated(Method.BOX_COX, value -> fit.of(Math.max(lowest, value) + shift)));
    } else if (Descriptive.skewness(sorted) > 0) {
      treated.put(
          key, new Treated(Method.LOG, v -> Math.log(Math.max(lowest, v) - lowest + offset)));
    } else {
      treated.put(
          key, new Treated(Method.LOG, v -> -Math.log(highest - Math.min(highest, v) + offset)));
    }
    double[] after = Arrays.stream(sorted).map(treated.get(key).change()).toArray();
    if (isExtreme(after)) {
      notes.add(
          Message.of(
              "context.still-extreme",
              key,
              Message.of(
                  "context.method-" + treated.get(key).method().name().toLowerCase(Locale.ROOT))));
    }
  }

  /** The passport as the index takes it. */
  Passport of(Passport passport) {
    if (treated.isEmpty()) {
      return passport;
    }
    Map<String, Double> values = new TreeMap<>(passport.values());
    treated.forEach(
        (key, own) -> values.computeIfPresent(key, (k, v) -> own.change().applyAsDouble(v)));
    return passport.with(values);
  }

  /** What is done with an indicator's values. */
  ValueFunction change(String key) {
    return treated.containsKey(key) ? treated.get(key).change() : value -> value;
  }

  /** The values of a passport that it changes. */
  List<AlteredValue> altered(Passport passport) {
    List<AlteredValue> altered = new ArrayList<>();
    treated.forEach(
        (key, own) ->
            passport
                .value(key)
                .ifPresent(
                    value -> {
                      double used = own.change().applyAsDouble(value);
                      if (used != value) {
                        altered.add(
                            new AlteredValue(
                                passport.schoolId(),
                                passport.year(),
                                key,
                                own.method(),
                                OptionalDouble.of(value),
                                used,
                                OptionalDouble.empty()));
                      }
                    }));
    return altered;
  }

  List<Message> notes() {
    return List.copyOf(notes);
  }
}
