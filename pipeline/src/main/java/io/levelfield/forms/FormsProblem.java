package io.levelfield.forms;

import io.levelfield.model.UserProblem;
import io.levelfield.model.text.Message;
import io.levelfield.text.FileFault;
import java.io.IOException;
import java.nio.file.Path;

/** No forms can be written for a study, or not there. */
public final class FormsProblem extends UserProblem {
  private static final long serialVersionUID = 1L;

  private FormsProblem(Message told, Throwable cause) {
    super(told, cause);
  }

  static FormsProblem asksNothing() {
    return new FormsProblem(Message.of("forms.ask-nothing"), null);
  }

  static FormsProblem noYear(int year) {
    return new FormsProblem(Message.of("forms.no-year", Integer.toString(year)), null);
  }

  static FormsProblem allAnswered(int year) {
    return new FormsProblem(Message.of("forms.all-answered", Integer.toString(year)), null);
  }

  static FormsProblem exists(Path file) {
    return new FormsProblem(Message.of("forms.exists", file.toString()), null);
  }

  static FormsProblem unwritable(Path directory, IOException cause) {
    return new FormsProblem(
        Message.of("forms.unwritable", directory.toString(), FileFault.of(cause)), cause);
  }
}
