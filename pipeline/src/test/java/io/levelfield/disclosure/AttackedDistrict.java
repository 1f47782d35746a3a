package io.levelfield.disclosure;

import io.levelfield.disclosure.LinearAttack.Bounds;
import io.levelfield.generate.DistrictGenerator;
import io.levelfield.generate.GeneratorOptions;
import io.levelfield.ingest.Ingest;
import io.levelfield.ingest.Workers;
import io.levelfield.model.disclosure.PublicMeasure;
import io.levelfield.model.disclosure.PublicRow;
import io.levelfield.model.disclosure.PublicRow.Figure;
import io.levelfield.model.disclosure.Publication;
import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.StudyData;
import io.levelfield.study.PublicSettings;
import io.levelfield.study.StudyLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * A generated district that publishes its first year and, a year later, both; by then a pupil has
 * been added to some results of the first year. Somebody attacks what is public.
 */
public final class AttackedDistrict {
  private static final PublicSettings SETTINGS = PublicSettings.defaults();

  private AttackedDistrict() {}

  /**
   * What became of it.
   *
   * @param shown counts below the minimum that are public of single schools
   * @param hidden figures of single schools that are hidden
   * @param complementary counts hidden for the sake of others
   * @param narrowest how many values the narrowest hidden count may have
   * @param recovered hidden figures that were told too closely
   */
  public record Outcome(
      int shown, int hidden, int complementary, double narrowest, List<String> recovered) {}

  /** Generates a district of few pupils a school, and attacks it. */
  public static Outcome of(long seed, Path directory) throws IOException {
    int schools = 12 + (int) (seed * 7 % 13);
    long pupils = schools * (20 + seed * 13 % 90);
    DistrictGenerator.generate(
        new GeneratorOptions(schools, 2, pupils, seed, 2017, 0, false, true), directory);
    StudyData data = read(directory);
    return of(data, seed);
  }

  static StudyData read(Path directory) {
    var workers =
        new Workers(
            () -> {
              throw new IllegalStateException("few rows need no Spark");
            },
            false);
    return Ingest.read(
        StudyLoader.load(directory.resolve("study.yaml"), List.of()), directory, workers);
  }

  /** Attacks what a study's data make public, year after year. */
  static Outcome of(StudyData data, long seed) {
    int last = data.tallies().stream().mapToInt(t -> t.measure().year()).max().orElseThrow();
    List<ResultTally> before =
        data.tallies().stream().filter(tally -> tally.measure().year() < last).toList();
    List<ResultTally> after =
        data.tallies().stream()
            .map(tally -> tally.measure().year() < last ? corrected(tally, seed) : tally)
            .toList();
    Publication first = Disclosure.of(with(data, before), List.of(), SETTINGS, Publication.NONE);
    Publication second = Disclosure.of(with(data, after), List.of(), SETTINGS, first);

    List<String> recovered = new ArrayList<>(subtracted(first, second));
    double narrowest = Double.POSITIVE_INFINITY;
    int hidden = 0;
    // What stands of the first year speaks of the data as they were.
    List<Attacked> attacked =
        second.measures().parallelStream()
            .map(own -> Attacked.of(own, data, own.measure().year() < last ? before : after))
            .toList();
    for (Attacked one : attacked) {
      hidden += one.bounds.size();
      narrowest = Math.min(narrowest, one.narrowest());
      recovered.addAll(one.recovered());
    }
    List<PublicRow> rows = second.measures().stream().flatMap(m -> m.rows().stream()).toList();
    return new Outcome(
        (int) rows.stream().filter(row -> row.schools() == 1 && row.below().isPresent()).count(),
        hidden,
        (int) rows.stream().filter(AttackedDistrict::isComplementary).count(),
        narrowest,
        recovered);
  }

