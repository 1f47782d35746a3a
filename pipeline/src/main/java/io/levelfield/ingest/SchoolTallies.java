package io.levelfield.ingest;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.TallyKey;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** One school's tallies: the accumulator of the fold of result rows. */
final class SchoolTallies {
  private final Map<Measure, TallyAccumulator> byMeasure = new HashMap<>();

  void add(Measure measure, TallyAccumulator tally) {
    byMeasure.merge(measure, tally, TallyAccumulator::merge);
  }

  /** Scores of all measures. */
  long pupils() {
    long pupils = 0;
    for (TallyAccumulator tally : byMeasure.values()) {
      pupils += tally.pupils();
    }
    return pupils;
  }

  /** Measures of which some pupil's row has no score. */
  Stream<Measure> withAbsent() {
    return byMeasure.entrySet().stream()
        .filter(entry -> entry.getValue().hasAbsent())
        .map(Map.Entry::getKey);
  }

  /** Says of which measures rows without a score are pupils who should have sat them. */
  void listAbsent(Set<Measure> listed) {
    byMeasure.forEach((measure, tally) -> tally.absentListed(listed.contains(measure)));
  }

  /** Measures that some pupil took. */
  Stream<Measure> taken() {
    return byMeasure.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(Map.Entry::getKey);
  }

  /** Leaves out measures that no pupil took: there is no result to speak of. */
  void keepTaken() {
    byMeasure.values().removeIf(TallyAccumulator::isEmpty);
  }

  boolean isEmpty() {
    return byMeasure.isEmpty();
  }

  SchoolTallies merge(SchoolTallies other) {
    other.byMeasure.forEach(this::add);
    return this;
  }

  Map<Measure, TallyAccumulator> byMeasure() {
    return byMeasure;
  }

  /**
   * The school's results, ordered by measure.
   *
   * @param minimumOf every measure that a school took
   */
  List<ResultTally> tallies(
      String school, SortedMap<Measure, Optional<Minimums.Minimum>> minimumOf) {
    List<ResultTally> tallies = new ArrayList<>(byMeasure.size());
    minimumOf.forEach(
        (measure, minimum) -> {
          TallyAccumulator own = byMeasure.get(measure);
          if (own != null) {
            tallies.add(own.tally(new TallyKey(school, measure), minimum));
          }
        });
    return tallies;
  }

  /** Writes schools' tallies; a measure is spelt out once and numbered from then on. */
  static void write(Map<String, SchoolTallies> schools, DataOutput out) throws IOException {
    Map<Measure, Integer> numbers = new LinkedHashMap<>();
    schools
        .values()
        .forEach(
            tallies ->
                tallies
                    .byMeasure
                    .keySet()
                    .forEach(measure -> numbers.putIfAbsent(measure, numbers.size())));
    out.writeInt(numbers.size());
    for (Measure measure : numbers.keySet()) {
      out.writeInt(measure.year());
      out.writeUTF(measure.procedure());
      out.writeUTF(measure.subject());
      out.writeUTF(measure.grade());
    }
    out.writeInt(schools.size());
    for (Map.Entry<String, SchoolTallies> school : schools.entrySet()) {
      Map<Measure, TallyAccumulator> byMeasure = school.getValue().byMeasure;
      out.writeUTF(school.getKey());
      out.writeInt(byMeasure.size());
      for (Map.Entry<Measure, TallyAccumulator> entry : byMeasure.entrySet()) {
        out.writeInt(numbers.get(entry.getKey()));
        entry.getValue().write(out);
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  static void read(DataInput in, BiConsumer<String, SchoolTallies> each) throws IOException {
    Measure[] measures = new Measure[in.readInt()];
    for (int i = 0; i < measures.length; i++) {
      measures[i] = new Measure(in.readInt(), in.readUTF(), in.readUTF(), in.readUTF());
    }
    int schools = in.readInt();
    for (int i = 0; i < schools; i++) {
      String school = in.readUTF();
      int size = in.readInt();
      var tallies = new SchoolTallies();
      for (int j = 0; j < size; j++) {
        tallies.add(measures[in.readInt()], TallyAccumulator.read(in));
      }
      each.accept(school, tallies);
    }
  }
}
