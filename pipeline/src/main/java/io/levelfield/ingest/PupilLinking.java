package io.levelfield.ingest;

import static java.util.stream.Collectors.toMap;

import io.levelfield.model.input.LinkedScores;
import io.levelfield.model.input.Measure;
import io.levelfield.model.input.PupilLinks;
import io.levelfield.model.input.ScorePairs;
import io.levelfield.model.input.TallyKey;
import io.levelfield.study.GrowthSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Links the results of pupils across years. */
final class PupilLinking {
  private final InputLoop loop;
  private final GrowthSettings settings;
  private final Map<Measure, Measure> shownMeasures;
  private final Map<String, String> shownSchools;

  /**
   * @param shownMeasures what is shown of each measure that rows name
   * @param shownSchools what is shown of each school that rows name
   */
  PupilLinking(
      InputLoop loop,
      GrowthSettings settings,
      Map<Measure, Measure> shownMeasures,
      Map<String, String> shownSchools) {
    this.loop = loop;
    this.settings = settings;
    this.shownMeasures = shownMeasures;
    this.shownSchools = shownSchools;
  }

  /**
   * An input whose rows have pupils' codes.
   *
   * @param measures that its rows name
   */
  record Coded(List<CsvFile> files, ResultRows rows, Set<Measure> measures) {}

  /** Links of schools and measures by number. */
  private record Kind(int laterSchool, int laterMeasure, int earlierMeasure, boolean moved) {}

  /** Scores that come one by one. */
  private static final class Scores {
    private double[] earlier = new double[4];
    private double[] later = new double[4];
    private int size;

    void add(double before, double after) {
      if (size == earlier.length) {
        earlier = Arrays.copyOf(earlier, 2 * size);
        later = Arrays.copyOf(later, 2 * size);
      }
      earlier[size] = before;
      later[size++] = after;
    }

    ScorePairs pairs() {
      return ScorePairs.of(Arrays.copyOf(earlier, size), Arrays.copyOf(later, size));
    }
  }

  /** Reads the files again, unless there is nothing to be linked. */
  PupilLinks of(List<Coded> inputs) {
    Set<Measure> shown = new HashSet<>();
    inputs.forEach(input -> input.measures().forEach(raw -> shown.add(shownMeasures.get(raw))));
    var chains = new Chains(shown, settings.acrossProcedures());
    if (!settings.enabled() || chains.isEmpty()) {
      return PupilLinks.NONE;
    }
    List<String> schools = List.copyOf(new TreeSet<>(shownSchools.values()));
    List<CsvFile> files = new ArrayList<>();
    List<PupilLinkFold.Source> sources = new ArrayList<>();
    for (Coded input : inputs) {
      for (int i = 0; i < input.files().size(); i++) {
        files.add(input.files().get(i));
        sources.add(new PupilLinkFold.Source(input.rows(), i));
      }
    }
    var job =
        new PupilLinkFold(
            sources,
            chains,
            numbers(chains.measures(), shownMeasures),
            numbers(schools, shownSchools),
            settings.pupilCodes(),
            CodeKey.random());
    List<Links> groups =
        loop.again(files, job).accumulators().values().stream()
            .map(PupilLinkFold.Group::links)
            .toList();
    return links(groups, schools, chains);
  }

  /** Numbers of those that are listed, by what rows write. */
  private static <T> Map<T, Integer> numbers(List<T> listed, Map<T, T> shown) {
    Map<T, Integer> numbers =
        IntStream.range(0, listed.size()).boxed().collect(toMap(listed::get, Function.identity()));
    Map<T, Integer> written = new HashMap<>();
    shown.forEach(
        (raw, name) -> {
          if (numbers.containsKey(name)) {
            written.put(raw, numbers.get(name));
          }
        });
    return written;
  }

  private static PupilLinks links(List<Links> groups, List<String> schools, Chains chains) {
    Map<Kind, Scores> scores = new HashMap<>();
    SortedMap<TallyKey, Long> followed = new TreeMap<>();
    for (Links group : groups) {
      group.forEach(
          (earlierMeasure, earlierSchool, earlier, laterMeasure, laterSchool, later, first) -> {
            boolean moved = earlierSchool != laterSchool;
            scores
                .computeIfAbsent(
                    new Kind(laterSchool, laterMeasure, earlierMeasure, moved),
                    kind -> new Scores())
                .add(earlier, later);
            if (first) {
              followed.merge(
                  new TallyKey(schools.get(earlierSchool), chains.measures().get(earlierMeasure)),
                  1L,
                  Long::sum);
            }
          });
    }
    List<LinkedScores> linked =
        scores.entrySet().stream()
            .map(
                entry ->
                    new LinkedScores(
                        new TallyKey(
                            schools.get(entry.getKey().laterSchool()),
                            chains.measures().get(entry.getKey().laterMeasure())),
                        chains.measures().get(entry.getKey().earlierMeasure()),
                        entry.getKey().moved(),
                        entry.getValue().pairs()))
            .sorted()
            .toList();
    return new PupilLinks(
        linked,
        followed,
        chains.mayFollow(),
        chains.mayBeFollowed(),
        groups.stream().mapToLong(Links::read).sum(),
        groups.stream().mapToLong(Links::ambiguous).sum());
  }
}
