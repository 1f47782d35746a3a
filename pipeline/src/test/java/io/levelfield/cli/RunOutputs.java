package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** What a run writes besides its tables. */
final class RunOutputs {
  /** Rows above those of the table: meanings and names of columns. */
  private static final int HEADERS = 2;

  private static final Map<String, String> FLAGS = Map.of("true", "да", "false", "нет");

  private RunOutputs() {}

  /**
   * Every sheet of a workbook that is named for a table has the cells of its CSV, codes in words:
   * one word for one code of a column wherever it stands, and other words for other codes.
   *
   * @param coded columns, by {@code table.column}, whose codes are in words
   */
  static void requireSheetsLikeCsv(Path workbook, Path csv, Set<String> coded) throws IOException {
    try (var read = new ReadableWorkbook(Files.newInputStream(workbook))) {
      for (Path file : RunTables.files(csv)) {
        String table = file.getFileName().toString().replace(".csv", "");
        if (!file.toString().endsWith(".csv")) {
          continue;
        }
        List<Row> rows = read.findSheet(table).orElseThrow().read();
        try (CSVParser records = CSVParser.parse(file, StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
          int r = HEADERS - 1;
          List<String> names = List.of();
          Map<String, Map<String, String>> words = new TreeMap<>();
          for (CSVRecord record : records) {
            Row row = rows.get(r++);
            names = names.isEmpty() ? record.toList() : names;
            for (int c = 0; c < record.size(); c++) {
              String where = table + " " + record;
              String text = record.get(c);
              if (r > HEADERS && FLAGS.containsKey(text)) {
                assertThat(row.getCell(c).asString()).as(where).isEqualTo(FLAGS.get(text));
              } else if (r > HEADERS
                  && coded.contains(table + "." + names.get(c))
                  && !text.isEmpty()) {
                String told = row.getCell(c).asString();
                assertThat(words.computeIfAbsent(names.get(c), n -> new TreeMap<>()))
                    .as(where)
                    .satisfies(
                        known ->
                            assertThat(known.getOrDefault(text, told)).as(text).isEqualTo(told));
                words.get(names.get(c)).put(text, told);
                assertThat(told)
                    .as(where)
                    .matches(t -> !text.matches("[a-z_ -]+") || !t.equals(text));
              } else {
                requireSame(row.getOptionalCell(c), text, where);
              }
            }
          }
          words.forEach(
              (column, own) ->
                  assertThat(own.values()).as(table + "." + column).doesNotHaveDuplicates());
          assertThat(rows).as(table).hasSize(r);
        }
      }
    }
  }

  /** Rows of a workbook's first sheet, cells as text between separators. */
  static List<String> firstSheet(Path workbook, String separator) throws IOException {
    try (var read = new ReadableWorkbook(Files.newInputStream(workbook))) {
      return read.getFirstSheet().read().stream()
          .map(
              row ->
                  row.stream()
                      .map(cell -> cell == null ? "" : cell.getText())
                      .collect(Collectors.joining(separator)))
          .toList();
    }
  }

  private static void requireSame(Optional<Cell> cell, String text, String where) {
    String excel =
        cell.map(
                own ->
                    switch (own.getType()) {
                      case NUMBER -> own.asNumber().toString();
                      case BOOLEAN -> Boolean.toString(own.asBoolean());
                      case STRING -> own.asString();
                      default -> "";
                    })
            .orElse("");
    // Excel's XML has the same number in another writing, and line breaks of one kind.
    boolean number = cell.isPresent() && cell.get().getType().name().equals("NUMBER");
    if (number) {
      assertThat(Double.parseDouble(excel)).as(where).isEqualTo(Double.parseDouble(text));
    } else {
      assertThat(excel).as(where).isEqualTo(text.replace("\r\n", "\n"));
    }
  }

  /** Text of every file below a run but Parquet and MLlib's, and of every part of its workbooks. */
  static Map<String, String> texts(Path run) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(run.toRealPath())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.toString().endsWith(".xlsx")) {
          try (var parts = new ZipFile(file.toFile())) {
            for (var part : parts.stream().toList()) {
              byte[] content = parts.getInputStream(part).readAllBytes();
              texts.put(file + "!" + part, new String(content, StandardCharsets.UTF_8));
            }
          }
        } else if (file.toString().matches(".*\\.(csv|json|log|pmml|html)")) {
          texts.put(file.toString(), Files.readString(file));
        }
      }
    }
    return texts;
  }

  /** Which of these codes stand in a text by themselves. */
  static List<String> codesIn(String text, Set<String> codes, Pattern form) {
    List<String> found = new ArrayList<>();
    Set<String> told = new HashSet<>();
    form.matcher(text).results().map(match -> match.group()).forEach(told::add);
    told.stream().filter(codes::contains).sorted().forEach(found::add);
    return found;
  }
}
