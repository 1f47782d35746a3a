package io.levelfield.ingest;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.input.RowAccount;
import io.levelfield.model.text.Message;
import io.levelfield.study.FormsInput;
import io.levelfield.study.InputFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads every input the same way: finds its files, recognises them, walks their rows, logs them.
 */
final class InputLoop {
  private final Path base;
  private final InputLog log;
  private final Workers workers;
  private final Map<InputPaths.Named, FileState> opened = new LinkedHashMap<>();
  private final ReturnedForms forms = new ReturnedForms();

  /**
   * @param base directory the study's paths are relative to
   * @param workers fold rows of pupils
   */
  InputLoop(Path base, InputLog log, Workers workers) {
    this.base = base;
    this.log = log;
    this.workers = workers;
  }

  /**
   * An input of small tables.
   *
   * @param path YAML path
   */
  record Tables<K, V>(String path, InputFiles input, TableInput<K, V> table) {}

  /** Reads inputs of which every row counts that no other repeats or contradicts. */
  <K, V> Map<K, V> read(String role, List<Tables<K, V>> inputs) {
    return read(role, inputs, values -> Map.of());
  }

  /**
   * Reads the inputs of one role in this JVM. A row of one may repeat or contradict a row of
   * another: {@link Twins} tells which do not count.
   *
   * @param unfit of all that rows speak of, what does not count, such as totals
   * @return what the rows that count say
   */
  <K, V> Map<K, V> read(
      String role, List<Tables<K, V>> all, Function<Map<K, V>, Map<K, Twins.Unfit>> unfit) {
    List<OpenInput> opened = new ArrayList<>();
    List<Tables<K, V>> inputs = new ArrayList<>();
    for (Tables<K, V> input : all) {
      OpenInput own = open(input.path(), role, input.input(), input.table().wanted());
      if (!own.files().isEmpty()) { // forms may all be missing yet
        inputs.add(input);
        opened.add(settled(own, input));
      }
    }
    var walk = new TableWalk<>(inputs, opened, Map.of());
    Map<RowAt, Twins.SetAside> aside = new HashMap<>(walk.twins().setAside());
    if (!aside.isEmpty()) {
      walk = new TableWalk<>(inputs, opened, aside);
    }
    Map<RowAt, Twins.SetAside> more = walk.twins().unfit(unfit.apply(walk.twins().values()));
    if (!more.isEmpty()) {
      aside.putAll(more);
      walk = new TableWalk<>(inputs, opened, aside);
    }
    for (int i = 0; i < inputs.size(); i++) {
      log.record(opened.get(i), walk.logs(i), walk.cure(i));
      if (opened.get(i).ofForms()) {
        forms.noteRejects(inputs.get(i).path(), walk.logs(i));
      }
      inputs.get(i).table().notes(inputs.get(i).path(), walk.values(i)).forEach(log::note);
    }
    return walk.twins().values();
  }

  /** The input with the way settled in which its numbers are written. */
  private static OpenInput settled(OpenInput opened, Tables<?, ?> input) {
    List<Map<String, NumberForms>> forms = new ArrayList<>();
    for (int i = 0; i < opened.files().size(); i++) {
      CsvShape shape = opened.shapes().get(i);
      forms.add(forms(opened.files().get(i), shape, input.table().numbers(shape)));
    }
    return new OpenInput(
        opened.path(),
        opened.role(),
        opened.files(),
        at(
            opened.path(),
            () -> NumberMarks.settled(opened.shapes(), forms, input.table().shares())));
  }

  /** Tells what is wrong with files of which input, whose settings are the cure. */
  private static <T> T at(String path, Supplier<T> work) {
    try {
      return work.get();
    } catch (InputsRefused e) {
      throw new InputsRefused(Message.of("inputs.at", path, e.told()), e);
    }
  }

