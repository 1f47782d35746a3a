package io.levelfield.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.levelfield.model.cluster.EarlierGroups;
import io.levelfield.model.cluster.EarlierRun;
import io.levelfield.model.cluster.GroupModel;
import io.levelfield.model.text.Language;
import io.levelfield.model.text.Message;
import io.levelfield.text.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A run as its files tell it: its manifest, and its tables' rows with the types they were given.
 */
public final class PublishedRun {
  /** Folder of the tables for everyone. */
  public static final String PUBLIC = "public";

  private static final String MANIFEST = "run.json";

  private final Path directory;
  private final JsonNode manifest;

  /** Type of each column by table. */
  private final Map<String, Map<String, String>> types;

  private PublishedRun(Path directory) {
    this.directory = directory;
    this.manifest = json(MANIFEST);
    this.types = types("datapackage.json");
  }

  private Map<String, Map<String, String>> types(String description) {
    Map<String, Map<String, String>> types = new LinkedHashMap<>();
    for (JsonNode table : json(description).path("resources")) {
      Map<String, String> columns = new LinkedHashMap<>();
      table
          .path("schema")
          .path("fields")
          .forEach(field -> columns.put(field.path("name").asText(), field.path("type").asText()));
      types.put(table.path("name").asText(), columns);
    }
    return types;
  }

  /**
   * Opens a run.
   *
   * @param directory the run's, or an output directory whose newest run is meant
   * @throws RunProblem if there is no run
   */
  public static PublishedRun at(Path directory) {
    for (Path candidate : List.of(directory, directory.resolve("latest"))) {
      if (Files.isRegularFile(candidate.resolve(MANIFEST))) {
        return new PublishedRun(candidate);
      }
    }
    throw new RunProblem(Message.of("run.none-in", directory.toString()));
  }

  /**
   * Opens the newest run under {@code out/}, where runs go unless they are told otherwise.
   *
   * @throws RunProblem if there is none
   */
  public static PublishedRun newest(Path workingDirectory) {
    Path out = workingDirectory.resolve("out");
    try (Stream<Path> studies = Files.isDirectory(out) ? Files.list(out) : Stream.empty()) {
      return studies
          .map(study -> study.resolve("latest"))
          .filter(run -> Files.isRegularFile(run.resolve(MANIFEST)))
          .map(PublishedRun::new)
          .max(Comparator.comparing(PublishedRun::id).thenComparing(run -> run.directory))
          .orElseThrow(() -> new RunProblem(Message.of("run.none-under", out.toString())));
    } catch (IOException e) {
      throw unreadable(out, e);
    }
  }

  /** The language the study's texts are in. */
  public Language language() {
    String code = manifest.path("configuration").path("language").asText();
    return code.equals("ru") ? Language.RU : Language.EN;
  }

  /**
   * The model of the groups.
   *
   * @throws RunProblem if the run made no groups, or its model cannot be read
   */
  public GroupModel groups() {
    try {
      return GroupModelFile.read(directory)
          .orElseThrow(() -> new RunProblem(Message.of("run.no-groups", directory.toString())))
          .model();
    } catch (IOException e) {
      throw unreadable(directory.resolve(GroupModelFile.PATH), e);
    }
  }

  /**
   * The groups of the newest run of an output directory, for the next run to keep their names.
   *
   * @param out the output directory
   */
  public static EarlierRun earlier(Path out) {
    Path latest = out.resolve("latest");
    if (!Files.exists(latest)) {
      return EarlierRun.NONE;
    }
    try {
      Path run = latest.toRealPath();
      String id = run.getFileName().toString();
      return new EarlierRun(
          GroupModelFile.read(run)
              .map(saved -> new EarlierGroups(id, saved.model(), saved.earlier())),
          List.of());
    } catch (IOException e) {
      return unreadableEarlier(FileFault.of(e));
    } catch (RunProblem e) {
      return unreadableEarlier(e.told());
    }
  }

  private static EarlierRun unreadableEarlier(Message why) {
    return new EarlierRun(Optional.empty(), List.of(Message.of("cluster.earlier-unreadable", why)));
  }

  private static RunProblem unreadable(Path file, IOException e) {
    return new RunProblem(Message.of("run.unreadable", file.toString(), FileFault.of(e)), e);
  }

  /** The run's {@code run.json}. */
  public JsonNode manifest() {
    return manifest;
  }

  /** The run's id; those of one output directory follow each other in time. */
  public String id() {
    return manifest.path("run_id").asText();
  }

  /** The newest run before this one that the same study left in the same output directory. */
  public Optional<PublishedRun> before() {
    Path runs = directory;
    try {
      runs = directory.toRealPath().getParent();
      try (Stream<Path> beside = Files.list(runs)) {
        return beside
            .filter(run -> !run.getFileName().toString().startsWith("."))
            .filter(run -> run.getFileName().toString().compareTo(id()) < 0)
            .filter(run -> Files.isRegularFile(run.resolve(MANIFEST)))
            .sorted(Comparator.reverseOrder())
            .map(PublishedRun::new)
            .filter(run -> run.study().equals(study()))
            .findFirst();
      }
    } catch (IOException e) {
      throw unreadable(runs, e);
    }
  }

