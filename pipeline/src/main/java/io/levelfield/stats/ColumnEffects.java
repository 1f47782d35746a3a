package io.levelfield.stats;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/**
 * Effects of the columns of a table with gaps: weighted least squares of value = row + column, the
 * additive model of two-way tables (Scheffé, The Analysis of Variance, 1959, ch. 4). Means of
 * columns would take rows that are missing for an effect of the column; here only rows with two
 * columns or more tell how columns differ.
 */
public final class ColumnEffects {
  private final int base;
  private final Map<Integer, Double> effects = new TreeMap<>();

  /** A cell of the table. */
  public record Cell(double value, double weight) {}

  /**
   * Fits the model.
   *
   * @param rows each with its cells by column; weights above 0
   * @param base column whose effect is 0
   */
  public ColumnEffects(Iterable<? extends SortedMap<Integer, Cell>> rows, int base) {
    this.base = base;
    Map<Integer, Integer> place = connected(rows);
    if (place.isEmpty()) {
      return;
    }
    double[][] information = new double[place.size()][place.size()];
    double[] sums = new double[place.size()];
    for (SortedMap<Integer, Cell> row : rows) {
      add(row, place, information, sums);
    }
    double[] solved =
        new CholeskyDecomposition(new Array2DRowRealMatrix(information, false))
            .getSolver()
            .solve(new ArrayRealVector(sums, false))
            .toArray();
    place.forEach((column, at) -> effects.put(column, solved[at]));
  }

  /** Columns that rows link with the base, the base left out, each with its place. */
  private Map<Integer, Integer> connected(Iterable<? extends SortedMap<Integer, Cell>> rows) {
    var found = new TreeMap<Integer, Integer>();
    found.put(base, 0);
    boolean grows = true;
    while (grows) {
      grows = false;
      for (SortedMap<Integer, Cell> row : rows) {
        if (row.keySet().stream().anyMatch(found::containsKey)) {
          for (int column : row.keySet()) {
            grows |= found.putIfAbsent(column, 0) == null;
          }
        }
      }
    }
    found.remove(base);
    int at = 0;
    for (Map.Entry<Integer, Integer> column : found.entrySet()) {
      column.setValue(at++);
    }
    return found;
  }

  /** The normal equations with the row's own effect taken out. */
  private static void add(
      SortedMap<Integer, Cell> row,
      Map<Integer, Integer> place,
      double[][] information,
      double[] sums) {
    double weights = row.values().stream().mapToDouble(Cell::weight).sum();
    double mean = row.values().stream().mapToDouble(c -> c.weight() * c.value()).sum() / weights;
    row.forEach(
        (column, cell) -> {
          Integer i = place.get(column);
          if (i != null) {
            sums[i] += cell.weight() * (cell.value() - mean);
            information[i][i] += cell.weight();
            row.forEach(
                (other, with) -> {
                  Integer j = place.get(other);
                  if (j != null) {
                    information[i][j] -= cell.weight() * with.weight() / weights;
                  }
                });
          }
        });
  }

  /** What a column adds beyond the base; empty where no chain of rows links the two. */
  public OptionalDouble of(int column) {
    if (column == base) {
      return OptionalDouble.of(0);
    }
    Double effect = effects.get(column);
    return effect == null ? OptionalDouble.empty() : OptionalDouble.of(effect);
  }
}
