import io.levelfield.cluster.FinalFit;
import io.levelfield.cluster.GroupNaming;
import io.levelfield.cluster.GroupingSettings;
import io.levelfield.cluster.SchoolGroups;
import io.levelfield.model.cluster.FeatureMatrix;
import io.levelfield.model.cluster.FeatureMatrix.Axis;
import io.levelfield.model.cluster.FeatureMatrix.Feature;
import io.levelfield.stats.Replicates;
import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Groups of schools with all that proves them: 1 to 8 groups from 50 starts, 100 resamples, 100 null
 * sets of each kind, other methods; tasks on all cores. Features are normal with a factor in common.
 * Prints the seconds and the peak of the heap in MB.
 *
 * <p>usage: java -cp levelfield.jar LevelfieldGroups.java SCHOOLS FEATURES
 */
public class LevelfieldGroups {
  public static void main(String[] arguments) {
    int schools = Integer.parseInt(arguments[0]);
    int count = Integer.parseInt(arguments[1]);
    var random = new Random(1);
    double[][] values = new double[schools][count];
    for (double[] row : values) {
      double common = random.nextGaussian();
      for (int j = 0; j < count; j++) {
        row[j] = common + random.nextGaussian();
      }
    }
    var matrix =
        new FeatureMatrix(
            IntStream.range(0, schools).mapToObj("%06d"::formatted).toList(),
            IntStream.range(0, count)
                .mapToObj(j -> new Feature("f" + j, j == 0 ? Axis.RESULT : Axis.CONTEXT, true))
                .toList(),
            values);
    var settings = new GroupingSettings(OptionalInt.of(3), 50, 8, 100, 100, 0.05, 0.8, 42);
    long start = System.nanoTime();
    var found =
        SchoolGroups.group(
                matrix, settings, onAllCores(), FinalFit.asSearched(), GroupNaming.afresh())
            .grouping();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (found.assignments().size() != schools || found.validity().size() != 8) {
      throw new IllegalStateException("schools or numbers of groups were lost");
    }
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    System.out.printf("%.2f %d%n", seconds, peak >> 20);
  }

  private static Replicates onAllCores() {
    return new Replicates() {
      @Override
      public <S extends Serializable, T extends Serializable> List<T> run(
          S shared, int count, Work<S, T> work) {
        return IntStream.range(0, count).parallel().mapToObj(i -> work.run(shared, i)).toList();
      }
    };
  }
}
