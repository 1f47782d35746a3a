package io.levelfield.study;

import io.levelfield.model.UserProblem;
import io.levelfield.model.text.Message;

/** Something in the study that the user must change; what is told starts with its YAML path. */
public final class StudyProblem extends UserProblem {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final Message explanation;

  /**
   * @param path YAML path of the setting at fault, e.g. {@code clusters.k}; empty for the whole
   * @param explanation the value found, what was expected and what to do
   */
  public StudyProblem(String path, Message explanation) {
    super(path.isEmpty() ? explanation : Message.of("study.at", path, explanation), null);
    this.path = path;
    this.explanation = explanation;
  }

  /** YAML path of the setting at fault. */
  String path() {
    return path;
  }

  /** The same problem seen from an enclosing setting. */
  StudyProblem within(String outer) {
    if (outer.isEmpty()) {
      return this;
    }
    String joined =
        path.isEmpty() ? outer : path.startsWith("[") ? outer + path : outer + "." + path;
    return new StudyProblem(joined, explanation);
  }
}
