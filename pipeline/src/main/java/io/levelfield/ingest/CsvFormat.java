package io.levelfield.ingest;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.Set;

/**
 * How one file is written, everything decided.
 *
 * @param charsetName name of the character set
 * @param delimiter between fields
 * @param numbers how numbers are written, as far as the study says
 * @param missing cell texts that mean 'no value', beside an empty cell
 */
record CsvFormat(String charsetName, char delimiter, NumberStyle numbers, Set<String> missing)
    implements Serializable {

  CsvFormat {
    missing = Set.copyOf(missing);
  }

  Charset charset() {
    return Charset.forName(charsetName);
  }

  /** For the manifest and for people of any language, e.g. {@code windows-1251 ';' 1,5}. */
  String describe() {
    String delimiterName = delimiter == '\t' ? "'\\t'" : "'" + delimiter + "'";
    char decimal = numbers.decimal();
    return charsetName
        + " "
        + delimiterName
        + (decimal == NumberStyle.EITHER ? "" : " 1" + decimal + "5");
  }
}
