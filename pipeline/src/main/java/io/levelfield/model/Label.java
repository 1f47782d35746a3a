package io.levelfield.model;

import java.util.Locale;

/** A class that a school may belong to; a school may bear several. */
public enum Label {
  /** School with low results (ШНОР). */
  LOW_RESULT,
  /** School whose results are low in most of the newest years (стабильно низкие). */
  STABLY_LOW_RESULT,
  /** School in unfavourable social conditions (ШФНСУ). */
  UNFAVOURABLE_CONTEXT,
  /** School with stably high results. */
  HIGH_RESULT,
  /** School whose results are good in spite of unfavourable conditions. */
  RESILIENT,
  /** School in crisis. */
  CRISIS,
  DEPRIVED_RURAL,
  DEPRIVED_URBAN,
  /** School without parallel classes (малокомплектная). */
  SMALL,
  HARD_TO_REACH,
  HIGH_DEVIANCE,
  MULTICULTURAL;

  /** Code for dashboards, e.g. {@code low-result}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether this is one of the programme's types of schools rather than a verdict on results. */
  public boolean isType() {
    return compareTo(DEPRIVED_RURAL) >= 0;
  }
}
