package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/** How a CSV file is written; what is absent is recognised from the file. */
public record Dialect(
    @JsonPropertyDescription("Character set, e.g. utf-8 or windows-1251.") Optional<String> charset,
    @JsonPropertyDescription("Field delimiter: ',' ';' or a tab.") Optional<String> delimiter,
    @JsonPropertyDescription("Decimal mark: '.' or ','.") Optional<String> decimal,
    @JsonPropertyDescription("Cell texts that mean 'no value', beside an empty cell.")
        List<String> missingValues) {

  private static final List<String> DEFAULT_MISSING =
      List.of("NA", "N/A", "н/д", "нет данных", "-", "–", "—");

  public Dialect {
    missingValues = missingValues == null ? DEFAULT_MISSING : List.copyOf(missingValues);
    charset.ifPresent(
        name -> {
          if (!Charset.isSupported(name)) {
            throw new StudyProblem("charset", "unknown character set " + name);
          }
        });
    delimiter = delimiter.map(d -> d.equals("\\t") || d.equals("tab") ? "\t" : d);
    delimiter.ifPresent(
        d -> {
          if (d.length() != 1) {
            throw new StudyProblem("delimiter", "one character is expected, not '" + d + "'");
          }
        });
    decimal.ifPresent(
        d -> {
          if (!d.equals(".") && !d.equals(",")) {
            throw new StudyProblem("decimal", "'.' or ',' is expected, not '" + d + "'");
          }
        });
  }

  /** Everything recognised from the file. */
  public static Dialect sniffed() {
    return new Dialect(Optional.empty(), Optional.empty(), Optional.empty(), null);
  }
}
