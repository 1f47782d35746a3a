package io.levelfield.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.disclosure.Publication;
import io.levelfield.model.text.Language;
import io.levelfield.report.TableLayouts.Change;
import io.levelfield.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever reads the tables learns from {@code schema_version} that they have changed. */
class SchemaVersionTest {
  private static final Path COMMITTED = Path.of("src/test/resources/golden/schema.txt");
  private static final boolean WRITE = "write".equals(System.getProperty("levelfield.golden"));

  @Test
  void columnsChangeOnlyWithTheVersion() throws IOException {
    TableLayouts committed = TableLayouts.parse(Files.readString(COMMITTED));
    TableLayouts now = layouts();
    Change change = now.since(committed);

    assertThat(now.version())
        .as(
            "Columns of tables have changed since %s was written (%s). Read 'Changes' in"
                + " docs/tables.md, raise SchemaVersion.CURRENT to %s, tell readers in CHANGELOG.md"
                + " what changed, then write the file again: mvn -o -pl pipeline test"
                + " -Dtest=SchemaVersionTest -Dlevelfield.golden=write",
            COMMITTED, change, TableLayouts.leastAfter(committed.version(), change))
        .isGreaterThanOrEqualTo(TableLayouts.leastAfter(committed.version(), change));
    if (WRITE) {
      Files.writeString(COMMITTED, now.text());
    }
    assertThat(Files.readString(COMMITTED))
        .as(
            "The version was raised; write the columns that belong to it: mvn -o -pl pipeline test"
                + " -Dtest=SchemaVersionTest -Dlevelfield.golden=write")
        .isEqualTo(now.text());
  }

  @ParameterizedTest
  @CsvSource({
    "a string key;b number;c boolean, NONE",
    "a string key;b number;new number;c boolean, ADDED",
    "a string key;b number;c boolean;new number, ADDED",
    "a string key;b number, BROKEN",
    "a string key;renamed number;c boolean, BROKEN",
    "a string key;b integer;c boolean, BROKEN",
    "a string key;c boolean;b number, BROKEN",
    "a string key;b number key;c boolean, BROKEN",
    "a string key;new string key;b number;c boolean, BROKEN"
  })
  void tellsWhatAChangeMeansToReaders(String columns, Change change) {
    TableLayouts before = table("t", "a string key;b number;c boolean");

    assertThat(table("t", columns).since(before)).isEqualTo(change);
  }

  @Test
  void aTableMayComeButNotGo() {
    TableLayouts one = TableLayouts.parse("schema_version 1.0\nt\n  a string key\n");
    TableLayouts two = TableLayouts.parse(one.text() + "u\n  a string key\n");

    assertThat(two.since(one)).isEqualTo(Change.ADDED);
    assertThat(one.since(two)).isEqualTo(Change.BROKEN);
    assertThat(TableLayouts.leastAfter(new SchemaVersion(1, 4), Change.ADDED)).hasToString("1.5");
    assertThat(TableLayouts.leastAfter(new SchemaVersion(1, 4), Change.BROKEN)).hasToString("2.0");
  }

  private static TableLayouts table(String name, String columns) {
    return TableLayouts.parse(
        "schema_version 1.0\n" + name + "\n  " + columns.replace(";", "\n  ") + "\n");
  }

  /** Of a study whose one weighting, indicator and feature bear stand-in names. */
  private static TableLayouts layouts() {
    var texts = Texts.in(Language.EN);
    List<Table> forEveryone = PublicTables.of(Publication.NONE, List.of(), Set.of(), texts);
    return TableLayouts.of(
        SchemaVersion.CURRENT,
        TablesReferenceTest.dataPackage(),
        DataPackage.describe(forEveryone, "", texts));
  }
}
