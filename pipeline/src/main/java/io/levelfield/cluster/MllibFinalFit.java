package io.levelfield.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.mllib.clustering.KMeans;
import org.apache.spark.mllib.clustering.KMeansModel;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;

/**
 * Fits the final groups with MLlib's k-means, which takes the searched centres as its initial model
 * and iterates from there. Cluster {@code i} of the model is group {@code i + 1}; its features are
 * standardised.
 */
public final class MllibFinalFit implements FinalFit {
  /** The search ends at a fixed point, so the first iteration already finds nothing to change. */
  private static final int MOST_ITERATIONS = 100;

  /** Stop when no centre moves farther than this, in standard deviations. */
  private static final double CONVERGED = 1e-9;

  private final JavaSparkContext spark;
  private final Optional<Path> directory;

  private MllibFinalFit(JavaSparkContext spark, Optional<Path> directory) {
    this.spark = spark;
    this.directory = directory;
  }

  /** Fits the model on a Spark application and forgets it. */
  public static MllibFinalFit on(JavaSparkContext spark) {
    return new MllibFinalFit(spark, Optional.empty());
  }

  /**
   * Saves the model as well: {@code mllib/}, which {@link KMeansModel#load} reads, and {@code
   * kmeans.pmml}.
   *
   * @param directory must exist and hold neither
   */
  public MllibFinalFit savingTo(Path directory) {
    return new MllibFinalFit(spark, Optional.of(directory));
  }

  /**
   * Fits the model.
   *
   * @throws UncheckedIOException if the model cannot be written
   */
  @Override
  public Partition fit(double[][] points, Partition searched) {
    List<Vector> vectors = Arrays.stream(points).map(Vectors::dense).toList();
    KMeansModel model = train(vectors, searched);
    directory.ifPresent(path -> save(model, path));
    return Partition.of(points, vectors.stream().mapToInt(model::predict).toArray(), searched.k());
  }

  private KMeansModel train(List<Vector> vectors, Partition searched) {
    Vector[] centres = Arrays.stream(searched.centres()).map(Vectors::dense).toArray(Vector[]::new);
    // MLlib caches the points for its iterations by itself.
    return new KMeans()
        .setK(searched.k())
        .setMaxIterations(MOST_ITERATIONS)
        .setEpsilon(CONVERGED)
        .setInitialModel(new KMeansModel(centres))
        .run(spark.parallelize(vectors, 1).rdd());
  }

  private void save(KMeansModel model, Path path) {
    model.save(spark.sc(), path.resolve("mllib").toUri().toString());
    try {
      Files.writeString(path.resolve("kmeans.pmml"), withoutTimestamp(model.toPMML()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** PMML's time of writing is optional, and without it equal models give equal files. */
  private static String withoutTimestamp(String pmml) {
    return pmml.replaceAll("\\s*<Timestamp>[^<]*</Timestamp>", "");
  }
}
