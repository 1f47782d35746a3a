package io.levelfield.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.cluster.FinalFit;
import io.levelfield.cluster.MllibFinalFit;
import io.levelfield.ingest.Ingest;
import io.levelfield.model.Findings;
import io.levelfield.model.GroupModel;
import io.levelfield.model.StudyData;
import io.levelfield.report.GroupModelFile;
import io.levelfield.report.Json;
import io.levelfield.report.ReportWriter;
import io.levelfield.stats.Replicates;
import io.levelfield.study.ClusterSettings;
import io.levelfield.study.Study;
import io.levelfield.study.StudyLoader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The main job: reads a study's inputs, runs the stages, writes and publishes the run. */
public final class Pipeline {
  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
  private static final int STAGES = 7;
  private static final DateTimeFormatter RUN_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  /** Below this many schools a task costs more to start than a replicate to run. */
  private static final int FEW_SCHOOLS = 2_000;

  private Pipeline() {}

  /**
   * A run that was published.
   *
   * @param directory of the run
   * @param latest the link that now points to it
   */
  public record Published(Study study, Findings findings, Path directory, Path latest) {}

  /**
   * Runs a study.
   *
   * @param console where progress is told
   * @throws io.levelfield.study.StudyProblem if the study cannot be understood
   * @throws io.levelfield.model.InputsRefused if its inputs cannot be used; nothing is published
   * @throws OutputProblem if the output directory cannot be written or is held by another run
   */
  public static Published run(RunOptions options, PrintStream console) {
    Study study = StudyLoader.load(options.study(), options.overrides());
    var manifest = new Manifest(study);
    Path out = options.out().orElse(Path.of("out", study.study()));
    String runId =
        RUN_TIME.format(Instant.now()) + "-" + manifest.configurationHash().substring(0, 8);
    try (RunDirectory directory = RunDirectory.stage(out, runId);
        RunLog log = RunLog.openAt(directory.staging().resolve(RunDirectory.LOG))) {
      LOG.info("study {} from {}, log {}", study.study(), options.study(), log.file());
      Findings findings = runStages(options, study, manifest, runId, directory, console);
      return new Published(study, findings, directory.publish(), out.resolve("latest"));
    } catch (IOException | UncheckedIOException e) {
      throw OutputProblem.unwritable("cannot write to " + out + ": " + e, e);
    }
  }

  private static Findings runStages(
      RunOptions options,
      Study study,
      Manifest manifest,
      String runId,
      RunDirectory directory,
      PrintStream console)
      throws IOException {
    var progress = new Progress(console, STAGES);
    // Spark starts while the small tables are read.
    try (var spark = new LazySpark(options.master())) {
      progress.begin("ingest");
      Path base = options.study().toAbsolutePath().getParent();
      StudyData data = Ingest.read(study, base, () -> spark.get().context());
      progress.end(summary(data));
      Path model = Files.createDirectories(directory.staging().resolve("model"));
      Replicates replicates =
          data.schools().size() < FEW_SCHOOLS
              ? Replicates.inThisThread()
              : spark.get().replicates();
      PreviousRun previous =
          study.clusters().orElse(ClusterSettings.defaults()).keepNames()
              ? PreviousRun.of(directory.out())
              : PreviousRun.NONE;
      Findings findings =
          new Analysis(study, data, previous, progress)
              .findings(replicates, () -> finalFit(spark.get(), model));
      progress.begin("report");
      Map<String, Integer> tables =
          ReportWriter.write(findings, study.language(), directory.staging());
      if (findings.grouping().isPresent()) {
        GroupModelFile.write(
            GroupModel.of(findings.grouping().get()),
            findings.history().earlier(),
            directory.staging());
      }
      progress.end(tables.size() + " tables as CSV and Parquet");
      ObjectNode json = manifest.json(runId, findings, tables, progress.seconds());
      Json.write(json, directory.staging().resolve("run.json"));
      return findings;
    }
  }

  private static FinalFit finalFit(SparkRuntime spark, Path model) {
    return MllibFinalFit.on(spark.context()).savingTo(model);
  }

  private static String summary(StudyData data) {
    long rows = data.files().stream().mapToLong(file -> file.rows()).sum();
    return "%d schools, %d files, %,d rows, %d rejected"
        .formatted(data.schools().size(), data.files().size(), rows, data.rejects().size());
  }

  /** Starts Spark in the background and waits for it only when it is needed. */
  private static final class LazySpark implements AutoCloseable {
    private final CompletableFuture<SparkRuntime> starting;

    LazySpark(Optional<String> master) {
      starting = CompletableFuture.supplyAsync(() -> new SparkRuntime(master));
    }

    SparkRuntime get() {
      return starting.join();
    }

    @Override
    public void close() {
      // A start that failed has told so where Spark was needed.
      starting.thenAccept(SparkRuntime::close).exceptionally(failure -> null).join();
    }
  }
}
