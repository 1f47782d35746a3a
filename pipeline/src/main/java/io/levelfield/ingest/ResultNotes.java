package io.levelfield.ingest;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is suspicious in results that were read without a fault. */
final class ResultNotes {
  private static final int NAMED = 5;

  private ResultNotes() {}

  /** Notes for people, none where nothing is. */
  static List<Message> of(List<ResultTally> tallies, Minimums minimums) {
    List<Message> notes = new ArrayList<>();
    var takers = MeasureTakers.of(tallies);
    Set<Measure> measures = takers.byMeasure().keySet();
    spellings(measures, Measure::procedure, notes);
    measures.stream()
        .collect(Collectors.groupingBy(Measure::procedure, TreeMap::new, Collectors.toSet()))
        .values()
        .forEach(ofProcedure -> spellings(ofProcedure, Measure::subject, notes));
    notes.addAll(TwoNames.notes(takers));
    List<Set<String>> sets = ComparableSchools.of(takers);
    if (sets.size() > 1) {
      Set<String> apart = sets.get(sets.size() - 1);
      notes.add(Message.of("inputs.not-comparable", sets.size(), apart.size(), named(apart)));
    }
    List<String> unused = minimums.unused(measures);
    if (!unused.isEmpty()) {
      notes.add(Message.of("inputs.minimums-unused", unused.size(), named(unused)));
    }
    List<String> without =
        tallies.stream()
            .filter(tally -> tally.belowMinimum().isEmpty())
            .map(ResultTally::measure)
            .distinct()
            .map(measure -> measure.procedure() + " " + measure.subject())
            .distinct()
            .sorted()
            .toList();
    if (!minimums.isEmpty() && !without.isEmpty()) {
      notes.add(Message.of("inputs.without-minimum", without.size(), named(without)));
    }
    return notes;
  }

  private static void spellings(
      Set<Measure> measures, Function<Measure, String> property, List<Message> notes) {
    Spelling.alike(measures.stream().map(property).collect(Collectors.toSet()))
        .forEach(same -> notes.add(Message.of("inputs.spelt-alike", quoted(same))));
  }

  static String quoted(List<String> names) {
    return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
  }

  private static String named(Collection<String> names) {
    return names.stream().limit(NAMED).collect(Collectors.joining(", "))
        + (names.size() > NAMED ? " …" : "");
  }
}
