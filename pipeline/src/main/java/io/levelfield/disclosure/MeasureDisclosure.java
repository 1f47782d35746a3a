package io.levelfield.disclosure;

import io.levelfield.disclosure.BelowCounts.Count;
import io.levelfield.disclosure.BelowCounts.Shown;
import io.levelfield.model.disclosure.PublicMeasure;
import io.levelfield.model.disclosure.PublicRow;
import io.levelfield.model.disclosure.PublicRow.Figure;
import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.study.PublicSettings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What may be shown of one measure: of its schools, of the small ones together, and of all. */
final class MeasureDisclosure {
  private final Measure measure;
  private final List<ResultTally> tallies;
  private final PublicSettings settings;
  private final Optional<OccurredScores> scale;
  private final Pooling pooling;

  private MeasureDisclosure(
      Measure measure,
      List<ResultTally> tallies,
      Optional<Double> minimum,
      PublicSettings settings) {
    this.measure = measure;
    this.tallies = tallies;
    this.settings = settings;
    scale = OccurredScores.of(tallies, minimum);
    pooling =
        Pooling.of(
            tallies.stream()
                .filter(tally -> tally.participants().isPresent())
                .map(Figures::of)
                .toList(),
            settings);
  }

  /**
   * Decides on a measure.
   *
   * @param tallies of its schools
   * @param minimum lowest score that is not below the minimum, where it is known
   */
  static PublicMeasure of(
      Measure measure,
      List<ResultTally> tallies,
      Optional<Double> minimum,
      PublicSettings settings) {
    return new MeasureDisclosure(measure, tallies, minimum, settings).decided();
  }

  private PublicMeasure decided() {
    Map<String, PublicRow> schools = new TreeMap<>();
    tallies.forEach(t -> schools.put(t.schoolId(), PublicRow.hidden(t.schoolId(), 1, known(t))));
    List<PublicRow> together = new ArrayList<>();
    if (pooling.enough()) {
      List<ShownRow> rows =
          Stream.concat(pooling.shown().stream(), pooling.others().stream())
              .map(figures -> ShownRow.of(figures, scale, settings))
              .toList();
      Optional<BelowCounts> counts = counts(rows);
      List<PublicRow> shown = rows.stream().map(row -> row(row, counts)).toList();
      for (PublicRow row : shown) {
        if (row.who().equals(PublicRow.OTHERS)) {
          together.add(row);
        } else {
          schools.put(row.who(), row);
        }
      }
      together.add(all(rows, shown, counts));
    } else {
      Set<Figure> known = EnumSet.noneOf(Figure.class);
      tallies.forEach(tally -> known.addAll(known(tally)));
      together.add(PublicRow.hidden(PublicRow.ALL, tallies.size(), known));
    }
    return new PublicMeasure(
        measure, Stream.concat(schools.values().stream(), together.stream()).toList());
  }

  private static Set<Figure> known(ResultTally tally) {
    Set<Figure> known = EnumSet.noneOf(Figure.class);
    if (tally.participants().isPresent()) {
      known.add(Figure.PARTICIPANTS);
    }
    if (tally.belowMinimum().isPresent()) {
      known.add(Figure.BELOW_MINIMUM);
    }
    if (tally.mean().isPresent()) {
      known.add(Figure.MEAN);
    }
    return known;
  }

  private boolean participantsKnown() {
    return tallies.stream().allMatch(tally -> tally.participants().isPresent());
  }

  /** How counts below the minimum are shown; empty where there are none. */
  private Optional<BelowCounts> counts(List<ShownRow> rows) {
    List<ShownRow> known = rows.stream().filter(row -> row.figures().below().isPresent()).toList();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        participantsKnown() && known.size() == rows.size()
            ? BelowCounts.withTotal(known, settings)
            : BelowCounts.withoutTotal(known, settings));
  }

  private PublicRow row(ShownRow row, Optional<BelowCounts> counts) {
    Optional<Shown> shown =
        counts.stream()
            .flatMap(own -> own.counts().stream())
            .filter(count -> count.row().equals(row))
            .map(Count::shown)
            .findFirst();
    // What the mean of a complementary row tells to those who know the scale must be known here.
    boolean meanShown =
        shown.isEmpty() || shown.get() != Shown.COMPLEMENTARY || row.isToldByScale();
    return row(row.figures(), shown, meanShown ? row.mean() : OptionalDouble.empty());
  }

  /**
   * A row as shown.
   *
   * @param below how its count below the minimum is shown; empty where it has none
   */
  private PublicRow row(Figures figures, Optional<Shown> below, OptionalDouble mean) {
    Set<Figure> hidden = EnumSet.noneOf(Figure.class);
    if (below.isPresent() && below.get() != Shown.EXACT) {
      hidden.add(Figure.BELOW_MINIMUM);
    }
    if (mean.isEmpty() && figures.mean().isPresent()) {
      hidden.add(Figure.MEAN);
    }
    double bound = BelowCounts.bound(figures.participants(), settings);
    boolean few = below.equals(Optional.of(Shown.FEW));
    boolean many = below.equals(Optional.of(Shown.MANY));
    boolean exact = below.equals(Optional.of(Shown.EXACT));
    return new PublicRow(
        figures.who(),
        figures.schools(),
        OptionalLong.of(figures.participants()),
        exact ? figures.below() : OptionalLong.empty(),
        many ? OptionalDouble.of(1 - bound) : OptionalDouble.empty(),
        few ? OptionalDouble.of(bound) : OptionalDouble.empty(),
        mean,
        mean.isPresent() ? OptionalLong.of(figures.participants()) : OptionalLong.empty(),
        hidden);
  }

  /**
   * All schools. Their mean is that of the schools whose mean is shown, so that it tells nothing
   * that those do not.
   */
  private PublicRow all(List<ShownRow> rows, List<PublicRow> shown, Optional<BelowCounts> counts) {
    Figures figures =
        Figures.together(PublicRow.ALL, rows.stream().map(ShownRow::figures).toList());
    OptionalDouble mean = ShownRow.meanOf(shown);
    long meanOf = shown.stream().mapToLong(row -> row.meanOf().orElse(0)).sum();
    if (!participantsKnown()) {
      return new PublicRow(
          PublicRow.ALL,
          tallies.size(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          mean,
          mean.isPresent() ? OptionalLong.of(meanOf) : OptionalLong.empty(),
          Set.of());
    }
    Optional<Shown> below =
        figures.below().isEmpty()
            ? Optional.empty()
            : counts
                .filter(BelowCounts::totalShown)
                .map(own -> BelowCounts.shown(figures, settings))
                .or(() -> Optional.of(Shown.COMPLEMENTARY));
    PublicRow all = row(figures, below, mean);
    return new PublicRow(
        all.who(),
        all.schools(),
        all.participants(),
        all.below(),
        all.shareAtLeast(),
        all.shareAtMost(),
        mean,
        mean.isPresent() ? OptionalLong.of(meanOf) : OptionalLong.empty(),
        all.hidden());
  }
}
