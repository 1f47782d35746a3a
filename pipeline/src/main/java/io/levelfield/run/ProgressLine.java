package io.levelfield.run;

import io.levelfield.ingest.ReadMeter;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The line of a stage that is running. On a terminal it is rewritten in place and gone when the
 * stage ends; elsewhere a line a minute tells that a long reading lives.
 */
final class ProgressLine {
  private static final double SHOWN_AFTER_SECONDS = 2;
  private static final double PLAIN_EVERY_SECONDS = 60;

  /** Rows of an input whose reading is told of where no line can be rewritten. */
  private static final long MANY_ROWS = 10_000_000;

  /** Share of the bytes from which the time that is left can be told. */
  private static final double SHARE_TO_TELL_TIME = 0.05;

  private static final String TO_LINE_START = "\r";
  private static final String CLEAR_REST = "\u001b[K";

  private final ProgressConsole console;
  private final ProgressWords words;
  private final LongSupplier nanos;

  private Optional<Running> running = Optional.empty();

  /** A stage that runs. Its reading lasts from the last look before it to the first one after. */
  private static final class Running {
    private final String name;
    private final Supplier<ReadMeter.Position> position;
    private final double startedAt;
    private double plainAt;
    private boolean shown;
    private double readFrom;
    private double readTo;
    private boolean allRead;

    Running(String name, Supplier<ReadMeter.Position> position, double now) {
      this.name = name;
      this.position = position;
      startedAt = now;
      plainAt = now;
    }

    /** Keeps the time until the first byte, and that after the last, out of the speed. */
    void lookAt(ReadMeter.Position seen, double now) {
      boolean all = seen.bytes() == seen.ofBytes();
      if (seen.bytes() == 0) {
        readFrom = now;
      }
      if (!(all && allRead)) {
        readTo = now;
      }
      allRead = all;
    }
  }

  /**
   * @param nanos clock
   */
  ProgressLine(ProgressConsole console, ProgressWords words, LongSupplier nanos) {
    this.console = console;
    this.words = words;
    this.nanos = nanos;
  }

  /**
   * A stage begins.
   *
   * @param name what its line begins with
   * @param position how far it has read; nothing known to read, of a stage that reads no rows
   */
  synchronized void begin(String name, Supplier<ReadMeter.Position> position) {
    running = Optional.of(new Running(name, position, now()));
  }

  /** Tells how far the stage is, if it is time to. */
  synchronized void tick() {
    running.ifPresent(this::tell);
  }

  /** The stage ends; its line, if one was shown, is cleared. */
  synchronized void end() {
    if (running.isPresent() && running.get().shown) {
      console.out().print(TO_LINE_START + CLEAR_REST);
      console.out().flush();
    }
    running = Optional.empty();
  }

  private void tell(Running stage) {
    double now = now();
    ReadMeter.Position position = stage.position.get();
    stage.lookAt(position, now);
    if (console.isTerminal()) {
      if (now - stage.startedAt >= SHOWN_AFTER_SECONDS) {
        stage.shown = true;
        String line = fitting(line(stage, position, now));
        console.out().print(TO_LINE_START + line + CLEAR_REST);
        console.out().flush();
      }
    } else if (now - stage.plainAt >= PLAIN_EVERY_SECONDS && isLarge(position)) {
      stage.plainAt = now;
      console.out().println(line(stage, position, now));
    }
  }

  private static boolean isLarge(ReadMeter.Position position) {
    return position.bytes() > 0 && position.rows() / position.share() >= MANY_ROWS;
  }

  private String line(Running stage, ReadMeter.Position position, double now) {
    double reading = stage.readTo - stage.readFrom;
    if (position.bytes() == 0 || reading <= 0) {
      return words.elapsed(stage.name, now - stage.startedAt);
    }
    double rowsPerSecond = position.rows() / reading;
    double bytesPerSecond = position.bytes() / reading;
    long bytesLeft = position.ofBytes() - position.bytes();
    boolean tellsTime =
        position.share() >= SHARE_TO_TELL_TIME && bytesLeft > 0 && bytesPerSecond > 0;
    return words.read(
        stage.name,
        position.share(),
        position.rows(),
        rowsPerSecond,
        tellsTime ? Optional.of(bytesLeft / bytesPerSecond) : Optional.empty());
  }

  /** A line that wrapped could not be rewritten. */
  private String fitting(String line) {
    return line.substring(0, Math.min(line.length(), console.columns() - 1));
  }

  private double now() {
    return nanos.getAsLong() / (double) TimeUnit.SECONDS.toNanos(1);
  }
}
