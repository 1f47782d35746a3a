package io.levelfield.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.model.text.Message;
import io.levelfield.report.PublishedRun;
import io.levelfield.report.RunProblem;
import io.levelfield.study.OutputSettings;
import io.levelfield.study.StudyLoader;

/** What a published run's study said when it was run. */
final class RunSettings {
  private RunSettings() {}

  /**
   * Settings of outputs.
   *
   * @throws RunProblem if this version does not understand them
   */
  static OutputSettings outputs(PublishedRun run) {
    JsonNode outputs = run.manifest().path("configuration").path("outputs");
    try {
      return StudyLoader.mapper().treeToValue(outputs, OutputSettings.class);
    } catch (JsonProcessingException e) {
      throw new RunProblem(Message.of("run.no-settings", run.id()), e);
    }
  }
}
