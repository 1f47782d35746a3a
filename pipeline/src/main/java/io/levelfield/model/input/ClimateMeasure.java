package io.levelfield.model.input;

import java.util.Locale;

/** What is asked of pupils beside examinations. */
public enum ClimateMeasure {
  /** Score of a questionnaire, the higher the more anxious. */
  ANXIETY(Kind.SCORE, false),
  /** Score of a questionnaire, the higher the more motivated. */
  MOTIVATION(Kind.SCORE, true),
  /** Lessons missed in the year. */
  MISSED_LESSONS(Kind.SCORE, false),
  /** In supplementary education, however many courses. */
  SUPPLEMENTARY(Kind.YES_NO, true),
  /** Progress in personal spheres: emotional, cognitive, self-regulation. */
  PERSONAL_PROGRESS(Kind.YES_NO, true),
  /** Plans an educational path of their own. */
  TRAJECTORY(Kind.YES_NO, true);

  /** What an answer is. */
  public enum Kind {
    SCORE,
    YES_NO
  }

  private final Kind kind;
  private final boolean favourable;

  ClimateMeasure(Kind kind, boolean favourable) {
    this.kind = kind;
    this.favourable = favourable;
  }

  /** Name of its column in inputs, e.g. {@code missed_lessons}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Kind kind() {
    return kind;
  }

  /** Whether more of it is better. */
  public boolean isFavourable() {
    return favourable;
  }
}
