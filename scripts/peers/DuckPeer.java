import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/**
 * Peer: the same per-school aggregates in DuckDB, two threads. Prints the seconds from the open
 * connection to the written Parquet file.
 *
 * <p>usage: java -cp duckdb_jdbc.jar DuckPeer.java RESULTS.csv OUT.parquet
 */
public class DuckPeer {
  public static void main(String[] arguments) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("set threads=2");
      long start = System.nanoTime();
      statement.execute(
          """
          copy (
            select year, exam, subject, school_id, count(*) n, avg(score) mean, stddev_samp(score) sd,
              avg((score < 30)::int) below, avg((score >= 80)::int) top
            from read_csv('%s', header = true, columns = {
              'year': 'INT', 'exam': 'VARCHAR', 'subject': 'VARCHAR', 'school_id': 'VARCHAR',
              'pupil_id': 'VARCHAR', 'score': 'INT', 'max_score': 'INT'})
            group by all
          ) to '%s' (format parquet)
          """
              .formatted(arguments[0], arguments[1]));
      System.out.printf("%.2f%n", (System.nanoTime() - start) / 1e9);
    }
  }
}
