package io.levelfield.ingest;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.Passport;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
    Map<TallyKey, ResultTally> tallies = readResults(known, minimums);
    if (tallies.isEmpty()) {
      throw new InputsRefused(
          "inputs.results: no row holds a result; are the columns the right ones?");
    }
    if (known.isEmpty()) {
      tallies.keySet().forEach(key -> register.computeIfAbsent(key.schoolId(), School::named));
    }
    List<Passport> passports = readContext(known);
    return new StudyData(
        List.copyOf(register.values()),
        List.copyOf(tallies.values()),
        passports.stream().filter(p -> register.containsKey(p.schoolId())).toList(),
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

  private Map<TallyKey, ResultTally> readResults(Optional<Set<String>> known, Minimums minimums) {
    Map<TallyKey, TallyAccumulator> ofPupils = new TreeMap<>();
    Map<TallyKey, ResultTally> published = new TreeMap<>();
    Map<String, Set<TallyKey>> counted = new HashMap<>();
    List<ResultsInput> inputs = study.inputs().results();
    for (int i = 0; i < inputs.size(); i++) {
      ResultsInput input = inputs.get(i);
      String path = "inputs.results[" + i + "]";
      MeasureColumns.unnamed(input)
          .ifPresent(
              what -> log.note(path + " names no " + what + "; all its rows are taken for one"));
      List<CsvFile> files = open(input, PublishedResultsReader.wanted(input.columns()));
      if (input.shape() == ResultsInput.Shape.PUPILS) {
        var refused = RepeatedRows.find(spark.get(), path, files, input);
        var job = new PupilResultsFold(shapes(files), input, known, refused);
        var folded = SparkFold.run(spark.get(), files, job);
        log.record(path, "results", files, folded.logs());
        Map<TallyKey, TallyAccumulator> own = byKey(folded.accumulators());
        refuseCountedTwice(path, files, own.keySet(), counted);
        own.forEach((key, tally) -> ofPupils.merge(key, tally, TallyAccumulator::merge));
      } else {
        Predicate<String> knownSchool = id -> known.isEmpty() || known.get().contains(id);
        List<List<PartLog>> logs = new ArrayList<>();
        for (CsvFile file : files) {
          logs.add(PublishedResultsReader.read(file, input, knownSchool, published));
        }
        log.record(path, "results", files, logs);
      }
    }
    return combine(ofPupils, published, minimums);
  }

  private static Map<TallyKey, TallyAccumulator> byKey(Map<String, SchoolTallies> bySchool) {
    Map<TallyKey, TallyAccumulator> byKey = new HashMap<>();
    bySchool.forEach(
        (school, own) ->
            own.byMeasure()
                .forEach((measure, tally) -> byKey.put(new TallyKey(school, measure), tally)));
    return byKey;
  }

  /** A file may be read for several inputs, such as a column of scores each, but count once. */
  private static void refuseCountedTwice(
      String path,
      List<CsvFile> files,
      Set<TallyKey> keys,
      Map<String, Set<TallyKey>> countedByHash) {
    for (CsvFile file : files) {
      Set<TallyKey> counted =
          countedByHash.computeIfAbsent(file.survey().sha256(), hash -> new HashSet<>());
      keys.stream()
          .filter(counted::contains)
          .min(TallyKey::compareTo)
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
      counted.addAll(keys);
    }
  }

  private static Map<TallyKey, ResultTally> combine(
      Map<TallyKey, TallyAccumulator> ofPupils,
      Map<TallyKey, ResultTally> published,
      Minimums minimums) {
    Map<TallyKey, ResultTally> tallies = new TreeMap<>(published);
    ofPupils.forEach(
        (key, accumulator) -> {
          ResultTally twin = tallies.put(key, accumulator.tally(key, minimums.of(key.measure())));
          if (twin != null) {
            throw new InputsRefused(
                "school "
                    + key.schoolId()
                    + " has results for "
                    + key.measure()
                    + " both as pupils and as a published figure; keep one");
          }
        });
    return tallies;
  }

  private List<Passport> readContext(Optional<Set<String>> known) {
    if (study.contextIndex().isEmpty()) {
      if (!study.inputs().context().isEmpty()) {
        log.note("inputs.context was not read: the study has no context_index");
      }
      return List.of();
    }
    ContextIndexSettings settings = study.contextIndex().get();
    var draft = new PassportDraft();
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
    return draft.passports();
  }

  private void foldContext(
      String path,
      ContextInput input,
      Map<String, Indicator> indicators,
      List<CsvFile> files,
      Optional<Set<String>> known,
      PassportDraft draft) {
    var job = new PupilContextFold(shapes(files), input, indicators, known);
    var folded = SparkFold.run(spark.get(), files, job);
    log.record(path, "context", files, folded.logs());
    folded
        .accumulators()
        .forEach(
            (key, sums) -> {
              if (!draft.add(
                  key.schoolId(), key.year(), job.indicators(), sums.means(job.indicators()))) {
                throw new InputsRefused(
                    path
                        + ": school "
                        + key.schoolId()
                        + " has these indicators for "
                        + key.year()
                        + " from another input already; list them under indicators:");
              }
            });
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
