package io.levelfield.assign;

import io.levelfield.ingest.SchoolValues;
import io.levelfield.model.InputsRefused;
import io.levelfield.model.cluster.ClusterAssignment;
import io.levelfield.model.cluster.GroupModel;
import io.levelfield.model.cluster.GroupModel.Assigned;
import io.levelfield.model.text.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Finds the group of each school of a file among the groups of a model, which stay as they are. */
public final class NewSchools {
  private NewSchools() {}

  /**
   * What a file's schools came to.
   *
   * @param assignments in the order of the file, without silhouettes and memberships
   * @param without ids of the schools that lack a feature and so have no group
   */
  public record Result(List<ClusterAssignment> assignments, List<String> without) {
    public Result {
      assignments = List.copyOf(assignments);
      without = List.copyOf(without);
    }
  }

  /**
   * Assigns schools to groups.
   *
   * @param file CSV with {@code school_id} and the model's features in their own units
   * @throws InputsRefused if the file cannot be read, lacks a column, has a value that is no number
   *     or a school twice, or no school has every feature
   */
  public static Result assign(GroupModel model, Path file) {
    List<ClusterAssignment> assignments = new ArrayList<>();
    List<String> without = new ArrayList<>();
    for (SchoolValues school : SchoolValues.read(file, model.keys())) {
      if (school.values().stream().allMatch(OptionalDouble::isPresent)) {
        assignments.add(assignment(model, school));
      } else {
        without.add(school.schoolId());
      }
    }
    if (assignments.isEmpty()) {
      throw new InputsRefused(
          Message.of("assign.nobody", file.toString(), String.join(", ", model.keys())));
    }
    return new Result(assignments, without);
  }

  private static ClusterAssignment assignment(GroupModel model, SchoolValues school) {
    Assigned nearest =
        model.nearest(school.values().stream().mapToDouble(OptionalDouble::orElseThrow).toArray());
    return new ClusterAssignment(
        school.schoolId(),
        nearest.group().cluster(),
        nearest.group().name(),
        nearest.distance(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        false);
  }
}
