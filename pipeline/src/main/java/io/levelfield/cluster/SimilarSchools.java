package io.levelfield.cluster;

import io.levelfield.model.cluster.FeatureMatrix;
import io.levelfield.model.cluster.Neighbourhood;
import io.levelfield.model.cluster.Neighbourhood.Comparison;
import io.levelfield.model.cluster.Neighbourhood.Neighbour;
import io.levelfield.model.cluster.Neighbourhoods;
import io.levelfield.model.input.School;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.outcome.AdjustedOutcomes;
import io.levelfield.model.outcome.Outcomes;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.outcome.ShrunkenResult;
import io.levelfield.model.text.Message;
import io.levelfield.stats.NearestPoints;
import io.levelfield.stats.NearestPoints.Near;
import io.levelfield.stats.NormalTail;
import io.levelfield.stats.StudentQuantile;
import io.levelfield.study.SimilarSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * Schools most like a school in their circumstances, and what their results let one expect of it.
 * Nearest neighbours, not groups: a school at a group's edge would be compared unfairly (Victoria
 * gave up its groups of like schools for this reason).
 */
public final class SimilarSchools {
  private final SimilarSettings settings;
  private final double confidence;
  private final Map<String, SchoolResult> results = new HashMap<>();
  private final Map<String, Double> errors = new HashMap<>();

  private SimilarSchools(SimilarSettings settings, double confidence) {
    this.settings = settings;
    this.confidence = confidence;
  }

  /**
   * The stage: similar schools of every school, by what the study compares and some school has.
   *
   * @param confidence of the comparison's interval
   */
  public static Neighbourhoods of(
      StudyData data,
      Outcomes outcomes,
      AdjustedOutcomes adjusted,
      SchoolFeatures features,
      SimilarSettings settings,
      double confidence) {
    List<String> keys = settings.features().stream().filter(features::has).toList();
    if (keys.stream().allMatch(SimilarSettings.SIZE::equals)) {
      return new Neighbourhoods(List.of(), List.of(Message.of("similar.not-sought")));
    }
    List<Message> notes = new ArrayList<>();
    settings.features().stream()
        .filter(key -> !keys.contains(key))
        .forEach(key -> notes.add(Message.of("similar.without-feature", key)));
    List<Neighbourhood> found =
        of(
            data.schools(),
            features.of(keys),
            outcomes.results(),
            adjusted.shrunken(),
            settings,
            confidence);
    long withheld =
        found.stream()
            .flatMap(own -> own.comparison().stream())
            .filter(comparison -> comparison.low().isEmpty())
            .count();
    if (withheld > 0) {
      notes.add(Message.of("similar.no-own-error", withheld));
    }
    return new Neighbourhoods(found, notes);
  }

  /**
   * The same neighbours beside other results: who is like whom does not hang on them.
   *
   * @param found similar schools of the study
   */
  public static Neighbourhoods again(
      Neighbourhoods found,
      Outcomes outcomes,
      AdjustedOutcomes adjusted,
      SimilarSettings settings,
      double confidence) {
    var similar = new SimilarSchools(settings, confidence);
    similar.learn(outcomes.results(), adjusted.shrunken());
    return new Neighbourhoods(
        found.schools().stream()
            .map(
                own ->
                    new Neighbourhood(
                        own.schoolId(),
                        own.neighbours(),
                        similar.comparison(own.schoolId(), own.neighbours())))
            .toList(),
        List.of());
  }

  /**
   * Finds them.
   *
   * @param schools ordered by id; each gets a neighbourhood, be it empty
   * @param features of the schools that have all of them
   * @param results pooled
   * @param shrunken for the standard errors of results, where known
   * @param confidence of the comparison's interval
   */
  public static List<Neighbourhood> of(
      List<School> schools,
      FeatureMatrix features,
      List<SchoolResult> results,
      List<ShrunkenResult> shrunken,
      SimilarSettings settings,
      double confidence) {
    var similar = new SimilarSchools(settings, confidence);
    similar.learn(results, shrunken);
    return similar.neighbourhoods(schools, features);
  }

  private void learn(List<SchoolResult> pooled, List<ShrunkenResult> shrunken) {
    pooled.stream()
        .filter(result -> result.result().isPresent())
        .forEach(result -> results.put(result.schoolId(), result));
    shrunken.forEach(s -> ownError(s).ifPresent(error -> errors.put(s.schoolId(), error)));
  }

