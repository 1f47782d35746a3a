package io.levelfield.run;

import io.levelfield.cluster.FinalFit;
import io.levelfield.cluster.MllibFinalFit;
import io.levelfield.cluster.Partition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.mllib.clustering.KMeansModel;

/**
 * The fit of the groups' model and its files. Spark is asked for only when there is a fit; the
 * files are written beside the stages that follow, for which few schools leave Spark nothing to do.
 */
final class GroupModelFit implements Supplier<FinalFit>, AutoCloseable {
  private final Supplier<JavaSparkContext> spark;
  private final Path directory;
  private Optional<CompletableFuture<Void>> saving = Optional.empty();

  /**
   * @param directory for the model: {@code mllib/}, which {@link KMeansModel#load} reads, and
   *     {@code kmeans.pmml}; it is made when there is one
   */
  GroupModelFit(Supplier<JavaSparkContext> spark, Path directory) {
    this.spark = spark;
    this.directory = directory;
  }

  @Override
  public FinalFit get() {
    var fit = new MllibFinalFit(spark.get());
    return (points, searched) -> {
      Partition fitted = fit.fit(points, searched);
      saving = Optional.of(CompletableFuture.runAsync(() -> save(fit.model().orElseThrow())));
      return fitted;
    };
  }

  /**
   * Waits until the model lies in its directory, if there is one.
   *
   * @throws IOException if it could not be written
   */
  void finish() throws IOException {
    try {
      saving.ifPresent(CompletableFuture::join);
    } catch (CompletionException e) {
      // Spark wraps a full disk in exceptions of its own.
      Optional<IOException> unwritten =
          Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
              .filter(IOException.class::isInstance)
              .map(IOException.class::cast)
              .findFirst();
      if (unwritten.isPresent()) {
        throw unwritten.get();
      }
      throw e;
    }
  }

  /** Waits for what is being written, so that nothing appears after the run has ended. */
  @Override
  public void close() {
    saving.ifPresent(begun -> begun.exceptionally(failure -> null).join());
  }

  private void save(KMeansModel model) {
    try {
      write(model);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(KMeansModel model) throws IOException {
    Files.createDirectories(directory);
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
