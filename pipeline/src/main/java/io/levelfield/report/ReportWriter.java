package io.levelfield.report;

import io.levelfield.model.Findings;
import io.levelfield.model.input.Reject;
import io.levelfield.model.text.Language;
import io.levelfield.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The stage: writes what a run found. No other stage writes a file. */
public final class ReportWriter {
  private ReportWriter() {}

  /**
   * Writes the tables and their description.
   *
   * @param language of the description and of reasons
   * @param directory of the run, staged
   * @return rows per table, in the contract's order
   */
  public static Map<String, Integer> write(Findings findings, Language language, Path directory)
      throws IOException {
    var texts = Texts.in(language);
    List<Table> tables = ContractTables.of(findings, texts);
    Path csv = Files.createDirectories(directory.resolve("csv"));
    Map<String, Integer> rows = new LinkedHashMap<>();
    for (Table table : tables) {
      CsvTables.write(table, csv.resolve(table.name() + ".csv"));
      Path parquet = Files.createDirectories(directory.resolve("parquet").resolve(table.name()));
      ParquetTables.write(table, parquet.resolve("part-0.parquet"));
      rows.put(table.name(), table.rows().size());
    }
    Json.write(DataPackage.describe(tables, texts), directory.resolve("datapackage.json"));
    return rows;
  }

  /**
   * Writes what was rejected of inputs that are refused, for which there are no tables.
   *
   * @param file CSV as the table {@code rejects}
   */
  public static void writeRejects(List<Reject> rejects, Language language, Path file)
      throws IOException {
    CsvTables.write(RejectsTable.of(rejects, Texts.in(language)), file);
  }
}
