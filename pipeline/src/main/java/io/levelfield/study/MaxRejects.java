package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.model.text.Message;
import java.util.Map;

/**
 * How many rows of an input may be rejected: a share of its rows, or a number of rows whatever
 * their share, as a file of 18 rows may lose one. Written as a share, as a whole number of rows
 * from 2 on, or as {@code {share: …, rows: …}}, of which either suffices.
 *
 * @param share 0 to 1
 * @param rows 0 or more
 */
public record MaxRejects(double share, long rows) {
  private static final double DEFAULT_SHARE = 0.01;

  public MaxRejects {
    if (!(share >= 0 && share <= 1) || rows < 0) {
      throw new StudyProblem("", Message.of("study.max-rejects", rows < 0 ? rows : share));
    }
  }

  static MaxRejects defaults() {
    return new MaxRejects(DEFAULT_SHARE, 0);
  }

  /** However many there are. */
  static MaxRejects any() {
    return new MaxRejects(1, 0);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static MaxRejects of(JsonNode node) {
    if (node.isNumber()) {
      double number = node.doubleValue();
      boolean ofRows = number >= 2 && number == Math.rint(number);
      return ofRows ? new MaxRejects(0, (long) number) : new MaxRejects(number, 0);
    }
    JsonNode share = node.path("share");
    JsonNode rows = node.path("rows");
    int known = (share.isNumber() ? 1 : 0) + (rows.isIntegralNumber() ? 1 : 0);
    if (!node.isObject() || known == 0 || known != node.size()) {
      throw new StudyProblem("", Message.of("study.max-rejects", node.toString()));
    }
    return new MaxRejects(share.asDouble(0), rows.asLong(0));
  }

  @JsonValue
  Object written() {
    return rows == 0 ? share : Map.of("share", share, "rows", rows);
  }

  /** Whether so many of an input's rows may be rejected. */
  public boolean allow(long rejected, long ofRows) {
    return rejected <= share * ofRows || rejected <= rows;
  }

  /** As it stands in messages. */
  @Override
  public String toString() {
    return rows == 0 ? Double.toString(share) : share == 0 ? rows + "" : share + " / " + rows;
  }
}
