package io.levelfield.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import io.levelfield.model.InputsRefused;
import io.levelfield.model.text.Message;
import io.levelfield.study.Dialect;
import io.levelfield.text.FileFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A first look at a table of which nothing is known yet: how it is written, what its columns are
 * called, and the rows it begins with. The reader of studies reads it; here its heading is guessed.
 *
 * @param sheet the sheet, where the file is a workbook with several
 * @param charset character set, where the file is text that is not UTF-8
 * @param delimiter between fields, where the file is text
 * @param above texts of the lines above the heading, such as a title
 * @param headerLine line the heading begins on
 * @param header names of the columns as a study would name them; empty for a column without one
 * @param rows those it begins with, each as wide as the heading
 * @param whole whether these are all rows
 */
public record TableLook(
    Optional<String> sheet,
    Optional<String> charset,
    Optional<Character> delimiter,
    List<String> above,
    long headerLine,
    List<String> header,
    List<List<String>> rows,
    boolean whole) {

  /** So many rows are looked at: enough to tell columns, few enough to be held. */
  public static final int ROWS = 50_000;

  /** Lines by which delimiter and heading are guessed. */
  private static final long LINES = 2L * HeaderLine.LINES_SEARCHED;

  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
  private static final String DOS = "IBM866";
  private static final Set<String> MISSING = Set.copyOf(Dialect.sniffed().missingValues());

  public TableLook {
    above = List.copyOf(above);
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /**
   * Looks at a file; a workbook has a table on every visible sheet that is not empty.
   *
   * @param name the file as the user named it
   * @throws InputsRefused if it is missing, empty or no table
   */
  public static List<TableLook> of(Path path, String name) {
    try {
      FileSource source = FileSource.of(path, name, Unpacking.of(Dialect.sniffed()));
      return source.kind() == FileSource.Kind.SHEET
          ? sheets(source, name)
          : List.of(text(source, name));
    } catch (UncheckedIOException | CsvParseException e) {
      throw new InputsRefused(Message.of("inputs.unreadable", name, e.getMessage()), e);
    } catch (IOException e) {
      throw new InputsRefused(Message.of("inputs.unreadable", name, FileFault.of(e)), e);
    }
  }

  /** A cell as a number; NaN where it is none. */
  public static double number(String cell) {
    return Numbers.parse(cell.toCharArray(), 0, cell.length(), NumberStyle.ANY);
  }

  /** Whether a cell means that nothing is known. */
  public static boolean missing(String cell) {
    return cell.isBlank() || MISSING.contains(cell);
  }

  private static TableLook text(FileSource source, String name) throws IOException {
    FileHead head = FileHead.of(source, name);
    char delimiter = delimiter(head);
    FileSurvey survey = FileSurvey.of(source, name, delimiter, LINES);
    FileSurvey.Encoding encoding = survey.encoding();
    Charset charset =
        encoding.utf8()
            ? StandardCharsets.UTF_8
            : encoding.likeDos() ? Charset.forName(DOS) : CsvFile.CYRILLIC;
    List<HeaderLine.Line> records = HeaderLine.records(head.text(charset), delimiter, LINES);
    var format = new CsvFormat(charset.name(), delimiter, NumberStyle.ANY, Set.of());
    return look(
        Optional.empty(),
        encoding.utf8() ? Optional.empty() : Optional.of(charset.name()),
        Optional.of(delimiter),
        head.separatorLine() ? records.subList(1, records.size()) : records,
        head.separatorLine() ? 1 : 0,
        survey,
        format);
  }

  private static List<TableLook> sheets(FileSource workbook, String name) throws IOException {
    List<String> names = SheetRecords.sheets(workbook, false);
    List<TableLook> looks = new ArrayList<>();
    for (String sheet : names) {
      FileSource source = workbook.withSheet(sheet);
      List<HeaderLine.Line> records = SheetRecords.head(source, '.', LINES);
      if (!records.isEmpty()) {
        looks.add(
            look(
                names.size() > 1 ? Optional.of(sheet) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                records,
                0,
                FileSurvey.ofSheet(source),
                new CsvFormat(StandardCharsets.UTF_8.name(), '\t', NumberStyle.POINT, Set.of())));
      }
    }
    if (looks.isEmpty()) {
      throw new InputsRefused(Message.of("inputs.empty", name));
    }
    return looks;
  }

  /**
   * The delimiter that the file names, or under which most of its head is as wide as its heading.
   */
  private static char delimiter(FileHead head) {
    if (head.separatorLine()) {
      return head.delimiter(Dialect.sniffed(), List.of());
    }
    // Delimiters are ASCII, so any single-byte view of the head will do.
    String text = head.text(StandardCharsets.ISO_8859_1);
    char best = ',';
    HeaderGuess.Fit bestFit = HeaderGuess.Fit.NONE;
    for (char candidate : DELIMITERS) {
      HeaderGuess.Fit fit = HeaderGuess.fit(HeaderLine.records(text, candidate, LINES));
      if (fit.compareTo(bestFit) > 0) {
        best = candidate;
        bestFit = fit;
      }
    }
    return best;
  }

  private static TableLook look(
      Optional<String> sheet,
      Optional<String> charset,
      Optional<Character> delimiter,
      List<HeaderLine.Line> records,
      int skipped,
      FileSurvey survey,
      CsvFormat format)
      throws IOException {
    HeaderLine header = HeaderGuess.in(records);
    List<String> above =
        records.stream()
            .takeWhile(record -> record.line() < header.line())
            .flatMap(record -> record.fields().stream())
            .filter(field -> !field.isBlank())
            .toList();
    List<String> names = HeaderGuess.unique(header.names());
    List<List<String>> rows = new ArrayList<>();
    boolean whole = true;
    for (FilePart part : survey.startingAfter(header.records() + skipped).parts()) {
      whole = whole && read(part, format, names.size(), rows);
    }
    return new TableLook(sheet, charset, delimiter, above, header.line(), names, rows, whole);
  }

  /** Adds the rows of a part; false where there are more than are looked at. */
  private static boolean read(FilePart part, CsvFormat format, int columns, List<List<String>> rows)
      throws IOException {
    try (FilePart.Records records = part.open(format)) {
      while (records.next()) {
        if (rows.size() == ROWS) {
          return false;
        }
        List<String> fields = records.fields().texts();
        List<String> row = new ArrayList<>(columns);
        for (int i = 0; i < columns; i++) {
          row.add(i < fields.size() ? fields.get(i) : "");
        }
        if (!row.stream().allMatch(String::isBlank)) {
          rows.add(List.copyOf(row));
        }
      }
      return true;
    }
  }
}
