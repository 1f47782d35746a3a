package io.levelfield.ingest;

import static java.util.stream.Collectors.toCollection;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.input.ImpossibleValue;
import io.levelfield.model.input.Measure;
import io.levelfield.model.input.PupilLinks;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.School;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.input.SupportData;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.input.UnansweredForm;
import io.levelfield.model.text.Message;
import io.levelfield.study.ContextIndexSettings;
import io.levelfield.study.ContextInput;
import io.levelfield.study.FormTables;
import io.levelfield.study.FormsInput;
import io.levelfield.study.Indicator;
import io.levelfield.study.MaxRejects;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stage: reads every input of a study into records. */
public final class Ingest {
  private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);

  private final Study study;
  private final FileCache cache;
  private final InputLog log;
  private final InputLoop loop;
  private final Identities identities = new Identities();
  private final SortedMap<String, School> register = new TreeMap<>();
  private final PassportDraft passports = new PassportDraft();
  private final Set<ImpossibleValue> impossible = new HashSet<>();
  private final List<UnansweredForm> unanswered = new ArrayList<>();
  private final Totals totals;
  private Minimums minimums = new Minimums(List.of());
  private List<ResultTally> tallies = List.of();
  private SupportData support = SupportData.NONE;
  private PupilLinks pupilLinks = PupilLinks.NONE;
  private final Map<Measure, Double> overallSds = new TreeMap<>();

  private Ingest(Study study, Path base, Workers workers, FileCache cache) {
    this.study = study;
    this.cache = cache;
    Map<String, MaxRejects> ofForms = new HashMap<>();
    for (int i = 0; i < study.inputs().forms().size(); i++) {
      ofForms.put(formsPath(i), study.inputs().forms().get(i).maxRejects());
    }
    log = new InputLog(study.maxRejects(), ofForms, !study.inputs().schools().isEmpty());
    loop = new InputLoop(base, log, workers);
    totals = new Totals(study.inputs(), log, identities);
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
   * @param workers fold rows of pupils
   * @throws InputsRefused if an input cannot be used; nothing is half read
   */
  public static StudyData read(Study study, Path base, Workers workers) {
    Reading reading = survey(study, base, workers);
    reading
        .refusal()
        .ifPresent(
            why -> {
              throw new InputsRefused(why);
            });
    return reading.data();
  }

  /** Reads the inputs as {@link #read} does, and says what it would throw. */
  public static Reading survey(Study study, Path base, Workers workers) {
    return survey(study, base, workers, FileCache.none());
  }

  /**
   * The same.
   *
   * @param cache of files folded in earlier runs; what is read is the same with any
   */
  public static Reading survey(Study study, Path base, Workers workers, FileCache cache) {
    var ingest = new Ingest(study, base, workers, cache);
    try {
      ingest.readAll();
    } catch (InputsRefused e) {
      LOG.info("inputs refused", e); // with what the file system said, which is not told
      ingest.log.refuse(e.told());
    }
    return new Reading(ingest.data(), ingest.log.refusal());
  }

  private void readAll() {
    noteMissing();
    if (log.refuses()) {
      return;
    }
    readRegister();
    if (log.refuses()) {
      return; // what refers to schools that could not be read would be refused for their sake
    }
    readMinimums();
    readResults();
    register.keySet().removeIf(totals::isTotal);
    judgeCodes();
    ResultNotes.of(tallies, minimums).forEach(log::note);
    if (study.inputs().schools().isEmpty()) {
      tallies.forEach(tally -> register.computeIfAbsent(tally.schoolId(), School::named));
    }
    readContext();
    tallies =
        new Enrolment(
                passports.enrolled(), study.outcome().compulsory(), study.quality().participation())
            .of(tallies);
    support = SupportInputs.read(study, loop, schoolsOfStudy(), identities, log::note);
    for (int i = 0; i < study.inputs().forms().size(); i++) {
      FormsInput form = study.inputs().forms().get(i);
      FormNotes notes =
          loop.forms().notes(formsPath(i), FormTables.of(study, form).parts(), register.values());
      notes.all().forEach(log::note);
      unanswered.addAll(notes.unanswered());
    }
    loop.refuseChanged();
    if (tallies.isEmpty()) {
      log.refuse(Message.of("inputs.no-result"));
    }
  }

  /** All that is missing is told at once. */
  private void noteMissing() {
    study
        .inputs()
        .byPath()
        .forEach(
            (path, input) -> {
              if (study.contextIndex().isPresent() || !(input instanceof ContextInput)) {
                loop.missing(path, input).ifPresent(log::refuse);
              }
            });
  }

  private StudyData data() {
    var losses = new SchoolLosses(register.keySet(), study.quality().lost().sharedFrom());
    losses.ofPassports(log.rejects("context"), passports.passports());
    losses.ofResults(log.rejects("results"), tallies);
    return new StudyData(
        List.copyOf(register.values()),
        tallies,
        passports.passports(),
        passports.counts(),
        passports.spreads(),
        impossible.stream()
            .sorted(
                Comparator.comparing(ImpossibleValue::schoolId)
                    .thenComparing(ImpossibleValue::year)
                    .thenComparing(ImpossibleValue::indicator)
                    .thenComparing(ImpossibleValue::value))
            .toList(),
        losses.all(),
        unanswered.stream()
            .sorted(
                Comparator.comparing(UnansweredForm::schoolId).thenComparing(UnansweredForm::year))
            .toList(),
        minimums.of(tallies),
        overallSds,
        support.with(pupilLinks),
        log.rejects(),
        log.files(),
        log.notes());
  }

  private void readRegister() {
    var codes = new Spellings();
    List<InputLoop.Tables<String, School>> inputs = new ArrayList<>();
    for (int i = 0; i < study.inputs().schools().size(); i++) {
      SchoolsInput input = study.inputs().schools().get(i);
      inputs.add(
          new InputLoop.Tables<>(
              "inputs.schools[" + i + "]", input, new SchoolsReader(input.columns(), codes)));
    }
    loop.read("schools", inputs)
        .forEach((key, school) -> register.put(codes.shown(key), school.withId(codes.shown(key))));
  }

  private void readMinimums() {
    var names = new MinimumsReader.Names();
    List<InputLoop.Tables<MinimumsReader.Key, MinimumsReader.Figures>> inputs = new ArrayList<>();
    for (int i = 0; i < study.inputs().minimums().size(); i++) {
      MinimumsInput input = study.inputs().minimums().get(i);
      inputs.add(
          new InputLoop.Tables<>(
              "inputs.minimums[" + i + "]", input, new MinimumsReader(input.columns(), names)));
    }
    minimums = names.minimums(loop.read("minimums", inputs));
  }

  private void readResults() {
    KnownSchools known =
        study.inputs().schools().isEmpty()
            ? KnownSchools.any()
            : KnownSchools.ofRegister(register.keySet());
    List<InputLoop.Tables<PublishedResultsReader.Key, PublishedFigures>> ofSchools =
        new ArrayList<>();
    List<PupilInput> ofPupils = new ArrayList<>();
    for (int i = 0; i < study.inputs().results().size(); i++) {
      ResultsInput input = study.inputs().results().get(i);
      String path = "inputs.results[" + i + "]";
      MeasureColumns.unnamed(input, path).ifPresent(log::note);
      if (input.shape() == ResultsInput.Shape.PUPILS) {
        List<String> wanted = ResultColumns.wanted(input);
        ofPupils.add(new PupilInput(input, loop.open(path, "results", input, wanted, cache)));
      } else {
        var reader = new PublishedResultsReader(input, known, identities, minimums.maximums());
        ofSchools.add(new InputLoop.Tables<>(path, input, reader));
      }
    }
    var published = new PublishedTallies(loop.read("results", ofSchools, totals::amongResults));
    List<TallyKey> bothWays = published.bothWays();
    if (!bothWays.isEmpty()) {
      TallyKey first = identities.shown(bothWays.get(0));
      log.note(
          Message.of(
              "inputs.whole-and-classes",
              bothWays.size(),
              first.schoolId(),
              first.measure().toString()));
    }
    var absentRows =
        new AbsentRows(study.quality().participation().emptyScores(), study.outcome().compulsory());
    var pupils =
        new PupilResults(
            loop,
            known,
            minimums.maximums(),
            identities,
            absentRows,
            study.quality().overlap(),
            cache);
    tallies = combine(pupils.of(ofPupils), published.tallies());
    pupilLinks = pupils.links(study.support().growth());
    published.overallSds().forEach((key, sd) -> overallSds.put(identities.shown(key), sd));
  }

  private List<ResultTally> combine(
      SortedMap<String, SchoolTallies> ofPupils, Collection<ResultTally> published) {
    SortedMap<Measure, Optional<Minimums.Minimum>> minimumOf = new TreeMap<>();
    for (SchoolTallies own : ofPupils.values()) {
      own.byMeasure().keySet().forEach(measure -> minimumOf.computeIfAbsent(measure, minimums::of));
    }
    List<ResultTally> all =
        ofPupils.entrySet().parallelStream()
            .flatMap(school -> school.getValue().tallies(school.getKey(), minimumOf).stream())
            .collect(toCollection(ArrayList::new));
    if (!published.isEmpty()) {
      published.forEach(tally -> all.add(tally.withKey(identities.shown(tally.key()))));
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

  /** Codes that only their writing tells apart; a register says that schools differ. */
  private void judgeCodes() {
    var alike = new CodesAlike(MeasureTakers.of(tallies));
    Optional<Message> refusal =
        study.inputs().schools().isEmpty() ? alike.refusal() : Optional.empty();
    refusal.ifPresentOrElse(log::refuse, () -> alike.note().ifPresent(log::note));
  }

  private void readContext() {
    if (study.contextIndex().isEmpty()) {
      if (!study.inputs().context().isEmpty()) {
        log.note(Message.of("inputs.context-not-read"));
      }
      return;
    }
    ContextIndexSettings settings = study.contextIndex().get();
    KnownSchools known = schoolsOfStudy();
    List<InputLoop.Tables<PassportReader.Key, PassportCell>> ofSchools = new ArrayList<>();
    List<Integer> ofPupils = new ArrayList<>();
    for (int i = 0; i < study.inputs().context().size(); i++) {
      ContextInput input = study.inputs().context().get(i);
      if (input.shape() == ContextInput.Shape.PUPILS) {
        ofPupils.add(i);
      } else {
        var reader = new PassportReader(input, settings.indicatorsOf(input), known, impossible);
        ofSchools.add(new InputLoop.Tables<>(contextPath(i), input, reader));
      }
    }
    for (int i = 0; i < study.inputs().forms().size(); i++) {
      FormsInput form = study.inputs().forms().get(i);
      String path = formsPath(i);
      FormTables.of(study, form)
          .context()
          .ifPresent(
              input -> {
                var indicators = settings.indicatorsOf(input);
                var reader = new PassportReader(input, indicators, known, impossible);
                ofSchools.add(new InputLoop.Tables<>(path, form, reader));
              });
    }
    passports.add(loop.read("context", ofSchools, rows -> unfit(rows, settings.indicators())));
    var pupils = new PupilContext(loop, settings.indicators(), passports);
    for (int i : ofPupils) {
      ContextInput input = study.inputs().context().get(i);
      Map<String, Indicator> indicators = settings.indicatorsOf(input);
      List<String> wanted = PassportReader.wanted(input, indicators);
      pupils.add(
          loop.open(contextPath(i), "context", input, wanted),
          PassportReader.shares(indicators),
          shapes -> new PupilRows(shapes, input, indicators, known));
    }
    passports.spreads(pupils.spreads());
  }

  /** What passports say of no school, and what they say in another unit than others. */
  private Map<PassportReader.Key, Twins.Unfit> unfit(
      Map<PassportReader.Key, PassportCell> rows, Map<String, Indicator> indicators) {
    Map<PassportReader.Key, Twins.Unfit> unfit = new HashMap<>(totals.amongPassports(rows));
    Map<PassportReader.Key, PassportCell> ofSchools = new HashMap<>(rows);
    ofSchools.keySet().removeAll(unfit.keySet());
    double factor = study.quality().passports().unitFactor();
    unfit.putAll(PassportUnits.of(ofSchools, indicators, factor));
    return unfit;
  }

  /** Schools that inputs beside results may speak of. */
  private KnownSchools schoolsOfStudy() {
    return study.inputs().schools().isEmpty()
        ? KnownSchools.withResults(register.keySet())
        : KnownSchools.ofRegister(register.keySet());
  }

  /** YAML path of an input of forms. */
  static String formsPath(int input) {
    return "inputs.forms[" + input + "]";
  }

  private static String contextPath(int input) {
    return "inputs.context[" + input + "]";
  }
}
