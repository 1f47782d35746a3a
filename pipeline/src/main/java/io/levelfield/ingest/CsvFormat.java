package io.levelfield.ingest;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.Set;

/**
 * How one file is written, everything decided.
 *
 * @param charsetName name of the character set
 * @param delimiter between fields
 * @param decimal the decimal mark the study names; {@link #EITHER} when it names none
 * @param missing cell texts that mean 'no value', beside an empty cell
 */
record CsvFormat(String charsetName, char delimiter, char decimal, Set<String> missing)
    implements Serializable {

  /** Stands for a decimal mark that may be a point or a comma. */
  static final char EITHER = 0;

  CsvFormat {
    missing = Set.copyOf(missing);
  }

  Charset charset() {
    return Charset.forName(charsetName);
  }

  /** For the manifest, e.g. {@code windows-1251 ';' decimal ','}. */
  String describe() {
    String delimiterName = delimiter == '\t' ? "tab" : "'" + delimiter + "'";
    return charsetName
        + " "
        + delimiterName
        + (decimal == EITHER ? "" : " decimal '" + decimal + "'");
  }
}
