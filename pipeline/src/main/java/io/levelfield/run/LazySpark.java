package io.levelfield.run;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Spark that starts while small tables are read, and is waited for only when it is needed. A
 * cluster is waited for at once, so that a wrong address is told of before anything is read.
 */
final class LazySpark implements AutoCloseable {
  private final CompletableFuture<SparkRuntime> starting;

  /**
   * Starts Spark.
   *
   * @param master absent for all cores of this machine
   * @throws ClusterProblem if the cluster cannot be used
   */
  LazySpark(Optional<String> master) {
    SparkMaster named = master.map(SparkMaster::new).orElse(SparkMaster.HERE);
    starting =
        named.isCluster()
            ? CompletableFuture.completedFuture(new SparkRuntime(named))
            : CompletableFuture.supplyAsync(() -> new SparkRuntime(named));
  }

  SparkRuntime get() {
    return starting.join();
  }

  /** What a failure of a run is to its user. */
  RuntimeException failure(Exception e) {
    try {
      return get().failure(e);
    } catch (CompletionException neverStarted) {
      return neverStarted;
    }
  }

  @Override
  public void close() {
    // A start that failed has told so where Spark was needed.
    starting.thenAccept(SparkRuntime::close).exceptionally(failure -> null).join();
  }
}
