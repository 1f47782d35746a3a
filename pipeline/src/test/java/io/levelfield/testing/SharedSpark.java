package io.levelfield.testing;

import io.levelfield.ingest.Workers;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** The one Spark application of the test suite, on two threads, stopped when the JVM ends. */
public final class SharedSpark {
  private SharedSpark() {}

  /** Starts Spark on first use. */
  public static JavaSparkContext context() {
    return Holder.CONTEXT;
  }

  /** Folds on it whatever the size of files. */
  public static Workers workers() {
    return new Workers(SharedSpark::context, true);
  }

  private static final class Holder {
    private static final JavaSparkContext CONTEXT = start();

    private static JavaSparkContext start() {
      var settings =
          new SparkConf()
              .setMaster("local[2]")
              .setAppName("levelfield-tests")
              .set("spark.ui.enabled", "false")
              .set("spark.driver.host", "localhost")
              .set("spark.driver.bindAddress", "localhost")
              .set("spark.sql.shuffle.partitions", "2")
              .set("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir"));
      var context = new JavaSparkContext(settings);
      Runtime.getRuntime().addShutdownHook(new Thread(context::close));
      return context;
    }
  }
}
