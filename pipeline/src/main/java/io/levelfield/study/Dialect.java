package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.text.Message;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** How a file is written; what is absent is recognised from the file. */
public record Dialect(
    @JsonPropertyDescription("Character set, e.g. utf-8 or windows-1251.") Optional<String> charset,
    @JsonPropertyDescription("Field delimiter: ',' ';' or a tab.") Optional<String> delimiter,
    @JsonPropertyDescription("Decimal mark: '.' or ','.") Optional<String> decimal,
    @JsonPropertyDescription("Mark between thousands: '.' or ','; blanks are read as such anyway.")
        Optional<String> thousands,
    @JsonPropertyDescription(
            "Cell texts that mean 'no value', beside an empty cell and NA, N/A, н/д, н/я, нет данных,"
                + " dashes and errors of Excel (#Н/Д).")
        List<String> missingValues,
    @JsonPropertyDescription(
            "Line the header stands on; by default the first of 20 that holds the mapped columns.")
        OptionalInt headerLine,
    @JsonPropertyDescription(
            "Sheet of a workbook (.xlsx) by name or number; by default the one with the mapped"
                + " columns.")
        Optional<String> sheet,
    @JsonPropertyDescription(
            "Times its own size to which an archive or workbook may unpack; 64 MB are read in any"
                + " case (default 200).")
        Integer unpackRatio,
    @JsonPropertyDescription(
            "Megabytes to which an archive or workbook may unpack (default 65536).")
        Integer unpackMegabytes) {

  private static final int DEFAULT_UNPACK_RATIO = 200;
  private static final int DEFAULT_UNPACK_MEGABYTES = 1 << 16;

  private static final List<String> ALWAYS_MISSING =
      List.of(
          "NA",
          "N/A",
          "н/д",
          "н/я",
          "нет данных",
          "-",
          "–",
          "—",
          "#Н/Д",
          "#ДЕЛ/0!",
          "#ЗНАЧ!",
          "#ССЫЛКА!",
          "#N/A",
          "#DIV/0!",
          "#VALUE!",
          "#REF!");

  public Dialect {
    missingValues =
        Stream.concat(
                ALWAYS_MISSING.stream(),
                Optional.ofNullable(missingValues).stream().flatMap(List::stream))
            .distinct()
            .toList();
    unpackRatio = SettingChecks.atLeast("unpack_ratio", 1, unpackRatio, DEFAULT_UNPACK_RATIO);
    unpackMegabytes =
        SettingChecks.atLeast("unpack_megabytes", 1, unpackMegabytes, DEFAULT_UNPACK_MEGABYTES);
    charset.ifPresent(
        name -> {
          if (!isCharset(name)) {
            throw new StudyProblem("charset", Message.of("study.unknown-charset", name));
          }
        });
    delimiter = delimiter.map(d -> d.equals("\\t") || d.equals("tab") ? "\t" : d);
    delimiter.ifPresent(
        d -> {
          if (!d.matches("[\\p{ASCII}&&[^\"\r\n]]")) {
            throw new StudyProblem("delimiter", Message.of("study.delimiter", d));
          }
        });
    thousands.ifPresent(
        t -> {
          if (!t.equals(".") && !t.equals(",")) {
            throw new StudyProblem("thousands", Message.of("study.decimal", t));
          }
          if (decimal.isPresent() && decimal.get().equals(t)) {
            throw new StudyProblem("thousands", Message.of("study.one-mark", t));
          }
        });
    decimal.ifPresent(
        d -> {
          if (!d.equals(".") && !d.equals(",")) {
            throw new StudyProblem("decimal", Message.of("study.decimal", d));
          }
        });
    headerLine.ifPresent(
        line -> {
          if (line < 1) {
            throw new StudyProblem("header_line", Message.of("study.header-line"));
          }
        });
  }

  private static boolean isCharset(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }

  /** Everything recognised from the file. */
  public static Dialect sniffed() {
    return new Dialect(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        null,
        OptionalInt.empty(),
        Optional.empty(),
        null,
        null);
  }
}
