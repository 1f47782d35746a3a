package io.levelfield.identify;

import io.levelfield.model.input.School;
import io.levelfield.stats.Quantile;
import io.levelfield.study.IdentifySettings.Reference;
import io.levelfield.study.IdentifySettings.Reference.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Percentiles of the schools that a school's result is compared with. */
final class ReferenceSchools {
  private final Map<String, double[]> byMunicipality = new TreeMap<>();
  private final Map<String, String> municipalities;
  private final double[] all;

  /**
   * @param values result by school
   * @param municipalities by school
   */
  ReferenceSchools(
      Map<String, Double> values, Map<String, String> municipalities, Reference settings) {
    this.municipalities = municipalities;
    all = sorted(values.values().stream().toList());
    if (settings.group() == Group.MUNICIPALITY) {
      Map<String, List<Double>> groups = new TreeMap<>();
      values.forEach(
          (school, value) ->
              groups
                  .computeIfAbsent(municipalities.getOrDefault(school, ""), m -> new ArrayList<>())
                  .add(value));
      groups.remove("");
      groups.values().removeIf(group -> group.size() < settings.schools());
      groups.forEach((municipality, group) -> byMunicipality.put(municipality, sorted(group)));
    }
  }

  static Map<String, String> municipalities(List<School> schools) {
    Map<String, String> municipalities = new TreeMap<>();
    schools.forEach(school -> municipalities.put(school.id(), school.municipality()));
    return municipalities;
  }

  private static double[] sorted(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  double percentile(String school, double p) {
    return Quantile.ofSorted(
        byMunicipality.getOrDefault(municipalities.getOrDefault(school, ""), all), p);
  }
}
