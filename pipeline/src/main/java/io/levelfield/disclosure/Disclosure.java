package io.levelfield.disclosure;

import io.levelfield.model.disclosure.PublicIndicator;
import io.levelfield.model.disclosure.PublicMeasure;
import io.levelfield.model.disclosure.PublicRow;
import io.levelfield.model.disclosure.Publication;
import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.support.IndicatorValue;
import io.levelfield.model.support.ProgrammeIndicator;
import io.levelfield.model.text.Message;
import io.levelfield.study.PublicSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The stage: what may be shown to everyone. Only results of schools by examination and the
 * programme's indicators are; each examination stands by itself, so that nothing of one can be told
 * from another. What has been public once stays as it was: the difference of two publications would
 * tell of the few pupils by whom they differ.
 */
public final class Disclosure {
  private Disclosure() {}

  /**
   * Decides what is public.
   *
   * @param indicators of the programme
   * @param earlier what earlier runs of the same output directory made public
   */
  public static Publication of(
      StudyData data,
      List<IndicatorValue> indicators,
      PublicSettings settings,
      Publication earlier) {
    List<Message> notes = new ArrayList<>();
    SortedMap<Measure, PublicMeasure> measures = measures(data, settings);
    List<Measure> kept =
        earlier.measures().stream()
            .filter(old -> measures.containsKey(old.measure()))
            .filter(old -> !measures.get(old.measure()).equals(old))
            .map(PublicMeasure::measure)
            .toList();
    earlier.measures().forEach(old -> measures.put(old.measure(), old));
    if (!kept.isEmpty()) {
      notes.add(
          Message.of(
              "disclosure.kept",
              kept.size(),
              kept.stream().map(Measure::toString).collect(Collectors.joining("; "))));
    }
    List<String> withheld =
        measures.values().stream()
            .filter(measure -> measure.rows().stream().allMatch(Disclosure::showsNothing))
            .map(measure -> measure.measure().toString())
            .toList();
    if (!withheld.isEmpty()) {
      notes.add(Message.of("disclosure.withheld", withheld.size(), String.join("; ", withheld)));
    }
    return new Publication(
        List.copyOf(measures.values()), indicators(indicators, settings, earlier), notes);
  }

  private static boolean showsNothing(PublicRow row) {
    return row.participants().isEmpty() && row.mean().isEmpty();
  }

  private static SortedMap<Measure, PublicMeasure> measures(
      StudyData data, PublicSettings settings) {
    Map<Measure, List<ResultTally>> tallies =
        data.tallies().stream().collect(Collectors.groupingBy(ResultTally::measure));
    SortedMap<Measure, PublicMeasure> measures = new TreeMap<>();
    tallies.forEach(
        (measure, own) ->
            measures.put(
                measure,
                MeasureDisclosure.of(
                    measure, own, Optional.ofNullable(data.minimums().get(measure)), settings)));
    return measures;
  }

  /** An indicator and its year. */
  private record Place(ProgrammeIndicator indicator, int year) {
    static Place of(PublicIndicator indicator) {
      return new Place(indicator.indicator(), indicator.year());
    }
  }

  /**
   * Those that count people stay as they were made public; facts and counts of schools may change.
   */
  private static List<PublicIndicator> indicators(
      List<IndicatorValue> values, PublicSettings settings, Publication earlier) {
    Map<Place, PublicIndicator> all =
        values.stream()
            .map(value -> IndicatorDisclosure.of(value, settings))
            .collect(Collectors.toMap(Place::of, Function.identity()));
    for (PublicIndicator old : earlier.indicators()) {
      boolean told = old.hidden() || old.value().isPresent();
      if (told && IndicatorDisclosure.OF_PEOPLE.contains(old.indicator())) {
        all.put(Place.of(old), old);
      }
    }
    return all.values().stream()
        .sorted(
            Comparator.comparing(PublicIndicator::indicator).thenComparing(PublicIndicator::year))
        .toList();
  }
}