  /**
   * Of the school's own result. λ times its variance is that of the shrunken result, to which the
   * error of what is expected comes; the interval of the adjusted result rests on both as well, and
   * tells it where schools are taken not to differ (λ = 0). Of the two the lower is nearer.
   */
  private OptionalDouble ownError(ShrunkenResult shrunken) {
    double reliability = shrunken.result().reliability();
    double reach = NormalTail.quantile((1 + confidence) / 2);
    return DoubleStream.concat(
            reliability > 0
                ? DoubleStream.of(shrunken.result().se() / Math.sqrt(reliability))
                : DoubleStream.empty(),
            shrunken.adjusted().stream().mapToDouble(a -> (a.high() - a.low()) / 2 / reach))
        .filter(error -> error > 0)
        .min();
  }

  private List<Neighbourhood> neighbourhoods(List<School> schools, FeatureMatrix features) {
    List<String> ids = features.schoolIds();
    Map<String, String> settlements = new HashMap<>();
    schools.forEach(school -> settlements.put(school.id(), school.settlement()));
    List<List<Near>> nearest =
        new NearestPoints(
                SchoolSpace.of(features.values(), settings.metric()),
                kinds(ids, settlements),
                settings.settlementPenalty(),
                settings.neighbours(),
                settings.caliper())
            .all();
    Map<String, List<Neighbour>> neighbours = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      String own = ids.get(i);
      neighbours.put(
          own,
          nearest.get(i).stream()
              .map(near -> neighbour(own, ids.get(near.index()), near.distance()))
              .toList());
    }
    return schools.stream()
        .map(
            school -> {
              List<Neighbour> own = neighbours.getOrDefault(school.id(), List.of());
              return new Neighbourhood(school.id(), own, comparison(school.id(), own));
            })
        .toList();
  }

  private static int[] kinds(List<String> ids, Map<String, String> settlements) {
    Map<String, Integer> numbers = new TreeMap<>();
    return ids.stream()
        .map(id -> settlements.getOrDefault(id, ""))
        .mapToInt(kind -> kind.isEmpty() ? -1 : numbers.computeIfAbsent(kind, k -> numbers.size()))
        .toArray();
  }

  private Neighbour neighbour(String own, String other, double distance) {
    return new Neighbour(
        other,
        distance,
        results.containsKey(own) && results.containsKey(other)
            ? Optional.of(result(own) - result(other))
            : Optional.empty());
  }

  private double result(String school) {
    return results.get(school).result().orElseThrow();
  }

  /**
   * The school beside the mean of its neighbours, weighted by participants where all are known. Its
   * interval has the scatter of neighbours and the error of the school's own result; where that is
   * unknown it is withheld, since without it an interval would be far too narrow.
   */
  private Optional<Comparison> comparison(String own, List<Neighbour> neighbours) {
    List<String> others = new ArrayList<>();
    neighbours.stream().map(Neighbour::schoolId).filter(results::containsKey).forEach(others::add);
    if (!results.containsKey(own) || others.size() < settings.least()) {
      return Optional.empty();
    }
    boolean weighted = others.stream().allMatch(o -> results.get(o).participants().isPresent());
    double weights = 0;
    double squaredWeights = 0;
    double sum = 0;
    for (String other : others) {
      double weight = weighted ? results.get(other).participants().orElseThrow() : 1;
      weights += weight;
      squaredWeights += weight * weight;
      sum += weight * result(other);
    }
    double expected = sum / weights;
    double scatter = 0;
    for (String other : others) {
      scatter += Math.pow(result(other) - expected, 2);
    }
    int degrees = others.size() - 1;
    double variance = degrees == 0 ? 0 : scatter / degrees * squaredWeights / (weights * weights);
    double difference = result(own) - expected;
    if (!errors.containsKey(own)) {
      return Optional.of(
          new Comparison(expected, difference, OptionalDouble.empty(), OptionalDouble.empty()));
    }
    double error = Math.hypot(Math.sqrt(variance), errors.get(own));
    double reach = StudentQuantile.twoSided(confidence, Math.max(1, degrees)) * error;
    return Optional.of(
        new Comparison(expected, difference, difference - reach, difference + reach));
  }
}
