package io.levelfield.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.disclosure.Disclosure;
import io.levelfield.ingest.FileCache;
import io.levelfield.ingest.Ingest;
import io.levelfield.model.Findings;
import io.levelfield.model.InputsRefused;
import io.levelfield.model.UserProblem;
import io.levelfield.model.cluster.EarlierRun;
import io.levelfield.model.cluster.GroupModel;
import io.levelfield.model.disclosure.Publication;
import io.levelfield.model.input.Reject;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.text.Message;
import io.levelfield.page.RunPages;
import io.levelfield.report.GroupModelFile;
import io.levelfield.report.Json;
import io.levelfield.report.PublicState;
import io.levelfield.report.PublishedRun;
import io.levelfield.report.ReportWriter;
import io.levelfield.run.Progress.Stage;
import io.levelfield.stats.Replicates;
import io.levelfield.study.ClusterSettings;
import io.levelfield.study.OpenQuestions;
import io.levelfield.study.OutputSettings;
import io.levelfield.study.Study;
import io.levelfield.study.StudyLoader;
import io.levelfield.text.FileFault;
import io.levelfield.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The main job: reads a study's inputs, runs the stages, writes and publishes the run. */
public final class Pipeline {
  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
  private static final DateTimeFormatter RUN_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  /** Below this many schools a task costs more to start than a replicate to run. */
  private static final int FEW_SCHOOLS = 2_000;

  /** Where tallies of files lie, below the output directory. */
  private static final String CACHE = ".cache";

  private final RunOptions options;
  private final Study study;
  private final Texts texts;
  private final Manifest manifest;
  private final RunDirectory directory;
  private final Progress progress;

  private Pipeline(
      RunOptions options,
      Study study,
      Manifest manifest,
      RunDirectory directory,
      ProgressConsole console) {
    this.options = options;
    this.study = study;
    this.texts = Texts.in(study.language());
    this.manifest = manifest;
    this.directory = directory;
    this.progress = new Progress(console, texts);
  }

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
  public static Published run(RunOptions options, ProgressConsole console) {
    Study study = StudyLoader.load(options.study(), options.overrides());
    CopyAddress.require(study.outputs());
    var manifest = new Manifest(study);
    Path out = options.out().orElse(Path.of("out", study.study()));
    String runId =
        RUN_TIME.format(Instant.now()) + "-" + manifest.configurationHash().substring(0, 8);
    try (RunDirectory directory = RunDirectory.stage(out, runId)) {
      Findings findings = new Pipeline(options, study, manifest, directory, console).logged(runId);
      return new Published(
          study, findings, directory.publish(study.outputs().keep()), out.resolve("latest"));
    } catch (IOException e) {
      throw RunDirectory.unwritable(out, e);
    }
  }

  /** Runs the stages under a log of their own, which also tells of a failure. */
  private Findings logged(String runId) throws IOException {
    try (RunLog log = RunLog.openAt(directory.staging().resolve(RunDirectory.LOG))) {
      LOG.info("study {} from {}, log {}", study.study(), options.study(), log.file());
      try {
        return stages(runId);
      } catch (UserProblem e) {
        LOG.error(texts.of(e.told()), e);
        throw e;
      } catch (RuntimeException | IOException e) {
        LOG.error("failed", e);
        throw e;
      }
    }
  }

  private Findings stages(String runId) throws IOException {
    try (var spark = LazySpark.starting(options.master());
        var model =
            new GroupModelFit(() -> spark.get().context(), directory.staging().resolve("model"))) {
      try {
        return stages(runId, spark, model);
      } catch (IOException | UserProblem e) {
        throw e;
      } catch (Exception e) { // Scala's checked exceptions are not declared
        throw spark.failure(e);
      }
    }
  }

