package io.levelfield.run;

import io.levelfield.ingest.Ingest;
import io.levelfield.model.StudyData;
import io.levelfield.study.Study;
import io.levelfield.study.StudyLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads a study's inputs and nothing more. */
public final class InputCheck {
  private InputCheck() {}

  /**
   * Reads the inputs, however many rows are rejected.
   *
   * @throws io.levelfield.study.StudyProblem if the study cannot be understood
   * @throws io.levelfield.model.InputsRefused if an input cannot be read at all
   */
  public static StudyData check(Path file, List<String> overrides, Optional<String> master) {
    Study study = StudyLoader.load(file, overrides);
    try (var spark = new SparkRuntime(master)) {
      return Ingest.read(study, file.toAbsolutePath().getParent(), spark::context);
    }
  }
}
