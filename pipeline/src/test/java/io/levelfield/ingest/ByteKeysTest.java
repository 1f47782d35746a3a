package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Keys told by their bytes are those told by their texts. */
class ByteKeysTest {
  private static final int COLUMNS = 4;
  private static final int LONGEST = 255;

  @Property(tries = 2_000)
  void numbersAreThoseOfTheTexts(
      @ForAll("rows") List<List<String>> rows, @ForAll("places") int[] places) throws IOException {
    String text = String.join("\n", rows.stream().map(row -> String.join(",", row)).toList());
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    var format = new CsvFormat("UTF-8", ',', NumberStyle.ANY, Set.of());
    var keys = new ByteKeys(places);
    Map<List<String>, Integer> numbers = new HashMap<>();
    try (var records = new ByteRecords(new ByteArrayInputStream(bytes), format, 1, true, 1 << 12)) {
      for (List<String> row : rows) {
        assertThat(records.next()).isTrue();
        List<String> key = Arrays.stream(places).mapToObj(row::get).toList();

        assertThat(keys.number(records)).isEqualTo(numbers.getOrDefault(key, ByteKeys.NONE));

        if (!numbers.containsKey(key) && key.stream().mapToInt(String::length).sum() < LONGEST) {
          numbers.put(key, numbers.size());
          keys.enter(records, numbers.get(key));
        }
      }
    }
  }

  /**
   * Few texts, so that keys come again: codes that differ in zeros before them, none, long ones.
   */
  @Provide
  Arbitrary<List<List<String>>> rows() {
    Arbitrary<String> cell =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.integers().between(0, 20).map(Object::toString)),
            Tuple.of(4, Arbitraries.of("7", "07", "007", "000007", "0000007", "999999", "1000000")),
            Tuple.of(2, Arbitraries.of("", "a", "ab", "жё", "12345678", "123456789", " 7", "7 ")),
            Tuple.of(1, Arbitraries.of("x".repeat(LONGEST - 10), "9".repeat(300), "-1", "1.5")));
    return cell.list().ofSize(COLUMNS).list().ofMinSize(1).ofMaxSize(60);
  }

  @Provide
  Arbitrary<int[]> places() {
    return Arbitraries.of(
        List.of(
            new int[] {0},
            new int[] {2},
            new int[] {1, 0},
            new int[] {0, 2},
            new int[] {3, 1, 2},
            new int[] {3, 1, 0}));
  }
}
