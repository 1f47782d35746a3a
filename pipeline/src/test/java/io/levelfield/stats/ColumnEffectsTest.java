package io.levelfield.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.stats.ColumnEffects.Cell;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ColumnEffectsTest {

  @Test
  void findsEffectsWhateverRowsLack() {
    // Rows at 0, 5, 10; column 1 adds 3, column 2 takes 2 away.
    var effects =
        new ColumnEffects(
            List.of(row(0.0, null, -2.0), row(5.0, 8.0, null), row(null, 13.0, 8.0)), 0);

    assertThat(effects.of(0)).hasValue(0);
    assertThat(effects.of(1).orElseThrow()).isCloseTo(3, within(1e-12));
    assertThat(effects.of(2).orElseThrow()).isCloseTo(-2, within(1e-12));
  }

  /** Differences of 2 (weights 1 and 1: 1/2 of information) and 8 (3 and 3: 3/2): mean 6.5. */
  @Test
  void weighsRowsByWhatTheyTell() {
    SortedMap<Integer, Cell> light = new TreeMap<>();
    light.put(0, new Cell(0, 1));
    light.put(1, new Cell(2, 1));
    SortedMap<Integer, Cell> heavy = new TreeMap<>();
    heavy.put(0, new Cell(10, 3));
    heavy.put(1, new Cell(18, 3));

    assertThat(new ColumnEffects(List.of(light, heavy), 0).of(1).orElseThrow())
        .isCloseTo(6.5, within(1e-12));
  }

  @Test
  void saysNothingOfColumnsThatNoRowLinks() {
    var effects = new ColumnEffects(List.of(row(1.0, null, null), row(null, 2.0, 3.0)), 0);

    assertThat(effects.of(1)).isEmpty();
    assertThat(effects.of(2)).isEmpty();
  }

  private static SortedMap<Integer, Cell> row(Double... values) {
    SortedMap<Integer, Cell> row = new TreeMap<>();
    for (int column = 0; column < values.length; column++) {
      if (values[column] != null) {
        row.put(column, new Cell(values[column], 1 + column));
      }
    }
    return row;
  }
}
