package io.levelfield.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.model.Findings;
import io.levelfield.model.text.Message;
import io.levelfield.report.SchemaVersion;
import io.levelfield.study.Study;
import io.levelfield.study.StudyLoader;
import io.levelfield.text.Texts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What a run was made of and what it came to: {@code run.json}. All of it but {@code run_id},
 * {@code published} and {@code timings} is the same for the same inputs and study.
 */
final class Manifest {
  private final Texts texts;
  private final JsonNode configuration;
  private final String configurationHash;

  Manifest(Study study) {
    texts = Texts.in(study.language());
    configuration = StudyLoader.mapper().valueToTree(study);
    try {
      configurationHash =
          DigestUtils.sha256Hex(StudyLoader.mapper().writeValueAsString(configuration));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a study that was read can be written", e);
    }
  }

  /** Hash of the configuration with every default filled in. */
  String configurationHash() {
    return configurationHash;
  }

  /**
   * The manifest.
   *
   * @param warnings what readers of the tables must know
   * @param tables rows per table
   * @param seconds per stage
   */
  ObjectNode json(
      String runId,
      Findings findings,
      List<Message> warnings,
      Map<String, Integer> tables,
      Map<String, Double> seconds) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("run_id", runId);
    json.put("published", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    json.put("schema_version", SchemaVersion.CURRENT.toString());
    ObjectNode versions = json.putObject("versions");
    versions.put("levelfield", version());
    versions.put("spark", org.apache.spark.package$.MODULE$.SPARK_VERSION());
    versions.put("java", Runtime.version().toString());
    json.put("configuration_sha256", configurationHash);
    json.set("configuration", configuration);
    json.put("year", findings.year());
    json.set("inputs", StudyLoader.mapper().valueToTree(findings.data().files()));
    json.set("models", StudyLoader.mapper().valueToTree(findings.context().index().models()));
    json.set("tables", StudyLoader.mapper().valueToTree(tables));
    findings
        .groups()
        .history()
        .earlier()
        .ifPresent(earlier -> json.put("groups_after", earlier.run()));
    ArrayNode told = json.putArray("warnings");
    warnings.forEach(warning -> told.add(texts.of(warning)));
    json.set("timings", StudyLoader.mapper().valueToTree(seconds));
    return json;
  }

  /** Version of the program. */
  static String version() {
    String version = Manifest.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
