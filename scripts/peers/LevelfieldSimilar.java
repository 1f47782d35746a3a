import io.levelfield.cluster.SimilarSchools;
import io.levelfield.model.cluster.FeatureMatrix;
import io.levelfield.model.cluster.FeatureMatrix.Axis;
import io.levelfield.model.cluster.FeatureMatrix.Feature;
import io.levelfield.model.input.School;
import io.levelfield.study.SimilarSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Similar schools of a nation: normal features, exact search on all cores. Prints the seconds.
 *
 * <p>usage: java -cp levelfield.jar LevelfieldSimilar.java SCHOOLS FEATURES
 */
public class LevelfieldSimilar {
  public static void main(String[] arguments) {
    int schools = Integer.parseInt(arguments[0]);
    int features = Integer.parseInt(arguments[1]);
    var random = new Random(1);
    List<String> ids = new ArrayList<>();
    List<Feature> named = new ArrayList<>();
    for (int j = 0; j < features; j++) {
      named.add(new Feature("f" + j, Axis.CONTEXT, true));
    }
    double[][] values = new double[schools][features];
    for (int i = 0; i < schools; i++) {
      ids.add(String.format("%06d", i));
      for (int j = 0; j < features; j++) {
        values[i][j] = random.nextGaussian();
      }
    }
    long start = System.nanoTime();
    var found =
        SimilarSchools.of(
            ids.stream().map(School::named).toList(),
            new FeatureMatrix(ids, named, values),
            List.of(),
            List.of(),
            SimilarSettings.defaults(),
            0.9);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (found.size() != schools) {
      throw new IllegalStateException("schools were lost");
    }
    System.out.printf("%.2f%n", seconds);
  }
}
