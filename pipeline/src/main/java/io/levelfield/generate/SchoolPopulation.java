package io.levelfield.generate;

import io.levelfield.generate.Draws.Purpose;
import java.util.ArrayList;
import java.util.List;

/** Draws the schools: planted group and truth, place, size, name. */
final class SchoolPopulation {
  /** Fewest pupils in a tested grade of the smallest village school. */
  static final int SMALLEST_GRADE = 5;

  /** Fewest pupils tested a year for each school: grades 4, 5, 9 and 11 at their smallest. */
  static final int FEWEST_TESTED_PER_SCHOOL = 4 * SMALLEST_GRADE;

  /** Most pupils tested a year for each school: far more than any school has, for load tests. */
  static final int MOST_TESTED_PER_SCHOOL = 10_000;

  /** Share of a cohort that stays for the eleventh grade. */
  static final double STAYING_SHARE = 0.6;

  private static final int SCHOOLS_PER_MUNICIPALITY = 32;
  private static final int LOWER_GRADES_TESTED = 3;
  private static final double RURAL_ELEVENTH_SHARE = 0.5;
  private static final int CLASS_SIZE = 25;

  /** With fewer pupils per grade, grades are taught together (малокомплектная школа). */
  private static final int SMALLEST_SEPARATE_CLASS = 8;

  private SchoolPopulation() {}

  /** The schools of these options, in the order of their codes. */
  static List<SyntheticSchool> draw(GeneratorOptions options) {
    Place[] places = places(options.schools());
    Draws.of(options.seed(), Purpose.POPULATION).shuffle(places);
    List<Build> builds = new ArrayList<>();
    for (int index = 0; index < places.length; index++) {
      var random = Draws.of(options.seed(), Purpose.SCHOOL, index);
      builds.add(Build.draw(places[index], random));
    }
    double[] gradeSizes = gradeSizes(builds, options.pupils());
    return named(builds, gradeSizes, options.seed());
  }

  /** A school's planted group and kind of settlement. */
  private record Place(PlantedGroup group, boolean rural) {}

  /** Each group has its share of village schools, so that few schools are no matter of luck. */
  private static Place[] places(int schools) {
    List<Place> places = new ArrayList<>();
    for (PlantedGroup group : PlantedGroup.values()) {
      int members = group.schoolsOf(schools);
      long rural = Math.round(members * group.ruralShare);
      for (int i = 0; i < members; i++) {
        places.add(new Place(group, i < rural));
      }
    }
    return places.toArray(new Place[0]);
  }

  /** What is drawn of a school before the pupils are shared out. */
  private record Build(
      Place place,
      double size,
      boolean eleventhGrade,
      boolean selective,
      int travelMinutes,
      double context,
      double effect) {

    static Build draw(Place place, Draws random) {
      PlantedGroup group = place.group();
      double context = random.normal(group.contextMean, group.contextSd);
      double effect = random.normal(group.effectMean, group.effectSd);
      double deviation = random.normal();
      boolean eleventh = random.chance(RURAL_ELEVENTH_SHARE);
      boolean selective = random.chance(group.selectiveShare);
      double nearness = random.uniform();
      if (place.rural()) {
        double size =
            between(eleventh ? 8 : SMALLEST_GRADE, 9 * StrictMath.exp(0.35 * deviation), 18);
        return new Build(
            place, size, eleventh, false, 20 + (int) (nearness * 100), context, effect);
      }
      double size = between(20, 45 * StrictMath.exp(0.4 * deviation), 110);
      return new Build(place, size, true, selective, 5 + (int) (nearness * 20), context, effect);
    }

    private static double between(double least, double value, double most) {
      return Math.max(least, Math.min(most, value));
    }

    double testedGrades() {
      return LOWER_GRADES_TESTED + (eleventhGrade ? STAYING_SHARE : 0);
    }
  }

  /**
   * Scales the schools' sizes until the tested pupils add up to the number wished for. Grades that
   * would become too small keep the smallest size, and the rest is scaled again.
   */
  private static double[] gradeSizes(List<Build> builds, long pupils) {
    double[] sizes = builds.stream().mapToDouble(Build::size).toArray();
    boolean[] smallest = new boolean[sizes.length];
    boolean settled = false;
    while (!settled) {
      double fixed = 0;
      double scalable = 0;
      for (int i = 0; i < sizes.length; i++) {
        if (smallest[i]) {
          fixed += SMALLEST_GRADE * builds.get(i).testedGrades();
        } else {
          scalable += sizes[i] * builds.get(i).testedGrades();
        }
      }
      double factor = (pupils - fixed) / scalable;
      settled = true;
      for (int i = 0; i < sizes.length; i++) {
        if (!smallest[i] && sizes[i] * factor < SMALLEST_GRADE) {
          smallest[i] = true;
          settled = false;
        }
      }
      if (settled) {
        for (int i = 0; i < sizes.length; i++) {
          sizes[i] = smallest[i] ? SMALLEST_GRADE : sizes[i] * factor;
        }
      }
    }
    return sizes;
  }

  private static List<SyntheticSchool> named(List<Build> builds, double[] gradeSizes, long seed) {
    int municipalities =
        Math.max(1, (builds.size() + SCHOOLS_PER_MUNICIPALITY / 2) / SCHOOLS_PER_MUNICIPALITY);
    // Another seed is another place, so that two districts put together do not share names.
    int firstName = Draws.of(seed, Purpose.POPULATION, 1).below(480);
    int[] urban = new int[municipalities];
    int[] rural = new int[municipalities];
    String idFormat = "%0" + Math.max(4, Integer.toString(builds.size()).length() + 1) + "d";
    List<SyntheticSchool> schools = new ArrayList<>();
    for (int index = 0; index < builds.size(); index++) {
      Build build = builds.get(index);
      int municipality = (int) ((long) index * municipalities / builds.size());
      boolean village = build.place().rural();
      String name =
          village
              ? FictionalNames.rural(build.eleventhGrade(), municipality, rural[municipality]++)
              : FictionalNames.urban(build.selective(), ++urban[municipality]);
      schools.add(
          new SyntheticSchool(
              index,
              String.format(idFormat, index + 1),
              name,
              FictionalNames.municipality(firstName + municipality),
              village,
              build.selective(),
              build.eleventhGrade(),
              gradeSizes[index],
              parallelClasses(gradeSizes[index]),
              build.travelMinutes(),
              build.place().group(),
              build.context(),
              build.effect()));
    }
    return List.copyOf(schools);
  }

  private static int parallelClasses(double gradeSize) {
    return gradeSize < SMALLEST_SEPARATE_CLASS ? 0 : (int) Math.ceil(gradeSize / CLASS_SIZE);
  }
}
