package io.levelfield.support.partners;

import io.levelfield.model.support.PairCost;
import io.levelfield.stats.assignment.AssignmentProblem;
import io.levelfield.stats.assignment.CheapestAssignment;
import io.levelfield.study.PartnerSettings.Networks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which donors become centres of networks, so that as few schools as possible are in none and pairs
 * and centres together cost the least (a facility location problem with least and greatest sizes).
 * With few donors every choice is tried, which is exact. With more, all begin as centres; those
 * with too few schools are closed, the emptiest half of them at a time, and then that one whose
 * closing saves the most, as long as one does. Schools are shared out among given centres by the
 * cheapest assignment.
 *
 * @see <a href="https://doi.org/10.1287/mnsc.9.4.643">Kuehn, Hamburger (1963). A heuristic program
 *     for locating warehouses. Management Science 9, 643-666</a>
 */
final class CentreSearch {
  static final int NONE = -1;

  /** Up to so many donors every choice of centres is tried: 256 of them. */
  private static final int ALL_TRIED = 8;

  /** Up to so many centres it is tried to close each; beyond, each round would take minutes. */
  private static final int CLOSED_ONE_BY_ONE = 40;

  private final PairOptions options;
  private final Networks sizes;
  private final int[] donors;
  private final boolean exact;

  /** What is added to a place that is not among a centre's first ones, so that these are filled. */
  private final int surcharge;

  CentreSearch(PairOptions options, Networks sizes) {
    this.options = options;
    this.sizes = sizes;
    this.donors = options.donors();
    this.exact = donors.length <= ALL_TRIED;
    this.surcharge = exact ? 1 + options.dearest() * (1 + 2 * donors.length) : 0;
  }

  /** Centres and who is around them. */
  private static final class Layout {
    /** {@code [school]}: the donor, or none. */
    private final int[] centreOf;

    /** Centres with enough schools, ascending. */
    private final int[] open;

    /** Centres with too few, the emptiest first. */
    private final int[] dissolved;

    private final long leftOut;
    private final long cost;

    Layout(int[] centreOf, int[] open, int[] dissolved, long leftOut, long cost) {
      this.centreOf = centreOf;
      this.open = open;
      this.dissolved = dissolved;
      this.leftOut = leftOut;
      this.cost = cost;
    }

    boolean betterThan(Layout other) {
      return leftOut < other.leftOut || (leftOut == other.leftOut && cost < other.cost);
    }
  }

  /** The centre of each school: the donor's place in the list, or none. */
  int[] centres() {
    Layout best = exact ? bestOfAll() : closing();
    return best.centreOf;
  }

  private Layout bestOfAll() {
    Layout best = layout(new int[0]);
    int around = sizes.least() - 1;
    for (int chosen = 1; chosen < 1 << donors.length; chosen++) {
      if (Integer.bitCount(chosen) * around <= options.schools()) {
        int bits = chosen;
        Layout layout =
            layout(
                IntStream.range(0, donors.length)
                    .filter(i -> (bits >> i & 1) == 1)
                    .map(i -> donors[i])
                    .toArray());
        best = layout.dissolved.length == 0 && layout.betterThan(best) ? layout : best;
      }
    }
    return best;
  }

  private Layout closing() {
    Layout current = layout(donors);
    while (current.dissolved.length > 0) {
      int[] emptiest = Arrays.copyOf(current.dissolved, (current.dissolved.length + 1) / 2);
      current = layout(without(all(current), emptiest));
    }
    Layout closed = current.open.length <= CLOSED_ONE_BY_ONE ? bestClosing(current) : current;
    while (closed.betterThan(current)) {
      current = closed;
      closed = bestClosing(current);
    }
    return current;
  }

  private Layout bestClosing(Layout current) {
    Layout best = current;
    for (int centre : current.open) {
      Layout closed = layout(without(current.open, centre));
      best = closed.betterThan(best) ? closed : best;
    }
    return best;
  }

  private static int[] all(Layout layout) {
    return IntStream.concat(Arrays.stream(layout.open), Arrays.stream(layout.dissolved))
        .sorted()
        .toArray();
  }

  private static int[] without(int[] centres, int... closed) {
    return Arrays.stream(centres)
        .filter(centre -> Arrays.stream(closed).noneMatch(c -> c == centre))
        .toArray();
  }

  /** Shares the schools out among centres; those of a centre with too few of them are in none. */
  private Layout layout(int[] centres) {
    int rows = options.schools();
    CheapestAssignment assignment = CheapestAssignment.of(problem(centres));
    int[] centreOf = new int[rows];
    int[] around = new int[centres.length];
    for (int row = 0; row < rows; row++) {
      int place = assignment.columnOf(row).orElse(NONE);
      centreOf[row] = place == NONE ? NONE : centres[place / 2];
      if (place != NONE) {
        around[place / 2]++;
      }
    }
    List<Integer> open = new ArrayList<>();
    List<Integer> dissolved = new ArrayList<>();
    IntStream.range(0, centres.length)
        .boxed()
        .sorted(Comparator.comparingInt(i -> around[i]))
        .forEach(i -> (around[i] < sizes.least() - 1 ? dissolved : open).add(centres[i]));
    long cost = (long) PairCost.units(sizes.centreCost()) * open.size();
    long leftOut = 0;
    for (int row = 0; row < rows; row++) {
      if (centreOf[row] == NONE || dissolved.contains(centreOf[row])) {
        centreOf[row] = NONE;
        leftOut++;
      } else {
        cost += cost(row, centreOf[row]);
      }
    }
    return new Layout(
        centreOf,
        open.stream().mapToInt(Integer::intValue).sorted().toArray(),
        dissolved.stream().mapToInt(Integer::intValue).toArray(),
        leftOut,
        cost);
  }

  private int cost(int row, int donor) {
    return options.costsOf(row)[Arrays.binarySearch(options.donorsOf(row), donor)];
  }

  /** Two columns for each centre: the places it must fill, and those it may. */
  private AssignmentProblem problem(int[] centres) {
    int[] places = new int[2 * centres.length];
    for (int i = 0; i < centres.length; i++) {
      places[2 * i] = sizes.least() - 1;
      places[2 * i + 1] = sizes.most() - sizes.least();
    }
    int[][] columns = new int[options.schools()][];
    int[][] costs = new int[columns.length][];
    for (int row = 0; row < columns.length; row++) {
      int[] own = options.donorsOf(row);
      int[] open =
          IntStream.range(0, own.length)
              .filter(choice -> Arrays.binarySearch(centres, own[choice]) >= 0)
              .toArray();
      columns[row] = new int[2 * open.length];
      costs[row] = new int[2 * open.length];
      for (int i = 0; i < open.length; i++) {
        int centre = Arrays.binarySearch(centres, own[open[i]]);
        columns[row][2 * i] = 2 * centre;
        columns[row][2 * i + 1] = 2 * centre + 1;
        costs[row][2 * i] = options.costsOf(row)[open[i]];
        costs[row][2 * i + 1] = options.costsOf(row)[open[i]] + surcharge;
      }
    }
    return new AssignmentProblem(columns, costs, places);
  }
}
