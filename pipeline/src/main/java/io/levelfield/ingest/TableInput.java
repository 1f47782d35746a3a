package io.levelfield.ingest;

import io.levelfield.model.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What an input of small tables wants of its files, and what their rows say.
 *
 * @param <K> what a row speaks of, such as a school and a measure
 * @param <V> what it says of it; equal where two rows say the same
 */
interface TableInput<K, V> {

  /** File columns that must be there. */
  List<String> wanted();

  /** Columns of a file, made ones too, whose cells are read as numbers. */
  List<String> numbers(CsvShape file);

  /** File columns whose plausible values lie between 0 and 1. */
  default Set<String> shares() {
    return Set.of();
  }

  /** The column to name where a row contradicts another. */
  String keyColumn();

  /** Reads the rows of one file. */
  RowReader<K, V> of(CsvShape file);

  /**
   * What readers of the results must know of these rows.
   *
   * @param path YAML path of the input
   * @param values of the rows that count
   */
  default List<Message> notes(String path, List<V> values) {
    return List.of();
  }

  /** What rows of one file that contradict each other may be, where no column tells them apart. */
  default Optional<Message> mayBe() {
    return Optional.empty();
  }

  /** One thing a row says. */
  record Claim<K, V>(K key, V value) {}

  /** Reads rows. */
  interface RowReader<K, V> {

    /**
     * What a row says; nothing where it gives no figures.
     *
     * @param lost told of cells that cannot be read, though the rest of the row can
     * @throws BadCell if the row cannot be read
     */
    List<Claim<K, V>> read(FieldBuffer row, Consumer<BadCell> lost) throws BadCell;
  }
}
