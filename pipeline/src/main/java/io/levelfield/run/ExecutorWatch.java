package io.levelfield.run;

import io.levelfield.model.text.Message;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;

/** Ends jobs that a cluster has no executor for, which Spark would wait for without end. */
final class ExecutorWatch implements AutoCloseable {
  /** How long a job may be without executors; a job that queues on a busy cluster needs more. */
  private static final String SETTING = "spark.levelfield.executorWait";

  private static final String DEFAULT = "120s";

  private final SparkContext context;
  private final long patience;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "executor-watch");
            thread.setDaemon(true);
            return thread;
          });
  private int without;
  private volatile boolean gaveUp;

  ExecutorWatch(SparkContext context) {
    this.context = context;
    patience = context.conf().getTimeAsSeconds(SETTING, DEFAULT);
    var unused = clock.scheduleAtFixedRate(this::look, 1, 1, TimeUnit.SECONDS);
  }

  private void look() {
    // The driver is among the executors.
    boolean waits =
        context.statusTracker().getActiveJobIds().length > 0
            && context.statusTracker().getExecutorInfos().length < 2;
    without = waits ? without + 1 : 0;
    if (without > patience) {
      gaveUp = true;
      context.cancelAllJobs();
    }
  }

  /** Why the jobs were ended, if they were. */
  Optional<Message> gaveUp() {
    return gaveUp ? Optional.of(Message.of("spark.no-executors", patience)) : Optional.empty();
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
