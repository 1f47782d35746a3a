package io.levelfield.support;

import io.levelfield.model.context.ContextFindings;
import io.levelfield.model.context.ContextScore;
import io.levelfield.model.context.IndexFindings;
import io.levelfield.model.identify.Identification;
import io.levelfield.model.identify.Label;
import io.levelfield.model.identify.Labels;
import io.levelfield.model.identify.NeedOfHelp;
import io.levelfield.model.input.ConditionScore;
import io.levelfield.model.input.Measure;
import io.levelfield.model.input.PupilLinks;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.School;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.input.SupportData;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.outcome.AdjustedOutcomes;
import io.levelfield.model.outcome.AdjustedResult;
import io.levelfield.model.outcome.MeanEstimate;
import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.model.outcome.Outcomes;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.outcome.ShrunkenResult;
import io.levelfield.model.outcome.YearEstimate;
import io.levelfield.model.quality.Quality;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Schools in need of help and others, as the stages before {@code support} would describe them. */
public final class DistrictInNeed {
  public static final int YEAR = 2024;
  public static final String HERE = "here";

  private final List<School> schools = new ArrayList<>();
  private final List<ContextScore> scores = new ArrayList<>();
  private final List<SchoolResult> results = new ArrayList<>();
  private final List<AdjustedResult> adjusted = new ArrayList<>();
  private final List<ShrunkenResult> shrunken = new ArrayList<>();
  private final List<OutcomeEstimate> estimates = new ArrayList<>();
  private final List<Identification> labels = new ArrayList<>();
  private final List<SchoolResult> yearly = new ArrayList<>();
  private final List<YearEstimate> yearlyTrue = new ArrayList<>();
  private final List<ConditionScore> conditions = new ArrayList<>();
  private final List<NeedOfHelp> help = new ArrayList<>();
  private final Set<TallyKey> unconfirmed = new HashSet<>();

  /** A school so many minutes from its municipality's centre. */
  public DistrictInNeed school(String id, String municipality, double minutes) {
    return school(id, municipality, OptionalDouble.of(minutes), false, Optional.empty());
  }

  /** A school on the map, degrees north and east. */
  public DistrictInNeed at(String id, String municipality, double north, double east) {
    return school(
        id, municipality, OptionalDouble.empty(), false, Optional.of(new double[] {north, east}));
  }

  public DistrictInNeed selective(String id) {
    return school(id, HERE, OptionalDouble.of(10), true, Optional.empty());
  }

  private DistrictInNeed school(
      String id,
      String municipality,
      OptionalDouble minutes,
      boolean selective,
      Optional<double[]> place) {
    schools.add(
        new School(
            id,
            "School " + id,
            municipality,
            "",
            Optional.of(selective),
            OptionalInt.empty(),
            minutes,
            place.map(p -> OptionalDouble.of(p[0])).orElse(OptionalDouble.empty()),
            place.map(p -> OptionalDouble.of(p[1])).orElse(OptionalDouble.empty())));
    return this;
  }

  public DistrictInNeed index(String id, double index) {
    scores.add(new ContextScore(id, YEAR, index, 1, Map.of("equal", index), 1, 0, Map.of()));
    return this;
  }

  /** What is expected of a school, and by how much it is better, with a standard error of 1. */
  public DistrictInNeed result(String id, double expected, double better) {
    double z = expected + better;
    results.add(
        new SchoolResult(
            id, YEAR, YEAR, OptionalLong.of(20), OptionalDouble.of(z), OptionalDouble.of(z)));
    adjusted.add(new AdjustedResult(id, expected, better));
    shrunken.add(
        new ShrunkenResult(
            id,
            new MeanEstimate(z, 1, 1),
            Optional.of(new ShrunkenResult.Adjusted(better - 1, better + 1, better, 1))));
    return this;
  }

  /** A year's result on a scale of its own, which its error of measurement makes unreliable. */
  public DistrictInNeed year(String id, int year, double result, double se, double reliability) {
    yearly.add(
        new SchoolResult(
            id,
            year,
            year,
            OptionalLong.of(20),
            OptionalDouble.of(result),
            OptionalDouble.of(result / 10)));
    yearlyTrue.add(new YearEstimate(id, year, new MeanEstimate(result, se, reliability)));
    return this;
  }

  public DistrictInNeed condition(String id, int year, String condition, double score) {
    conditions.add(new ConditionScore(id, year, condition, score));
    return this;
  }

  public DistrictInNeed subject(String id, String subject, double z) {
    estimates.add(OutcomeEstimate.standardised(tally(id, subject), z, OptionalDouble.of(1), 1));
    return this;
  }

  private static ResultTally tally(String id, String subject) {
    return new ResultTally(
        new TallyKey(id, new Measure(YEAR, "exam", subject, "")),
        OptionalLong.of(20),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        new ScoreHistogram());
  }

  public DistrictInNeed needsHelp(String id, Label label) {
    Identification ground =
        new Identification(
            id,
            label,
            true,
            true,
            OptionalDouble.empty(),
            Optional.empty(),
            false,
            List.of(),
            List.of(),
            OptionalDouble.empty(),
            Optional.empty());
    labels.add(ground);
    help.add(new NeedOfHelp(help.size() + 1, id, List.of(ground), OptionalDouble.empty(), false));
    return this;
  }

  public DistrictInNeed doubted(String id) {
    unconfirmed.add(tally(id, "maths").key());
    return this;
  }

  /** The same schools, everything in another order. */
  public DistrictInNeed shuffled(long seed) {
    for (List<?> list : List.of(schools, scores, results, adjusted, shrunken, estimates, labels)) {
      Collections.shuffle(list, new Random(seed));
    }
    return this;
  }

  public SupportBasis basis() {
    return new SupportBasis(
        new StudyData(
            schools,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Map.of(),
            new SupportData(
                List.of(), List.of(), List.of(), conditions, List.of(), PupilLinks.NONE),
            List.of(),
            List.of(),
            List.of()),
        Map.of(),
        new Outcomes(YEAR, estimates, Set.of(), List.of(), results, yearly, List.of()),
        new ContextFindings(scores, scores, List.of(), IndexFindings.none(), List.of()),
        new AdjustedOutcomes(adjusted, new TreeMap<>(), shrunken, yearlyTrue, List.of(), List.of()),
        new Quality(List.of(), Set.of(), unconfirmed, Set.of(), Map.of(), List.of()),
        new Labels(labels, Map.of(), help, List.of(), List.of(), List.of()),
        List.of(),
        0.9,
        1);
  }
}
