package io.levelfield.ingest;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.School;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.text.Message;
import io.levelfield.study.ContextIndexSettings;
import io.levelfield.study.ContextInput;
import io.levelfield.study.Indicator;
import io.levelfield.study.ResultsInput;
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
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;

/** The stage: reads every input of a study into records. */
public final class Ingest {
  private final Study study;
  private final InputLog log;
  private final InputLoop loop;
  private final Map<String, School> register = new TreeMap<>();
  private final Minimums minimums = new Minimums();
  private final PassportDraft passports = new PassportDraft();
  private List<ResultTally> tallies = List.of();

  private Ingest(Study study, Path base, Supplier<JavaSparkContext> spark) {
    this.study = study;
    log = new InputLog(study.maxRejects());
    loop = new InputLoop(base, log, spark);
  }

  /**
   * What the inputs came to.
   *
   * @param data as far as they could be read
   * @param refusal why a run does not take them; absent where it does
   */
  public record Reading(StudyData data, Optional<Message> refusal) {}

  /**
   * Reads the inputs.
   *
   * @param base directory the study's paths are relative to
   * @param spark asked for only when there are pupil rows to fold
   * @throws InputsRefused if an input cannot be used; nothing is half read
   */
  public static StudyData read(Study study, Path base, Supplier<JavaSparkContext> spark) {
    Reading reading = survey(study, base, spark);
    reading
        .refusal()
        .ifPresent(
            why -> {
              throw new InputsRefused(why);
            });
    return reading.data();
  }

  /** Reads the inputs as {@link #read} does, and says what it would throw. */
  public static Reading survey(Study study, Path base, Supplier<JavaSparkContext> spark) {
    var ingest = new Ingest(study, base, spark);
    try {
      ingest.readAll();
    } catch (InputsRefused e) {
      ingest.log.refuse(e.told());
    }
    return new Reading(
        ingest.data(), ingest.log.refusals().stream().reduce((a, b) -> Message.of("then", a, b)));
  }

  private void readAll() {
    readRegister();
    if (!log.refusals().isEmpty()) {
      return; // what refers to schools that could not be read would be refused for their sake
    }
    readMinimums();
    readResults();
    ResultNotes.of(tallies, minimums).forEach(log::note);
    if (study.inputs().schools().isEmpty()) {
      tallies.forEach(tally -> register.computeIfAbsent(tally.schoolId(), School::named));
    }
    readContext();
    if (tallies.isEmpty()) {
      log.refuse(Message.of("inputs.no-result"));
    }
  }

  private StudyData data() {
    return new StudyData(
        List.copyOf(register.values()),
        tallies,
        passports.passports().stream().filter(p -> register.containsKey(p.schoolId())).toList(),
        passports.counts().stream().filter(c -> register.containsKey(c.schoolId())).toList(),
        passports.spreads().stream().filter(s -> register.containsKey(s.schoolId())).toList(),
        passports.impossible().stream().filter(v -> register.containsKey(v.schoolId())).toList(),
        minimums.of(tallies),
        log.rejects(),
        log.files(),
        log.notes());
  }

  /** Schools that rows may name; absent where any may be, for want of a register. */
  private Optional<Set<String>> known() {
    return study.inputs().schools().isEmpty()
        ? Optional.empty()
        : Optional.of(Set.copyOf(register.keySet()));
  }

  private Predicate<String> isKnown() {
    Optional<Set<String>> known = known();
    return id -> known.isEmpty() || known.get().contains(id);
  }

  private void readRegister() {
    for (int i = 0; i < study.inputs().schools().size(); i++) {
      var input = study.inputs().schools().get(i);
      loop.read(
          "inputs.schools[" + i + "]",
          "schools",
          input,
          new SchoolsReader(input.columns(), register));
    }
  }

  private void readMinimums() {
    for (int i = 0; i < study.inputs().minimums().size(); i++) {
      var input = study.inputs().minimums().get(i);
      loop.read("inputs.minimums[" + i + "]", "minimums", input, minimums.input(input.columns()));
    }
  }

