package io.levelfield.run;

import io.levelfield.model.StageResult;
import io.levelfield.model.text.Message;
import io.levelfield.text.Texts;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Tells a person at the console, or a nightly job's log, how far the run is: a line per stage. */
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

  private final PrintStream console;
  private final Texts texts;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private final List<StageResult> given = new ArrayList<>();
  private final int width;

  Progress(PrintStream console, Texts texts) {
    this.console = console;
    this.texts = texts;
    int longest = 0;
    for (Stage stage : Stage.values()) {
      longest = Math.max(longest, name(stage).length());
    }
    width = longest;
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
    long startedAt = System.nanoTime();
    T result = work.get();
    double took = (System.nanoTime() - startedAt) / 1e9;
    seconds.put(Texts.code(stage), took);
    console.printf(
        texts.language().locale(),
        "[%d/%d] %-" + width + "s  %s (%.1f %s)%n",
        seconds.size(),
        Stage.values().length,
        name(stage),
        texts.of(summary.apply(result)),
        took,
        texts.get("stage.seconds"));
    return result;
  }

  private String name(Stage stage) {
    return texts.get("stage." + Texts.code(stage));
  }

  /** Seconds per stage, in their order. */
  Map<String, Double> seconds() {
    return seconds;
  }
}
