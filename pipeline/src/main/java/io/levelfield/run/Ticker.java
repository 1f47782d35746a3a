package io.levelfield.run;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;

/** Does something at intervals until it is stopped. */
final class Ticker {
  private final Timer timer = new Timer("progress", true); // it keeps no program from its end

  Ticker(Runnable work, double seconds) {
    long millis = Math.round(seconds * TimeUnit.SECONDS.toMillis(1));
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            work.run();
          }
        },
        millis,
        millis);
  }

  void stop() {
    timer.cancel();
  }
}
