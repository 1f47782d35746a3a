package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.levelfield.model.text.Message;
import java.io.Serializable;
import java.util.List;

/** A closed range of numbers, written {@code [lowest, highest]}. */
public record Range(double lowest, double highest) implements Serializable {

  public Range {
    if (!(lowest <= highest)) {
      throw new StudyProblem(
          "", Message.of("study.empty-range", Double.toString(lowest), Double.toString(highest)));
    }
  }

  @JsonCreator
  static Range of(List<Double> ends) {
    if (ends.size() != 2 || ends.contains(null)) {
      throw new StudyProblem("", Message.of("study.no-range", ends.toString()));
    }
    return new Range(ends.get(0), ends.get(1));
  }

  @JsonValue
  List<Double> ends() {
    return List.of(lowest, highest);
  }

  public boolean contains(double value) {
    return value >= lowest && value <= highest;
  }

  @Override
  public String toString() {
    return "[" + plain(lowest) + ", " + plain(highest) + "]";
  }

  /** Whole numbers without {@code .0}. */
  private static String plain(double end) {
    String text = Double.toString(end);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