  /** A first look at a small file: how its numbers are written. */
  private static Map<String, NumberForms> forms(
      CsvFile file, CsvShape shape, List<String> columns) {
    int[] places = columns.stream().mapToInt(shape::column).toArray();
    Map<String, NumberForms> forms = new HashMap<>();
    for (FilePart part : file.survey().parts()) {
      Rows.read(
          part,
          shape,
          (row, line, lost) -> {
            for (int at : places) {
              if (!row.isEmpty(at)) {
                double value =
                    Numbers.parse(row.chars(), row.start(at), row.end(at), NumberStyle.ANY);
                forms
                    .computeIfAbsent(shape.header().get(at), column -> new NumberForms())
                    .see(row.chars(), row.start(at), row.end(at), value, shape.name(), line);
              }
            }
            return RowAccount.COUNTED;
          });
    }
    return forms;
  }

  /**
   * Recognises an input's files.
   *
   * @param wanted columns that must be there
   */
  OpenInput open(String path, String role, InputFiles input, Collection<String> wanted) {
    return open(path, role, input, wanted, FileCache.none());
  }

  /**
   * Recognises an input's files.
   *
   * @param wanted columns that must be there
   * @param cache of files that earlier runs looked over
   */
  OpenInput open(
      String path, String role, InputFiles input, Collection<String> wanted, FileCache cache) {
    if (input instanceof FormsInput forms) {
      return openForms(path, role, forms, List.copyOf(wanted));
    }
    Set<String> all = new LinkedHashSet<>(wanted);
    all.addAll(input.where().columns().keySet());
    List<InputPaths.Named> found = InputPaths.expand(base, input.path());
    for (InputPaths.Named named : found) {
      if (Files.isRegularFile(named.path())) {
        opened.putIfAbsent(named, FileState.of(named.path()));
      }
    }
    long bytes =
        found.stream()
            .filter(opened::containsKey)
            .mapToLong(named -> opened.get(named).bytes())
            .sum();
    FileSurvey.Surveyor surveyor = cache.serves(bytes) ? new CachedSurveys(cache) : FileSurvey::of;
    List<CsvFile> files = new ArrayList<>();
    List<CsvShape> shapes = new ArrayList<>();
    for (InputPaths.Named named : found) {
      CsvFile file =
          at(path, () -> CsvFile.open(named.path(), named.name(), input.dialect(), all, surveyor));
      files.add(file);
      shapes.add(at(path, () -> RowPlan.planned(input, file.shape(), named.year(), all)));
    }
    return new OpenInput(path, role, files, shapes);
  }

  /** That an input has no file, if it has none. */
  Optional<Message> missing(String path, InputFiles input) {
    InputPaths.Found found = at(path, () -> InputPaths.find(base, input.path()));
    return found
        .none()
        .or(
            () ->
                found.files().stream()
                    .filter(named -> Files.notExists(named.path()))
                    .findFirst()
                    .map(named -> FileSource.missing(named.path(), named.name())))
        .map(why -> Message.of("inputs.at", path, why));
  }

  /** The sheets of one role in the forms of an input. */
  private OpenInput openForms(String path, String role, FormsInput input, List<String> wanted) {
    List<CsvFile> files = new ArrayList<>();
    List<CsvShape> shapes = new ArrayList<>();
    for (ReturnedForms.Form form : forms.of(path, input, base)) {
      opened.putIfAbsent(form.named(), form.state());
      Optional<FormSheet> sheet =
          form.sheets().stream().filter(own -> own.part().code().equals(role)).findFirst();
      if (sheet.isPresent()) {
        forms.noteMissing(path, form, sheet.get(), wanted);
        CsvFile file = CsvFile.form(form, sheet.get(), input.dialect(), wanted);
        files.add(file);
        shapes.add(RowPlan.planned(input, file.shape(), form.named().year(), wanted));
      }
    }
    return new OpenInput(path, role, files, shapes);
  }

  /** The forms that were read. */
  ReturnedForms forms() {
    return forms;
  }

