package io.levelfield.study;

/** Something in the study that the user must change; the message starts with its YAML path. */
public final class StudyProblem extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final String explanation;

  /**
   * @param path YAML path of the setting at fault, e.g. {@code clusters.k}; empty for the whole
   * @param explanation the value found, what was expected and what to do
   */
  public StudyProblem(String path, String explanation) {
    super(path.isEmpty() ? explanation : path + ": " + explanation);
    this.path = path;
    this.explanation = explanation;
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
