package io.levelfield.ingest;

import io.levelfield.ingest.ReturnedForms.Form;
import io.levelfield.ingest.ReturnedForms.Returned;
import io.levelfield.model.input.FormPart;
import io.levelfield.model.input.Reject;
import io.levelfield.model.input.RowAccount;
import io.levelfield.model.input.School;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of the forms that came back: whom to ask for one, and whom about which cell. */
final class FormNotes {
  /** Remarks made at most: where more was changed, something other than slips is amiss. */
  private static final int NAMED = 50;

  /** Empty cells of a sheet that are named. */
  private static final int CELLS_NAMED = 8;

  /** Accounts of rows whose cells a school is to be asked about; others are told of together. */
  private static final Set<RowAccount> TO_ASK_ABOUT =
      EnumSet.of(RowAccount.COUNTED, RowAccount.REJECTED);

  private final String path;
  private final Returned returned;
  private final List<FormPart> parts;
  private final Collection<School> schools;

  /**
   * @param path YAML path of the input
   * @param parts that the forms ask
   * @param schools that they were sent to, ordered
   */
  FormNotes(String path, Returned returned, List<FormPart> parts, Collection<School> schools) {
    this.path = path;
    this.returned = returned;
    this.parts = parts;
    this.schools = schools;
  }

  /** All that is said: who has not answered, what could not be read, what was changed. */
  List<Message> all() {
    if (returned.forms().isEmpty()) {
      return List.of(Message.of("inputs.forms-none", path, returned.none().orElseThrow()));
    }
    SortedMap<String, List<Form>> byYear = new TreeMap<>();
    for (Form form : returned.forms()) {
      form.year().ifPresent(year -> byYear.computeIfAbsent(year, y -> new ArrayList<>()).add(form));
    }
    Set<String> collected = collected(byYear);
    List<Message> notes = new ArrayList<>();
    collected.forEach(year -> notes.addAll(silent(year, byYear.get(year))));
    returned.rejects().stream()
        .filter(reject -> TO_ASK_ABOUT.contains(reject.account()))
        .sorted()
        .map(FormNotes::cell)
        .forEach(notes::add);
    List<Message> remarks = new ArrayList<>();
    returned.forms().forEach(form -> remarks.addAll(faults(form)));
    remarks.addAll(returned.missing());
    byYear.forEach(
        (year, forms) -> {
          if (collected.contains(year)) {
            remarks.addAll(gaps(year, forms));
          } else {
            forms.forEach(form -> remarks.add(stray(form, collected)));
          }
        });
    notes.addAll(remarks.subList(0, Math.min(NAMED, remarks.size())));
    if (remarks.size() > NAMED) {
      notes.add(Message.of("inputs.form-more-changes", path, remarks.size() - NAMED));
    }
    return notes;
  }

  /**
   * Years of which forms are wanted from all: that which most forms are of, later ones, and earlier
   * ones which most schools answered. A form of another year got among them.
   */
  private Set<String> collected(SortedMap<String, List<Form>> byYear) {
    Comparator<String> byAnswers = Comparator.comparingInt(year -> count(byYear.get(year)));
    return byYear.keySet().stream()
        .max(byAnswers.thenComparing(Comparator.naturalOrder()))
        .map(
            most ->
                byYear.keySet().stream()
                    .filter(
                        year ->
                            year.compareTo(most) >= 0
                                || 2 * count(byYear.get(year)) > schools.size())
                    .collect(Collectors.toCollection(TreeSet::new)))
        .orElseGet(TreeSet::new);
  }

  private static int count(List<Form> forms) {
    return schoolsOf(forms, form -> true).size();
  }

  private static Message stray(Form form, Set<String> collected) {
    return Message.of(
        "inputs.form-of-another-year",
        form.named().name(),
        form.year().orElseThrow(),
        String.join(", ", collected));
  }

  /** Which schools did not answer in a year, or not in part. */
  private List<Message> silent(String year, List<Form> forms) {
    List<Message> notes = new ArrayList<>();
    List<School> missing = without(schoolsOf(forms, form -> true));
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
    List<School> empty = without(schoolsOf(forms, Form::answered));
    empty.removeAll(missing);
    if (!empty.isEmpty()) {
      notes.add(Message.of("inputs.forms-returned-empty", path, year, empty.size(), named(empty)));
    }
    for (FormPart part : parts) {
      List<School> without = without(schoolsOf(forms, form -> form.answered(part)));
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

  /** What a school left empty on a sheet that it filled in, in all its copies. */
  private List<Message> gaps(String year, List<Form> forms) {
    Map<String, List<FormSheet>> bySchool = new HashMap<>();
    for (Form form : forms) {
      bySchool.computeIfAbsent(form.school(), school -> new ArrayList<>()).addAll(form.sheets());
    }
    List<Message> gaps = new ArrayList<>();
    for (School school : schools) {
      for (FormPart part : parts) {
        List<FormSheet> copies =
            bySchool.getOrDefault(school.id(), List.of()).stream()
                .filter(sheet -> sheet.part() == part && sheet.answered())
                .toList();
        List<String> empty =
            copies.stream()
                .limit(1)
                .flatMap(FormSheet::empty)
                .filter(own -> copies.stream().noneMatch(copy -> copy.isFilled(own.getKey())))
                .map(own -> own.getValue().sent() + " (" + own.getValue().cell() + ")")
                .toList();
        if (!empty.isEmpty()) {
          String cells =
              empty.stream().limit(CELLS_NAMED).collect(Collectors.joining("; "))
                  + (empty.size() > CELLS_NAMED ? "; …" : "");
          gaps.add(
              Message.of(
                  "inputs.form-gaps", path, year, named(List.of(school)), told(part), cells));
        }
      }
    }
    return gaps;
  }

  private static Message cell(Reject reject) {
    int sheetEnds = reject.column().lastIndexOf('!');
    return sheetEnds < 0 // of a row that was taken out there is no cell
        ? reject.told()
        : Message.of(
            "inputs.form-cell",
            reject.file(),
            reject.column().substring(0, sheetEnds),
            reject.column().substring(sheetEnds + 1),
            reject.value(),
            reject.reason());
  }

  private static Set<String> schoolsOf(List<Form> forms, Predicate<Form> which) {
    return forms.stream().filter(which).map(Form::school).collect(Collectors.toSet());
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

  private List<School> without(Set<String> codes) {
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