  /**
   * Makes sure that every file still is what it was when it was opened: of one that was written to
   * meanwhile, nobody knows what was read.
   *
   * @throws InputsRefused if one is not
   */
  void refuseChanged() {
    opened.forEach(
        (named, before) -> {
          if (isChanged(named.path(), before)) {
            throw new InputsRefused(Message.of("inputs.changed-meanwhile", named.name()));
          }
        });
  }

  /** Whether a file still is what it was when it was opened. */
  boolean isUnchanged(CsvFile file) {
    Path path = file.source().file();
    return opened.entrySet().stream()
        .filter(named -> named.getKey().path().equals(path))
        .noneMatch(named -> isChanged(named.getKey().path(), named.getValue()));
  }

  private static boolean isChanged(Path file, FileState before) {
    return !Files.exists(file) || !FileState.of(file).equals(before);
  }

  /**
   * Folds the rows of an input of pupils, and logs them. Most numbers can be read in one way only;
   * where they cannot, the rows are folded again once all cells of a column have told the way.
   *
   * @param shares columns whose plausible values lie between 0 and 1
   * @param job made for the files' shapes
   */
  <K extends Comparable<K>, A> Folded<K, A> fold(
      OpenInput opened, Set<String> shares, Function<List<CsvShape>, FoldJob<K, A>> job) {
    return folded(opened, shares, shapes -> workers.fold(opened.files(), job.apply(shapes)));
  }

  /**
   * Folds the rows of an input of pupils as {@link #fold} does.
   *
   * @param fold folds the files for these shapes
   */
  <K extends Comparable<K>, A> Folded<K, A> folded(
      OpenInput opened, Set<String> shares, Function<List<CsvShape>, FoldedInput<K, A>> fold) {
    List<CsvShape> shapes = opened.shapes();
    var folded = fold.apply(shapes);
    List<Map<String, NumberForms>> forms = forms(folded.logs());
    List<CsvShape> settled = at(opened.path(), () -> NumberMarks.settled(shapes, forms, shares));
    if (!settled.equals(shapes)) {
      expect(opened.files());
      folded = fold.apply(settled);
    }
    List<List<PartLog>> logs = folded.logs();
    log.record(opened, logs, Optional.empty());
    if (logs.stream().flatMap(List::stream).anyMatch(PartLog::classLetters)) {
      log.note(Message.of("inputs.class-letters-cut", opened.path()));
    }
    return new Folded<>(settled, folded.accumulators(), logs);
  }

  /**
   * What the rows of an input came to.
   *
   * @param shapes of its files, the way numbers are written settled
   * @param logs of the parts of each file
   */
  record Folded<K, A>(
      List<CsvShape> shapes, SortedMap<K, A> accumulators, List<List<PartLog>> logs) {

    /** Results that rows gave. */
    long results() {
      return logs.stream().flatMap(List::stream).mapToLong(part -> part.counts().results()).sum();
    }
  }

  private static List<Map<String, NumberForms>> forms(List<List<PartLog>> logs) {
    List<Map<String, NumberForms>> forms = new ArrayList<>();
    for (List<PartLog> parts : logs) {
      Map<String, NumberForms> ofFile = new HashMap<>();
      for (PartLog part : parts) {
        part.forms()
            .forEach(
                (column, seen) ->
                    ofFile.computeIfAbsent(column, c -> new NumberForms()).merge(seen));
      }
      forms.add(ofFile);
    }
    return forms;
  }

  /** Says why the inputs cannot be used, without keeping the rest of them from being read. */
  void refuse(Message why) {
    log.refuse(why);
  }

  /** Tells beforehand that files will be walked. */
  void expect(List<CsvFile> files) {
    workers.meter().expect(FileSurvey.textBytes(files));
  }

  /** Tells that files will not be walked though that was expected. */
  void expectNot(List<CsvFile> files) {
    workers.meter().expect(-FileSurvey.textBytes(files));
  }

  /** Folds rows once more that were logged before. */
  <K extends Comparable<K>, A> FoldedInput<K, A> again(List<CsvFile> files, FoldJob<K, A> job) {
    return workers.fold(files, job);
  }
}
