package io.levelfield.study;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Why a tree is no study, in the words of a study.
 *
 * @param problem what is told
 * @param setting that an unknown one may be, misspelt
 * @param value that one of a list of values may be, misspelt; any of them where none is near
 */
record SettingFault(StudyProblem problem, Optional<String> setting, Optional<String> value) {

  /**
   * What the user is told of an exception.
   *
   * @param study the tree that was read
   */
  static SettingFault of(JacksonException e, JsonNode study) {
    String path = e instanceof JsonMappingException mapping ? path(mapping) : "";
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof StudyProblem problem) {
        return new SettingFault(problem.within(path), Optional.empty(), Optional.empty());
      }
    }
    if (e instanceof UnrecognizedPropertyException unknown) {
      List<String> known =
          unknown.getKnownPropertyIds().stream().map(Object::toString).sorted().toList();
      String name = unknown.getPropertyName();
      if (name.matches("\\d+") && node(unknown.getPath(), study).isNull()) {
        return at(path, Message.of("study.decimal-comma", name)); // {share_below: 0,30}
      }
      return new SettingFault(
          new StudyProblem(
              path,
              Message.of(
                  "study.unknown-key", Nearest.suggestion(name, known), String.join(", ", known))),
          Nearest.to(name, known),
          Optional.empty());
    }
    if (e instanceof InvalidFormatException invalid && invalid.getTargetType().isEnum()) {
      SortedSet<String> options =
          Arrays.stream(invalid.getTargetType().getEnumConstants())
              .map(option -> option.toString().toLowerCase(Locale.ROOT))
              .collect(Collectors.toCollection(TreeSet::new));
      String given = String.valueOf(invalid.getValue());
      return new SettingFault(
          new StudyProblem(path, Message.of("study.none-of", given, String.join(", ", options))),
          Optional.empty(),
          Nearest.to(given, options).or(() -> instead(path, options)));
    }
    if (e instanceof MismatchedInputException mismatch) {
      if (e.getOriginalMessage().startsWith("Missing required creator property")) {
        return at(path, missing((JsonMappingException) e, path, study));
      }
      Message kind = kind(mismatch.getTargetType());
      String given = node(mismatch.getPath(), study).asText();
      return kind.code().equals("study.kind-number") && given.matches("-?\\d+,\\d+")
          ? at(path, Message.of("study.decimal-comma-of", given, given.replace(',', '.')))
          : at(path, kind);
    }
    return at(path, Message.of("study.other", e.getOriginalMessage()));
  }

  /**
   * Any of the options, so that what comes after can be read; but a shape decides what else is
   * needed.
   */
  private static Optional<String> instead(String path, SortedSet<String> options) {
    return path.endsWith(".shape") ? Optional.empty() : Optional.of(options.first());
  }

  private static SettingFault at(String path, Message explanation) {
    return new SettingFault(
        new StudyProblem(path, explanation), Optional.empty(), Optional.empty());
  }

  /** That a setting is missing, and which one beside it may be this one misspelt. */
  private static Message missing(JsonMappingException e, String path, JsonNode study) {
    List<JsonMappingException.Reference> steps = e.getPath();
    JsonNode beside = node(steps.subList(0, steps.size() - 1), study);
    List<String> given = new ArrayList<>();
    beside.fieldNames().forEachRemaining(given::add);
    return Nearest.to(steps.get(steps.size() - 1).getFieldName(), given)
        .map(misspelt -> Message.of("study.missing-but", misspelt))
        .orElse(
            path.equals("inputs") ? Message.of("study.no-inputs") : Message.of("study.missing"));
  }

  private static JsonNode node(List<JsonMappingException.Reference> steps, JsonNode study) {
    JsonNode node = study;
    for (JsonMappingException.Reference step : steps) {
      node =
          step.getFieldName() == null ? node.path(step.getIndex()) : node.path(step.getFieldName());
    }
    return node;
  }

  private static Message kind(Class<?> type) {
    if (type == null) {
      return Message.of("study.kind-other");
    }
    if (Number.class.isAssignableFrom(type)
        || type.isPrimitive()
        || type.getSimpleName().matches("Optional(Int|Double|Long)")) {
      return Message.of("study.kind-number");
    }
    if (type == String.class) {
      return Message.of("study.kind-text");
    }
    if (List.class.isAssignableFrom(type)) {
      return Message.of("study.kind-list");
    }
    return Message.of("study.kind-group");
  }

  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }
}
