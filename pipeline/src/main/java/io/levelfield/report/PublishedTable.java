package io.levelfield.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.model.text.Message;
import io.levelfield.text.FileFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of a published run as its description tells it, to be handed on without being understood.
 *
 * @param title what a row is, in the study's language
 * @param key columns that tell rows apart
 * @param columns in the order of the file
 * @param file CSV
 */
public record PublishedTable(
    String name, String title, List<String> key, List<Field> columns, Path file) {

  /**
   * A column.
   *
   * @param type of the Frictionless table schema: string, integer, number or boolean
   * @param meaning in the study's language
   */
  public record Field(String name, String type, String meaning) {}

  public PublishedTable {
    key = List.copyOf(key);
    columns = List.copyOf(columns);
  }

  /**
   * A resource of a run's description.
   *
   * @param directory of the run
   */
  static PublishedTable of(JsonNode resource, Path directory) {
    JsonNode schema = resource.path("schema");
    List<String> key = new ArrayList<>();
    schema.path("primaryKey").forEach(column -> key.add(column.asText()));
    List<Field> columns = new ArrayList<>();
    for (JsonNode field : schema.path("fields")) {
      columns.add(
          new Field(
              field.path("name").asText(),
              field.path("type").asText(),
              field.path("description").asText()));
    }
    return new PublishedTable(
        resource.path("name").asText(),
        resource.path("title").asText(),
        key,
        columns,
        directory.resolve(resource.path("path").asText()));
  }

  /** Opens the CSV, its header first. */
  public InputStream open() {
    try {
      return Files.newInputStream(file);
    } catch (IOException e) {
      throw new RunProblem(Message.of("run.unreadable", file.toString(), FileFault.of(e)), e);
    }
  }
}
