package io.levelfield.model.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The centre of a group.
 *
 * @param cluster the group's number, from 1
 * @param name the group's name
 * @param size schools in the group
 * @param features feature keys
 * @param standardised the centre per feature in standard deviations
 * @param inUnits the centre per feature in the feature's own unit
 * @param medoidId the typical school: the one nearest to the others of the group on average
 * @param jaccard mean similarity with the most similar group of resamples, 0..1; absent for one
 *     group
 */
public record ClusterCentre(
    int cluster,
    GroupName name,
    int size,
    List<String> features,
    List<Double> standardised,
    List<Double> inUnits,
    String medoidId,
    OptionalDouble jaccard) {

  public ClusterCentre {
    Objects.requireNonNull(name, "name");
    features = List.copyOf(features);
    standardised = List.copyOf(standardised);
    inUnits = List.copyOf(inUnits);
  }

  /** How stable a group is, by Hennig's thresholds for the mean Jaccard similarity. */
  public enum Stability {
    HIGHLY_STABLE(0.85),
    STABLE(0.75),
    PATTERN(0.6),
    DOUBTFUL(0.5),
    DISSOLVED(0);

    private final double from;

    Stability(double from) {
      this.from = from;
    }

    /**
     * The verdict on a similarity (Hennig, R package fpc, {@code clusterboot}): from .85 and .75 on
     * stable, from .6 on a pattern whose members are doubtful, below not to be trusted, and up to
     * .5 dissolved.
     */
    static Stability of(double jaccard) {
      return Arrays.stream(values())
          .filter(s -> s == DOUBTFUL ? jaccard > s.from : jaccard >= s.from)
          .findFirst()
          .orElse(DISSOLVED);
    }
  }

  /** The verdict on the group's similarity. */
  public Optional<Stability> stability() {
    return jaccard.isPresent()
        ? Optional.of(Stability.of(jaccard.getAsDouble()))
        : Optional.empty();
  }

  /** Whether the group comes back in resamples. */
  public boolean isStable() {
    return stability()
        .filter(s -> s == Stability.HIGHLY_STABLE || s == Stability.STABLE)
        .isPresent();
  }

  /** Boxes an array of numbers for this record. */
  public static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
