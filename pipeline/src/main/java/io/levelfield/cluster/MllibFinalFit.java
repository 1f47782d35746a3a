package io.levelfield.cluster;

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
  private Optional<KMeansModel> model = Optional.empty();

  /** Fits the model on a Spark application. */
  public MllibFinalFit(JavaSparkContext spark) {
    this.spark = spark;
  }

  @Override
  public Partition fit(double[][] points, Partition searched) {
    List<Vector> vectors = Arrays.stream(points).map(Vectors::dense).toList();
    KMeansModel fitted = train(vectors, searched);
    model = Optional.of(fitted);
    return Partition.of(points, vectors.stream().mapToInt(fitted::predict).toArray(), searched.k());
  }

  /** The model fitted last. */
  public Optional<KMeansModel> model() {
    return model;
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
}
