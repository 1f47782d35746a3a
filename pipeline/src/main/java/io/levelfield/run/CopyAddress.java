package io.levelfield.run;

import io.levelfield.model.text.Message;
import io.levelfield.remote.RunCopy;
import io.levelfield.study.OutputSettings;
import io.levelfield.study.StudyProblem;
import java.util.Optional;

/** Whether a run could be copied to where its study wants it, before hours are spent on it. */
final class CopyAddress {
  private CopyAddress() {}

  /**
   * Asks no other machine.
   *
   * @throws StudyProblem if there is no file system for such an address
   */
  static void require(OutputSettings outputs) {
    String address = outputs.copyTo().orElse("");
    Optional<Message> why = outputs.copyTo().flatMap(RunCopy::unknown);
    if (why.isPresent()) {
      throw new StudyProblem("outputs.copy_to", Message.of("inputs.at", address, why.get()));
    }
  }
}
