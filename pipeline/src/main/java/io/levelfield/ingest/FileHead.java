package io.levelfield.ingest;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.text.Message;
import io.levelfield.study.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The first lines of a text, by which its delimiter and its header are found. */
final class FileHead {
  private static final int HEAD_BYTES = 1 << 16;

  /** A heading of a hundred thousand columns is as long as a book. */
  private static final int LONGEST_HEAD_BYTES = 1 << 22;

  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

  /** Character sets of Russian offices, in the order in which they are tried. */
  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          CsvFile.CYRILLIC,
          Charset.forName("IBM866"),
          Charset.forName("KOI8-R"));

  /** The line that tells Excel the delimiter. */
  private static final Pattern SEPARATOR =
      Pattern.compile("(?:\u00ef\u00bb\u00bf)?\"?sep=([\\p{ASCII}&&[^\"\r\n]])\"?\r?");

  /** Web pages and XML, which some programs export under the name of .xls. */
  private static final Pattern MARKUP =
      Pattern.compile(
          "(?:\u00ef\u00bb\u00bf)?\\s*<(?:!doctype|!--|\\?xml|html|head|meta|table|style)\\b",
          Pattern.CASE_INSENSITIVE);

  /** First bytes of files that are often taken for CSV, and what to do about them. */
  private static final Map<String, String> MAGIC =
      Map.of(
          "\u00d0\u00cf\u0011\u00e0", "xls",
          "PAR1", "parquet",
          "%PDF", "pdf",
          "\u00ff\u00fe", "utf-16",
          "\u00fe\u00ff", "utf-16",
          "PK\u0003\u0004", "nested",
          "\u001f\u008b", "nested");

  private final byte[] bytes;
  private final String firstLine;
  private final Optional<Character> separator;

  private FileHead(byte[] bytes) {
    this.bytes = bytes;
    // Delimiters are ASCII, so any single-byte view of the first line will do.
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    firstLine = text.lines().findFirst().orElse("");
    Matcher separatorLine = SEPARATOR.matcher(firstLine);
    separator =
        separatorLine.matches() ? Optional.of(separatorLine.group(1).charAt(0)) : Optional.empty();
  }

  /**
   * Reads the head of a text; of a damaged archive, as far as that goes.
   *
   * @throws InputsRefused if it is empty, or the beginning of something else
   */
  static FileHead of(FileSource source, String name) throws IOException {
    byte[] head = new byte[HEAD_BYTES];
    int length = 0;
    try (InputStream content = source.open()) {
      // From an archive byte by byte: what stands before a fault is lost to larger pieces.
      int most = source.packed() ? 1 : head.length;
      int lines = 0;
      int n = 0;
      while (n >= 0
          && (length < HEAD_BYTES
              || (length < LONGEST_HEAD_BYTES && lines <= HeaderLine.LINES_SEARCHED))) {
        if (length == head.length) {
          head = Arrays.copyOf(head, 2 * length);
        }
        n = content.read(head, length, Math.min(most, head.length - length));
        for (int i = 0; i < n; i++) {
          lines += head[length + i] == '\n' ? 1 : 0;
        }
        length += Math.max(n, 0);
      }
    } catch (IOException e) {
      if (!source.packed()) {
        throw e;
      }
      if (length == 0) {
        throw new InputsRefused(Message.of("inputs.damaged-archive", name, 0), e);
      }
    }
    head = Arrays.copyOf(head, length);
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.isBlank()) {
      throw new InputsRefused(Message.of("inputs.empty", name));
    }
    MAGIC.forEach(
        (magic, kind) -> {
          if (text.startsWith(magic)) {
            throw new InputsRefused(Message.of("inputs.is-" + kind, name));
          }
        });
    if (MARKUP.matcher(text).lookingAt()) {
      throw new InputsRefused(Message.of("inputs.is-markup", name));
    }
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      throw new InputsRefused(
          Message.of(
              "inputs.no-text",
              name,
              Long.toString(1 + text.substring(0, nul).chars().filter(c -> c == '\n').count())));
    }
    return new FileHead(head);
  }

  String text(Charset charset) {
    String text = new String(bytes, charset);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  /** Whether the first line is no row but tells the delimiter. */
  boolean separatorLine() {
    return separator.isPresent();
  }

  /**
   * The delimiter the study or the file names, or that under which most of the mapped columns are
   * found; else the most frequent.
   */
  char delimiter(Dialect dialect, Collection<String> wanted) {
    if (dialect.delimiter().isPresent()) {
      return dialect.delimiter().get().charAt(0);
    }
    if (separator.isPresent()) {
      return separator.get();
    }
    // Where all letters are Latin, every character set reads the same.
    List<String> texts = CHARSETS.stream().map(this::text).distinct().toList();
    char best = ',';
    int most = -1;
    for (char candidate : mostFrequentFirst()) {
      int found = found(texts, candidate, wanted, dialect.headerLine());
      if (found > most) {
        best = candidate;
        most = found;
      }
      if (most == wanted.size()) {
        break;
      }
    }
    return best;
  }

  /** So that plain frequency decides where mapped columns do not. */
  private List<Character> mostFrequentFirst() {
    Comparator<Character> frequency =
        Comparator.comparingLong(
            candidate -> firstLine.chars().filter(c -> c == candidate).count());
    return DELIMITERS.stream().sorted(frequency.reversed()).toList();
  }

  /** Mapped columns in the heading that has most of them under any character set. */
  private static int found(
      List<String> texts, char delimiter, Collection<String> wanted, OptionalInt line) {
    int most = 0;
    for (String text : texts) {
      Optional<HeaderLine> header = header(text, delimiter, wanted, line);
      most = Math.max(most, header.map(HeaderLine::found).orElse(0));
      if (most == wanted.size()) {
        break;
      }
    }
    return most;
  }

  private static Optional<HeaderLine> header(
      String text, char delimiter, Collection<String> wanted, OptionalInt line) {
    int lines = Math.max(HeaderLine.LINES_SEARCHED, line.orElse(0)) + 1;
    return HeaderLine.find(HeaderLine.records(text, delimiter, lines), wanted, line);
  }

  /** The setting that would make the mapped columns appear, if any does. */
  Message hint(Charset used, char delimiter, Collection<String> wanted) {
    for (Charset charset : CHARSETS) {
      if (!charset.equals(used) && complete(charset, delimiter, wanted).isPresent()) {
        return Message.of("inputs.hint-charset", charset.name());
      }
    }
    for (char other : withFirst(delimiter)) {
      Optional<HeaderLine> elsewhere = complete(used, other, wanted);
      if (elsewhere.isPresent() && (other == delimiter || late(elsewhere.get()))) {
        return Message.of("inputs.hint-header-line", Long.toString(elsewhere.get().line()));
      }
      if (elsewhere.isPresent()) {
        return Message.of("inputs.hint-delimiter", other == '\t' ? "tab" : "" + other);
      }
    }
    return Message.NONE;
  }

  private static List<Character> withFirst(char delimiter) {
    return Stream.concat(Stream.of(delimiter), DELIMITERS.stream()).distinct().toList();
  }

  /** Whether a header is not looked for so far down, so that no delimiter shows it. */
  private static boolean late(HeaderLine header) {
    return header.line() > HeaderLine.LINES_SEARCHED;
  }

  /** The first heading with all mapped columns anywhere in the head. */
  private Optional<HeaderLine> complete(
      Charset charset, char delimiter, Collection<String> wanted) {
    return HeaderLine.find(
            HeaderLine.records(text(charset), delimiter, Long.MAX_VALUE),
            wanted,
            OptionalInt.empty())
        .filter(header -> header.complete(wanted));
  }
}
