package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.model.text.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file column for each subject (or mark), as wide tables have them. Written as {@code {subject:
 * column, …}}, or as {@code {pattern: "Score *"}}, where what stands for the asterisk is the
 * subject.
 *
 * @param columns by subject; empty where a pattern finds them
 * @param pattern of the columns' names, with one asterisk
 */
public record SubjectColumns(Map<String, String> columns, Optional<String> pattern) {
  private static final String PATTERN = "pattern";
  private static final char ANY = '*';

  public SubjectColumns {
    columns = new LinkedHashMap<>(columns);
    if (columns.isEmpty() && pattern.isEmpty()) {
      throw new StudyProblem("", Message.of("study.no-subject-column"));
    }
    pattern.ifPresent(
        text -> {
          if (text.indexOf(ANY) < 0 || text.indexOf(ANY) != text.lastIndexOf(ANY)) {
            throw new StudyProblem(PATTERN, Message.of("study.one-asterisk", text));
          }
        });
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static SubjectColumns of(JsonNode node) {
    if (!node.isObject()) {
      throw new StudyProblem("", Message.of("study.subject-columns", node.toString()));
    }
    if (node.size() == 1 && node.has(PATTERN)) {
      return new SubjectColumns(Map.of(), Optional.of(node.get(PATTERN).asText()));
    }
    Map<String, String> columns = new LinkedHashMap<>();
    node.properties()
        .forEach(
            entry -> {
              if (!entry.getValue().isValueNode() || entry.getValue().isNull()) {
                throw new StudyProblem(
                    entry.getKey(), Message.of("study.column-name", entry.getValue().toString()));
              }
              columns.put(entry.getKey().strip(), entry.getValue().asText());
            });
    return new SubjectColumns(columns, Optional.empty());
  }

  @JsonValue
  Map<String, String> written() {
    return pattern.map(text -> Map.of(PATTERN, text)).orElse(columns);
  }

  @Override
  public Map<String, String> columns() {
    return new LinkedHashMap<>(columns);
  }

  /** The columns of a file with this header by what they are the column of. */
  public Map<String, String> in(List<String> header) {
    if (pattern.isEmpty()) {
      return columns();
    }
    Map<String, String> found = new LinkedHashMap<>();
    header.forEach(column -> subject(column).ifPresent(s -> found.putIfAbsent(s, column)));
    return found;
  }

  /** Whether a file column is one of these. */
  boolean has(String column) {
    return columns.containsValue(column) || subject(column).isPresent();
  }

  private Optional<String> subject(String column) {
    if (pattern.isEmpty()) {
      return Optional.empty();
    }
    int at = pattern.get().indexOf(ANY);
    String before = pattern.get().substring(0, at);
    String after = pattern.get().substring(at + 1);
    boolean fits =
        column.length() > before.length() + after.length()
            && column.startsWith(before)
            && column.endsWith(after);
    return fits
        ? Optional.of(column.substring(before.length(), column.length() - after.length()).strip())
            .filter(subject -> !subject.isEmpty())
        : Optional.empty();
  }
}