  /** Whether it is what {@code latest} beside it names; a run that stands alone is too. */
  public boolean isNewest() {
    try {
      Path latest = directory.toRealPath().getParent().resolveSibling("latest");
      return !Files.exists(latest) || Files.isSameFile(latest, directory);
    } catch (IOException e) {
      throw unreadable(directory, e);
    }
  }

  /** Where the run stands. */
  public Path directory() {
    return directory;
  }

  /** Its tables, to be handed on as they are, in the contract's order. */
  public List<PublishedTable> toHandOn() {
    List<PublishedTable> tables = new ArrayList<>();
    for (JsonNode table : json("datapackage.json").path("resources")) {
      tables.add(PublishedTable.of(table, directory));
    }
    return tables;
  }

  /** Name of the study. */
  public String study() {
    return manifest.path("configuration").path("study").asText();
  }

  /** How many rows the manifest says a table has; 0 where the run has no such table. */
  public int size(String table) {
    return manifest.path("tables").path(table).asInt();
  }

  /** Writes a file. */
  interface Content {
    void write(Path file) throws IOException;
  }

  /**
   * Puts a file made from the run's tables beside them, whole or not at all.
   *
   * @return where it stands
   * @throws RunProblem if it cannot be written
   */
  public Path put(String name, String text) {
    return put(name, file -> Files.writeString(file, text));
  }

  /** The same of a file that is no text. */
  Path put(String name, Content content) {
    Path file = directory.resolve(name);
    Path unfinished = file.resolveSibling("." + file.getFileName() + ".unfinished");
    try {
      content.write(unfinished);
      return Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new RunProblem(Message.of("output.unwritable", file.toString(), FileFault.of(e)), e);
    }
  }

  /** Rows of a table; none where the run has no such table. */
  public List<ObjectNode> rows(String table) {
    return rows(table, row -> true);
  }

  /** Rows of a table that bear this school's id in their first column. */
  public List<ObjectNode> rows(String table, String schoolId) {
    return rows(table, row -> row.getField(0).equals(schoolId));
  }

  /** The tables with their meanings in the study's language, in the contract's order. */
  List<ReportTable> tables() {
    List<ReportTable> tables = new ArrayList<>();
    for (JsonNode table : json("datapackage.json").path("resources")) {
      List<ReportTable.Field> fields = new ArrayList<>();
      for (JsonNode field : table.path("schema").path("fields")) {
        Column.Type type =
            Column.Type.valueOf(field.path("type").asText().toUpperCase(Locale.ROOT));
        fields.add(
            new ReportTable.Field(
                field.path("name").asText(), type, field.path("description").asText()));
      }
      String name = table.path("name").asText();
      List<List<Optional<Object>>> rows =
          rows(name).stream().map(row -> cells(row, fields)).toList();
      tables.add(new ReportTable(name, table.path("title").asText(), fields, rows));
    }
    return tables;
  }

  private static List<Optional<Object>> cells(ObjectNode row, List<ReportTable.Field> fields) {
    return fields.stream().map(field -> cell(row.get(field.name()), field.type())).toList();
  }

  private static Optional<Object> cell(JsonNode value, Column.Type type) {
    if (value.isNull()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (type) {
          case STRING -> value.asText();
          case INTEGER -> value.asLong();
          case NUMBER -> value.asDouble();
          case BOOLEAN -> value.asBoolean();
        });
  }

  /** Whether the run made tables for everyone. */
  public boolean isPublic() {
    return Files.isRegularFile(directory.resolve(PUBLIC).resolve("datapackage.json"));
  }

  /** The tables for everyone, and no others. */
  public RunRows publicTables() {
    Map<String, Map<String, String>> described = types(PUBLIC + "/datapackage.json");
    Path folder = directory.resolve(PUBLIC);
    return table -> rows(folder.resolve(table + ".csv"), described.get(table), row -> true);
  }

  private List<ObjectNode> rows(String table, Predicate<NamedCsvRecord> wanted) {
    Path file = directory.resolve("csv").resolve(table + ".csv");
    return rows(file, types.get(table), wanted);
  }

  private static List<ObjectNode> rows(
      Path file, Map<String, String> columns, Predicate<NamedCsvRecord> wanted) {
    if (columns == null) {
      return List.of();
    }
    List<ObjectNode> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : csv) {
        if (wanted.test(row)) {
          rows.add(typed(row, columns));
        }
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    return rows;
  }

  private static ObjectNode typed(NamedCsvRecord row, Map<String, String> columns) {
    ObjectNode typed = JsonNodeFactory.instance.objectNode();
    columns.forEach(
        (column, type) -> {
          String text = row.getField(column);
          if (text.isEmpty()) {
            typed.putNull(column);
          } else {
            switch (type) {
              case "integer" -> typed.put(column, Long.parseLong(text));
              case "number" -> typed.put(column, Double.parseDouble(text));
              case "boolean" -> typed.put(column, Boolean.parseBoolean(text));
              default -> typed.put(column, text);
            }
          }
        });
    return typed;
  }

  private JsonNode json(String name) {
    Path file = directory.resolve(name);
    try {
      return Json.read(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }
}
