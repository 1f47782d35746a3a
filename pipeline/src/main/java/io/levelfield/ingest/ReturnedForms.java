package io.levelfield.ingest;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.input.FormPart;
import io.levelfield.model.input.School;
import io.levelfield.model.text.Message;
import io.levelfield.study.FormsInput;
import io.levelfield.text.FileFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The forms that schools returned, each opened once, and who returned none. */
final class ReturnedForms {
  /** Changes named at most: where more was changed, something other than slips is amiss. */
  private static final int NAMED = 50;

  private final Map<String, List<Form>> byInput = new HashMap<>();
  private final Map<String, List<Message>> missing = new HashMap<>();

  /**
   * A returned workbook.
   *
   * @param state it was in when it was opened
   * @param sheets of the form, in the order of the workbook
   */
  record Form(InputPaths.Named named, FileState state, FileSource source, List<FormSheet> sheets) {
    Form {
      sheets = List.copyOf(sheets);
    }

    boolean answered() {
      return sheets.stream().anyMatch(FormSheet::answered);
    }

    boolean answered(FormPart part) {
      return sheets.stream().anyMatch(sheet -> sheet.part() == part && sheet.answered());
    }

    /** The year it was sent for; empty of a file that is no form. */
    Optional<String> year() {
      return sheets.stream().map(sheet -> sheet.year().sent()).findFirst();
    }

    /** The school it was sent to; it must be a form. */
    String school() {
      return sheets.get(0).school().sent();
    }
  }

  /**
   * The forms of an input.
   *
   * @param path YAML path
   * @param base directory the study's paths are relative to
   * @throws InputsRefused if a file cannot be read
   */
  List<Form> of(String path, FormsInput input, Path base) {
    return byInput.computeIfAbsent(
        path,
        p ->
            InputPaths.expandIfAny(base, input.path()).stream()
                .map(named -> opened(named, Unpacking.of(input.dialect())))
                .toList());
  }

  private static Form opened(InputPaths.Named named, Unpacking unpacking) {
    try {
      FileState state = FileState.of(named.path());
      FileSource source = FileSource.of(named.path(), named.name(), unpacking);
      List<FormSheet> sheets = new ArrayList<>();
      if (source.kind() == FileSource.Kind.SHEET) {
        for (String sheet : SheetRecords.sheets(source, true)) {
          FormSheet.of(
                  named.name(),
                  sheet,
                  SheetRecords.head(source.withSheet(sheet), '.', Integer.MAX_VALUE))
              .ifPresent(sheets::add);
        }
      }
      return new Form(named, state, source, sheets);
    } catch (IOException e) {
      throw new InputsRefused(Message.of("inputs.unreadable", named.name(), FileFault.of(e)), e);
    }
  }

  /** Keeps which of the columns that are wanted a sheet has no row for. */
  void noteMissing(String path, Form form, FormSheet sheet, List<String> wanted) {
    wanted.stream()
        .filter(column -> sheet.typed(column).isEmpty())
        .forEach(
            column ->
                missing
                    .computeIfAbsent(path, p -> new ArrayList<>())
                    .add(
                        Message.of(
                            "inputs.form-row-removed", form.named().name(), sheet.name(), column)));
  }

  /**
   * Who has not answered, and what was changed.
   *
   * @param path YAML path of an input that was read
   * @param parts that the forms ask
   * @param schools that they were sent to, ordered
   */
  List<Message> notes(String path, List<FormPart> parts, Collection<School> schools) {
    List<Form> forms = byInput.getOrDefault(path, List.of());
    List<Message> notes = new ArrayList<>();
    if (forms.isEmpty()) {
      notes.add(Message.of("inputs.forms-none", path));
      return notes;
    }
    SortedMap<String, List<Form>> byYear = new TreeMap<>();
    List<Message> faults = new ArrayList<>();
    for (Form form : forms) {
      faults.addAll(faults(form, parts));
      form.year().ifPresent(year -> byYear.computeIfAbsent(year, y -> new ArrayList<>()).add(form));
    }
    faults.addAll(missing.getOrDefault(path, List.of()));
    byYear.forEach((year, own) -> notes.addAll(silent(path, year, own, parts, schools)));
    notes.addAll(faults.subList(0, Math.min(NAMED, faults.size())));
    if (faults.size() > NAMED) {
      notes.add(Message.of("inputs.form-more-changes", path, faults.size() - NAMED));
    }
    return notes;
  }

  /** Which schools did not answer in a year, or not in part. */
  private static List<Message> silent(
      String path,
      String year,
      List<Form> forms,
      List<FormPart> parts,
      Collection<School> schools) {
    List<Message> notes = new ArrayList<>();
    List<School> missing = without(schools, schoolsOf(forms, form -> true));
    if (!missing.isEmpty()) {
      notes.add(
          Message.of(
              "inputs.forms-not-returned",
              path,
              year,
              missing.size(),
              schools.size(),
              named(missing)));
    }
    List<School> empty = without(schools, schoolsOf(forms, Form::answered));
    empty.removeAll(missing);
    if (!empty.isEmpty()) {
      notes.add(Message.of("inputs.forms-returned-empty", path, year, empty.size(), named(empty)));
    }
    for (FormPart part : parts) {
      List<School> without = without(schools, schoolsOf(forms, form -> form.answered(part)));
      without.removeAll(missing);
      without.removeAll(empty);
      if (!without.isEmpty()) {
        notes.add(
            Message.of(
                "inputs.forms-sheet-empty",
                path,
                year,
                told(part),
                without.size(),
                named(without)));
      }
    }
    return notes;
  }

  private static Set<String> schoolsOf(List<Form> forms, Predicate<Form> which) {
    return forms.stream().filter(which).map(Form::school).collect(Collectors.toSet());
  }

  private static List<Message> faults(Form form, List<FormPart> parts) {
    String file = form.named().name();
    if (form.sheets().isEmpty()) {
      return List.of(Message.of("inputs.form-unknown", file));
    }
    List<Message> faults = new ArrayList<>();
    form.sheets().forEach(sheet -> faults.addAll(sheet.changes()));
    for (FormPart part : parts) {
      List<FormSheet> own = form.sheets().stream().filter(s -> s.part() == part).toList();
      if (own.isEmpty()) {
        faults.add(Message.of("inputs.form-no-sheet", file, told(part)));
      }
      if (own.size() > 1) {
        faults.add(
            Message.of("inputs.form-sheet-twice", file, own.get(1).name(), own.get(0).name()));
      }
    }
    return faults;
  }

  private static Message told(FormPart part) {
    return switch (part) {
      case CONTEXT -> Message.of("form.context");
      case STAFF -> Message.of("form.staff");
      case CONDITIONS -> Message.of("form.conditions");
      case CLIMATE -> Message.of("form.climate");
    };
  }

  private static List<School> without(Collection<School> schools, Set<String> codes) {
    return schools.stream()
        .filter(school -> !codes.contains(school.id()))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static String named(List<School> schools) {
    return schools.stream()
        .map(
            school ->
                Stream.of(school.id(), school.name())
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("; "));
  }
}
