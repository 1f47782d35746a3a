package io.levelfield.run;

import io.levelfield.ingest.Ingest;
import io.levelfield.model.StudyData;
import io.levelfield.study.Study;
import io.levelfield.study.StudyLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a study's inputs and nothing more. */
public final class InputCheck {
  private static final String TOLERATE_ALL = "max_rejects=1";

  private InputCheck() {}

  /**
   * What the inputs came to.
   *
   * @param data as read, however many rows were rejected
   * @param acceptable whether a run would take them: no file has more rejects than the study allows
   */
  public record Checked(StudyData data, boolean acceptable) {}

  /**
   * Reads the inputs.
   *
   * @throws io.levelfield.study.StudyProblem if the study cannot be understood
   * @throws io.levelfield.model.InputsRefused if an input cannot be read at all
   */
  public static Checked check(Path file, List<String> overrides, Optional<String> master) {
    double allowed = StudyLoader.load(file, overrides).maxRejects();
    List<String> tolerant = new ArrayList<>(overrides);
    tolerant.add(TOLERATE_ALL);
    Study study = StudyLoader.load(file, tolerant);
    try (var spark = new SparkRuntime(master)) {
      StudyData data = Ingest.read(study, file.toAbsolutePath().getParent(), spark::context);
      boolean acceptable =
          data.files().stream().allMatch(read -> read.rejected() <= allowed * read.rows());
      return new Checked(data, acceptable);
    }
  }
}
