import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.stddev_samp;

import org.apache.spark.sql.SparkSession;

/**
 * Peer: the same per-school aggregates with Spark's own CSV reader and groupBy, two threads. Prints
 * the seconds from the started session to the written Parquet file.
 *
 * <p>usage: java -cp levelfield.jar SparkReaderPeer.java RESULTS.csv OUT.parquet
 */
public class SparkReaderPeer {
  public static void main(String[] arguments) throws Exception {
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.sql.shuffle.partitions", 2)
            .getOrCreate()) {
      long start = System.nanoTime();
      spark
          .read()
          .option("header", true)
          .schema(
              "year INT, exam STRING, subject STRING, school_id STRING, pupil_id STRING,"
                  + " score INT, max_score INT")
          .csv(arguments[0])
          .groupBy("year", "exam", "subject", "school_id")
          .agg(
              count(lit(1)).as("n"),
              avg("score").as("mean"),
              stddev_samp("score").as("sd"),
              avg(col("score").lt(30).cast("int")).as("below"),
              avg(col("score").geq(80).cast("int")).as("top"))
          .write()
          .mode("overwrite")
          .parquet(arguments[1]);
      System.out.printf("%.2f%n", (System.nanoTime() - start) / 1e9);
    }
  }
}
