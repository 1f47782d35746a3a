package io.levelfield.model.input;

import java.util.Locale;
import java.util.Optional;

/**
 * What is counted of a school's teachers, each as a share of a whole: of all teachers unless said
 * otherwise. The code of a figure is its column in inputs and tables.
 */
public enum StaffFigure {
  /** Teachers whom diagnostics or the authority put into the risk group. */
  RISK_GROUP,
  /** Teachers who took further training. */
  TRAINED,
  /** Teachers of the risk group who did. */
  RISK_GROUP_TRAINED(RISK_GROUP),
  /** Teachers with a test before and after training. */
  TESTED,
  /** Teachers among the tested whose score grew by more than the test's error of measurement. */
  GREW(TESTED),
  /** Teachers who take part in the municipality's association of their subject. */
  ASSOCIATION,
  /** Vacant posts; a share of teachers and vacant posts together. */
  VACANCIES,
  /** Teachers who give pupils psychological and pedagogical support. */
  PSYCHOLOGICAL_SUPPORT,
  /** Teachers who master modern activity-based teaching. */
  TECHNOLOGY_MASTERED,
  /** Teachers who use it in class. */
  TECHNOLOGY_USED;

  private final Optional<StaffFigure> whole;

  StaffFigure() {
    whole = Optional.empty();
  }

  StaffFigure(StaffFigure whole) {
    this.whole = Optional.of(whole);
  }

  /** What it is a part of, where that is another figure. */
  public Optional<StaffFigure> whole() {
    return whole;
  }

  /** Name in inputs and tables, e.g. {@code risk_group}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
