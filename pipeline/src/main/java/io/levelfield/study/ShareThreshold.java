package io.levelfield.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.model.text.Message;

/**
 * The share below the minimum from which a result counts as low. The tables' probability and the
 * label's rule speak of one share, so a study that names it in one place means both.
 */
final class ShareThreshold {
  private ShareThreshold() {}

  /**
   * Fills in the place that the study leaves out.
   *
   * @param study changed in place
   * @throws StudyProblem if it names two different shares
   */
  static void fillIn(ObjectNode study) {
    JsonNode ofTables = study.path("outcome").path("share_threshold");
    JsonNode ofLabel = study.path("identify").path("low_result").path("share_below");
    if (ofTables.isNumber() && ofLabel.isNumber()) {
      if (ofTables.doubleValue() != ofLabel.doubleValue()) {
        throw new StudyProblem(
            "outcome.share_threshold",
            Message.of("study.two-thresholds", ofTables.asText(), ofLabel.asText()));
      }
    } else if (isShare(ofTables)) {
      section(section(study, "identify"), "low_result").set("share_below", ofTables);
    } else if (isShare(ofLabel)) {
      section(study, "outcome").set("share_threshold", ofLabel);
    }
  }

  /** What is no share is told of where it stands, and not where it would be filled in. */
  private static boolean isShare(JsonNode value) {
    return value.isNumber() && value.doubleValue() > 0 && value.doubleValue() < 1;
  }

  /** The section, made where it is missing; one that is no section is told of elsewhere. */
  private static ObjectNode section(ObjectNode parent, String key) {
    if (parent.get(key) instanceof ObjectNode section) {
      return section;
    }
    boolean missing = !parent.hasNonNull(key);
    return missing ? parent.putObject(key) : parent.objectNode();
  }
}
