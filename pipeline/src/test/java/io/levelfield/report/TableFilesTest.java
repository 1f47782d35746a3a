package io.levelfield.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table as CSV and as Parquet. */
class TableFilesTest {
  private record Row(String id, Optional<String> name, long pupils, OptionalDouble share) {}

  private static final List<Column<Row>> COLUMNS =
      List.of(
          Column.text("school_id", "school_id", Row::id),
          Column.text("name", "name", Row::name),
          Column.integer("participants", "participants", Row::pupils),
          Column.number("share_below", "share_below", Row::share));

  private static final List<Row> ROWS =
      List.of(
          new Row(
              "010",
              Optional.of("Школа «№ 1», \"старая\"\nв две строки"),
              25,
              OptionalDouble.of(0.2)),
          new Row("009", Optional.empty(), 3, OptionalDouble.empty()),
          new Row("1", Optional.of("С пробелом"), 1, OptionalDouble.of(1)));

  @TempDir private Path directory;

  @Test
  void csvQuotesWhatNeedsItAndLeavesAbsentValuesEmpty() throws IOException {
    Path file = directory.resolve("t.csv");
    CsvTables.write(Table.of("t", 1, COLUMNS, ROWS), file);

    assertThat(Files.readString(file))
        .isEqualTo(
            String.join(
                "\r\n",
                "school_id,name,participants,share_below",
                "009,,3,",
                "010,\"Школа «№ 1», \"\"старая\"\"\nв две строки\",25,0.2",
                "1,С пробелом,1,1",
                ""));
  }

  @Test
  void parquetHoldsTheSameRowsAsTheTable() throws IOException {
    Table table = Table.of("t", 1, COLUMNS, ROWS);
    Path file = directory.resolve("t.parquet");
    ParquetTables.write(table, Map.of(), file);

    List<List<Optional<Object>>> read = new ArrayList<>();
    try (ParquetReader<Group> reader = new Reader(new LocalInputFile(file)).build()) {
      for (Group row = reader.read(); row != null; row = reader.read()) {
        read.add(cells(row));
      }
    }
    assertThat(read).isEqualTo(table.rows());
  }

  @Test
  void orderOfRowsChangesNoByte() throws IOException {
    List<Row> reversed = new ArrayList<>(ROWS);
    Collections.reverse(reversed);
    Path one = directory.resolve("one.parquet");
    Path other = directory.resolve("other.parquet");
    ParquetTables.write(Table.of("t", 1, COLUMNS, ROWS), Map.of(), one);
    ParquetTables.write(Table.of("t", 1, COLUMNS, reversed), Map.of(), other);

    assertThat(other).hasSameBinaryContentAs(one);
  }

  private static List<Optional<Object>> cells(Group row) {
    return List.of(
        Optional.of(row.getString("school_id", 0)),
        row.getFieldRepetitionCount("name") == 0
            ? Optional.empty()
            : Optional.of(row.getString("name", 0)),
        Optional.of(row.getLong("participants", 0)),
        row.getFieldRepetitionCount("share_below") == 0
            ? Optional.empty()
            : Optional.of(row.getDouble("share_below", 0)));
  }

  /** Reads a local file, for which parquet-hadoop has no builder of its own. */
  private static final class Reader extends ParquetReader.Builder<Group> {
    Reader(InputFile file) {
      super(file);
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }
}
