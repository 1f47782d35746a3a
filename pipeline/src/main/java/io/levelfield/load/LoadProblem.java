package io.levelfield.load;

import io.levelfield.model.NotHandedOn;
import io.levelfield.model.text.Message;
import java.nio.file.Path;

/** A run could not be loaded; the database holds what it held. */
public final class LoadProblem extends NotHandedOn {
  private static final long serialVersionUID = 1L;

  LoadProblem(Message told) {
    this(told, null);
  }

  LoadProblem(Message told, Throwable cause) {
    super(told, null, cause);
  }

  private LoadProblem(Path run, LoadProblem why) {
    super(Message.of("load.failed", run.toString(), why.told()), run.toString(), why);
  }

  /** The same problem, with what became of the run and the database. */
  LoadProblem leaving(Path run) {
    return new LoadProblem(run, this);
  }
}