  /**
   * A measure that was attacked.
   *
   * @param range from the lowest to the highest score
   */
  private record Attacked(PublicMeasure measure, List<Bounds> bounds, double range) {
    static Attacked of(PublicMeasure measure, StudyData data, List<ResultTally> tallies) {
      List<ResultTally> own =
          tallies.stream().filter(t -> t.measure().equals(measure.measure())).toList();
      Optional<OccurredScores> scale = scale(data, measure.measure(), own);
      Map<String, ResultTally> truth =
          own.stream().collect(Collectors.toMap(ResultTally::schoolId, tally -> tally));
      List<Bounds> bounds =
          LinearAttack.on(
              measure,
              SETTINGS,
              scale,
              who ->
                  truth.containsKey(who)
                      && truth.get(who).participants().getAsLong() < SETTINGS.minimumN());
      bounds.forEach(found -> requireTrue(found, truth));
      return new Attacked(
          measure, bounds, scale.orElseThrow().highest() - scale.orElseThrow().lowest());
    }

    /** Values of the hidden count that was told most closely. */
    double narrowest() {
      return bounds.stream()
          .filter(found -> found.figure() != Figure.MEAN)
          .mapToDouble(found -> found.width() + 1)
          .min()
          .orElse(Double.POSITIVE_INFINITY);
    }

    /** A count with fewer values than it takes; a sum that leaves open less than one pupil may. */
    List<String> recovered() {
      return bounds.stream()
          .filter(
              found ->
                  found.width() + 1e-6
                      < (found.figure() == Figure.MEAN ? range : SETTINGS.hideBelow() - 1))
          .map(found -> measure.measure() + " " + found)
          .toList();
    }
  }

  private static boolean isComplementary(PublicRow row) {
    return row.participants().isPresent()
        && row.hidden().contains(Figure.BELOW_MINIMUM)
        && row.shareAtLeast().isEmpty()
        && row.shareAtMost().isEmpty()
        && !row.who().equals(PublicRow.ALL);
  }

  /** An attack that rules out the truth would prove nothing. */
  private static void requireTrue(Bounds bounds, Map<String, ResultTally> truth) {
    ResultTally tally = truth.get(bounds.who());
    if (tally != null) {
      double value =
          switch (bounds.figure()) {
            case PARTICIPANTS -> tally.participants().getAsLong();
            case BELOW_MINIMUM -> tally.belowMinimum().getAsLong();
            case MEAN -> tally.mean().getAsDouble() * tally.participants().getAsLong();
          };
      if (value < bounds.low() - 1e-3 || value > bounds.high() + 1e-3) {
        throw new IllegalStateException(bounds + " rules out the truth, " + value);
      }
    }
  }

  /** Whatever differs between two publications of one measure could be subtracted. */
  private static List<String> subtracted(Publication first, Publication second) {
    return first.measures().stream()
        .filter(measure -> !second.measures().contains(measure))
        .map(measure -> measure.measure() + " was published otherwise before")
        .toList();
  }

  /** Some schools' results with one pupil more, who failed or who did very well. */
  private static ResultTally corrected(ResultTally tally, long seed) {
    if ((tally.key().hashCode() + seed) % 3 != 0) {
      return tally;
    }
    double score = seed % 2 == 0 ? tally.scores().min() : tally.scores().max();
    ScoreHistogram scores =
        tally.scores().merge(ScoreHistogram.of(new double[] {score}, new int[] {1}));
    boolean failed = seed % 2 == 0 && tally.belowMinimum().orElse(0) > 0;
    return ResultTally.ofPupils(
        tally.key(),
        scores,
        OptionalLong.of(tally.belowMinimum().orElse(0) + (failed ? 1 : 0)),
        tally.top());
  }

  static Optional<OccurredScores> scale(
      StudyData data, Measure measure, List<ResultTally> tallies) {
    return OccurredScores.of(tallies, Optional.ofNullable(data.minimums().get(measure)));
  }

  static StudyData with(StudyData data, List<ResultTally> tallies) {
    return new StudyData(
        data.schools(),
        tallies,
        data.passports(),
        data.counts(),
        data.spreads(),
        data.impossible(),
        data.lost(),
        data.minimums(),
        data.overallSds(),
        data.support(),
        data.rejects(),
        data.files(),
        data.notes());
  }
}
