package io.levelfield.ingest;

import static java.util.stream.Collectors.toSet;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.input.Measure;
import io.levelfield.model.input.PupilLinks;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.text.Message;
import io.levelfield.study.GrowthSettings;
import io.levelfield.study.QualitySettings.Overlap;
import io.levelfield.study.ResultsInput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Results from rows of pupils: the tallies of all inputs, each pupil's row counted once. */
final class PupilResults {
  private final InputLoop loop;
  private final KnownSchools known;
  private final Maximums maximums;
  private final Identities identities;
  private final AbsentRows absentRows;
  private final Overlap overlap;
  private final CachedFold fold;
  private final List<PupilLinking.Coded> coded = new ArrayList<>();
  private Map<Measure, Measure> shownMeasures = Map.of();
  private Map<String, String> shownSchools = Map.of();

  /**
   * @param known schools that rows may speak of
   * @param maximums scores beyond which there are none
   * @param absentRows tells which rows without a score are absent pupils
   * @param overlap when two files hold the same pupils
   * @param cache of files folded in earlier runs
   */
  PupilResults(
      InputLoop loop,
      KnownSchools known,
      Maximums maximums,
      Identities identities,
      AbsentRows absentRows,
      Overlap overlap,
      FileCache cache) {
    this.loop = loop;
    this.known = known;
    this.maximums = maximums;
    this.identities = identities;
    this.absentRows = absentRows;
    this.overlap = overlap;
    fold = new CachedFold(loop, cache, known, maximums);
  }

  /**
   * Folds inputs together.
   *
   * @return tallies by the school's code, as it is shown
   * @throws InputsRefused if the pupils of a file count twice
   */
  SortedMap<String, SchoolTallies> of(List<PupilInput> inputs) {
    SortedMap<String, SchoolTallies> bySchool = new TreeMap<>();
    Map<String, Set<TallyKey>> counted = new HashMap<>();
    inputs.forEach(input -> loop.expect(input.opened().files()));
    Set<String> shared = PupilInput.filesOfSeveral(inputs);
    List<Map<RowAt, RepeatedRows.Told>> repeated = RepeatedRows.find(loop, inputs);
    var overlapping = new OverlappingFiles(overlap);
    for (int i = 0; i < inputs.size(); i++) {
      OpenInput opened = inputs.get(i).opened();
      ResultsInput input = inputs.get(i).input();
      Map<RowAt, RepeatedRows.Told> ofInput = repeated.get(i);
      Function<List<CsvShape>, ResultRows> rows =
          shapes -> new ResultRows(shapes, input, known, ofInput, maximums);
      var reading = new CachedFold.Reading(input, ofInput, absentRows.mayTell(input));
      InputLoop.Folded<String, SchoolTallies> folded =
          loop.folded(
              opened, Set.of(), shapes -> fold.of(opened, shapes, reading, rows.apply(shapes)));
      SortedMap<String, SchoolTallies> own = folded.accumulators();
      for (int file = 0; file < opened.files().size(); file++) {
        overlapping.add(opened.files().get(file).name(), folded.logs().get(file));
      }
      requireEveryScore(opened.path(), folded.results(), own.values());
      listAbsent(input, own.values());
      if (input.columns().pupilId().isPresent()) {
        coded.add(new PupilLinking.Coded(opened.files(), rows.apply(folded.shapes()), taken(own)));
      }
      opened.files().stream()
          .filter(file -> shared.contains(file.survey().sha256()))
          .forEach(file -> refuseCountedTwice(opened.path(), file, own, counted));
      own.forEach((school, tally) -> bySchool.merge(school, tally, SchoolTallies::merge));
    }
    overlapping.told().ifPresent(loop::refuse);
    return named(bySchool);
  }

  /**
   * Makes sure that what rows gave and what tallies hold is as much, however many tasks carried it.
   *
   * @throws IllegalStateException if a score was lost, or counted twice
   */
  static void requireEveryScore(String path, long results, Collection<SchoolTallies> schools) {
    long held = schools.stream().mapToLong(SchoolTallies::pupils).sum();
    if (held != results) {
      throw new IllegalStateException(
          "rows of %s gave %d results, but tallies hold %d".formatted(path, results, held));
    }
  }

