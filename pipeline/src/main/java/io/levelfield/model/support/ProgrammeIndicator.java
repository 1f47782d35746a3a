package io.levelfield.model.support;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Indicators of the programme, in its order. Their words are {@code indicator.NUMBER} of the
 * bundles; what they are computed from stands in docs/methods.md.
 */
public enum ProgrammeIndicator {
  CENTRE("1", Kind.FACT, Direction.HIGHER),
  PROGRAMMES("2", Kind.SHARE, Direction.HIGHER),
  ANALYSED("3", Kind.SHARE, Direction.HIGHER),
  STABLY_LOW("4.1", Kind.SHARE, Direction.LOWER),
  UNFAVOURABLE("4.2", Kind.SHARE, Direction.LOWER),
  STABLY_HIGH("4.3", Kind.SHARE, Direction.HIGHER),
  QUALITY_MANAGEMENT("5", Kind.SHARE, Direction.HIGHER),
  BEST_RESULT("6", Kind.SHARE, Direction.HIGHER),
  EFFECTIVE("7", Kind.SHARE, Direction.HIGHER),
  NETWORK("8", Kind.SHARE, Direction.HIGHER),
  TRAINED("9", Kind.SHARE, Direction.HIGHER),
  GREW("10", Kind.SHARE, Direction.HIGHER),
  ASSOCIATION("11", Kind.FACT, Direction.HIGHER),
  IN_ASSOCIATION("12", Kind.SHARE, Direction.HIGHER),
  CONTESTS("13", Kind.SHARE, Direction.HIGHER),
  SUPPLEMENTARY("14", Kind.SHARE, Direction.HIGHER),
  RISK_GROUP("15", Kind.SHARE, Direction.LOWER);

  /** What its value is. */
  public enum Kind {
    /** 1 or 0. */
    FACT,
    /** From 0 to 1. */
    SHARE
  }

  /** Which way it is meant to go. */
  public enum Direction {
    HIGHER,
    LOWER
  }

  /**
   * Those that rest on results and answers, which scatter; the others count documents and people.
   */
  private static final Set<ProgrammeIndicator> SCATTER =
      Collections.unmodifiableSet(
          EnumSet.of(
              STABLY_LOW, UNFAVOURABLE, STABLY_HIGH, BEST_RESULT, EFFECTIVE, GREW, SUPPLEMENTARY));

  private final String number;
  private final Kind kind;
  private final Direction direction;

  ProgrammeIndicator(String number, Kind kind, Direction direction) {
    this.number = number;
    this.kind = kind;
    this.direction = direction;
  }

  /** Its number in the programme. */
  public String number() {
    return number;
  }

  public Kind kind() {
    return kind;
  }

  /** Whether chance may have kept it from its target. */
  public boolean scatters() {
    return SCATTER.contains(this);
  }

  public Direction direction() {
    return direction;
  }
}