  private Findings stages(String runId, LazySpark spark, GroupModelFit model) throws IOException {
    Path base = options.study().toAbsolutePath().getParent();
    StudyData data = progress.stage(Stage.INGEST, () -> read(base, spark));
    Replicates replicates = replicates(data, spark);
    boolean keepNames = study.clusters().orElse(ClusterSettings.defaults()).keepNames();
    EarlierRun earlier = keepNames ? PublishedRun.earlier(directory.out()) : EarlierRun.NONE;
    Findings findings =
        new Analysis(study, data, earlier, progress).findings(replicates, Optional.of(model));
    Publication earlierPublic = PublicState.earlier(directory.out());
    Optional<Publication> published =
        study
            .outputs()
            .publicTables()
            .map(own -> Disclosure.of(data, findings.support().indicators(), own, earlierPublic));
    Map<String, Integer> tables =
        progress.stage(
            Stage.REPORT,
            () -> report(findings, model, published, earlierPublic),
            written -> Message.of("report.summary", written.size()));
    List<Message> warnings = new ArrayList<>(findings.warnings());
    published.ifPresent(own -> warnings.addAll(own.notes()));
    writeManifest(runId, findings, warnings, tables);
    OutputSettings wanted = study.outputs();
    progress.stage(
        Stage.PAGE,
        () -> RunPages.write(PublishedRun.at(directory.staging()), wanted.html(), wanted.office()),
        pages -> Message.of("report.pages", pages.size()));
    // now with the seconds of the pages made from it
    writeManifest(runId, findings, warnings, tables);
    return findings;
  }

  /** Where replicates run: few schools' on this machine's cores, many schools' on Spark. */
  static Replicates replicates(StudyData data, LazySpark spark) {
    return data.schools().size() < FEW_SCHOOLS ? Replicates.onAllCores() : spark.get().replicates();
  }

  private void writeManifest(
      String runId, Findings findings, List<Message> warnings, Map<String, Integer> tables)
      throws IOException {
    ObjectNode json = manifest.json(runId, findings, warnings, tables, progress.seconds());
    Json.write(json, directory.staging().resolve("run.json"));
  }

  /** Reads the inputs; what was rejected is kept where they are refused for it. */
  private StudyData read(Path base, LazySpark spark) {
    Ingest.Reading reading = cached(base, spark);
    if (reading.refusal().isPresent()) {
      Message why = reading.refusal().get();
      List<Reject> rejects = reading.data().rejects();
      if (rejects.isEmpty()) {
        throw new InputsRefused(why);
      }
      try {
        Path file = directory.staging().resolve(RunDirectory.REJECTS);
        ReportWriter.writeRejects(rejects, study.language(), file);
        String kept = directory.failed(RunDirectory.REJECTS).toString();
        throw new InputsRefused(Message.of("then", why, Message.of("run.rejects-kept", kept)));
      } catch (IOException e) {
        throw RunDirectory.unwritable(directory.out(), e);
      }
    }
    StudyData read = reading.data();
    return OpenQuestions.in(options.study()).map(read::noted).orElse(read);
  }

  /** Reads the inputs, and keeps of files what need not be read again by the next run. */
  private Ingest.Reading cached(Path base, LazySpark spark) {
    FileCache cache =
        study.outputs().cache()
            ? FileCache.in(directory.out().resolve(CACHE), ProgramBuild.id())
            : FileCache.none();
    Ingest.Reading reading = Ingest.survey(study, base, spark.workers(progress.meter()), cache);
    cache.sweep();
    cache.told().forEach(told -> LOG.info(texts.of(told)));
    cache.directory().ifPresent(this::close);
    return reading;
  }

  /** Closes the cache's files to others, as all of a run's; its directory was closed when made. */
  private void close(Path cache) {
    try {
      DurableFiles.settle(cache);
    } catch (IOException e) {
      LOG.warn(texts.of(Message.of("cache.unwritable", cache.toString(), FileFault.of(e))), e);
    }
  }

  private Map<String, Integer> report(
      Findings findings,
      GroupModelFit model,
      Optional<Publication> published,
      Publication earlierPublic) {
    try {
      OutputSettings outputs = study.outputs();
      var forms =
          new ReportWriter.Forms(outputs.xlsx(), outputs.csv() == OutputSettings.Csv.EXCEL_RU);
      Map<String, Integer> tables =
          ReportWriter.write(findings, study.language(), forms, directory.staging());
      if (published.isPresent()) {
        ReportWriter.writePublic(
            published.get(), findings, study.language(), forms, directory.staging());
      }
      Publication everPublic = published.orElse(earlierPublic);
      if (!everPublic.isEmpty()) {
        PublicState.write(everPublic, directory.staging());
      }
      if (findings.groups().grouping().isPresent()) {
        model.finish();
        GroupModelFile.write(
            GroupModel.of(findings.groups().grouping().get()),
            findings.groups().history().earlier(),
            directory.staging());
      }
      return tables;
    } catch (IOException e) {
      throw RunDirectory.unwritable(directory.out(), e);
    } catch (UncheckedIOException e) {
      throw RunDirectory.unwritable(directory.out(), e.getCause());
    }
  }
}
