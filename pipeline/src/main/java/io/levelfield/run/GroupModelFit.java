package io.levelfield.run;

import io.levelfield.cluster.FinalFit;
import io.levelfield.cluster.MllibFinalFit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.mllib.clustering.KMeansModel;

/** The fit of the groups' model and its files. Spark is asked for only when there is a fit. */
final class GroupModelFit implements Supplier<FinalFit> {
  private final Supplier<JavaSparkContext> spark;
  private MllibFinalFit fit;

  GroupModelFit(Supplier<JavaSparkContext> spark) {
    this.spark = spark;
  }

  @Override
  public FinalFit get() {
    fit = new MllibFinalFit(spark.get());
    return fit;
  }

  /**
   * Saves the model: {@code mllib/}, which {@link KMeansModel#load} reads, and {@code kmeans.pmml}.
   *
   * @param directory must exist and hold neither
   * @throws java.util.NoSuchElementException if nothing was fitted
   */
  void save(Path directory) throws IOException {
    KMeansModel model = fit.model().orElseThrow();
    model.save(spark.get().sc(), "file:" + directory.resolve("mllib").toAbsolutePath());
    Files.writeString(directory.resolve("kmeans.pmml"), withoutTimestamp(model.toPMML()));
  }

  /** PMML's time of writing is optional, and without it equal models give equal files. */
  private static String withoutTimestamp(String pmml) {
    return pmml.replaceAll("\\s*<Timestamp>[^<]*</Timestamp>", "");
  }
}