  /** Where no row of an input lacks a score, it lists takers only and knows of no absent pupil. */
  private void listAbsent(ResultsInput input, Collection<SchoolTallies> schools) {
    Set<Measure> listed =
        schools.stream()
            .flatMap(SchoolTallies::withAbsent)
            .filter(measure -> absentRows.tell(input, measure))
            .collect(toSet());
    schools.forEach(own -> own.listAbsent(listed));
  }

  /**
   * Links the results of pupils with codes, whichever input they stand in. Their files are read
   * again, if there is something to be linked.
   */
  PupilLinks links(GrowthSettings settings) {
    return new PupilLinking(loop, settings, shownMeasures, shownSchools).of(coded);
  }

  private static Set<Measure> taken(SortedMap<String, SchoolTallies> bySchool) {
    return bySchool.values().stream().flatMap(SchoolTallies::taken).collect(toSet());
  }

  /** A file may be read for several inputs, such as a column of scores each, but count once. */
  private static void refuseCountedTwice(
      String path,
      CsvFile file,
      SortedMap<String, SchoolTallies> bySchool,
      Map<String, Set<TallyKey>> countedByHash) {
    Set<TallyKey> counted =
        countedByHash.computeIfAbsent(file.survey().sha256(), hash -> new HashSet<>());
    Set<TallyKey> own =
        bySchool.entrySet().stream()
            .flatMap(
                school ->
                    school
                        .getValue()
                        .taken()
                        .map(measure -> new TallyKey(school.getKey(), measure)))
            .collect(toSet());
    own.stream()
        .filter(counted::contains)
        .min(Comparator.naturalOrder())
        .ifPresent(
            key -> {
              throw new InputsRefused(
                  Message.of(
                      "inputs.counted-twice",
                      path,
                      file.name(),
                      key.schoolId(),
                      key.measure().toString()));
            });
    counted.addAll(own);
  }

  /** Pupils' tallies by what is shown of their school and measure. */
  private SortedMap<String, SchoolTallies> named(SortedMap<String, SchoolTallies> asWritten) {
    Map<Measure, Long> pupils = new HashMap<>();
    Map<String, String> schools = new HashMap<>();
    asWritten.forEach(
        (school, own) -> {
          long all = 0;
          for (Map.Entry<Measure, TallyAccumulator> tally : own.byMeasure().entrySet()) {
            pupils.merge(tally.getKey(), tally.getValue().pupils(), Long::sum);
            all += tally.getValue().pupils();
          }
          schools.put(school, identities.school(school, all));
        });
    Map<Measure, Measure> measures = new HashMap<>();
    pupils.forEach((measure, n) -> measures.put(measure, identities.key(measure, n)));
    // How a name is shown is known once all its rows are.
    schools.replaceAll((school, key) -> identities.shownSchool(key));
    measures.replaceAll((measure, key) -> identities.shown(key));
    shownMeasures = Map.copyOf(measures);
    shownSchools = Map.copyOf(schools);
    boolean renamed = !isItself(schools) || !isItself(measures);
    SortedMap<String, SchoolTallies> shown =
        renamed ? renamed(asWritten, schools, measures) : asWritten;
    shown.values().forEach(SchoolTallies::keepTaken);
    shown.values().removeIf(SchoolTallies::isEmpty);
    return shown;
  }

  private static boolean isItself(Map<?, ?> names) {
    return names.entrySet().stream().allMatch(name -> name.getKey().equals(name.getValue()));
  }

  private static SortedMap<String, SchoolTallies> renamed(
      SortedMap<String, SchoolTallies> asWritten,
      Map<String, String> schools,
      Map<Measure, Measure> measures) {
    SortedMap<String, SchoolTallies> shown = new TreeMap<>();
    asWritten.forEach(
        (school, own) -> {
          SchoolTallies all =
              shown.computeIfAbsent(schools.get(school), code -> new SchoolTallies());
          own.byMeasure().forEach((measure, tally) -> all.add(measures.get(measure), tally));
        });
    return shown;
  }
}
