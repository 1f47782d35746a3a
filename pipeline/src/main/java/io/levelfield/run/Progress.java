package io.levelfield.run;

import io.levelfield.ingest.ReadMeter;
import io.levelfield.model.StageResult;
import io.levelfield.model.input.InputFile;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.text.Message;
import io.levelfield.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Tells a person at the console, or a nightly job's log, how far the run is: a line per stage that
 * is done, and of one that takes long how far it is.
 */
final class Progress {
  /** Stages of a run, in their order; the codes are those of {@code run.json}'s timings. */
  enum Stage {
    INGEST,
    OUTCOME,
    CONTEXT,
    ADJUSTMENT,
    CLUSTER,
    SIMILAR,
    QUALITY,
    IDENTIFY,
    SUPPORT,
    REPORT,
    PAGE
  }

  private static final double TICK_SECONDS = 0.5;

  /** Rows from which a second's worth of them is told; of fewer it says more of the start. */
  private static final long ROWS_TO_TELL_SPEED = 100_000;

  private final ProgressConsole console;
  private final Texts texts;
  private final ProgressWords words;
  private final ProgressLine line;
  private final LongSupplier nanos;
  private final ReadMeter meter = new ReadMeter();
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private final List<StageResult> given = new ArrayList<>();
  private final int width;

  Progress(ProgressConsole console, Texts texts) {
    this(console, texts, System::nanoTime);
  }

  /**
   * @param nanos clock
   */
  Progress(ProgressConsole console, Texts texts, LongSupplier nanos) {
    this.console = console;
    this.texts = texts;
    this.nanos = nanos;
    words = new ProgressWords(texts);
    line = new ProgressLine(console, words, nanos);
    int longest = 0;
    for (Stage stage : Stage.values()) {
      longest = Math.max(longest, name(stage).length());
    }
    width = longest;
  }

  /** Tells how far the stage of reading is. */
  ReadMeter meter() {
    return meter;
  }

  /** Runs a stage and tells what it came to. */
  <T extends StageResult> T stage(Stage stage, Supplier<T> work) {
    T result = stage(stage, work, StageResult::summary);
    given.add(result);
    return result;
  }

  /** What the stages gave that have been run, in their order. */
  List<StageResult> given() {
    return List.copyOf(given);
  }

  /** Runs a stage whose result is told in these words. */
  <T> T stage(Stage stage, Supplier<T> work, Function<T, Message> summary) {
    long startedAt = nanos.getAsLong();
    T result = watched(stage, work);
    double took = (nanos.getAsLong() - startedAt) / 1e9;
    seconds.put(Texts.code(stage), took);
    console
        .out()
        .printf(
            texts.language().locale(),
            "[%d/%d] %-" + width + "s  %s (%.1f %s%s)%n",
            seconds.size(),
            Stage.values().length,
            name(stage),
            texts.of(summary.apply(result)),
            took,
            texts.get("stage.seconds"),
            result instanceof StudyData data ? speed(data, took) : "");
    return result;
  }

  /** Runs a stage while a line tells how far it is. */
  private <T> T watched(Stage stage, Supplier<T> work) {
    String begins =
        String.format("[%d/%d] %s", seconds.size() + 1, Stage.values().length, name(stage));
    line.begin(begins, stage == Stage.INGEST ? meter::position : () -> ReadMeter.Position.NONE);
    var ticker = new Ticker(line::tick, TICK_SECONDS);
    try {
      return work.get();
    } finally {
      ticker.stop();
      line.end();
    }
  }

  /** Rows per second, where there were many; those of files that the cache holds were not read. */
  private String speed(StudyData data, double took) {
    long ofInputs = data.files().stream().mapToLong(InputFile::rows).sum();
    long rows = Math.min(ofInputs, meter.position().rows());
    return rows > ROWS_TO_TELL_SPEED ? ", " + words.rowsPerSecond(rows / took) : "";
  }

  private String name(Stage stage) {
    return texts.get("stage." + Texts.code(stage));
  }

  /** Seconds per stage, in their order. */
  Map<String, Double> seconds() {
    return seconds;
  }
}
