package io.levelfield.run;

import io.levelfield.model.UserProblem;
import io.levelfield.model.text.Message;

/** The Spark cluster that was named cannot be used, or did not finish the job. */
final class ClusterProblem extends UserProblem {
  private static final long serialVersionUID = 1L;

  ClusterProblem(String master, Message explanation, Throwable cause) {
    super(Message.of("study.at", "--master " + master, explanation), cause);
  }
}
