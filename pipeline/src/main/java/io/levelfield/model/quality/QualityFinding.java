package io.levelfield.model.quality;

import io.levelfield.model.text.LocalText;
import java.util.List;

/**
 * Something in the inputs that a school should be asked about.
 *
 * @param table input it was found in: {@code context}, {@code forms} or {@code results}
 * @param schoolId the school; {@link #SEVERAL} where the question is of an examination or an
 *     indicator as a whole
 * @param year the newest year it concerns
 * @param column indicator or examination it was found in, {@link #SEVERAL} where it concerns
 *     several
 * @param rule code of the rule that found it, e.g. {@code copied-from-last-year}
 * @param value what was found, as text
 * @param severity how far the numbers may be relied on
 * @param facts numbers, texts and {@link LocalText}s that the question to the school is put with
 */
public record QualityFinding(
    String table,
    String schoolId,
    int year,
    String column,
    String rule,
    String value,
    Severity severity,
    List<Object> facts) {

  /** Column or school of a finding that concerns several. */
  public static final String SEVERAL = "*";

  /** How much a finding weighs. */
  public enum Severity {
    /** Worth a question. */
    NOTE,
    /** Probably wrong. */
    DOUBTFUL,
    /** Cannot be right. */
    IMPOSSIBLE
  }

  public QualityFinding {
    facts = List.copyOf(facts);
  }
}
