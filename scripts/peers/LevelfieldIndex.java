import io.levelfield.context.ContextIndex;
import io.levelfield.model.input.Passport;
import io.levelfield.stats.Replicates;
import io.levelfield.study.ContextIndexSettings;
import io.levelfield.study.StudyLoader;
import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Rank intervals of an index over 1,000 replicates: normal indicators with a factor in common, tasks
 * on all cores. Prints the seconds and the peak of the heap in MB.
 *
 * <p>usage: java -cp levelfield.jar LevelfieldIndex.java SCHOOLS INDICATORS
 */
public class LevelfieldIndex {
  public static void main(String[] arguments) {
    int schools = Integer.parseInt(arguments[0]);
    int indicators = Integer.parseInt(arguments[1]);
    StringBuilder keys = new StringBuilder();
    for (int j = 0; j < indicators; j++) {
      keys.append("    i").append(j).append(": {direction: favourable}\n");
    }
    ContextIndexSettings settings =
        StudyLoader.parse(
                """
                study: bench
                inputs:
                  results:
                    - {path: r, shape: means, columns: {school_id: s, mean: m}, constants: {year: 1}}
                  context:
                    - {path: c, columns: {school_id: s, year: y}}
                context_index:
                  uncertainty: {replicates: 1000, sensitivity: false}
                  indicators:
                """
                    + keys,
                List.of())
            .contextIndex()
            .orElseThrow();
    var index = ContextIndex.compute(settings, passports(schools, indicators), List.of(), List.of(), 1);
    // Three times: what the compiler has warmed up to is what a nation's run sees.
    double seconds = 0;
    for (int round = 0; round < 3; round++) {
      long start = System.nanoTime();
      var found = index.uncertainty(index.scores(), Set.of(0.25), onAllCores());
      seconds = (System.nanoTime() - start) / 1e9;
      if (found.intervals().size() != schools) {
        throw new IllegalStateException("schools were lost");
      }
    }
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    System.out.printf("%.2f %d%n", seconds, peak >> 20);
  }

  private static List<Passport> passports(int schools, int indicators) {
    var random = new Random(1);
    List<Passport> passports = new ArrayList<>();
    for (int i = 0; i < schools; i++) {
      double common = random.nextGaussian();
      Map<String, Double> values = new TreeMap<>();
      for (int j = 0; j < indicators; j++) {
        values.put("i" + j, common + random.nextGaussian());
      }
      passports.add(new Passport(String.format("%06d", i), 2018, values));
    }
    return passports;
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
