package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.io.input.BOMInputStream;
import org.junit.jupiter.api.Test;

/** What is found in bytes is what the CSV reader makes of the text. */
class ByteRecordsTest {
  private static final long FIRST_LINE = 7;

  private record Read(long line, long lineOfPart, List<String> fields, int multiLine) {}

  @Property(tries = 3_000)
  void recordsAreThoseOfTheReader(
      @ForAll("texts") String text,
      @ForAll("charsets") String charset,
      @ForAll("delimiters") char delimiter,
      @ForAll @IntRange(min = 8, max = 80) int bufferBytes)
      throws IOException {
    var format = new CsvFormat(charset, delimiter, NumberStyle.ANY, Set.of());
    byte[] bytes = text.replace(';', delimiter).getBytes(format.charset());

    assertThat(ofBytes(bytes, format, bufferBytes)).isEqualTo(ofReader(bytes, format));
  }

  /** Lines of fields as they occur and as they should not, with every line end of the world. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> inner =
        Arbitraries.strings().withChars("ab7;\"\n\r\tжЁ\u00a0 ").ofMaxLength(12);
    Arbitrary<String> field =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.strings().withChars("ab70,.жЁ ").ofMaxLength(20)),
            Tuple.of(3, inner.map(s -> '"' + s.replace("\"", "\"\"") + '"')),
            Tuple.of(2, Arbitraries.strings().withChars("ab 7ж").map(s -> '"' + s + '"')),
            Tuple.of(1, inner),
            Tuple.of(1, Arbitraries.of("=\"007\"", " \"x\"", "\"x\" ", "\"\"", "5\" pipe")));
    Arbitrary<String> row =
        field.list().ofMinSize(1).ofMaxSize(5).map(fields -> String.join(";", fields));
    Arbitrary<String> end = Arbitraries.of("\n", "\n", "\n", "\r\n", "\r\n", "\r", "\n\n");
    return Combinators.combine(
            Arbitraries.of("", "", "\ufeff"),
            Combinators.combine(row, end).as((r, e) -> r + e).list().ofMaxSize(12),
            row)
        .as((mark, rows, last) -> mark + String.join("", rows) + last);
  }

  @Provide
  Arbitrary<String> charsets() {
    return Arbitraries.of("UTF-8", "windows-1251", "IBM866");
  }

  @Provide
  Arbitrary<Character> delimiters() {
    return Arbitraries.of(';', ',', '\t', '|');
  }

  @Test
  void recordsLongerThanAnyBufferAreRead() throws IOException {
    var format = new CsvFormat("UTF-8", ';', NumberStyle.ANY, Set.of());
    String text = "a;b\n" + "x".repeat(2_000) + ";\"y\"\"\n" + "z".repeat(3_000) + "\"\nc;d\r\re;f";

    assertThat(ofBytes(text.getBytes(format.charset()), format, 16))
        .isEqualTo(ofReader(text.getBytes(format.charset()), format))
        .hasSize(4);
  }

  @Test
  void charsetsInWhichBytesOfLettersLookLikeAsciiAreNotRead() {
    assertThat(ByteRecords.canRead(new CsvFormat("UTF-16LE", ';', NumberStyle.ANY, Set.of())))
        .isFalse();
    assertThat(ByteRecords.canRead(new CsvFormat("Shift_JIS", ';', NumberStyle.ANY, Set.of())))
        .isFalse();
    assertThat(ByteRecords.canRead(new CsvFormat("IBM037", ';', NumberStyle.ANY, Set.of())))
        .isFalse();
    assertThat(ByteRecords.canRead(new CsvFormat("KOI8-R", '§', NumberStyle.ANY, Set.of())))
        .isFalse();
    assertThat(ByteRecords.canRead(new CsvFormat("KOI8-R", ';', NumberStyle.ANY, Set.of())))
        .isTrue();
  }

  private static List<Read> ofBytes(byte[] bytes, CsvFormat format, int bufferBytes)
      throws IOException {
    List<Read> read = new ArrayList<>();
    try (var records =
        new ByteRecords(new ByteArrayInputStream(bytes), format, FIRST_LINE, true, bufferBytes)) {
      while (records.next()) {
        FieldBuffer fields = records.fields();
        read.add(new Read(records.line(), fields.line(), fields.texts(), fields.multiLine()));
      }
    } catch (CsvParseException e) {
      read.add(new Read(0, 0, List.of("no CSV"), 0));
    }
    return read;
  }

  private static List<Read> ofReader(byte[] bytes, CsvFormat format) throws IOException {
    List<Read> read = new ArrayList<>();
    InputStream marked =
        BOMInputStream.builder().setInputStream(new ByteArrayInputStream(bytes)).get();
    var fields = new FieldBuffer();
    try (CloseableIterator<FieldBuffer> records =
        FilePart.csv(fields, format, new InputStreamReader(marked, format.charset()))) {
      while (records.hasNext()) {
        records.next();
        read.add(
            new Read(
                FIRST_LINE + fields.line() - 1, fields.line(), fields.texts(), fields.multiLine()));
      }
    } catch (CsvParseException e) {
      read.add(new Read(0, 0, List.of("no CSV"), 0));
    }
    return read;
  }
}
