package io.levelfield.run;

import io.levelfield.cluster.FinalFit;
import io.levelfield.cluster.MllibFinalFit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.commons.io.FileUtils;
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
   * @throws IOException if it is not there then
   * @throws java.util.NoSuchElementException if nothing was fitted
   */
  void save(Path directory) throws IOException {
    KMeansModel model = fit.model().orElseThrow();
    Path mllib = directory.resolve("mllib").toAbsolutePath();
    if (isPlain(mllib)) {
      model.save(spark.get().sc(), "file:" + mllib);
    } else {
      // MLlib writes %20 for a blank and then takes it for a name.
      Path plain = Files.createTempDirectory("levelfield-model");
      try {
        model.save(spark.get().sc(), "file:" + plain.resolve("mllib"));
        FileUtils.moveDirectory(plain.resolve("mllib").toFile(), mllib.toFile());
      } finally {
        FileUtils.deleteDirectory(plain.toFile());
      }
    }
    if (!Files.isDirectory(mllib.resolve("data"))) {
      throw new IOException("MLlib did not write its model to " + mllib);
    }
    Files.writeString(directory.resolve("kmeans.pmml"), withoutTimestamp(model.toPMML()));
  }

  private static boolean isPlain(Path path) {
    return path.toUri().getRawPath().equals(path.toString());
  }

  /** PMML's time of writing is optional, and without it equal models give equal files. */
  private static String withoutTimestamp(String pmml) {
    return pmml.replaceAll("\\s*<Timestamp>[^<]*</Timestamp>", "");
  }
}
