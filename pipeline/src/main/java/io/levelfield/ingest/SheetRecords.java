package io.levelfield.ingest;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.text.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** The rows of a workbook's sheet as records, read one by one. */
final class SheetRecords implements FilePart.Records {
  private final FileSource source;
  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final SheetCells cells;
  private final FieldBuffer fields = new FieldBuffer();
  private int width;
  private long line;

  private SheetRecords(
      FileSource source, ReadableWorkbook workbook, Stream<Row> stream, SheetCells cells) {
    this.source = source;
    this.workbook = workbook;
    this.stream = stream;
    this.rows = stream.iterator();
    this.cells = cells;
  }

  /**
   * Opens a sheet.
   *
   * @param decimal mark to write numbers with
   */
  static SheetRecords open(FileSource source, char decimal) throws IOException {
    ReadableWorkbook workbook = workbook(source);
    try {
      Sheet sheet = workbook.findSheet(source.member()).orElseThrow();
      return new SheetRecords(
          source, workbook, sheet.openStream(), new SheetCells(workbook.isDate1904(), decimal));
    } catch (IOException | RuntimeException e) {
      workbook.close();
      throw damaged(source, 0, e);
    }
  }

  /**
   * Names of a workbook's sheets in its order.
   *
   * @param hidden whether sheets are wanted that its readers do not see
   * @throws InputsRefused if one has no name, as none that a program wrote
   */
  static List<String> sheets(FileSource source, boolean hidden) throws IOException {
    try (ReadableWorkbook workbook = workbook(source)) {
      return workbook
          .getSheets()
          .filter(sheet -> hidden || sheet.getVisibility() == SheetVisibility.VISIBLE)
          .map(sheet -> named(source, sheet))
          .toList();
    }
  }

  private static String named(FileSource source, Sheet sheet) {
    if (sheet.getName() == null) {
      throw damaged(source, 0, null);
    }
    return sheet.getName();
  }

  /** The records a sheet begins with. */
  static List<HeaderLine.Line> head(FileSource source, char decimal, long lines)
      throws IOException {
    List<HeaderLine.Line> head = new ArrayList<>();
    try (SheetRecords records = open(source, decimal)) {
      while (records.next() && records.line() <= lines) {
        head.add(new HeaderLine.Line(records.line(), records.fields().texts()));
      }
    }
    return head;
  }

  private static ReadableWorkbook workbook(FileSource source) throws IOException {
    try {
      Path file = source.file();
      var options = new ReadingOptions(true, true);
      if (file.getFileSystem() == FileSystems.getDefault()) {
        return new ReadableWorkbook(file.toFile(), options);
      }
      try (InputStream bytes = Files.newInputStream(file)) {
        return new ReadableWorkbook(bytes, options); // held in memory
      }
    } catch (IOException | RuntimeException e) {
      throw damaged(source, 0, e);
    }
  }

  private static InputsRefused damaged(FileSource source, long line, Exception e) {
    return new InputsRefused(
        Message.of(
            "inputs.damaged-workbook",
            String.valueOf(source.file().getFileName()),
            source.member(),
            Long.toString(line)),
        e);
  }

  @Override
  public boolean next() {
    try {
      if (!rows.hasNext()) {
        return false;
      }
      take(rows.next());
      return true;
    } catch (RuntimeException e) {
      throw damaged(source, line, e);
    }
  }

  /** A sheet stores no empty cells at the end of a row: it is as wide as those before it. */
  private void take(Row row) {
    line = row.getRowNum();
    width = Math.max(width, row.getCellCount());
    fields.beginRecord(line);
    for (int i = 0; i < width; i++) {
      fields.add(i < row.getCellCount() ? cells.text(row.getCell(i)) : "");
    }
  }

  @Override
  public FieldBuffer fields() {
    return fields;
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public void close() throws IOException {
    stream.close();
    workbook.close();
  }
}
