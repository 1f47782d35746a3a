package io.levelfield.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.stats.RandomStream;
import io.levelfield.stats.Replicates;
import io.levelfield.stats.Standardisation;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What the choice of k makes of simulated districts whose truth is known. */
class GroupsOrNoiseTest {
  private static final int DRAWS = 200;
  private static final int K_MAX = 6;

  @Test
  void seesNoGroupsInNoiseWhetherAskedForOrNot() {
    List<Candidates> noise = found(seed -> noise(seed, 22, 6));

    assertThat(share(noise, c -> c.decision().k() == 1)).isGreaterThanOrEqualTo(0.9);
    assertThat(share(noise, c -> !c.surpassesNoise(3))).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void findsThreePlantedGroups() {
    List<Candidates> planted = found(GroupsOrNoiseTest::planted);

    assertThat(share(planted, c -> c.decision().k() == 3)).isGreaterThanOrEqualTo(0.95);
  }

  private static List<Candidates> found(LongFunction<double[][]> district) {
    return LongStream.range(0, DRAWS)
        .parallel()
        .mapToObj(seed -> candidates(district.apply(seed)))
        .toList();
  }

  private static double share(List<Candidates> found, Predicate<Candidates> holds) {
    return (double) found.stream().filter(holds).count() / found.size();
  }

  private static Candidates candidates(double[][] values) {
    double[][] points = Standardisation.of(values).standardise(values);
    var settings = new GroupingSettings(OptionalInt.empty(), 10, K_MAX, 1, 39, 0.05, 0.8, 42);
    return new Candidates(
        points, new KMeansSearch(points), K_MAX, settings, Replicates.inThisThread());
  }

  private static double[][] noise(long seed, int schools, int features) {
    RandomStream random = RandomStream.at(seed);
    double[][] values = new double[schools][];
    for (int i = 0; i < schools; i++) {
      values[i] = random.doubles(features).map(x -> random.nextGaussian()).toArray();
    }
    return values;
  }

  /**
   * Eight schools around each of the programme's three prototypes, four standard deviations from
   * the mean on the plane of result and context.
   */
  private static double[][] planted(long seed) {
    double[][] values = noise(seed, 24, 2);
    double[][] prototypes = {{-4, 0}, {0, -4}, {4, 0}};
    for (int i = 0; i < values.length; i++) {
      values[i][0] += prototypes[i % 3][0];
      values[i][1] += prototypes[i % 3][1];
    }
    return values;
  }
}
