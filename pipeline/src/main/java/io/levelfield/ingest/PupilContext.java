package io.levelfield.ingest;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.SchoolYear;
import io.levelfield.model.input.PupilSpread;
import io.levelfield.model.text.Message;
import io.levelfield.study.Indicator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Social context from rows of pupils: each school's means and shares, and how its pupils differ.
 * Inputs with the same indicators, such as a file for each year, are one population: a pupil's
 * index rests on the scales of all of them.
 */
final class PupilContext {
  private final InputLoop loop;
  private final Map<String, Indicator> indicators;
  private final PassportDraft passports;
  private final Map<List<String>, Population> populations = new LinkedHashMap<>();

  PupilContext(InputLoop loop, Map<String, Indicator> indicators, PassportDraft passports) {
    this.loop = loop;
    this.indicators = indicators;
    this.passports = passports;
  }

  private record Source(OpenInput opened, PupilRows rows) {}

  /** Inputs with the same indicators. */
  private record Population(
      List<Source> sources, SortedMap<SchoolYear, PupilContextFold.Sums> sums) {}

  /**
   * Folds an input into passports.
   *
   * @param shares columns whose plausible values lie between 0 and 1
   * @throws InputsRefused if another input gave the same indicators of a school and year
   */
  void add(OpenInput opened, Set<String> shares, Function<List<CsvShape>, PupilRows> rowsOf) {
    var read = loop.fold(opened, shares, shapes -> new PupilContextFold(rowsOf.apply(shapes)));
    SortedMap<SchoolYear, PupilContextFold.Sums> folded = read.accumulators();
    PupilRows rows = rowsOf.apply(read.shapes());
    List<String> keys = rows.indicators();
    double[] within = PupilContextFold.within(folded, keys.size());
    folded.forEach(
        (key, sums) -> {
          if (!passports.add(key, sums.means(keys))) {
            throw new InputsRefused(
                Message.of(
                    "inputs.indicators-given-before",
                    opened.path(),
                    key.schoolId(),
                    Integer.toString(key.year())));
          }
          passports.errors(key, sums.errors(keys, within));
          passports.pupils(key, sums.known(keys));
        });
    var population =
        populations.computeIfAbsent(keys, k -> new Population(new ArrayList<>(), new TreeMap<>()));
    population.sources().add(new Source(opened, rows));
    population.sums().putAll(folded);
  }

  /**
   * How pupils differ within schools, ordered by school and year. Where several populations tell of
   * a school and year, the one with the most indicators does, the first of them by the study.
   */
  List<PupilSpread> spreads() {
    SortedMap<SchoolYear, PupilSpread> spreads = new TreeMap<>();
    populations.entrySet().stream()
        .filter(population -> !population.getKey().isEmpty())
        .sorted(Comparator.comparingInt(population -> -population.getKey().size()))
        .forEach(
            population ->
                spreads(population.getKey(), population.getValue())
                    .forEach(
                        spread ->
                            spreads.putIfAbsent(
                                new SchoolYear(spread.schoolId(), spread.year()), spread)));
    return List.copyOf(spreads.values());
  }

  /** A second reading: a pupil's index rests on the scales of all pupils. */
  private List<PupilSpread> spreads(List<String> keys, Population population) {
    var parts = PupilSpreads.parts(population.sums(), keys, indicators);
    SortedMap<SchoolYear, PupilIndexFold.Spread> folded = new TreeMap<>();
    for (Source source : population.sources()) {
      var job = new PupilIndexFold(source.rows(), parts);
      folded.putAll(loop.again(source.opened().files(), job).accumulators());
    }
    return PupilSpreads.of(folded);
  }
}
