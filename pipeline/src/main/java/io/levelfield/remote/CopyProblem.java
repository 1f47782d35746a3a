package io.levelfield.remote;

import io.levelfield.model.NotHandedOn;
import io.levelfield.model.text.Message;
import java.nio.file.Path;

/** A run could not be copied; what lies at the address names the run of before. */
public final class CopyProblem extends NotHandedOn {
  private static final long serialVersionUID = 1L;

  CopyProblem(Path run, String address, Exception cause) {
    super(
        Message.of("copy.failed", run.toString(), address, RemotePaths.reason(cause)),
        run.toString(),
        cause);
  }
}
