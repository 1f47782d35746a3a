package io.levelfield.model.identify;

import java.util.Locale;

/**
 * A class that a school may belong to; a school may bear several. Its words are {@code label.CODE}
 * of the bundles, and for a verdict {@code column.flag_COLUMN}.
 */
public enum Label {
  /** School with low results (ШНОР). */
  LOW_RESULT(Kind.VERDICT),
  /** School whose results are low in most of the newest years (стабильно низкие). */
  STABLY_LOW_RESULT(Kind.VERDICT),
  /** School in unfavourable social conditions (ШФНСУ). */
  UNFAVOURABLE_CONTEXT(Kind.VERDICT),
  /** School with stably high results. */
  HIGH_RESULT(Kind.VERDICT),
  /** School whose results are good in spite of unfavourable conditions. */
  RESILIENT(Kind.VERDICT),
  /** School in crisis. */
  CRISIS(Kind.VERDICT),
  DEPRIVED_RURAL(Kind.TYPE),
  DEPRIVED_URBAN(Kind.TYPE),
  /** School without parallel classes (малокомплектная). */
  SMALL(Kind.TYPE),
  HARD_TO_REACH(Kind.TYPE),
  HIGH_DEVIANCE(Kind.TYPE),
  MULTICULTURAL(Kind.TYPE);

  /** What a label tells. */
  public enum Kind {
    /** A verdict on results or conditions; the table of schools has a column for it. */
    VERDICT,
    /** One of the programme's types of schools; the table of schools lists a school's types. */
    TYPE
  }

  private final Kind kind;

  Label(Kind kind) {
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** Code for dashboards, e.g. {@code low-result}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Name of the label's column and of its settings, e.g. {@code low_result}. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
