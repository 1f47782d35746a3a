package io.levelfield.run;

import io.levelfield.remote.RunCopy;
import io.levelfield.study.OutputSettings;
import io.levelfield.study.StudyProblem;

/** Whether a run could be copied to where its study wants it, before hours are spent on it. */
final class CopyAddress {
  private CopyAddress() {}

  /**
   * Asks no other machine.
   *
   * @throws StudyProblem if there is no file system for such an address
   */
  static void require(OutputSettings outputs) {
    outputs
        .copyTo()
        .flatMap(RunCopy::unknown)
        .ifPresent(
            why -> {
              throw new StudyProblem("outputs.copy_to", why);
            });
  }
}
