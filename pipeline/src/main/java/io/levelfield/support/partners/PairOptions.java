package io.levelfield.support.partners;

import io.levelfield.model.input.School;
import io.levelfield.stats.assignment.AssignmentProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Which donors each school may have, and what each would cost. */
final class PairOptions {
  private final int[] rows;
  private final int[][] columns;
  private final int[][] costs;

  /**
   * @param rows places of the schools in their list, ascending
   * @param columns {@code [row]}: places of donors in their list, ascending
   * @param costs {@code [row]}: their costs, ten-thousandths
   */
  PairOptions(int[] rows, int[][] columns, int[][] costs) {
    this.rows = rows;
    this.columns = columns;
    this.costs = costs;
  }

  static PairOptions of(List<School> schools, List<School> donors, PairTerms terms) {
    DonorsInReach inReach = terms.inReach(donors);
    int[][] columns = new int[schools.size()][];
    int[][] costs = new int[schools.size()][];
    for (int row = 0; row < columns.length; row++) {
      School school = schools.get(row);
      columns[row] = inReach.of(school);
      costs[row] =
          Arrays.stream(columns[row])
              .map(column -> terms.cost(school, donors.get(column)).total())
              .toArray();
    }
    return new PairOptions(IntStream.range(0, columns.length).toArray(), columns, costs);
  }

  /** Schools that there are options of. */
  int schools() {
    return rows.length;
  }

  /** The school's place in the list of schools. */
  int school(int row) {
    return rows[row];
  }

  /** Donors that the school may have, ascending. */
  int[] donorsOf(int row) {
    return columns[row];
  }

  /** What these donors cost. */
  int[] costsOf(int row) {
    return costs[row];
  }

  /** All donors that some school may have, ascending. */
  int[] donors() {
    return Arrays.stream(columns).flatMapToInt(Arrays::stream).distinct().sorted().toArray();
  }

  /** The highest cost; 0 where there is none. */
  int dearest() {
    return Arrays.stream(costs).flatMapToInt(Arrays::stream).max().orElse(0);
  }

  AssignmentProblem problem(int[] places) {
    return new AssignmentProblem(columns, costs, places);
  }

  /** The same, but that a school with a settled partner may have no other. */
  PairOptions settledBy(List<School> schools, List<School> donors, Map<String, String> settled) {
    return with(
        (row, choice) -> {
          String partner = settled.get(schools.get(row).id());
          return partner == null || partner.equals(donors.get(columns[row][choice]).id());
        });
  }

  private interface Choices {
    boolean has(int row, int choice);
  }

  private PairOptions with(Choices kept) {
    int[][] fewer = new int[rows.length][];
    int[][] theirs = new int[rows.length][];
    for (int row = 0; row < rows.length; row++) {
      int own = row;
      int[] choices =
          IntStream.range(0, columns[row].length).filter(c -> kept.has(own, c)).toArray();
      fewer[row] = Arrays.stream(choices).map(choice -> columns[own][choice]).toArray();
      theirs[row] = Arrays.stream(choices).map(choice -> costs[own][choice]).toArray();
    }
    return new PairOptions(rows, fewer, theirs);
  }

  /** Parts that share no donor, ordered by their first donor; schools without any are in none. */
  List<PairOptions> parts(int donors) {
    int[] joined = IntStream.range(0, donors).toArray();
    for (int[] allowed : columns) {
      for (int column : allowed) {
        int a = root(joined, allowed[0]);
        int b = root(joined, column);
        joined[Math.max(a, b)] = Math.min(a, b);
      }
    }
    Map<Integer, List<Integer>> rowsOf = new TreeMap<>();
    for (int row = 0; row < rows.length; row++) {
      if (columns[row].length > 0) {
        rowsOf.computeIfAbsent(root(joined, columns[row][0]), r -> new ArrayList<>()).add(row);
      }
    }
    return rowsOf.values().stream().map(this::part).toList();
  }

  private static int root(int[] joined, int column) {
    int root = column;
    while (joined[root] != root) {
      joined[root] = joined[joined[root]];
      root = joined[root];
    }
    return root;
  }

  private PairOptions part(List<Integer> chosen) {
    return new PairOptions(
        chosen.stream().mapToInt(row -> rows[row]).toArray(),
        chosen.stream().map(row -> columns[row]).toArray(int[][]::new),
        chosen.stream().map(row -> costs[row]).toArray(int[][]::new));
  }
}
