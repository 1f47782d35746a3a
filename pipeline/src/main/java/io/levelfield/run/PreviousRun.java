package io.levelfield.run;

import io.levelfield.model.EarlierGroups;
import io.levelfield.report.GroupModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a run takes over from the newest complete run of its output directory.
 *
 * @param groups to number and name groups after; absent where there is no such run
 * @param notes why groups could not be taken over
 */
record PreviousRun(Optional<EarlierGroups> groups, List<String> notes) {

  /** Nothing is taken over. */
  static final PreviousRun NONE = new PreviousRun(Optional.empty(), List.of());

  PreviousRun {
    notes = List.copyOf(notes);
  }

  /**
   * Reads it.
   *
   * @param out the output directory
   */
  static PreviousRun of(Path out) {
    Path latest = out.resolve("latest");
    if (!Files.exists(latest)) {
      return NONE;
    }
    try {
      Path run = latest.toRealPath();
      String id = run.getFileName().toString();
      Optional<EarlierGroups> groups =
          GroupModelFile.read(run)
              .map(saved -> new EarlierGroups(id, saved.model(), saved.earlier()));
      return new PreviousRun(groups, List.of());
    } catch (IOException e) {
      return new PreviousRun(
          Optional.empty(),
          List.of(
              "groups are numbered and named as if there had been none before: " + e.getMessage()));
    }
  }
}
