package io.levelfield.context;

import io.levelfield.model.context.ContextScore;
import io.levelfield.model.input.Passport;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.study.ContextIndexSettings;
import io.levelfield.study.StudyLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Studies of an index without files. */
final class IndexStudy {
  static final int YEAR = 2018;

  private IndexStudy() {}

  /**
   * Settings.
   *
   * @param directions indicator to its direction, in their order
   */
  static ContextIndexSettings settings(Map<String, String> directions, String... overrides) {
    StringBuilder yaml =
        new StringBuilder(
            """
            study: tiny
            inputs:
              results:
                - {path: r, shape: means, columns: {school_id: s, mean: m}, constants: {year: 2018}}
              context:
                - {path: c, columns: {school_id: s, year: y}}
            context_index:
              indicators:
            """);
    directions.forEach(
        (key, direction) ->
            yaml.append("    ")
                .append(key)
                .append(": {direction: ")
                .append(direction)
                .append("}\n"));
    return StudyLoader.parse(yaml.toString(), List.of(overrides)).contextIndex().orElseThrow();
  }

  /** Passports from columns of numbers; NaN is a gap. */
  static List<Passport> passports(List<String> ids, List<String> keys, double[][] rows) {
    List<Passport> passports = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      Map<String, Double> values = new TreeMap<>();
      for (int j = 0; j < keys.size(); j++) {
        if (!Double.isNaN(rows[i][j])) {
          values.put(keys.get(j), rows[i][j]);
        }
      }
      passports.add(new Passport(ids.get(i), YEAR, values));
    }
    return passports;
  }

  static List<SchoolResult> results(List<String> ids, double[] values) {
    List<SchoolResult> results = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      results.add(result(ids.get(i), values[i]));
    }
    return results;
  }

  private static SchoolResult result(String school, double value) {
    return new SchoolResult(
        school,
        YEAR,
        YEAR,
        OptionalLong.empty(),
        OptionalDouble.of(value),
        OptionalDouble.of(value));
  }

  static Map<String, ContextScore> bySchool(ContextIndex index) {
    return index.scores().stream().collect(Collectors.toMap(ContextScore::schoolId, s -> s));
  }
}
