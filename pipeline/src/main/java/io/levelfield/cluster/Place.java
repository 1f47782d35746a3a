package io.levelfield.cluster;

import io.levelfield.model.cluster.FeatureMatrix.Axis;
import io.levelfield.model.cluster.FeatureMatrix.Feature;
import io.levelfield.model.cluster.GroupName.Level;
import io.levelfield.model.cluster.GroupName.Trait;
import io.levelfield.model.text.Message;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A centre on the plane of result and context.
 *
 * @param result mean of the features of this axis, in standard deviations and turned so that higher
 *     is better; absent without any
 * @param context likewise
 * @param features in standard deviations as they are, of each axis that has several
 */
record Place(OptionalDouble result, OptionalDouble context, Map<Feature, Double> features) {
  /** Nearer to the mean of all schools than this, in standard deviations, a centre is average. */
  static final double AVERAGE_WITHIN = 0.5;

  /** As far from the mean of all schools, in standard deviations, one feature stands out. */
  static final double OUTSTANDING_FROM = 2;

  /** Places a centre, {@code [feature]} in standard deviations. */
  static Place of(List<Feature> features, double[] centre) {
    Map<Feature, Double> several = new LinkedHashMap<>();
    for (int j = 0; j < centre.length; j++) {
      Feature feature = features.get(j);
      if (features.stream().filter(f -> f.axis() == feature.axis()).count() > 1) {
        several.put(feature, centre[j]);
      }
    }
    return new Place(
        mean(features, centre, Axis.RESULT), mean(features, centre, Axis.CONTEXT), several);
  }

  static Place of(double result, double context) {
    return new Place(OptionalDouble.of(result), OptionalDouble.of(context), Map.of());
  }

  OptionalDouble on(Axis axis) {
    return axis == Axis.RESULT ? result : context;
  }

  double squaredDistance(Place other) {
    double x = result.orElse(0) - other.result.orElse(0);
    double y = context.orElse(0) - other.context.orElse(0);
    return x * x + y * y;
  }

  /** What the place is like on each axis there is, and the one feature that stands out most. */
  List<Trait> traits() {
    return Stream.concat(
            Stream.of(Axis.values())
                .flatMap(axis -> on(axis).stream().mapToObj(z -> new Trait(axis, level(z)))),
            outstanding().stream())
        .toList();
  }

  private Optional<Trait> outstanding() {
    return features.entrySet().stream()
        .filter(feature -> Math.abs(feature.getValue()) >= OUTSTANDING_FROM)
        .max(Comparator.comparingDouble(feature -> Math.abs(feature.getValue())))
        .map(feature -> trait(feature.getKey()));
  }

  /** What the place is like in one of several features of an axis. */
  Trait trait(Feature feature) {
    return new Trait(feature.axis(), Optional.of(feature.key()), level(features.get(feature)));
  }

  /**
   * Whether the place has a trait.
   *
   * @param slack standard deviations by which it may fall short
   */
  boolean has(Trait trait, double slack) {
    double z = trait.feature().map(this::of).orElse(on(trait.axis()).orElse(0));
    return switch (trait.level()) {
      case LOW -> z <= -AVERAGE_WITHIN + slack;
      case AVERAGE -> Math.abs(z) < AVERAGE_WITHIN + slack;
      case HIGH -> z >= AVERAGE_WITHIN - slack;
    };
  }

  private double of(String key) {
    return features.entrySet().stream()
        .filter(feature -> feature.getKey().key().equals(key))
        .mapToDouble(Map.Entry::getValue)
        .findFirst()
        .orElse(0);
  }

  private static Level level(double z) {
    if (Math.abs(z) < AVERAGE_WITHIN) {
      return Level.AVERAGE;
    }
    return z < 0 ? Level.LOW : Level.HIGH;
  }

  /** For messages. */
  Message inWords() {
    OptionalDouble result = on(Axis.RESULT);
    OptionalDouble context = on(Axis.CONTEXT);
    if (result.isPresent() && context.isPresent()) {
      return Message.of("cluster.place", result.getAsDouble(), context.getAsDouble());
    }
    return result.isPresent()
        ? Message.of("cluster.place-result", result.getAsDouble())
        : Message.of("cluster.place-context", context.orElseThrow());
  }

  private static OptionalDouble mean(List<Feature> features, double[] centre, Axis axis) {
    return IntStream.range(0, centre.length)
        .filter(j -> features.get(j).axis() == axis)
        .mapToDouble(j -> features.get(j).favourable() ? centre[j] : -centre[j])
        .average();
  }
}
