package io.levelfield.cluster;

import io.levelfield.model.FeatureMatrix.Axis;
import io.levelfield.model.FeatureMatrix.Feature;
import io.levelfield.model.GroupName.Level;
import io.levelfield.model.GroupName.Trait;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A centre on the plane of result and context: the mean of its features of each axis, in standard
 * deviations and turned so that higher is better. An axis without features is absent.
 */
record Place(OptionalDouble result, OptionalDouble context) {
  /** Nearer to the mean of all schools than this, in standard deviations, a centre is average. */
  static final double AVERAGE_WITHIN = 0.5;

  /** Places a centre, {@code [feature]} in standard deviations. */
  static Place of(List<Feature> features, double[] centre) {
    return new Place(mean(features, centre, Axis.RESULT), mean(features, centre, Axis.CONTEXT));
  }

  static Place of(double result, double context) {
    return new Place(OptionalDouble.of(result), OptionalDouble.of(context));
  }

  OptionalDouble on(Axis axis) {
    return axis == Axis.RESULT ? result : context;
  }

  double squaredDistance(Place other) {
    double x = result.orElse(0) - other.result.orElse(0);
    double y = context.orElse(0) - other.context.orElse(0);
    return x * x + y * y;
  }

  /** What the place is like on each axis there is. */
  List<Trait> traits() {
    return Stream.of(Axis.values())
        .flatMap(axis -> on(axis).stream().mapToObj(z -> new Trait(axis, level(z))))
        .toList();
  }

  /**
   * Whether the place has a trait.
   *
   * @param slack standard deviations by which it may fall short
   */
  boolean has(Trait trait, double slack) {
    double z = on(trait.axis()).orElse(0);
    return switch (trait.level()) {
      case LOW -> z <= -AVERAGE_WITHIN + slack;
      case AVERAGE -> Math.abs(z) < AVERAGE_WITHIN + slack;
      case HIGH -> z >= AVERAGE_WITHIN - slack;
    };
  }

  private static Level level(double z) {
    if (Math.abs(z) < AVERAGE_WITHIN) {
      return Level.AVERAGE;
    }
    return z < 0 ? Level.LOW : Level.HIGH;
  }

  /** For messages, e.g. {@code result -0.14, context +0.03}. */
  String inWords() {
    return Stream.of(Axis.values())
        .flatMap(
            axis ->
                on(axis).stream()
                    .mapToObj(
                        z ->
                            String.format(
                                Locale.ROOT, "%s %+.2f", axis.name().toLowerCase(Locale.ROOT), z)))
        .collect(Collectors.joining(", "));
  }

  private static OptionalDouble mean(List<Feature> features, double[] centre, Axis axis) {
    return IntStream.range(0, centre.length)
        .filter(j -> features.get(j).axis() == axis)
        .mapToDouble(j -> features.get(j).favourable() ? centre[j] : -centre[j])
        .average();
  }
}
