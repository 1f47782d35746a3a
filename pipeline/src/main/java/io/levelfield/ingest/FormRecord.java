package io.levelfield.ingest;

import java.util.List;

/** What a sheet of a form says, as the only record of a table. */
final class FormRecord implements FilePart.Records {
  private final List<String> values;
  private final long line;
  private final FieldBuffer fields = new FieldBuffer();
  private boolean read;

  /**
   * @param line row of the sheet that it is told by
   */
  FormRecord(List<String> values, long line) {
    this.values = values;
    this.line = line;
  }

  @Override
  public boolean next() {
    if (read) {
      return false;
    }
    read = true;
    fields.beginRecord(line);
    values.forEach(fields::add);
    return true;
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
  public void close() {
    // nothing was opened
  }
}
