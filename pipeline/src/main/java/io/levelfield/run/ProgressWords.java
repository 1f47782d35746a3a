package io.levelfield.run;

import io.levelfield.text.Texts;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** How much was read, how fast and how long it takes, in round figures. */
record ProgressWords(Texts texts) {
  private static final double MILLION = 1e6;
  private static final double THOUSAND = 1e3;

  /** Seconds left are told to as many, as they are no surer. */
  private static final int STEP_SECONDS = 5;

  private static final long MINUTE = TimeUnit.MINUTES.toSeconds(1);
  private static final long HOUR = TimeUnit.HOURS.toSeconds(1);

  /** Up to so many of a unit are told in it, as 1 would be too rough for 1.4. */
  private static final double MOST_OF_UNIT = 1.5;

  /**
   * The line of a stage that reads rows.
   *
   * @param share of the bytes read, from 0 to 1
   * @param secondsLeft absent where it is too early to tell
   */
  String read(
      String stage, double share, long rows, double rowsPerSecond, Optional<Double> secondsLeft) {
    double whole = Math.floor(share * 100) / 100; // 100 per cent is all
    String read =
        texts.say("progress.read", stage, whole, rows((double) rows), rowsPerSecond(rowsPerSecond));
    return secondsLeft.map(left -> texts.say("progress.left", read, left(left))).orElse(read);
  }

  /** The line of a stage of which nothing is known but how long it has been running. */
  String elapsed(String stage, double seconds) {
    return texts.say("progress.elapsed", stage, time(Math.floor(seconds)));
  }

  /** How fast rows are read. */
  String rowsPerSecond(double rows) {
    return texts.say("progress.per-second", rows(rows));
  }

  private String rows(double rows) {
    if (Math.round(rows / THOUSAND) >= THOUSAND) {
      return texts.say("progress.rows.millions", rows / MILLION);
    }
    return rows < THOUSAND
        ? texts.say("progress.rows.few")
        : texts.say("progress.rows.thousands", rows / THOUSAND);
  }

  private String left(double seconds) {
    return time(Math.ceil(seconds / STEP_SECONDS) * STEP_SECONDS);
  }

  private String time(double seconds) {
    if (seconds < MOST_OF_UNIT * MINUTE) {
      return texts.say("progress.seconds", seconds);
    }
    return seconds < MOST_OF_UNIT * HOUR
        ? texts.say("progress.minutes", seconds / MINUTE)
        : texts.say("progress.hours", seconds / HOUR);
  }
}
