package io.levelfield.draft;

import io.levelfield.model.UserProblem;
import io.levelfield.model.text.Message;
import io.levelfield.text.FileFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** No study can be proposed from these files, or it cannot be written. */
public final class DraftProblem extends UserProblem {
  private static final long serialVersionUID = 1L;

  private DraftProblem(Message told, Throwable cause) {
    super(told, cause);
  }

  static DraftProblem noSchools(List<Table> tables) {
    String files = tables.stream().map(Table::name).collect(Collectors.joining(", "));
    return new DraftProblem(Message.of("draft.no-schools", files), null);
  }

  static DraftProblem exists(Path file) {
    return new DraftProblem(Message.of("draft.exists", file.toString()), null);
  }

  static DraftProblem unwritable(Path file, IOException cause) {
    return new DraftProblem(
        Message.of("draft.unwritable", file.toString(), FileFault.of(cause)), cause);
  }
}
