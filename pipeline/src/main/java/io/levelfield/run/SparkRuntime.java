package io.levelfield.run;

import io.levelfield.model.text.Message;
import io.levelfield.stats.Replicates;
import io.levelfield.study.StudyProblem;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;

/** Spark for the length of a run. An application that runs already is used and left running. */
final class SparkRuntime implements AutoCloseable {
  private final SparkSession session;
  private final JavaSparkContext context;
  private final boolean started;

  /**
   * Starts Spark.
   *
   * @param master a cluster's URL; absent for all cores of this machine
   */
  SparkRuntime(Optional<String> master) {
    var conf =
        new SparkConf()
            .setAppName("levelfield")
            .setIfMissing("spark.ui.enabled", "false")
            .setIfMissing("spark.driver.maxResultSize", "0")
            .setIfMissing("spark.sql.shuffle.partitions", "8")
            .setIfMissing("spark.log.structuredLogging.enabled", "false");
    if (master.isPresent()) {
      conf.setMaster(master.get());
    } else {
      // Nothing leaves this machine, and its name need not resolve.
      conf.setMaster("local[*]")
          .set("spark.driver.host", "127.0.0.1")
          .set("spark.driver.bindAddress", "127.0.0.1");
    }
    started = SparkEnv.get() == null;
    session = start(conf, master);
    context = JavaSparkContext.fromSparkContext(session.sparkContext());
  }

  private static SparkSession start(SparkConf conf, Optional<String> master) {
    try {
      return SparkSession.builder().config(conf).getOrCreate();
    } catch (Exception e) { // Scala's checked exceptions are not declared
      throw master.isPresent()
          ? new StudyProblem(
              "--master " + master.get(),
              Message.of("spark.not-started", String.valueOf(e.getMessage())))
          : new IllegalStateException("Spark does not start", e);
    }
  }

  JavaSparkContext context() {
    return context;
  }

  /** Runs replicates as tasks; what they share is broadcast. */
  Replicates replicates() {
    return new Replicates() {
      @Override
      public <S extends Serializable, T extends Serializable> List<T> run(
          S shared, int count, Work<S, T> work) {
        Broadcast<S> broadcast = context.broadcast(shared);
        try {
          List<Integer> numbers = IntStream.range(0, count).boxed().toList();
          int slices = Math.min(count, 4 * context.defaultParallelism());
          return context
              .parallelize(numbers, slices)
              .map(number -> work.run(broadcast.value(), number))
              .collect();
        } finally {
          broadcast.destroy();
        }
      }
    };
  }

  @Override
  public void close() {
    if (started) {
      session.stop();
    }
  }
}
