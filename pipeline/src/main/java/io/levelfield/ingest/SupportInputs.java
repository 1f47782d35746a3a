package io.levelfield.ingest;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.SchoolYear;
import io.levelfield.model.input.ClimateAnswer;
import io.levelfield.model.input.ConditionScore;
import io.levelfield.model.input.DiagnosticAnswers;
import io.levelfield.model.input.PupilLinks;
import io.levelfield.model.input.ReceivedSupport;
import io.levelfield.model.input.StaffCount;
import io.levelfield.model.input.SupportData;
import io.levelfield.model.text.Message;
import io.levelfield.study.ClimateInput;
import io.levelfield.study.ConditionsInput;
import io.levelfield.study.DiagnosticsInput;
import io.levelfield.study.FormTables;
import io.levelfield.study.Inputs;
import io.levelfield.study.StaffInput;
import io.levelfield.study.Study;
import io.levelfield.study.SupportInput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the inputs of support: what schools get, and what they need it for. */
final class SupportInputs {
  private final Inputs inputs;
  private final List<FormTables> forms;
  private final OptionalDouble standardError;
  private final InputLoop loop;
  private final KnownSchools known;
  private final Identities identities;
  private final Consumer<Message> notes;
  private final Spellings subjects = new Spellings();

  private SupportInputs(
      Study study,
      InputLoop loop,
      KnownSchools known,
      Identities identities,
      Consumer<Message> notes) {
    inputs = study.inputs();
    forms = inputs.forms().stream().map(form -> FormTables.of(study, form)).toList();
    standardError = study.support().teachers().standardErrorOfMeasurement();
    this.loop = loop;
    this.known = known;
    this.identities = identities;
    this.notes = notes;
  }

  /**
   * Reads them.
   *
   * @param known schools that rows may speak of
   * @param identities what results call subjects
   * @param notes told what readers of the tables must know
   * @throws InputsRefused if a file cannot be used, or a school's teachers are told twice
   */
  static SupportData read(
      Study study,
      InputLoop loop,
      KnownSchools known,
      Identities identities,
      Consumer<Message> notes) {
    var reading = new SupportInputs(study, loop, known, identities, notes);
    return new SupportData(
        reading.received(),
        reading.staff(),
        reading.diagnostics(),
        reading.conditions(),
        reading.climate(),
        PupilLinks.NONE);
  }

  private List<ReceivedSupport> received() {
    var programmes = new Spellings();
    List<InputLoop.Tables<SupportReader.Key, ReceivedSupport>> tables = new ArrayList<>();
    for (int i = 0; i < inputs.support().size(); i++) {
      SupportInput input = inputs.support().get(i);
      tables.add(
          new InputLoop.Tables<>(
              "inputs.support[" + i + "]", input, new SupportReader(input, known, programmes)));
    }
    List<ReceivedSupport> received =
        loop.read("support", tables).values().stream()
            .map(own -> own.named(programmes.shown(own.programme())))
            .sorted(ReceivedSupport.ORDER)
            .toList();
    noteAlike(
        received.stream().map(ReceivedSupport::programme),
        names -> Message.of("inputs.programmes-alike", names));
    for (int i = 1; i < received.size(); i++) {
      ReceivedSupport before = received.get(i - 1);
      ReceivedSupport own = received.get(i);
      if (own.overlaps(before)) {
        notes.accept(Message.of("inputs.support-overlaps", own.schoolId(), own.programme()));
      }
    }
    return received;
  }

  /** Notes names that differ only as slips of the pen do. */
  private void noteAlike(Stream<String> names, Function<String, Message> note) {
    Spelling.alike(names.collect(Collectors.toSet()))
        .forEach(same -> notes.accept(note.apply(ResultNotes.quoted(same))));
  }

  private List<ConditionScore> conditions() {
    List<InputLoop.Tables<ConditionsReader.Key, Double>> tables = new ArrayList<>();
    for (int i = 0; i < inputs.conditions().size(); i++) {
      ConditionsInput input = inputs.conditions().get(i);
      tables.add(
          new InputLoop.Tables<>(
              "inputs.conditions[" + i + "]", input, new ConditionsReader(input, known)));
    }
    for (int i = 0; i < forms.size(); i++) {
      if (forms.get(i).conditions().isPresent()) {
        var reader = new ConditionsReader(forms.get(i).conditions().get(), known);
        tables.add(new InputLoop.Tables<>(Ingest.formsPath(i), inputs.forms().get(i), reader));
      }
    }
    return loop.read("conditions", tables).entrySet().stream()
        .map(
            own ->
                new ConditionScore(
                    own.getKey().of().schoolId(),
                    own.getKey().of().year(),
                    own.getKey().condition(),
                    own.getValue()))
        .sorted(ConditionScore.ORDER)
        .toList();
  }

  private List<ClimateAnswer> climate() {
    List<InputLoop.Tables<ClimateReader.Key, ClimateAnswer>> tables = new ArrayList<>();
    for (int i = 0; i < inputs.climate().size(); i++) {
      ClimateInput input = inputs.climate().get(i);
      tables.add(
          new InputLoop.Tables<>(
              "inputs.climate[" + i + "]", input, new ClimateReader(input, known, i)));
    }
    for (int i = 0; i < forms.size(); i++) {
      if (forms.get(i).climate().isPresent()) {
        var reader = new ClimateReader(forms.get(i).climate().get(), known, i);
        tables.add(new InputLoop.Tables<>(Ingest.formsPath(i), inputs.forms().get(i), reader));
      }
    }
    List<ClimateAnswer> answers =
        loop.read("climate", tables).values().stream().sorted(ClimateAnswer.ORDER).toList();
    requireToldOnce(
        answers.stream().filter(answer -> !answer.counted()).flatMap(Told::of),
        answers.stream().filter(ClimateAnswer::counted).flatMap(Told::of),
        (school, year, measure) -> Message.of("inputs.pupils-and-counts", school, year, measure));
    return answers;
  }

