import io.levelfield.ingest.Ingest;
import io.levelfield.ingest.Workers;
import io.levelfield.model.input.StudyData;
import io.levelfield.study.Study;
import io.levelfield.study.StudyLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Levelfield's own reading of result rows, two threads: the survey of the file, the fold to tallies
 * and the thresholds. Prints the seconds from the started session to the tallies in memory.
 *
 * <p>usage: java -cp levelfield.jar LevelfieldFold.java RESULTS.csv DIRECTORY
 */
public class LevelfieldFold {
  private static final String STUDY =
      """
      study: bench
      inputs:
        results:
          - path: %s
            shape: pupils
            columns: {year: year, procedure: exam, subject: subject, school_id: school_id, score: score}
        minimums:
          - path: %s
            columns: {minimum: minimum, top: top}
      """;

  public static void main(String[] arguments) throws Exception {
    Path minimums =
        Files.writeString(
            Files.createDirectories(Path.of(arguments[1])).resolve("minimums.csv"),
            "minimum,top\n30,80\n");
    Study study =
        StudyLoader.parse(
            STUDY.formatted(Path.of(arguments[0]).toAbsolutePath(), minimums.toAbsolutePath()),
            List.of());
    long start = System.nanoTime();
    StudyData data = Ingest.read(study, Path.of("."), new Workers(LevelfieldFold::noSpark, false));
    double seconds = (System.nanoTime() - start) / 1e9;
    if (data.tallies().isEmpty() || !data.rejects().isEmpty()) {
      throw new IllegalStateException("rows were lost");
    }
    System.out.printf("%.2f%n", seconds);
  }

  /** One machine folds without Spark. */
  private static JavaSparkContext noSpark() {
    throw new IllegalStateException("what is folded here needs no Spark");
  }
}
