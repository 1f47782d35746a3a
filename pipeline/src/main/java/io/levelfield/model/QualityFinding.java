package io.levelfield.model;

import java.util.List;

/**
 * Something in the inputs that a school should be asked about.
 *
 * @param table input it was found in: {@code context} or {@code results}
 * @param schoolId the school
 * @param year the year it concerns
 * @param column indicator, or examination, it was found in
 * @param rule code of the rule that found it, e.g. {@code copied-from-last-year}
 * @param value what was found, as text
 * @param severity how far the numbers may be relied on
 * @param facts numbers and words the question to the school is put with, in the rule's order
 */
public record QualityFinding(
    String table,
    String schoolId,
    int year,
    String column,
    String rule,
    String value,
    Severity severity,
    List<String> facts) {

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
