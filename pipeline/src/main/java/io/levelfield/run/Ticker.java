package io.levelfield.run;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something at intervals until it is stopped. */
final class Ticker {
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var ticking = new Thread(work, "progress");
            ticking.setDaemon(true); // it keeps no program from its end
            return ticking;
          });

  Ticker(Runnable work, double seconds) {
    long millis = Math.round(seconds * TimeUnit.SECONDS.toMillis(1));
    thread.scheduleWithFixedDelay(work, millis, millis, TimeUnit.MILLISECONDS);
  }

  void stop() {
    thread.shutdownNow();
  }
}
