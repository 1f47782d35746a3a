package io.levelfield.run;

import io.levelfield.ingest.Ingest;
import io.levelfield.model.Findings;
import io.levelfield.model.InputsRefused;
import io.levelfield.model.StageResult;
import io.levelfield.model.cluster.EarlierRun;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.outcome.Outcomes;
import io.levelfield.model.quality.Quality;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.text.Language;
import io.levelfield.model.text.Message;
import io.levelfield.quality.QualityChecks;
import io.levelfield.stats.Replicates;
import io.levelfield.study.ContextIndexSettings;
import io.levelfield.study.Indicator;
import io.levelfield.study.OpenQuestions;
import io.levelfield.study.Study;
import io.levelfield.study.StudyLoader;
import io.levelfield.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says of a study's inputs what a run would, without its groups, and writes nothing. */
public final class InputCheck {
  private InputCheck() {}

  /**
   * What the inputs came to.
   *
   * @param data as far as they could be read
   * @param notes on questions left open in the study, and of a run without its groups, as far as it
   *     goes
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
    CopyAddress.require(study.outputs());
    try (var spark = LazySpark.onDemand(master)) {
      Path base = file.toAbsolutePath().getParent();
      try {
        Ingest.Reading reading = Ingest.survey(study, base, spark.workers());
        StudyData read = reading.data();
        StudyData data = OpenQuestions.in(file).map(read::noted).orElse(read);
        return reading.refusal().isPresent()
            ? refused(data, reading.refusal().get(), study, List.of())
            : analysed(data, study);
      } catch (Exception e) { // Scala's checked exceptions are not declared
        throw spark.failure(e);
      }
    }
  }

  /**
   * A study and what its inputs hold, for what is made of them without a run.
   *
   * @param study with its defaults
   */
  public record Inputs(Study study, StudyData data) {}

  /**
   * Reads the inputs alone.
   *
   * @throws io.levelfield.study.StudyProblem if the study cannot be understood
   * @throws InputsRefused if a run would not take the inputs
   */
  public static Inputs read(Path file, List<String> overrides, Optional<String> master) {
    Study study = StudyLoader.load(file, overrides);
    try (var spark = LazySpark.onDemand(master)) {
      try {
        return new Inputs(
            study, Ingest.read(study, file.toAbsolutePath().getParent(), spark.workers()));
      } catch (Exception e) { // Scala's checked exceptions are not declared
        throw spark.failure(e);
      }
    }
  }

  private static Checked analysed(StudyData data, Study study) {
    var progress = new Progress(ProgressConsole.nobody(), Texts.in(study.language()));
    try {
      Findings findings =
          new Analysis(study, data, EarlierRun.NONE, progress)
              .findings(Replicates.onAllCores(), Optional.empty());
      return new Checked(
          data,
          findings.warnings(),
          findings.quality().findings(),
          Optional.empty(),
          study.language());
    } catch (InputsRefused e) {
      return refused(data, e.told(), study, progress.given());
    }
  }

  /**
   * What is known of inputs that a run would not take.
   *
   * @param given what the stages gave before one of them refused
   */
  private static Checked refused(
      StudyData data, Message why, Study study, List<StageResult> given) {
    List<StageResult> known = new ArrayList<>(given);
    known.add(0, data);
    Optional<Quality> judged = only(Quality.class, given);
    Quality quality = judged.orElseGet(() -> quality(data, study, only(Outcomes.class, given)));
    if (judged.isEmpty()) {
      known.add(quality);
    }
    List<Message> notes = known.stream().flatMap(stage -> stage.notes().stream()).toList();
    return new Checked(data, notes, quality.findings(), Optional.of(why), study.language());
  }

  private static Quality quality(StudyData data, Study study, Optional<Outcomes> outcomes) {
    Map<String, Indicator> indicators = ContextIndexSettings.indicatorsOf(study.contextIndex());
    return outcomes
        .map(found -> QualityChecks.check(data, found, indicators, study.quality()))
        .orElseGet(() -> QualityChecks.ofInputs(data, indicators, study.quality()));
  }

  private static <T> Optional<T> only(Class<T> kind, List<StageResult> given) {
    return given.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }
}
