package io.levelfield.cli;

import io.levelfield.model.text.Language;
import io.levelfield.study.StudyLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of every command that takes a study. */
final class StudyArguments {
  @Parameters(
      index = "0",
      paramLabel = "STUDY.yaml",
      descriptionKey = "study",
      description = "The study.")
  private Path study;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Replace a setting of the study, e.g. --set clusters.k=4; may be repeated.")
  private List<String> overrides = new ArrayList<>();

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "Spark master (default: all cores of this machine).")
  private String master;

  /** The study's language, as far as it can be read. */
  Optional<Language> language() {
    return StudyLoader.language(study, overrides);
  }

  Path study() {
    return study;
  }

  List<String> overrides() {
    return overrides;
  }

  Optional<String> master() {
    return Optional.ofNullable(master);
  }
}
