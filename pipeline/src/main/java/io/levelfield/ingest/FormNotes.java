package io.levelfield.ingest;

import io.levelfield.ingest.ReturnedForms.Form;
import io.levelfield.ingest.ReturnedForms.Returned;
import io.levelfield.model.input.FormPart;
import io.levelfield.model.input.Reject;
import io.levelfield.model.input.RowAccount;
import io.levelfield.model.input.School;
import io.levelfield.model.input.UnansweredForm;
import io.levelfield.model.input.UnansweredForm.Gap;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of the forms that came back: whom to ask for one, and whom about which cell. */
final class FormNotes {
  /** Remarks made at most: where more was changed, something other than slips is amiss. */
  private static final int NAMED = 50;

  /** Accounts of rows whose cells a school is to be asked about; others are told of together. */
  private static final Set<RowAccount> TO_ASK_ABOUT =
      EnumSet.of(RowAccount.COUNTED, RowAccount.REJECTED);

  private final String path;
  private final Returned returned;
  private final List<FormPart> parts;
  private final Map<String, School> schools;
  private final FormAnswers answers;
  private final List<UnansweredForm> unanswered;

  /**
   * @param path YAML path of the input
   * @param parts that the forms ask
   * @param schools that they were sent to, ordered
   */
  FormNotes(String path, Returned returned, List<FormPart> parts, Collection<School> schools) {
    this.path = path;
    this.returned = returned;
    this.parts = parts;
    this.schools = schools.stream().collect(Collectors.toMap(School::id, Function.identity()));
    answers = new FormAnswers(returned.forms(), parts, schools);
    unanswered = answers.unanswered();
  }

  /** What schools owe; nothing until a form came back. */
  List<UnansweredForm> unanswered() {
    Map<String, Form> byFile =
        returned.forms().stream()
            .collect(Collectors.toMap(f -> f.named().name(), f -> f, (first, again) -> first));
    List<UnansweredForm> all = new ArrayList<>(unanswered);
    toAskAbout()
        .filter(reject -> schools.containsKey(reject.school()) && byFile.containsKey(reject.file()))
        .forEach(reject -> unreadable(byFile.get(reject.file()), reject).ifPresent(all::add));
    return all;
  }

  /** What of passports does not count is asked about as that of tables is, and not here. */
  private static Optional<UnansweredForm> unreadable(Form form, Reject reject) {
    return form.sheets().stream()
        .filter(sheet -> sheet.name().equals(reject.sheet()) && sheet.part() != FormPart.CONTEXT)
        .findFirst()
        .flatMap(
            sheet ->
                form.year()
                    .map(
                        year ->
                            UnansweredForm.unreadable(
                                reject.school(), year, sheet.part(), reject)));
  }

  private Stream<Reject> toAskAbout() {
    return returned.rejects().stream().filter(r -> TO_ASK_ABOUT.contains(r.account())).sorted();
  }

  /** All that is said: who has not answered, what could not be read, what was changed. */
  List<Message> all() {
    if (returned.forms().isEmpty()) {
      return List.of(Message.of("inputs.forms-none", path, returned.none().orElseThrow()));
    }
    List<Message> notes = new ArrayList<>();
    answers.collected().forEach(year -> notes.addAll(silent(year)));
    toAskAbout().map(reject -> Message.of("inputs.form-reject", reject.told())).forEach(notes::add);
    List<Message> remarks = new ArrayList<>();
    returned.forms().forEach(form -> remarks.addAll(faults(form)));
    remarks.addAll(returned.missing());
    answers.strays().forEach(form -> remarks.add(stray(form)));
    unanswered.stream()
        .filter(owed -> owed.gap() == Gap.CELLS_EMPTY)
        .map(this::gaps)
        .forEach(remarks::add);
    notes.addAll(remarks.subList(0, Math.min(NAMED, remarks.size())));
    if (remarks.size() > NAMED) {
      notes.add(Message.of("inputs.form-more-changes", path, remarks.size() - NAMED));
    }
    return notes;
  }

  private Message stray(Form form) {
    return Message.of(
        "inputs.form-of-another-year",
        form.named().name(),
        told(form.year().orElseThrow()),
        answers.collected().stream().map(FormNotes::told).collect(Collectors.joining(", ")));
  }

  /** Which schools did not answer in a year, or not in part. */
  private List<Message> silent(int year) {
    List<Message> notes = new ArrayList<>();
    List<School> missing = owing(year, owed -> owed.gap() == Gap.NOT_RETURNED);
    if (!missing.isEmpty()) {
      notes.add(
          Message.of(
              "inputs.forms-not-returned",
              path,
              told(year),
              missing.size(),
              schools.size(),
              named(missing)));
    }
    List<School> empty = owing(year, owed -> owed.gap() == Gap.EMPTY);
    if (!empty.isEmpty()) {
      notes.add(
          Message.of("inputs.forms-returned-empty", path, told(year), empty.size(), named(empty)));
    }
    for (FormPart part : parts) {
      List<School> without =
          owing(
              year,
              owed ->
                  owed.gap() == Gap.SHEET_EMPTY && owed.part().filter(part::equals).isPresent());
      if (!without.isEmpty()) {
        notes.add(
            Message.of(
                "inputs.forms-sheet-empty",
                path,
                told(year),
                part.title(),
                without.size(),
                named(without)));
      }
    }
    return notes;
  }

  private List<School> owing(int year, Predicate<UnansweredForm> what) {
    return unanswered.stream()
        .filter(owed -> owed.year() == year)
        .filter(what)
        .map(owed -> schools.get(owed.schoolId()))
        .toList();
  }

  /** What a school left empty on a sheet that it filled in. */
  private Message gaps(UnansweredForm owed) {
    return Message.of(
        "inputs.form-gaps",
        path,
        told(owed.year()),
        named(List.of(schools.get(owed.schoolId()))),
        owed.part().orElseThrow().title(),
        owed.cells());
  }

  private List<Message> faults(Form form) {
    if (form.fault().isPresent()) {
      return List.of(form.fault().get());
    }
    String file = form.named().name();
    List<Message> faults = new ArrayList<>();
    form.sheets().forEach(sheet -> faults.addAll(sheet.changes()));
    for (FormPart part : parts) {
      List<FormSheet> own = form.sheets().stream().filter(s -> s.part() == part).toList();
      if (own.isEmpty()) {
        faults.add(Message.of("inputs.form-no-sheet", file, part.title()));
      }
      if (own.size() > 1) {
        faults.add(
            Message.of("inputs.form-sheet-twice", file, own.get(1).name(), own.get(0).name()));
      }
    }
    return faults;
  }

  private static String told(int year) {
    return Integer.toString(year);
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
