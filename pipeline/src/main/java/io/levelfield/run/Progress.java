package io.levelfield.run;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Tells a person at the console, or a nightly job's log, how far the run is: a line per stage. */
final class Progress {
  private final PrintStream console;
  private final int stages;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private String stage = "";
  private long startedAt;

  Progress(PrintStream console, int stages) {
    this.console = console;
    this.stages = stages;
  }

  void begin(String name) {
    stage = name;
    startedAt = System.nanoTime();
  }

  /** Ends the stage begun last, with a few words on what it came to. */
  void end(String outcome) {
    double took = (System.nanoTime() - startedAt) / 1e9;
    seconds.put(stage, took);
    console.printf(
        Locale.ROOT, "[%d/%d] %-8s %s (%.1f s)%n", seconds.size(), stages, stage, outcome, took);
  }

  /** Seconds per stage, in their order. */
  Map<String, Double> seconds() {
    return seconds;
  }
}
