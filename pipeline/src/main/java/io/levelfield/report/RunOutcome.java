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

  /**
   * Of a run that was published.
   *
   * @param latest the link that now points to it
   */
  public static ObjectNode of(PublishedRun run, Path latest) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("exit_code", 0);
    json.put("directory", run.directory().toAbsolutePath().normalize().toString());
    json.put("latest", latest.toAbsolutePath().normalize().toString());
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
