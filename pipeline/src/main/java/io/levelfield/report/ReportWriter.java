package io.levelfield.report;

import io.levelfield.model.Findings;
import io.levelfield.model.disclosure.Publication;
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
   * Forms of tables besides CSV and Parquet.
   *
   * @param workbook whether to write {@code report.xlsx}
   * @param excelCsv whether to write CSV for a double click in a Russian Excel
   */
  public record Forms(boolean workbook, boolean excelCsv) {}

  /**
   * Writes the tables and their description.
   *
   * @param language of the description and of reasons
   * @param forms in which tables are written besides CSV and Parquet
   * @param directory of the run, staged
   * @return rows per table, in the contract's order
   */
  public static Map<String, Integer> write(
      Findings findings, Language language, Forms forms, Path directory) throws IOException {
    var texts = Texts.in(language);
    List<Table> tables = ContractTables.of(findings, texts);
    List<ReportTable> told = tables.stream().map(table -> ReportTable.of(table, texts)).toList();
    var files = new FilesSideBySide();
    // The workbook takes longest.
    if (forms.workbook()) {
      files.add(() -> ReportWorkbook.write(told, texts, directory.resolve(ReportWorkbook.FILE)));
    }
    if (forms.excelCsv()) {
      Path excel = Files.createDirectories(directory.resolve("csv-excel"));
      files.add(() -> ExcelCsv.write(told, texts, excel));
    }
    Path csv = Files.createDirectories(directory.resolve("csv"));
    Map<String, Integer> rows = new LinkedHashMap<>();
    for (Table table : tables) {
      Path parquet = Files.createDirectories(directory.resolve("parquet").resolve(table.name()));
      files.add(() -> CsvTables.write(table, csv.resolve(table.name() + ".csv")));
      files.add(
          () ->
              ParquetTables.write(
                  table, ParquetMetadata.of(table, texts), parquet.resolve("part-0.parquet")));
      rows.put(table.name(), table.rows().size());
    }
    files.write();
    Json.write(DataPackage.describe(tables, "csv/", texts), directory.resolve("datapackage.json"));
    return rows;
  }

  /**
   * Writes the tables for everyone and their description to {@code public/}.
   *
   * @param findings the register's schools and the doubts about results
   * @param forms in which tables are written besides CSV
   * @param directory of the run, staged
   */
  public static void writePublic(
      Publication publication, Findings findings, Language language, Forms forms, Path directory)
      throws IOException {
    var texts = Texts.in(language);
    List<Table> tables =
        PublicTables.of(
            publication, findings.data().schools(), findings.quality().unconfirmed(), texts);
    Path folder = Files.createDirectories(directory.resolve("public"));
    for (Table table : tables) {
      CsvTables.write(table, folder.resolve(table.name() + ".csv"));
    }
    if (forms.workbook()) {
      ReportWorkbook.write(
          tables.stream().map(table -> ReportTable.of(table, texts)).toList(),
          texts,
          folder.resolve("public.xlsx"));
    }
    Json.write(DataPackage.describe(tables, "", texts), folder.resolve("datapackage.json"));
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
