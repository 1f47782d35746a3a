package io.levelfield.simulation;

import io.levelfield.cluster.FinalFit;
import io.levelfield.cluster.GroupNaming;
import io.levelfield.cluster.GroupingSettings;
import io.levelfield.cluster.SchoolGroups;
import io.levelfield.model.cluster.ClusterValidity;
import io.levelfield.model.cluster.ClusterValidity.Verdict;
import io.levelfield.model.cluster.FeatureMatrix;
import io.levelfield.model.cluster.FeatureMatrix.Axis;
import io.levelfield.model.cluster.FeatureMatrix.Feature;
import io.levelfield.stats.RandomStream;
import io.levelfield.stats.Replicates;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** How often groups are claimed of schools in one skewed cloud, and found where they are. */
final class SkewedCloudSimulation {
  private static final int NULL_SETS = 39;
  private static final double SIGNIFICANCE = 0.05;

  private SkewedCloudSimulation() {}

  public static void main(String[] arguments) {
    int districts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    System.out.println("| schools | k: auto | k: 3 |\n|---|---|---|");
    for (int schools : new int[] {24, 100}) {
      for (int features : new int[] {2, 5}) {
        for (double correlation : new double[] {0, 0.6}) {
          print(
              String.format(
                  Locale.ROOT, "%d, %d log-normal features, %.1f", schools, features, correlation),
              districts,
              seed -> cloud(seed, schools, features, correlation, Math::exp));
        }
      }
    }
    print(
        "60, 3 shares near 0, .6",
        districts,
        s -> cloud(s, 60, 3, .6, z -> 1 / (1 + Math.exp(2 - z))));
    print("60, 2 heavy-tailed, .5", districts, s -> cloud(s, 60, 2, .5, z -> z * z * z));
    print("50, 3 Gaussian, .6", districts, s -> cloud(s, 50, 3, .6, z -> z));
    print("24 at the three prototypes", districts, s -> planted(s, 24, PROTOTYPES));
    print("24 in three groups on a line", districts, s -> planted(s, 24, LINE));
    print("30 in two groups, one feature", districts, s -> planted(s, 30, PAIR));
  }

  static final double[][] PROTOTYPES = {{-4, 0}, {0, -4}, {4, 0}};
  private static final double[][] LINE = {{-4, -4}, {0, 0}, {4, 4}};
  private static final double[][] PAIR = {{-3}, {3}};

  private static void print(String name, int districts, LongFunction<double[][]> district) {
    System.out.printf(
        "| %s | %s | %s |%n",
        name,
        claimed(districts, OptionalInt.empty(), district),
        claimed(districts, OptionalInt.of(3), district));
  }

  /** In how many districts groups are said to be more than noise. */
  static SimulatedShare claimed(int districts, OptionalInt k, LongFunction<double[][]> district) {
    return LongStream.range(0, districts)
        .parallel()
        .mapToObj(seed -> SimulatedShare.none().plus(claims(district.apply(seed), k)))
        .reduce(SimulatedShare.none(), SimulatedShare::plus);
  }

  private static boolean claims(double[][] values, OptionalInt k) {
    List<Feature> features =
        IntStream.range(0, values[0].length)
            .mapToObj(j -> new Feature("f" + j, Axis.CONTEXT, true))
            .toList();
    List<String> ids =
        IntStream.range(0, values.length).mapToObj(i -> String.format("%04d", i)).toList();
    var settings =
        new GroupingSettings(k, 10, k.isPresent() ? 3 : 6, 1, NULL_SETS, SIGNIFICANCE, 0.8, 42);
    return SchoolGroups.group(
            new FeatureMatrix(ids, features, values),
            settings,
            Replicates.inThisThread(),
            FinalFit.asSearched(),
            GroupNaming.afresh())
        .grouping()
        .validity()
        .stream()
        .filter(v -> v.choice().isPresent())
        .anyMatch(v -> v.k() > 1 && verdict(v) != Verdict.NONE);
  }

  private static Verdict verdict(ClusterValidity validity) {
    return validity.choice().orElseThrow().verdict();
  }

  /** One cloud: Gaussian scores that share a factor, each bent alike. */
  static double[][] cloud(
      long seed, int schools, int features, double correlation, DoubleUnaryOperator bent) {
    RandomStream random = RandomStream.at(seed, schools, features);
    double[][] values = new double[schools][features];
    for (double[] row : values) {
      double common = random.nextGaussian();
      for (int j = 0; j < features; j++) {
        row[j] =
            bent.applyAsDouble(
                Math.sqrt(correlation) * common
                    + Math.sqrt(1 - correlation) * random.nextGaussian());
      }
    }
    return values;
  }

  /** Schools around given centres in turn, one standard deviation each way. */
  static double[][] planted(long seed, int schools, double[][] centres) {
    RandomStream random = RandomStream.at(seed, schools);
    double[][] values = new double[schools][centres[0].length];
    for (int i = 0; i < schools; i++) {
      for (int j = 0; j < values[i].length; j++) {
        values[i][j] = random.nextGaussian() + centres[i % centres.length][j];
      }
    }
    return values;
  }
}
