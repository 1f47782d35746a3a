package io.levelfield.support.segregation;

import io.levelfield.model.SchoolYear;
import io.levelfield.model.input.School;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.support.SegregationIndex;
import io.levelfield.model.text.Message;
import io.levelfield.stats.BinomialDraws;
import io.levelfield.stats.Quantile;
import io.levelfield.stats.RandomStream;
import io.levelfield.stats.Segregation;
import io.levelfield.study.Indicator;
import io.levelfield.study.SegregationSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Segregation of pupils among schools, by year and characteristic. */
public final class PupilSegregation {
  private static final long STREAM = 0x5E6;

  private final SegregationSettings settings;
  private final double confidence;
  private final long seed;

  private PupilSegregation(SegregationSettings settings, double confidence, long seed) {
    this.settings = settings;
    this.confidence = confidence;
    this.seed = seed;
  }

  /**
   * The indices of every year and characteristic with pupils of the kind and others in two schools.
   *
   * @param indexed schools and years with an index of social well-being
   * @param indicators of the social passports by key
   * @param notes told where nothing can be said
   * @return ordered by year and characteristic
   */
  public static List<SegregationIndex> of(
      StudyData data,
      Set<SchoolYear> indexed,
      Map<String, Indicator> indicators,
      SegregationSettings settings,
      double confidence,
      long seed,
      Consumer<Message> notes) {
    var segregation = new PupilSegregation(settings, confidence, seed);
    List<SegregationIndex> found = new ArrayList<>();
    wholes(indicators, settings)
        .forEach(
            (key, whole) ->
                Composition.of(data, indexed, key, indicators.get(key), whole)
                    .forEach((year, own) -> segregation.add(found, year, key, own)));
    if (found.isEmpty()) {
      notes.accept(Message.of("segregation.no-shares"));
    }
    found.sort(
        Comparator.comparingInt(SegregationIndex::year)
            .thenComparing(SegregationIndex::characteristic));
    return found;
  }

  /** Characteristics with the value that stands for all pupils. */
  private static SortedMap<String, Double> wholes(
      Map<String, Indicator> indicators, SegregationSettings settings) {
    SortedMap<String, Double> wholes = new TreeMap<>();
    settings
        .indicators()
        .orElse(List.copyOf(indicators.keySet()))
        .forEach(key -> indicators.get(key).whole().ifPresent(whole -> wholes.put(key, whole)));
    return wholes;
  }

  private void add(List<SegregationIndex> found, int year, String key, Composition composition) {
    List<Composition.OfSchool> schools = composition.schools();
    double[] some = schools.stream().mapToDouble(Composition.OfSchool::of).toArray();
    double[] all = schools.stream().mapToDouble(Composition.OfSchool::pupils).toArray();
    var segregation = new Segregation(some, all);
    long[] sizes = Arrays.stream(all).mapToLong(Math::round).toArray();
    long pupils = Arrays.stream(sizes).sum();
    long ofKind = Math.round(Arrays.stream(some).sum());
    if (schools.size() < 2 || ofKind == 0 || ofKind == pupils) {
      return;
    }
    double duncan = segregation.duncan();
    double[] resampled = resampled(some, all, RandomStream.at(seed, STREAM, key.hashCode(), year));
    double tail = (1 - confidence) / 2;
    found.add(
        new SegregationIndex(
            year,
            key,
            schools.size(),
            pupils,
            composition.counted(),
            segregation.share(),
            duncan,
            segregation.theil(),
            between(schools, segregation, School::settlement),
            between(schools, segregation, School::municipality),
            Segregation.expectedDuncan(ofKind, sizes),
            Math.max(0, 2 * duncan - Quantile.ofSorted(resampled, 1 - tail)),
            Math.min(1, Math.max(0, 2 * duncan - Quantile.ofSorted(resampled, tail)))));
  }

  /**
   * D of resamples in which every school has as many pupils as before, of the kind by chance; in
   * ascending order. Few pupils make D too high, here once more: so the interval reflects them at
   * D.
   */
  private double[] resampled(double[] some, double[] all, RandomStream random) {
    double[][] drawn = new double[settings.resamples()][all.length];
    for (int school = 0; school < all.length; school++) {
      long pupils = Math.round(all[school]);
      double share = some[school] / all[school];
      var draws = new BinomialDraws(random, pupils, share);
      for (double[] resample : drawn) {
        resample[school] = draws.next();
      }
    }
    double[] sizes = Arrays.stream(all).map(Math::round).toArray();
    return Arrays.stream(drawn)
        .map(resample -> new Segregation(resample, sizes))
        .filter(Segregation::isDefined)
        .mapToDouble(Segregation::duncan)
        .sorted()
        .toArray();
  }

  private static OptionalDouble between(
      List<Composition.OfSchool> schools, Segregation segregation, Function<School, String> group) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] groups =
        schools.stream()
            .map(own -> group.apply(own.school()))
            .mapToInt(name -> numbers.computeIfAbsent(name, n -> numbers.size()))
            .toArray();
    return numbers.size() < 2 || numbers.containsKey("")
        ? OptionalDouble.empty()
        : OptionalDouble.of(segregation.theilBetween(groups));
  }
}
