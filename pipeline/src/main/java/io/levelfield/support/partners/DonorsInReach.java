package io.levelfield.support.partners;

import io.levelfield.model.input.School;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * Donors that a school may have. Only those of its municipality, and those as far north as it is or
 * nearly so, can be: so a nation's donors are not all looked at for each of its schools.
 */
final class DonorsInReach {
  /** Above what rounding may add to a difference of degrees. */
  private static final double MARGIN = 1e-6;

  private final List<School> donors;
  private final BiPredicate<School, School> allowed;
  private final Map<String, List<Integer>> ofMunicipality = new HashMap<>();
  private final int[] fromSouth;
  private final double[] norths;
  private final double reach;

  /**
   * @param donors in the order of their places
   * @param maxDegrees that a donor may be further north or south, where both are on the map
   * @param allowed whether a school may have a donor, whom nothing but the way can keep from one of
   *     another municipality that is not on the map
   */
  DonorsInReach(List<School> donors, double maxDegrees, BiPredicate<School, School> allowed) {
    this.donors = donors;
    this.allowed = allowed;
    this.reach = maxDegrees + MARGIN;
    for (int column = 0; column < donors.size(); column++) {
      ofMunicipality
          .computeIfAbsent(donors.get(column).municipality(), name -> new ArrayList<>())
          .add(column);
    }
    fromSouth =
        IntStream.range(0, donors.size())
            .filter(column -> Journeys.located(donors.get(column)))
            .boxed()
            .sorted(Comparator.comparingDouble(this::north))
            .mapToInt(Integer::intValue)
            .toArray();
    norths = Arrays.stream(fromSouth).mapToDouble(this::north).toArray();
  }

  private double north(int column) {
    return donors.get(column).latitude().orElseThrow();
  }

  /** Places of the donors that the school may have, ascending. */
  int[] of(School school) {
    IntStream near =
        ofMunicipality.getOrDefault(school.municipality(), List.of()).stream()
            .mapToInt(Integer::intValue);
    if (Journeys.located(school)) {
      double north = school.latitude().orElseThrow();
      near =
          IntStream.concat(
              near, Arrays.stream(fromSouth, from(north - reach), from(north + reach)));
    }
    return near.sorted()
        .distinct()
        .filter(column -> allowed.test(school, donors.get(column)))
        .toArray();
  }

  /** Those that the school may have, in the same order. */
  List<School> donorsOf(School school) {
    return Arrays.stream(of(school)).mapToObj(donors::get).toList();
  }

  /** The first place from the south that is not below this latitude. */
  private int from(double north) {
    int low = 0;
    int high = norths.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (norths[middle] < north) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
