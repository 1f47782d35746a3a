package io.levelfield.model.input;

/**
 * Where a row of an input ended: every row read ends in exactly one account. Where a row holds
 * several results, the first account here that any of them ended in is the row's.
 */
public enum RowAccount {
  /** It says something of a school. */
  COUNTED,
  /** It cannot be read, or contradicts another row. */
  REJECTED,
  /** It speaks of a school that the register, or the results, do not know. */
  UNKNOWN_SCHOOL,
  /** It speaks of no school but of several together. */
  TOTAL,
  /** It says what another row says. */
  REPEATED,
  /** It says nothing: nobody took the examination, or no figure is given. */
  NOT_TAKEN,
  /** The study's {@code where} does not take it. */
  LEFT_OUT
}
