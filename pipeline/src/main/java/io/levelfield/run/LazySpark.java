package io.levelfield.run;

import io.levelfield.ingest.ReadMeter;
import io.levelfield.ingest.Workers;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Spark that is waited for only when it is needed. A cluster is waited for at once, so that a wrong
 * address is told of before anything is read.
 */
final class LazySpark implements AutoCloseable {
  private final SparkMaster master;
  private Optional<CompletableFuture<SparkRuntime>> starting = Optional.empty();

  private LazySpark(Optional<String> master) {
    // spark-submit names its master in a property.
    this.master =
        master
            .or(() -> Optional.ofNullable(System.getProperty("spark.master")))
            .map(SparkMaster::new)
            .orElse(SparkMaster.HERE);
    if (this.master.isCluster()) {
      starting = Optional.of(CompletableFuture.completedFuture(new SparkRuntime(this.master)));
    }
  }

  /**
   * Spark for a job that is likely to do without it.
   *
   * @param master absent for that of spark-submit or else all cores of this machine
   * @throws ClusterProblem if the cluster cannot be used
   */
  static LazySpark onDemand(Optional<String> master) {
    return new LazySpark(master);
  }

  /** Spark that starts while small tables are read. */
  static LazySpark starting(Optional<String> master) {
    var spark = new LazySpark(master);
    spark.start();
    return spark;
  }

  private synchronized void start() {
    if (starting.isEmpty()) {
      starting = Optional.of(CompletableFuture.supplyAsync(() -> new SparkRuntime(master)));
    }
  }

  SparkRuntime get() {
    start();
    return starting.orElseThrow().join();
  }

  /** Where rows of pupils are folded: on a cluster in any case, if one was named. */
  Workers workers() {
    return workers(new ReadMeter());
  }

  /**
   * The same.
   *
   * @param meter tells how far they are
   */
  Workers workers(ReadMeter meter) {
    return new Workers(() -> get().context(), master.isCluster(), meter);
  }

  /** What a failure of a run is to its user. */
  RuntimeException failure(Exception e) {
    try {
      if (starting.isPresent()) {
        return get().failure(e);
      }
      return e instanceof RuntimeException own ? own : new IllegalStateException(e);
    } catch (CompletionException neverStarted) {
      return neverStarted;
    }
  }

  @Override
  public synchronized void close() {
    // A start that failed has told so where Spark was needed.
    starting.ifPresent(
        spark -> spark.thenAccept(SparkRuntime::close).exceptionally(failure -> null).join());
  }
}
