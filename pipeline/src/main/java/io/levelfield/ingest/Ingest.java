package io.levelfield.ingest;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.Measure;
import io.levelfield.model.ResultTally;
import io.levelfield.model.School;
import io.levelfield.model.StudyData;
import io.levelfield.model.TallyKey;
import io.levelfield.study.ContextIndexSettings;
import io.levelfield.study.ContextInput;
import io.levelfield.study.Indicator;
import io.levelfield.study.InputFiles;
import io.levelfield.study.MinimumsInput;
import io.levelfield.study.ResultsInput;
import io.levelfield.study.SchoolsInput;
import io.levelfield.study.Study;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;

/** The stage: reads every input of a study into records. */
public final class Ingest {
  private final Study study;
  private final Path base;
  private final Supplier<JavaSparkContext> spark;
  private final InputLog log;

  private Ingest(Study study, Path base, Supplier<JavaSparkContext> spark) {
    this.study = study;
    this.base = base;
    this.spark = spark;
    this.log = new InputLog(study.maxRejects());
  }

  /**
   * Reads the inputs.
   *
   * @param base directory the study's paths are relative to
   * @param spark asked for only when there are pupil rows to fold
   * @throws InputsRefused if an input cannot be used; nothing is half read
   */
  public static StudyData read(Study study, Path base, Supplier<JavaSparkContext> spark) {
    return new Ingest(study, base, spark).read();
  }

  private StudyData read() {
    Map<String, School> register = readRegister();
    Optional<Set<String>> known =
        study.inputs().schools().isEmpty()
            ? Optional.empty()
            : Optional.of(Set.copyOf(register.keySet()));
    Minimums minimums = readMinimums();
    List<ResultTally> tallies = readResults(known, minimums);
    if (tallies.isEmpty()) {
      throw new InputsRefused(
          "inputs.results: no row holds a result; are the columns the right ones?");
    }
    if (known.isEmpty()) {
      tallies.forEach(tally -> register.computeIfAbsent(tally.schoolId(), School::named));
    }
    PassportDraft context = readContext(known);
    return new StudyData(
        List.copyOf(register.values()),
        tallies,
        context.passports().stream().filter(p -> register.containsKey(p.schoolId())).toList(),
        context.counts().stream().filter(c -> register.containsKey(c.schoolId())).toList(),
        context.spreads().stream().filter(s -> register.containsKey(s.schoolId())).toList(),
        context.impossible().stream().filter(v -> register.containsKey(v.schoolId())).toList(),
        minimums.of(tallies),
        log.rejects(),
        log.files(),
        log.notes());
  }

  private Map<String, School> readRegister() {
    Map<String, School> register = new TreeMap<>();
    List<SchoolsInput> inputs = study.inputs().schools();
    for (int i = 0; i < inputs.size(); i++) {
      SchoolsInput input = inputs.get(i);
      List<CsvFile> files = open(input, SchoolsReader.wanted(input.columns()));
      List<List<PartLog>> logs = new ArrayList<>();
      files.forEach(file -> logs.add(SchoolsReader.read(file, input.columns(), register)));
      log.record("inputs.schools[" + i + "]", "schools", files, logs);
    }
    return register;
  }

  private Minimums readMinimums() {
    var minimums = new Minimums();
    List<MinimumsInput> inputs = study.inputs().minimums();
    for (int i = 0; i < inputs.size(); i++) {
      MinimumsInput input = inputs.get(i);
      List<CsvFile> files = open(input, Minimums.wanted(input.columns()));
      List<List<PartLog>> logs = new ArrayList<>();
      files.forEach(file -> logs.add(minimums.read(file, input.columns())));
      log.record("inputs.minimums[" + i + "]", "minimums", files, logs);
    }
    return minimums;
  }

  private List<ResultTally> readResults(Optional<Set<String>> known, Minimums minimums) {
    SortedMap<String, SchoolTallies> ofPupils = new TreeMap<>();
    Map<TallyKey, ResultTally> published = new TreeMap<>();
    Map<String, Set<TallyKey>> counted = new HashMap<>();
    List<ResultsInput> inputs = study.inputs().results();
    List<List<CsvFile>> opened =
        inputs.stream()
            .map(input -> open(input, PublishedResultsReader.wanted(input.columns())))
            .toList();
    Set<String> shared = inSeveralInputs(opened);
    for (int i = 0; i < inputs.size(); i++) {
      ResultsInput input = inputs.get(i);
      List<CsvFile> files = opened.get(i);
      String path = "inputs.results[" + i + "]";
      MeasureColumns.unnamed(input)
          .ifPresent(
              what -> log.note(path + " names no " + what + "; all its rows are taken for one"));
      if (input.shape() == ResultsInput.Shape.PUPILS) {
        var refused = RepeatedRows.find(spark.get(), path, files, input);
        var job = new PupilResultsFold(shapes(files), input, known, refused);
        var folded = SparkFold.run(spark.get(), files, job);
        log.record(path, "results", files, folded.logs());
        files.stream()
            .filter(file -> shared.contains(file.survey().sha256()))
            .forEach(file -> refuseCountedTwice(path, file, folded.accumulators(), counted));
        folded
            .accumulators()
            .forEach((school, own) -> ofPupils.merge(school, own, SchoolTallies::merge));
      } else {
        Predicate<String> knownSchool = id -> known.isEmpty() || known.get().contains(id);
        List<List<PartLog>> logs = new ArrayList<>();
        for (CsvFile file : files) {
          logs.add(PublishedResultsReader.read(file, input, knownSchool, published));
        }
        log.record(path, "results", files, logs);
      }
    }
    return combine(ofPupils, published.values(), minimums);
  }

