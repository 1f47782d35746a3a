package io.levelfield.run;

import io.levelfield.ingest.Ingest;
import io.levelfield.model.Findings;
import io.levelfield.model.InputsRefused;
import io.levelfield.model.cluster.EarlierRun;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.text.Language;
import io.levelfield.model.text.Message;
import io.levelfield.quality.Plausibility;
import io.levelfield.stats.Replicates;
import io.levelfield.study.ContextIndexSettings;
import io.levelfield.study.Study;
import io.levelfield.study.StudyLoader;
import io.levelfield.text.Texts;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says of a study's inputs what a run would, without its groups, and writes nothing. */
public final class InputCheck {
  private InputCheck() {}

  /**
   * What the inputs came to.
   *
   * @param data as far as they could be read
   * @param notes of a run without its groups, as far as it goes
   * @param questions to the schools
   * @param refusal why a run does not take them; absent where it does
   * @param language of the study
   */
  public record Checked(
      StudyData data,
      List<Message> notes,
      List<QualityFinding> questions,
      Optional<Message> refusal,
      Language language) {}

  /**
   * Reads the inputs and runs the stages that are quick.
   *
   * @throws io.levelfield.study.StudyProblem if the study cannot be understood
   */
  public static Checked check(Path file, List<String> overrides, Optional<String> master) {
    Study study = StudyLoader.load(file, overrides);
    try (var spark = LazySpark.onDemand(master)) {
      Path base = file.toAbsolutePath().getParent();
      try {
        Ingest.Reading reading = Ingest.survey(study, base, spark.workers());
        return reading.refusal().isPresent()
            ? refused(reading.data(), reading.refusal().get(), study)
            : analysed(reading.data(), study);
      } catch (Exception e) { // Scala's checked exceptions are not declared
        throw spark.failure(e);
      }
    }
  }

  private static Checked analysed(StudyData data, Study study) {
    var nobody = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    var progress = new Progress(nobody, Texts.in(study.language()));
    try {
      Findings findings =
          new Analysis(study, data, EarlierRun.NONE, progress)
              .findings(Replicates.inThisThread(), Optional.empty());
      return new Checked(
          data,
          findings.warnings(),
          findings.quality().findings(),
          Optional.empty(),
          study.language());
    } catch (InputsRefused e) {
      return refused(data, e.told(), study);
    }
  }

  private static Checked refused(StudyData data, Message why, Study study) {
    var plausibility =
        Plausibility.of(
            data, ContextIndexSettings.indicatorsOf(study.contextIndex()), study.quality());
    List<Message> notes =
        Stream.concat(data.notes().stream(), plausibility.notes().stream()).toList();
    return new Checked(data, notes, List.of(), Optional.of(why), study.language());
  }
}