  private void readResults() {
    var published = new PublishedTallies();
    List<PupilInput> ofPupils = new ArrayList<>();
    List<ResultsInput> inputs = study.inputs().results();
    for (int i = 0; i < inputs.size(); i++) {
      ResultsInput input = inputs.get(i);
      String path = "inputs.results[" + i + "]";
      MeasureColumns.unnamed(input, path).ifPresent(log::note);
      if (input.shape() == ResultsInput.Shape.PUPILS) {
        List<String> wanted = ResultColumns.wanted(input);
        ofPupils.add(new PupilInput(input, loop.open(path, "results", input, wanted)));
      } else {
        loop.read(path, "results", input, new PublishedResultsReader(input, isKnown(), published));
      }
    }
    List<TallyKey> bothWays = published.bothWays();
    if (!bothWays.isEmpty()) {
      TallyKey first = bothWays.get(0);
      log.note(
          Message.of(
              "inputs.whole-and-classes",
              bothWays.size(),
              first.schoolId(),
              first.measure().toString()));
    }
    tallies = combine(fold(ofPupils), published.tallies());
  }

  private SortedMap<String, SchoolTallies> fold(List<PupilInput> inputs) {
    SortedMap<String, SchoolTallies> bySchool = new TreeMap<>();
    Map<String, Set<TallyKey>> counted = new HashMap<>();
    Set<String> shared = PupilInput.filesOfSeveral(inputs);
    List<Map<RowAt, Message>> refused = RepeatedRows.find(loop, inputs);
    for (int i = 0; i < inputs.size(); i++) {
      OpenInput opened = inputs.get(i).opened();
      ResultsInput input = inputs.get(i).input();
      Map<RowAt, Message> repeated = refused.get(i);
      SortedMap<String, SchoolTallies> own =
          loop.fold(
                  opened,
                  Set.of(),
                  shapes -> new PupilResultsFold(shapes, input, known(), repeated))
              .accumulators();
      opened.files().stream()
          .filter(file -> shared.contains(file.survey().sha256()))
          .forEach(file -> refuseCountedTwice(opened.path(), file, own, counted));
      own.forEach((school, tally) -> bySchool.merge(school, tally, SchoolTallies::merge));
    }
    return bySchool;
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
                    school.getValue().byMeasure().keySet().stream()
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

  private List<ResultTally> combine(
      SortedMap<String, SchoolTallies> ofPupils, Collection<ResultTally> published) {
    Map<Measure, Optional<Minimums.Minimum>> minimumOf =
        ofPupils.values().stream()
            .flatMap(own -> own.byMeasure().keySet().stream())
            .distinct()
            .collect(toMap(measure -> measure, minimums::of));
    List<ResultTally> all =
        ofPupils.entrySet().parallelStream()
            .flatMap(school -> school.getValue().tallies(school.getKey(), minimumOf))
            .collect(toCollection(ArrayList::new));
    if (!published.isEmpty()) {
      all.addAll(published);
      all.sort(Comparator.comparing(ResultTally::key));
      refuseTwins(all);
    }
    return all;
  }

  private static void refuseTwins(List<ResultTally> ordered) {
    for (int i = 1; i < ordered.size(); i++) {
      TallyKey key = ordered.get(i).key();
      if (key.equals(ordered.get(i - 1).key())) {
        throw new InputsRefused(
            Message.of("inputs.pupils-and-published", key.schoolId(), key.measure().toString()));
      }
    }
  }

  private void readContext() {
    if (study.contextIndex().isEmpty()) {
      if (!study.inputs().context().isEmpty()) {
        log.note(Message.of("inputs.context-not-read"));
      }
      return;
    }
    ContextIndexSettings settings = study.contextIndex().get();
    List<ContextInput> inputs = study.inputs().context();
    var ofPupils = new PupilContext(loop, settings.indicators(), passports);
    for (int i = 0; i < inputs.size(); i++) {
      ContextInput input = inputs.get(i);
      String path = "inputs.context[" + i + "]";
      Map<String, Indicator> indicators = settings.indicatorsOf(input);
      if (input.shape() == ContextInput.Shape.PUPILS) {
        List<String> wanted = PassportReader.wanted(input, indicators);
        OpenInput opened = loop.open(path, "context", input, wanted);
        ofPupils.add(
            opened,
            PassportReader.shares(indicators),
            shapes -> new PupilRows(shapes, input, indicators, known()));
      } else {
        loop.read(
            path, "context", input, new PassportReader(input, indicators, isKnown(), passports));
      }
    }
    passports.spreads(ofPupils.spreads());
  }
}