  /** Hashes of the files that more than one input reads. */
  private static Set<String> inSeveralInputs(List<List<CsvFile>> inputs) {
    Set<String> seen = new HashSet<>();
    Set<String> again = new HashSet<>();
    for (List<CsvFile> files : inputs) {
      Set<String> own = files.stream().map(file -> file.survey().sha256()).collect(toSet());
      own.stream().filter(seen::contains).forEach(again::add);
      seen.addAll(own);
    }
    return again;
  }

  /** A file may be read for several inputs, such as a column of scores each, but count once. */
  private static void refuseCountedTwice(
      String path,
      CsvFile file,
      SortedMap<String, SchoolTallies> bySchool,
      Map<String, Set<TallyKey>> countedByHash) {
    Set<TallyKey> counted =
        countedByHash.computeIfAbsent(file.survey().sha256(), hash -> new HashSet<>());
    Set<TallyKey> own = new TreeSet<>();
    bySchool.forEach(
        (school, tallies) ->
            tallies.byMeasure().keySet().forEach(m -> own.add(new TallyKey(school, m))));
    own.stream()
        .filter(counted::contains)
        .findFirst()
        .ifPresent(
            key -> {
              throw new InputsRefused(
                  path
                      + ": "
                      + file.name()
                      + " gives pupils of school "
                      + key.schoolId()
                      + " for "
                      + key.measure()
                      + ", as it did for an input before; keep one");
            });
    counted.addAll(own);
  }

  private static List<ResultTally> combine(
      SortedMap<String, SchoolTallies> ofPupils,
      Collection<ResultTally> published,
      Minimums minimums) {
    Map<Measure, Optional<Minimums.Minimum>> minimumOf =
        ofPupils.values().stream()
            .flatMap(tallies -> tallies.byMeasure().keySet().stream())
            .distinct()
            .collect(toMap(measure -> measure, minimums::of));
    List<ResultTally> tallies =
        ofPupils.entrySet().parallelStream()
            .flatMap(school -> school.getValue().tallies(school.getKey(), minimumOf))
            .collect(toCollection(ArrayList::new));
    if (!published.isEmpty()) {
      tallies.addAll(published);
      tallies.sort(Comparator.comparing(ResultTally::key));
      refuseTwins(tallies);
    }
    return tallies;
  }

  private static void refuseTwins(List<ResultTally> ordered) {
    for (int i = 1; i < ordered.size(); i++) {
      TallyKey key = ordered.get(i).key();
      if (key.equals(ordered.get(i - 1).key())) {
        throw new InputsRefused(
            "school "
                + key.schoolId()
                + " has results for "
                + key.measure()
                + " both as pupils and as a published figure; keep one");
      }
    }
  }

  private PassportDraft readContext(Optional<Set<String>> known) {
    var draft = new PassportDraft();
    if (study.contextIndex().isEmpty()) {
      if (!study.inputs().context().isEmpty()) {
        log.note("inputs.context was not read: the study has no context_index");
      }
      return draft;
    }
    ContextIndexSettings settings = study.contextIndex().get();
    List<ContextInput> inputs = study.inputs().context();
    for (int i = 0; i < inputs.size(); i++) {
      ContextInput input = inputs.get(i);
      String path = "inputs.context[" + i + "]";
      Map<String, Indicator> indicators = settings.indicatorsOf(input);
      List<CsvFile> files = open(input, PassportReader.wanted(input, indicators));
      if (input.shape() == ContextInput.Shape.PUPILS) {
        foldContext(path, input, indicators, files, known, draft);
      } else {
        Predicate<String> knownSchool = id -> known.isEmpty() || known.get().contains(id);
        List<List<PartLog>> logs = new ArrayList<>();
        for (CsvFile file : files) {
          logs.add(PassportReader.read(file, input, indicators, knownSchool, draft));
        }
        log.record(path, "context", files, logs);
      }
    }
    return draft;
  }

  private void foldContext(
      String path,
      ContextInput input,
      Map<String, Indicator> indicators,
      List<CsvFile> files,
      Optional<Set<String>> known,
      PassportDraft draft) {
    var rows = new PupilRows(shapes(files), input, indicators, known);
    List<String> keys = rows.indicators();
    var folded = SparkFold.run(spark.get(), files, new PupilContextFold(rows));
    log.record(path, "context", files, folded.logs());
    double[] within = PupilContextFold.within(folded.accumulators(), keys.size());
    folded
        .accumulators()
        .forEach(
            (key, sums) -> {
              if (!draft.add(key.schoolId(), key.year(), keys, sums.means(keys))) {
                throw new InputsRefused(
                    path
                        + ": school "
                        + key.schoolId()
                        + " has these indicators for "
                        + key.year()
                        + " from another input already; list them under indicators:");
              }
              draft.errors(key.schoolId(), key.year(), sums.errors(keys, within));
            });
    if (keys.isEmpty()) {
      return;
    }
    // A second reading: a pupil's index rests on the scales of all pupils.
    var parts = PupilSpreads.parts(folded.accumulators(), keys, indicators);
    draft.spreads(
        PupilSpreads.of(
            SparkFold.run(spark.get(), files, new PupilIndexFold(rows, parts)).accumulators()));
  }

  private List<CsvFile> open(InputFiles input, Collection<String> wanted) {
    return InputPaths.expand(base, input.path()).stream()
        .map(named -> CsvFile.open(named.path(), named.name(), input.dialect(), wanted))
        .toList();
  }

  private static List<CsvShape> shapes(List<CsvFile> files) {
    return files.stream().map(CsvFile::shape).toList();
  }
}
