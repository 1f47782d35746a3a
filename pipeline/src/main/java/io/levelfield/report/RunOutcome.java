package io.levelfield.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;

/** What a run came to, for the program that started it. */
public final class RunOutcome {
  /** Members of {@code run.json} that stand in it too. */
  private static final List<String> OF_MANIFEST =
      List.of("run_id", "published", "schema_version", "year", "tables", "warnings", "timings");

  private RunOutcome() {}

  /** Of a run that was published. */
  public static ObjectNode of(PublishedRun run) {
    return published(0, run);
  }

  /**
   * Of a run that was published, but did not come to where its study wants it too.
   *
   * @param error what the user is told
   */
  public static ObjectNode ofNotHandedOn(int exitCode, String error, PublishedRun run) {
    return published(exitCode, run).put("error", error);
  }

  private static ObjectNode published(int exitCode, PublishedRun run) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("exit_code", exitCode);
    Path directory = run.directory().toAbsolutePath().normalize();
    json.put("directory", directory.toString());
    json.put("latest", directory.getParent().resolveSibling("latest").toString());
    OF_MANIFEST.forEach(member -> json.set(member, run.manifest().path(member)));
    return json;
  }

  /**
   * Of a command that failed.
   *
   * @param error what the user is told
   */
  public static ObjectNode ofFailure(int exitCode, String error) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("exit_code", exitCode);
    json.put("error", error);
    return json;
  }
}
