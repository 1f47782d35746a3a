package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.text.Language;
import io.levelfield.model.text.Message;
import java.util.Optional;

/**
 * A study: which data, which index, which groups. Every default is filled in here, so that a study
 * written back shows the settings a run really had.
 */
public record Study(
    @JsonProperty(required = true)
        @JsonPropertyDescription("Name of the study; also the name of its output directory.")
        String study,
    @JsonPropertyDescription("Language of texts: ru or en (default en).") Language language,
    @JsonProperty(required = true) @JsonPropertyDescription("The files to read.") Inputs inputs,
    @JsonPropertyDescription(
            "Rows of an input that may be rejected before the run is refused: a share from 0 to 1"
                + " (default 0.01), a whole number of rows from 2 on, or {share: …, rows: …}, of"
                + " which either suffices.")
        MaxRejects maxRejects,
    @JsonPropertyDescription("How schools' results are put together.") OutcomeSettings outcome,
    @JsonPropertyDescription("The index of social well-being; without it there is none.")
        Optional<ContextIndexSettings> contextIndex,
    @JsonPropertyDescription("The groups of schools; without it the defaults are used.")
        Optional<ClusterSettings> clusters,
    @JsonPropertyDescription("Which schools are like a school.") SimilarSettings similarSchools,
    @JsonPropertyDescription("Checks of the inputs and the screen for objectivity.")
        QualitySettings quality,
    @JsonPropertyDescription("The rules by which schools bear a label.") IdentifySettings identify,
    @JsonPropertyDescription("What the authority does next, and whether it helped.")
        SupportSettings support,
    @JsonPropertyDescription(
            "The authority's programme: a YAML file, relative to the study, or its contents here.")
        Optional<Programme> programme,
    @JsonPropertyDescription("What a run writes besides its tables.") OutputSettings outputs,
    @JsonPropertyDescription("Seed of every random number (default 42).") Long randomSeed) {

  private static final long DEFAULT_SEED = 42;

  /** Names of files have up to 255 bytes, and a Cyrillic letter has two. */
  private static final int LONGEST_NAME = 100;

  public Study {
    if (study == null
        || study.length() > LONGEST_NAME
        || !study.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]*")) {
      throw new StudyProblem(
          "study", Message.of("study.name", String.valueOf(study), LONGEST_NAME));
    }
    language = language == null ? Language.EN : language;
    if (inputs == null) {
      throw new StudyProblem("inputs", Message.of("study.no-inputs"));
    }
    maxRejects = maxRejects == null ? MaxRejects.defaults() : maxRejects;
    outcome = outcome == null ? OutcomeSettings.defaults() : outcome;
    similarSchools = similarSchools == null ? SimilarSettings.defaults() : similarSchools;
    quality = quality == null ? QualitySettings.defaults() : quality;
    identify = identify == null ? IdentifySettings.defaults() : identify;
    support = support == null ? SupportSettings.defaults() : support;
    outputs = outputs == null ? OutputSettings.defaults() : outputs;
    randomSeed = randomSeed == null ? DEFAULT_SEED : randomSeed;
    StudyChecks.check(inputs, contextIndex, outcome, clusters, similarSchools, identify, support);
  }
}
