package io.levelfield.remote;

import io.levelfield.model.UserProblem;
import io.levelfield.model.text.Message;
import java.nio.file.Path;

/** A run is published, but could not be copied to where the study wants it too. */
public final class CopyProblem extends UserProblem {
  private static final long serialVersionUID = 1L;

  CopyProblem(Path run, String address, Exception cause) {
    super(Message.of("copy.failed", run.toString(), address, RemotePaths.reason(cause)), cause);
  }
}
