package io.levelfield.run;

import io.levelfield.ingest.Ingest;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.text.Language;
import io.levelfield.model.text.Message;
import io.levelfield.study.Study;
import io.levelfield.study.StudyLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads a study's inputs as a run would, and nothing more. */
public final class InputCheck {
  private InputCheck() {}

  /**
   * What the inputs came to.
   *
   * @param data as far as they could be read
   * @param refusal why a run does not take them; absent where it does
   * @param language of the study
   */
  public record Checked(StudyData data, Optional<Message> refusal, Language language) {}

  /**
   * Reads the inputs.
   *
   * @throws io.levelfield.study.StudyProblem if the study cannot be understood
   */
  public static Checked check(Path file, List<String> overrides, Optional<String> master) {
    Study study = StudyLoader.load(file, overrides);
    try (var spark = LazySpark.onDemand(master)) {
      Path base = file.toAbsolutePath().getParent();
      try {
        Ingest.Reading reading = Ingest.survey(study, base, spark.workers());
        return new Checked(reading.data(), reading.refusal(), study.language());
      } catch (Exception e) { // Scala's checked exceptions are not declared
        throw spark.failure(e);
      }
    }
  }
}