  /**
   * What is told of a school's people in a year.
   *
   * @param what code of a measure; empty where it is how many they are
   */
  private record Told(SchoolYear from, String what) {
    private static final Comparator<Told> ORDER =
        Comparator.comparing(Told::from).thenComparing(Told::what);

    static Told of(StaffCount count) {
      return new Told(new SchoolYear(count.schoolId(), count.year()), "");
    }

    static Stream<Told> of(ClimateAnswer answer) {
      var from = new SchoolYear(answer.schoolId(), answer.year());
      return answer.values().keySet().stream().map(measure -> new Told(from, measure.code()));
    }
  }

  /** Says what is told twice. */
  private interface Refusal {
    Message of(String school, String year, String what);
  }

  /** Refuses what is told one by one and as counts, and would count twice. */
  private static void requireToldOnce(
      Stream<Told> oneByOne, Stream<Told> counted, Refusal refusal) {
    Set<Told> told = oneByOne.collect(Collectors.toSet());
    Optional<Told> twice = counted.filter(told::contains).min(Told.ORDER);
    if (twice.isPresent()) {
      SchoolYear from = twice.get().from();
      throw new InputsRefused(
          refusal.of(from.schoolId(), Integer.toString(from.year()), twice.get().what()));
    }
  }

  private List<StaffCount> staff() {
    List<InputLoop.Tables<TeachersReader.Key, TeachersReader.Teacher>> ofTeachers =
        new ArrayList<>();
    List<InputLoop.Tables<StaffColumns.Place, StaffCountsReader.Counts>> ofSchools =
        new ArrayList<>();
    for (int i = 0; i < inputs.staff().size(); i++) {
      StaffInput input = inputs.staff().get(i);
      String path = "inputs.staff[" + i + "]";
      if (input.shape() == StaffInput.Shape.TEACHERS) {
        var reader = new TeachersReader(input, known, subjects);
        ofTeachers.add(new InputLoop.Tables<>(path, input, reader));
      } else {
        var reader = new StaffCountsReader(input, known, subjects);
        ofSchools.add(new InputLoop.Tables<>(path, input, reader));
      }
    }
    for (int i = 0; i < forms.size(); i++) {
      if (forms.get(i).staff().isPresent()) {
        var reader = new StaffCountsReader(forms.get(i).staff().get(), known, subjects);
        ofSchools.add(new InputLoop.Tables<>(Ingest.formsPath(i), inputs.forms().get(i), reader));
      }
    }
    List<StaffCount> byTeacher = TeacherCounts.of(loop.read("staff", ofTeachers), standardError);
    List<StaffCount> counted = CountedStaff.of(loop.read("staff", ofSchools), notes);
    requireToldOnce(
        byTeacher.stream().map(Told::of),
        counted.stream().map(Told::of),
        (school, year, all) -> Message.of("inputs.teachers-and-counts", school, year));
    return Stream.concat(byTeacher.stream(), counted.stream())
        .map(
            count ->
                new StaffCount(
                    count.schoolId(),
                    count.year(),
                    shownSubject(count.subject()),
                    count.teachers(),
                    count.parts()))
        .sorted(
            Comparator.comparing(StaffCount::schoolId)
                .thenComparingInt(StaffCount::year)
                .thenComparing(StaffCount::subject))
        .toList();
  }

  private List<DiagnosticAnswers> diagnostics() {
    var names = new DiagnosticsReader.Names(subjects, new Spellings());
    List<InputLoop.Tables<DiagnosticsReader.Key, Boolean>> tables = new ArrayList<>();
    for (int i = 0; i < inputs.diagnostics().size(); i++) {
      DiagnosticsInput input = inputs.diagnostics().get(i);
      tables.add(
          new InputLoop.Tables<>(
              "inputs.diagnostics[" + i + "]", input, new DiagnosticsReader(input, known, names)));
    }
    Map<DiagnosticsReader.Topic, StaffCount.Part> topics = new HashMap<>();
    loop.read("diagnostics", tables)
        .forEach(
            (key, difficult) ->
                topics.merge(
                    key.topic(), new StaffCount.Part(difficult ? 1 : 0, 1), StaffCount.Part::plus));
    noteAlike(
        topics.keySet().stream().map(topic -> names.topics().shown(topic.topic())),
        alike -> Message.of("inputs.topics-alike", alike));
    String strange =
        topics.keySet().stream()
            .map(DiagnosticsReader.Topic::subject)
            .filter(subject -> !subject.isEmpty() && !identities.knowsSubject(subject))
            .map(this::shownSubject)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    if (!strange.isEmpty()) {
      notes.accept(Message.of("inputs.diagnostics-of-no-subject", strange));
    }
    return topics.entrySet().stream()
        .map(topic -> answers(topic.getKey(), topic.getValue(), names))
        .sorted(
            Comparator.comparingInt(DiagnosticAnswers::year)
                .thenComparing(DiagnosticAnswers::subject)
                .thenComparing(DiagnosticAnswers::topic)
                .thenComparing(DiagnosticAnswers::schoolId))
        .toList();
  }

  private DiagnosticAnswers answers(
      DiagnosticsReader.Topic topic, StaffCount.Part part, DiagnosticsReader.Names names) {
    return new DiagnosticAnswers(
        topic.schoolId(),
        topic.year(),
        shownSubject(topic.subject()),
        names.topics().shown(topic.topic()),
        part.of(),
        part.count());
  }

  private String shownSubject(String key) {
    return key.isEmpty() ? key : identities.shownSubject(key, subjects);
  }
}
