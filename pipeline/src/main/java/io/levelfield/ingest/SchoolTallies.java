package io.levelfield.ingest;

import io.levelfield.model.Measure;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** One school's tallies: the accumulator of the fold of result rows. */
final class SchoolTallies {
  private final Map<Measure, TallyAccumulator> byMeasure = new HashMap<>();

  void add(Measure measure, TallyAccumulator tally) {
    byMeasure.merge(measure, tally, TallyAccumulator::merge);
  }

  SchoolTallies merge(SchoolTallies other) {
    other.byMeasure.forEach(this::add);
    return this;
  }

  Map<Measure, TallyAccumulator> byMeasure() {
    return byMeasure;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(byMeasure.size());
    for (Map.Entry<Measure, TallyAccumulator> entry : byMeasure.entrySet()) {
      Measure measure = entry.getKey();
      out.writeInt(measure.year());
      out.writeUTF(measure.procedure());
      out.writeUTF(measure.subject());
      out.writeUTF(measure.grade());
      entry.getValue().write(out);
    }
  }

  static SchoolTallies read(DataInput in) throws IOException {
    var tallies = new SchoolTallies();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      var measure = new Measure(in.readInt(), in.readUTF(), in.readUTF(), in.readUTF());
      tallies.add(measure, TallyAccumulator.read(in));
    }
    return tallies;
  }
}
