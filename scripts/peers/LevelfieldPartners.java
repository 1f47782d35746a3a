import io.levelfield.stats.assignment.AssignmentProblem;
import io.levelfield.stats.assignment.CheapestAssignment;
import java.util.Arrays;
import java.util.Random;

/** Times the cheapest partners of schools on a map, and what each pair costs the whole. */
public final class LevelfieldPartners {
  private LevelfieldPartners() {}

  /** Schools, donors, places of a donor; any donor may help any school. */
  public static void main(String[] arguments) {
    int schools = Integer.parseInt(arguments[0]);
    int donors = Integer.parseInt(arguments[1]);
    int[] places = new int[donors];
    Arrays.fill(places, Integer.parseInt(arguments[2]));
    Random random = new Random(1);
    double[][] points = new double[schools + donors][];
    Arrays.setAll(
        points,
        i -> new double[] {random.nextDouble(), random.nextDouble(), random.nextGaussian()});
    int[][] columns = new int[schools][donors];
    int[][] costs = new int[schools][donors];
    for (int i = 0; i < schools; i++) {
      for (int j = 0; j < donors; j++) {
        double[] school = points[i];
        double[] donor = points[schools + j];
        double way = Math.hypot(school[0] - donor[0], school[1] - donor[1]);
        double subjects = random.nextInt(4) / 3.0;
        columns[i][j] = j;
        costs[i][j] =
            (int) Math.rint(10_000 * (way + Math.abs(school[2] - donor[2]) + subjects) / 4);
      }
    }
    long started = System.nanoTime();
    CheapestAssignment found =
        CheapestAssignment.of(new AssignmentProblem(columns, costs, places));
    long assigned = System.nanoTime();
    found.alternatives();
    System.out.printf(
        "assigned %.2f s, second best of all %.2f s%n",
        (assigned - started) / 1e9, (System.nanoTime() - assigned) / 1e9);
  }
}
