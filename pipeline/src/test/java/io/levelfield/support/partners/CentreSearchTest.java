package io.levelfield.support.partners;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.support.PairCost;
import io.levelfield.stats.RandomStream;
import io.levelfield.study.PartnerSettings.Networks;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CentreSearchTest {
  private static final int NONE = CentreSearch.NONE;

  @Test
  void agreesWithTryingEverythingWhereDonorsAreFew() {
    var random = RandomStream.from(3);
    for (int trial = 0; trial < 60; trial++) {
      int[][] costs = costs(random, random.nextInt(1, 7), random.nextInt(1, 4));
      Networks sizes = new Networks(3, random.nextInt(3, 5), random.nextInt(0, 5) * 0.01);

      int[] found = new CentreSearch(options(costs), sizes).centres();

      assertThat(worth(found, costs, sizes)).as("trial %d", trial).isEqualTo(best(costs, sizes));
    }
  }

  @Test
  void keepsSizesWhereDonorsAreMany() {
    int[][] costs = costs(RandomStream.from(5), 40, 15);
    Networks sizes = new Networks(3, 6, 0.5);

    int[] found = new CentreSearch(options(costs), sizes).centres();

    assertThat(found).doesNotContain(NONE);
    int[] around = new int[15];
    Arrays.stream(found).forEach(centre -> around[centre]++);
    assertThat(Arrays.stream(around).boxed())
        .allMatch(size -> size == 0 || (size >= 2 && size <= 5));
    // Each centre costs more than any pair, so that there are as few as can be.
    assertThat(Arrays.stream(around).filter(size -> size > 0).count()).isEqualTo(8);
  }

  @Test
  void schoolsThatAreTooFewForANetworkAreInNone() {
    assertThat(new CentreSearch(options(new int[][] {{5}}), new Networks(3, 6, 0.5)).centres())
        .containsExactly(NONE);
  }

  private static int[][] costs(RandomStream random, int schools, int donors) {
    int[][] costs = new int[schools][donors];
    for (int[] row : costs) {
      for (int column = 0; column < donors; column++) {
        row[column] = schools < 10 && random.nextInt(4) == 0 ? NONE : random.nextInt(300);
      }
    }
    return costs;
  }

  private static PairOptions options(int[][] costs) {
    int[][] columns =
        Arrays.stream(costs)
            .map(row -> IntStream.range(0, row.length).filter(c -> row[c] != NONE).toArray())
            .toArray(int[][]::new);
    int[][] allowed =
        Arrays.stream(costs)
            .map(row -> Arrays.stream(row).filter(cost -> cost != NONE).toArray())
            .toArray(int[][]::new);
    return new PairOptions(IntStream.range(0, costs.length).toArray(), columns, allowed);
  }

  private static long best(int[][] costs, Networks sizes) {
    int donors = costs[0].length;
    long best = Long.MAX_VALUE;
    int[] centres = new int[costs.length];
    for (int number = 0; number < Math.pow(donors + 1, costs.length); number++) {
      int rest = number;
      for (int row = 0; row < centres.length; row++) {
        centres[row] = rest % (donors + 1) - 1;
        rest /= donors + 1;
      }
      best = Math.min(best, worth(centres, costs, sizes));
    }
    return best;
  }

  /** Schools in no network count more than all costs; what may not be is worth the most. */
  private static long worth(int[] centres, int[][] costs, Networks sizes) {
    int[] around = new int[costs[0].length];
    long worth = 0;
    for (int row = 0; row < centres.length; row++) {
      if (centres[row] == NONE) {
        worth += 1_000_000;
      } else if (costs[row][centres[row]] == NONE) {
        return Long.MAX_VALUE;
      } else {
        worth += costs[row][centres[row]];
        around[centres[row]]++;
      }
    }
    for (int size : around) {
      if (size > 0 && (size + 1 < sizes.least() || size + 1 > sizes.most())) {
        return Long.MAX_VALUE;
      }
      worth += size > 0 ? PairCost.units(sizes.centreCost()) : 0;
    }
    return worth;
  }
}
