package io.levelfield.disclosure;

import io.levelfield.study.PublicSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the counts below the minimum of a measure are shown: each exactly or only within bounds, so
 * that none within bounds can be told from the total of all of them.
 *
 * <p>A count within bounds has at least {@code hide_below} values, and each of them must go with
 * some values of the others that sum to what the total leaves for them. Where that fails, one exact
 * count is hidden too: the one with the most values by all else that is shown, a choice that tells
 * nothing of the count. Where that does not suffice, or there is none, the total is hidden.
 */
final class BelowCounts {
  /** Steps of bounds of shares: 5 per cent. */
  private static final long STEPS = 20;

  /** How a count is shown. */
  enum Shown {
    EXACT,
    /** Below {@code hide_below}, 0 included. */
    FEW,
    /** All participants but fewer than {@code hide_below}. */
    MANY,
    /** Hidden to protect the others. */
    COMPLEMENTARY
  }

  /**
   * A count.
   *
   * @param box what everyone knows of it where it is hidden
   */
  record Count(ShownRow row, Shown shown, Box box) {
    private long value() {
      return row.figures().below().getAsLong();
    }
  }

  private final PublicSettings settings;
  private final List<Count> counts = new ArrayList<>();
  private final boolean totalShown;

  private BelowCounts(List<ShownRow> rows, boolean totalKnown, PublicSettings settings) {
    this.settings = settings;
    rows.forEach(row -> counts.add(count(row)));
    if (totalKnown && !isSafe()) {
      complement().ifPresent(this::hide);
    }
    totalShown = totalKnown && isSafe();
    if (!totalShown) { // nothing is left to protect
      counts.replaceAll(
          own -> own.shown == Shown.COMPLEMENTARY ? new Count(own.row, Shown.EXACT, own.box) : own);
    }
  }

  /**
   * Decides on counts and their total.
   *
   * @param rows all rows that sum to the total, with what their shown means tell
   */
  static BelowCounts withTotal(List<ShownRow> rows, PublicSettings settings) {
    return new BelowCounts(rows, true, settings);
  }

  /** Decides on counts of which others are unknown, so that nobody can subtract them. */
  static BelowCounts withoutTotal(List<ShownRow> rows, PublicSettings settings) {
    return new BelowCounts(rows, false, settings);
  }

  /** How a row's count is shown. */
  static Shown shown(Figures figures, PublicSettings settings) {
    long below = figures.below().orElseThrow();
    if (below < settings.hideBelow()) {
      return Shown.FEW;
    }
    return figures.participants() - below < settings.hideBelow() ? Shown.MANY : Shown.EXACT;
  }

  /**
   * Bound of a share that is said of a count below {@code hide_below}: the highest it may be, up to
   * the next twentieth, so that it depends on the participants alone.
   */
  static double bound(long participants, PublicSettings settings) {
    long steps = (STEPS * (settings.hideBelow() - 1) + participants - 1) / participants;
    return (double) steps / STEPS;
  }

  private Count count(ShownRow row) {
    long participants = row.figures().participants();
    Shown shown = shown(row.figures(), settings);
    return new Count(
        row,
        shown,
        switch (shown) {
          case FEW -> new Box(0, settings.hideBelow() - 1);
          case MANY -> new Box(participants - settings.hideBelow() + 1, participants);
          case EXACT, COMPLEMENTARY -> row.exactBelow(settings);
        });
  }

  /** The exact count to hide: the one with the most values by what else is shown. */
  private Optional<Count> complement() {
    return counts.stream()
        .filter(count -> count.shown == Shown.EXACT)
        .min(
            Comparator.comparingLong((Count count) -> count.box.least() - count.box.most())
                .thenComparing(count -> count.row.figures().who()));
  }

  private void hide(Count count) {
    counts.replaceAll(
        own -> own.equals(count) ? new Count(own.row, Shown.COMPLEMENTARY, own.box) : own);
  }

  /** Whether every hidden count keeps enough values beside the total. */
  private boolean isSafe() {
    List<Count> hidden = counts.stream().filter(count -> count.shown != Shown.EXACT).toList();
    long rest = hidden.stream().mapToLong(Count::value).sum();
    return Box.fewestValues(hidden.stream().map(Count::box).toList(), rest) >= settings.hideBelow();
  }

  List<Count> counts() {
    return List.copyOf(counts);
  }

  /** Whether anything may be said of the total. */
  boolean totalShown() {
    return totalShown;
  }
}
