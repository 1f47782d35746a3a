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
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A table ready to be read: its file recognised and surveyed, its header known.
 *
 * @param name the file as the study names it
 * @param source where its text lies
 * @param format how it is written
 * @param header column names in file order
 * @param survey its hash and its parts
 * @param notes what was taken for granted
 * @param form the sheet, of a form that a school returned
 */
record CsvFile(
    String name,
    FileSource source,
    CsvFormat format,
    List<String> header,
    FileSurvey survey,
    List<Message> notes,
    Optional<FormSheet> form) {

  static final Charset CYRILLIC = Charset.forName("windows-1251");

  CsvFile {
    header = List.copyOf(header);
    notes = List.copyOf(notes);
  }

  /**
   * Recognises and surveys a file.
   *
   * @param wanted columns the study maps; they tell the header and the delimiter
   * @throws InputsRefused if the file is missing, empty, not text, or has no such columns
   */
  static CsvFile open(Path path, String name, Dialect dialect, Collection<String> wanted) {
    return open(path, name, dialect, wanted, FileSurvey::of);
  }

  /** The same with texts surveyed in a way of one's own. */
  static CsvFile open(
      Path path,
      String name,
      Dialect dialect,
      Collection<String> wanted,
      FileSurvey.Surveyor surveyor) {
    try {
      FileSource source = FileSource.of(path, name, Unpacking.of(dialect));
      return source.kind() == FileSource.Kind.SHEET
          ? sheet(source, name, dialect, wanted)
          : text(source, name, dialect, wanted, surveyor);
    } catch (UncheckedIOException | CsvParseException e) {
      throw new InputsRefused(Message.of("inputs.unreadable", name, e.getMessage()), e);
    } catch (IOException e) {
      throw new InputsRefused(Message.of("inputs.unreadable", name, FileFault.of(e)), e);
    }
  }

  private static CsvFile text(
      FileSource source,
      String name,
      Dialect dialect,
      Collection<String> wanted,
      FileSurvey.Surveyor surveyor)
      throws IOException {
    FileHead head = FileHead.of(source, name);
    long lines = Math.max(HeaderLine.LINES_SEARCHED, dialect.headerLine().orElse(0)) + 1L;
    char delimiter = head.delimiter(dialect, wanted);
    FileSurvey survey = surveyor.of(source, name, delimiter, lines);
    Charset charset = charset(dialect, survey.encoding(), name);
    var search = new HeaderSearch(name, dialect, delimiter, wanted);
    HeaderLine header =
        search.in(
            HeaderLine.records(head.text(charset), delimiter, lines),
            () -> head.hint(charset, delimiter, wanted));
    List<Message> notes = new ArrayList<>(search.notes(header, head.separatorLine()));
    if (dialect.charset().isEmpty() && !survey.utf8()) {
      if (survey.encoding().likeDos()) {
        throw new InputsRefused(Message.of("inputs.like-dos", name));
      }
      notes.add(Message.of("inputs.charset-guessed", name));
    }
    return new CsvFile(
        name,
        source,
        format(dialect, charset, delimiter, NumberStyle.ANY),
        header.names(),
        survey.startingAfter(header.records()),
        notes,
        Optional.empty());
  }

  private static CsvFile sheet(
      FileSource workbook, String name, Dialect dialect, Collection<String> wanted)
      throws IOException {
    var search = new HeaderSearch(name, dialect, '\t', wanted);
    SheetChoice choice = SheetChoice.of(workbook, name, dialect, search);
    FileSource source = workbook.withSheet(choice.sheet());
    HeaderLine header = search.in(choice.head(), choice::hint);
    return new CsvFile(
        name,
        source,
        // Numbers of a sheet are no text: they are always written with the same mark.
        format(dialect, StandardCharsets.UTF_8, '\t', NumberStyle.POINT),
        header.names(),
        FileSurvey.ofSheet(source).startingAfter(header.records()),
        search.notes(header, false),
        Optional.empty());
  }

  /**
   * A sheet of a form, as a table of one row.
   *
   * @param wanted columns the row is made of
   */
  static CsvFile form(
      ReturnedForms.Form form, FormSheet sheet, Dialect dialect, List<String> wanted) {
    FileSource source = form.source().withForm(sheet.name());
    List<String> values =
        wanted.stream().map(c -> sheet.typed(c).map(FormSheet.Typed::text).orElse("")).toList();
    return new CsvFile(
        form.named().name(),
        source,
        format(dialect, StandardCharsets.UTF_8, '\t', NumberStyle.POINT),
        wanted,
        FileSurvey.ofForm(source, values, form.state().bytes(), sheet.school().cell().row()),
        List.of(),
        Optional.of(sheet));
  }

  /**
   * Whether the file says anything; a form may have been returned as it was sent.
   *
   * @throws BadCell if it is the form of another school or year than it says
   */
  boolean answers() throws BadCell {
    if (form.isEmpty()) {
      return true;
    }
    form.get().requireOwn();
    return form.get().answered();
  }

  /** The same log with rejects that name cells of the form, where the file is one. */
  PartLog placed(PartLog log) {
    return form.map(sheet -> log.with(sheet::placed)).orElse(log);
  }

  private static CsvFormat format(
      Dialect dialect, Charset charset, char delimiter, NumberStyle unnamed) {
    boolean named = dialect.decimal().isPresent() || dialect.thousands().isPresent();
    return new CsvFormat(
        charset.name(),
        delimiter,
        named ? NumberStyle.of(dialect.decimal(), dialect.thousands()) : unnamed,
        new HashSet<>(dialect.missingValues()));
  }

  private static Charset charset(Dialect dialect, FileSurvey.Encoding encoding, String name) {
    String badLine = Long.toString(encoding.firstBadLine());
    if (dialect.charset().isEmpty()) {
      if (encoding.partlyUtf8()) {
        throw new InputsRefused(Message.of("inputs.partly-utf-8", name, badLine));
      }
      return encoding.utf8() ? StandardCharsets.UTF_8 : CYRILLIC;
    }
    Charset named = Charset.forName(dialect.charset().get());
    if (named.equals(StandardCharsets.UTF_8) && !encoding.utf8()) {
      throw new InputsRefused(Message.of("inputs.no-utf-8", name, badLine));
    }
    return named;
  }

  /** For the manifest, e.g. {@code gzip windows-1251 ';'}. */
  String describe() {
    return source.kind() == FileSource.Kind.SHEET || form.isPresent()
        ? source.describe()
        : source.describe() + format.describe();
  }

  /** What a task needs to know to read a part. */
  CsvShape shape() {
    return new CsvShape(name, format, header);
  }
}
