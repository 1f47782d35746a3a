package io.levelfield.study;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a study of its tree. Where the tree is none, it is read again without what was found wrong,
 * so that the user is told of several faults at once: of all that can be read past.
 */
final class StudyTree {
  private static final int MOST_FAULTS = 10;

  private StudyTree() {}

  /**
   * The study of a tree.
   *
   * @throws StudyProblem if there are faults
   */
  static Study study(ObjectNode root, ObjectMapper mapper) {
    try {
      return mapper.treeToValue(root, Study.class);
    } catch (JacksonException e) {
      throw together(faults(SettingFault.of(e, root), root.deepCopy(), mapper));
    }
  }

  private static List<StudyProblem> faults(
      SettingFault first, ObjectNode rest, ObjectMapper mapper) {
    List<StudyProblem> found = new ArrayList<>();
    Optional<SettingFault> fault = Optional.of(first);
    while (fault.isPresent()) {
      found.add(fault.get().problem());
      boolean more = found.size() < MOST_FAULTS && mend(rest, fault.get());
      fault =
          more ? fault(rest, mapper).filter(next -> !followsFrom(found, next)) : Optional.empty();
    }
    return found;
  }

  private static Optional<SettingFault> fault(ObjectNode rest, ObjectMapper mapper) {
    try {
      mapper.treeToValue(rest, Study.class);
      return Optional.empty();
    } catch (JacksonException e) {
      return Optional.of(SettingFault.of(e, rest));
    }
  }

  /** Whether something is wrong only because what was wrong there was taken away. */
  private static boolean followsFrom(List<StudyProblem> found, SettingFault next) {
    String path = next.problem().path();
    return found.stream()
        .map(StudyProblem::path)
        .anyMatch(before -> before.equals(path) || before.startsWith(path + ".") || path.isEmpty());
  }

  /**
   * Takes the setting at fault away, or puts what was meant in its place.
   *
   * @return whether that could be done
   */
  private static boolean mend(ObjectNode root, SettingFault fault) {
    String[] steps = fault.problem().path().replace("[", ".[").split("\\.", -1);
    JsonNode node = root;
    for (int i = 0; i < steps.length - 1; i++) {
      node = within(node, steps[i]);
    }
    String last = steps[steps.length - 1];
    if (!(node instanceof ObjectNode settings) || !settings.has(last)) {
      return false; // a place in a list, or a setting that is missing
    }
    JsonNode own = settings.remove(last);
    fault.value().ifPresent(meant -> settings.put(last, meant));
    fault
        .setting()
        .filter(meant -> !settings.has(meant))
        .ifPresent(meant -> settings.set(meant, own));
    return true;
  }

  private static JsonNode within(JsonNode node, String step) {
    return node instanceof ArrayNode && step.matches("\\[\\d{1,6}]")
        ? node.path(Integer.parseInt(step.substring(1, step.length() - 1)))
        : node.path(step);
  }

  private static StudyProblem together(List<StudyProblem> found) {
    return found.size() == 1
        ? found.get(0)
        : new StudyProblem(
            "",
            found.stream()
                .map(StudyProblem::told)
                .reduce((before, next) -> Message.of("then", before, next))
                .orElseThrow());
  }
}
