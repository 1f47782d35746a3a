package io.levelfield.ingest;

import io.levelfield.ingest.ReturnedForms.Form;
import io.levelfield.model.input.FormPart;
import io.levelfield.model.input.School;
import io.levelfield.model.input.UnansweredForm;
import io.levelfield.model.input.UnansweredForm.Gap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which schools answered the forms of which year, and what of them the others owe. */
final class FormAnswers {
  /** Empty cells of a sheet that are named. */
  private static final int CELLS_NAMED = 8;

  private final List<FormPart> parts;
  private final Collection<School> schools;
  private final NavigableMap<Integer, List<Form>> byYear = new TreeMap<>();
  private final NavigableSet<Integer> collected = new TreeSet<>();

  /**
   * @param returned forms, and files that are none
   * @param parts that the forms ask
   * @param schools that they were sent to, ordered
   */
  FormAnswers(List<Form> returned, List<FormPart> parts, Collection<School> schools) {
    this.parts = parts;
    this.schools = schools;
    for (Form form : returned) {
      form.year().ifPresent(year -> byYear.computeIfAbsent(year, y -> new ArrayList<>()).add(form));
    }
    collect();
  }

  /** The year that most forms are of, later ones, and earlier ones which most schools answered. */
  private void collect() {
    Comparator<Integer> byAnswers = Comparator.comparingInt(year -> answers(year));
    byYear.keySet().stream()
        .max(byAnswers.thenComparing(Comparator.naturalOrder()))
        .ifPresent(
            most ->
                byYear.keySet().stream()
                    .filter(year -> year >= most || 2 * answers(year) > schools.size())
                    .forEach(collected::add));
  }

  private int answers(int year) {
    return bySchool(year).size();
  }

  /** Years of which forms are wanted from all: a form of another year got among them. */
  NavigableSet<Integer> collected() {
    return collected;
  }

  /** Forms of years that are not collected, by year. */
  List<Form> strays() {
    return byYear.entrySet().stream()
        .filter(year -> !collected.contains(year.getKey()))
        .flatMap(year -> year.getValue().stream())
        .toList();
  }

  /** What schools owe of the years that are collected, by year, then in the order of schools. */
  List<UnansweredForm> unanswered() {
    List<UnansweredForm> unanswered = new ArrayList<>();
    for (int year : collected) {
      Map<String, List<Form>> bySchool = bySchool(year);
      for (School school : schools) {
        unanswered.addAll(owed(school.id(), year, bySchool.getOrDefault(school.id(), List.of())));
      }
    }
    return unanswered;
  }

  private Map<String, List<Form>> bySchool(int year) {
    return byYear.get(year).stream().collect(Collectors.groupingBy(Form::school));
  }

  /**
   * @param copies of its form that a school returned
   */
  private List<UnansweredForm> owed(String school, int year, List<Form> copies) {
    if (copies.isEmpty()) {
      return List.of(UnansweredForm.whole(school, year, Gap.NOT_RETURNED));
    }
    if (copies.stream().noneMatch(Form::answered)) {
      return List.of(UnansweredForm.whole(school, year, Gap.EMPTY));
    }
    List<UnansweredForm> owed = new ArrayList<>();
    for (FormPart part : parts) {
      List<FormSheet> sheets =
          copies.stream()
              .flatMap(form -> form.sheets().stream())
              .filter(sheet -> sheet.part() == part && sheet.answered())
              .toList();
      if (sheets.isEmpty()) {
        owed.add(UnansweredForm.sheet(school, year, part));
      } else {
        String cells = emptyCells(sheets);
        if (!cells.isEmpty()) {
          owed.add(UnansweredForm.empty(school, year, part, cells));
        }
      }
    }
    return owed;
  }

  /** What is empty in all copies of a sheet. */
  private static String emptyCells(List<FormSheet> copies) {
    List<String> empty =
        copies
            .get(0)
            .empty()
            .filter(own -> copies.stream().noneMatch(copy -> copy.isFilled(own.getKey())))
            .map(own -> own.getValue().sent() + " (" + own.getValue().cell() + ")")
            .toList();
    return empty.stream().limit(CELLS_NAMED).collect(Collectors.joining("; "))
        + (empty.size() > CELLS_NAMED ? "; …" : "");
  }
}
