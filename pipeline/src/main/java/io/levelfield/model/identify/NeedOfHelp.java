package io.levelfield.model.identify;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A school that needs help, and its place among those that do.
 *
 * @param rank 1 = first to be helped; no two schools share one
 * @param schoolId the school
 * @param grounds the labels that call for help, the gravest first
 * @param result its pooled result, drawn towards the expected where its error is known
 * @param smoothed whether it is
 */
public record NeedOfHelp(
    int rank,
    String schoolId,
    List<Identification> grounds,
    OptionalDouble result,
    boolean smoothed) {

  /** Labels that call for help, the gravest first. */
  public static final List<Label> CALLING =
      List.of(Label.CRISIS, Label.STABLY_LOW_RESULT, Label.LOW_RESULT, Label.UNFAVOURABLE_CONTEXT);

  /** Those of them that the others rest on: a study may be able to tell of one only. */
  public static final List<Label> ROOTS = List.of(Label.LOW_RESULT, Label.UNFAVOURABLE_CONTEXT);

  public NeedOfHelp {
    grounds = List.copyOf(grounds);
  }
}
