package io.levelfield.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.levelfield.model.InputsRefused;
import io.levelfield.model.text.Message;
import io.levelfield.study.Dialect;
import io.levelfield.study.Nearest;
import io.levelfield.text.FileFault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * A CSV file ready to be read: recognised, surveyed, its header known.
 *
 * @param name the file as the study names it
 * @param format how it is written
 * @param header column names in file order
 * @param survey its hash and its parts
 * @param charsetGuessed whether the character set was taken for windows-1251 because the content is
 *     not UTF-8
 */
record CsvFile(
    String name, CsvFormat format, List<String> header, FileSurvey survey, boolean charsetGuessed) {

  private static final int HEAD_BYTES = 1 << 16;
  private static final Charset CYRILLIC = Charset.forName("windows-1251");
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

  /** First bytes of files that are often taken for CSV, and what to do about them. */
  private static final Map<String, String> MAGIC =
      Map.of(
          "PK\u0003\u0004", "xlsx",
          "\u00d0\u00cf\u0011\u00e0", "xls",
          "PAR1", "parquet",
          "%PDF", "pdf",
          "\u00ff\u00fe", "utf-16",
          "\u00fe\u00ff", "utf-16");

  CsvFile {
    header = List.copyOf(header);
  }

  /**
   * Recognises and surveys a file.
   *
   * @param wanted columns the study maps; they tell the right delimiter
   * @throws InputsRefused if the file is missing, empty, not text, or has no such columns
   */
  static CsvFile open(Path path, String name, Dialect dialect, Collection<String> wanted) {
    try {
      byte[] head = head(path, name);
      refuseBinary(head, name);
      // The header's delimiters are ASCII, so any single-byte view of it will do here.
      String headerLine = firstLine(new String(head, StandardCharsets.ISO_8859_1));
      char sniffing = dialect.delimiter().map(d -> d.charAt(0)).orElse(',');
      if (dialect.delimiter().isEmpty()) {
        sniffing = delimiter(head, wanted, headerLine);
      }
      FileSurvey survey = FileSurvey.of(path, name, sniffing);
      Charset charset = charset(dialect, survey, name);
      var format =
          new CsvFormat(
              charset.name(),
              sniffing,
              NumberStyle.of(dialect.decimal(), dialect.thousands()),
              new HashSet<>(dialect.missingValues()));
      List<String> header = headerOf(decode(head, charset), sniffing);
      var file =
          new CsvFile(name, format, header, survey, dialect.charset().isEmpty() && !survey.utf8());
      file.refuseRepeatedColumns(wanted);
      wanted.forEach(file::requireColumn);
      return file;
    } catch (UncheckedIOException | CsvParseException e) {
      throw new InputsRefused(Message.of("inputs.unreadable", name, e.getMessage()), e);
    } catch (IOException e) {
      throw new InputsRefused(Message.of("inputs.unreadable", name, FileFault.of(e)), e);
    }
  }

  private static byte[] head(Path path, String name) throws IOException {
    if (!Files.exists(path)) {
      throw new InputsRefused(Message.of("inputs.no-file", name, path.toAbsolutePath().toString()));
    }
    if (!Files.isRegularFile(path)) {
      throw new InputsRefused(Message.of("inputs.is-directory", name));
    }
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(path));
        InputStream content = path.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      byte[] head = content.readNBytes(HEAD_BYTES);
      if (new String(head, StandardCharsets.ISO_8859_1).isBlank()) {
        throw new InputsRefused(Message.of("inputs.empty", name));
      }
      return head;
    }
  }

  private static void refuseBinary(byte[] head, String name) {
    String start = new String(head, 0, Math.min(4, head.length), StandardCharsets.ISO_8859_1);
    MAGIC.forEach(
        (magic, kind) -> {
          if (start.startsWith(magic)) {
            throw new InputsRefused(Message.of("inputs.is-" + kind, name));
          }
        });
    for (byte b : head) {
      if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
        throw new InputsRefused(Message.of("inputs.no-text", name, Integer.toString(b)));
      }
    }
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  /** The delimiter under which most of the mapped columns are found; else the most frequent. */
  private static char delimiter(byte[] head, Collection<String> wanted, String headerLine) {
    char best = ',';
    long bestFound = -1;
    for (char candidate : DELIMITERS) {
      long found = 0;
      for (Charset charset : List.of(StandardCharsets.UTF_8, CYRILLIC)) {
        List<String> header = headerOf(decode(head, charset), candidate);
        found = Math.max(found, wanted.stream().filter(header::contains).count());
      }
      // Mapped columns decide; where none is found, plain frequency does.
      long score = found * 1_000_000 + headerLine.chars().filter(c -> c == candidate).count();
      if (score > bestFound) {
        best = candidate;
        bestFound = score;
      }
    }
    return best;
  }

  private static Charset charset(Dialect dialect, FileSurvey survey, String name) {
    if (dialect.charset().isEmpty()) {
      return survey.utf8() ? StandardCharsets.UTF_8 : CYRILLIC;
    }
    Charset named = Charset.forName(dialect.charset().get());
    if (named.equals(StandardCharsets.UTF_8) && !survey.utf8()) {
      throw new InputsRefused(Message.of("inputs.no-utf-8", name));
    }
    return named;
  }

  private static String decode(byte[] head, Charset charset) {
    String text = new String(head, charset);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static List<String> headerOf(String text, char delimiter) {
    var fields = new FieldBuffer();
    List<String> header = new ArrayList<>();
    var csv = CsvReader.builder().fieldSeparator(delimiter).build(fields, new StringReader(text));
    try (var records = csv.iterator()) {
      if (records.hasNext()) {
        records.next();
        for (int i = 0; i < fields.size(); i++) {
          header.add(fields.text(i));
        }
      }
    } catch (CsvParseException e) {
      return List.of(); // not CSV under this delimiter
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return header;
  }

  private void refuseRepeatedColumns(Collection<String> wanted) {
    for (String column : wanted) {
      if (header.indexOf(column) != header.lastIndexOf(column)) {
        throw new InputsRefused(Message.of("inputs.column-twice", name, column));
      }
    }
  }

  private void requireColumn(String column) {
    if (!header.contains(column)) {
      throw new InputsRefused(
          Message.of("inputs.no-column", name, column, hint(column), columnsShown()));
    }
  }

  private Message hint(String column) {
    Message nearest = Nearest.suggestion(column, header);
    return nearest.equals(Message.NONE) && header.size() == 1
        ? Message.of("inputs.one-column", Character.toString(format.delimiter()))
        : nearest;
  }

  private String columnsShown() {
    int shown = 30;
    String list = String.join(", ", header.subList(0, Math.min(shown, header.size())));
    return header.size() > shown ? list + ", …" : list;
  }

  /** What a task needs to know to read a part. */
  CsvShape shape() {
    return new CsvShape(name, format, header, Map.of());
  }
}
