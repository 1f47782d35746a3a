package io.levelfield.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.cluster.KMeansSearch;
import io.levelfield.cluster.Partition;
import io.levelfield.stats.Replicates;
import io.levelfield.testing.PmmlCentres;
import io.levelfield.testing.ReferenceData;
import io.levelfield.testing.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.mllib.clustering.KMeansModel;
import org.apache.spark.mllib.linalg.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupModelFitTest {

  @Test
  void savesAModelThatMllibReads(@TempDir Path directory) throws IOException {
    double[][] points = points("resid_pc1");
    Partition searched = search(points, 3);

    Partition fitted = fitted(points, searched, directory);

    KMeansModel model =
        KMeansModel.load(SharedSpark.context().sc(), directory.resolve("mllib").toUri().toString());
    assertThat(model.k()).isEqualTo(3);
    for (int group = 0; group < 3; group++) {
      assertThat(model.clusterCenters()[group].toArray())
          .as("centre of group %d", group)
          .containsExactly(fitted.centre(group), within(1e-9));
    }
    assertThat(model.predict(Vectors.dense(points[0]))).isEqualTo(fitted.group(0));
  }

  @Test
  void savesTheModelWhereItBelongsThoughThePathIsRussian(@TempDir Path directory)
      throws IOException {
    Path russian = Files.createDirectories(directory.resolve("вывод"));
    double[][] points = {{-1, 0}, {-1.1, 0}, {0, 1}, {0, 1.1}, {1, 0}, {1.1, 0}};

    fitted(points, search(points, 3), russian);

    assertThat(russian.resolve("mllib/metadata")).isDirectory();
    assertThat(directory).isDirectoryNotContaining("glob:**%*");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5})
  void pmmlAssignsRealSchoolsAsTheModelDoes(int k, @TempDir Path directory) throws IOException {
    double[][] points = points("resid_pc1");
    Partition fitted = fitted(points, search(points, k), directory);
    KMeansModel model =
        KMeansModel.load(SharedSpark.context().sc(), directory.resolve("mllib").toUri().toString());
    var pmml = PmmlCentres.in(directory.resolve("kmeans.pmml"));

    int[] byModel = Arrays.stream(points).mapToInt(p -> model.predict(Vectors.dense(p))).toArray();

    assertThat(Arrays.stream(points).mapToInt(pmml::nearest).toArray())
        .isEqualTo(byModel)
        .isEqualTo(fitted.groups());
  }

  @Test
  void writesTheSamePmmlForTheSameModel(@TempDir Path once, @TempDir Path again)
      throws IOException {
    double[][] points = {{-1, 0}, {-1.1, 0}, {0, 1}, {0, 1.1}, {1, 0}, {1.1, 0}};
    Partition searched = search(points, 3);

    fitted(points, searched, once);
    fitted(points, searched, again);

    assertThat(Files.readString(once.resolve("kmeans.pmml")))
        .contains("<ClusteringModel")
        .doesNotContain("Timestamp")
        .isEqualTo(Files.readString(again.resolve("kmeans.pmml")));
  }

  @Test
  void liesWhereItBelongsWhateverTheDirectoryIsCalled(@TempDir Path directory) throws IOException {
    double[][] points = {{-1, 0}, {-1.1, 0}, {0, 1}, {0, 1.1}, {1, 0}, {1.1, 0}};
    Path odd = Files.createDirectory(directory.resolve("отчёт за год, 100%"));

    fitted(points, search(points, 3), odd);

    assertThat(odd.resolve("mllib/data/_SUCCESS")).exists();
    assertThat(odd.resolve("mllib/metadata/_SUCCESS")).exists();
    try (Stream<Path> beside = Files.list(directory)) {
      assertThat(beside).containsExactly(odd);
    }
  }

  /** It is written beside other work, which must not hide that it failed. */
  @Test
  void saysWhereItCouldNotBeWritten(@TempDir Path directory) throws IOException {
    double[][] points = {{-1, 0}, {-1.1, 0}, {0, 1}, {0, 1.1}, {1, 0}, {1.1, 0}};
    Path file = Files.writeString(directory.resolve("model"), "no directory");
    Path taken = Files.createDirectories(directory.resolve("taken/mllib")).getParent();

    for (Path wrong : List.of(file, taken)) {
      try (var fit = new GroupModelFit(SharedSpark::context, wrong)) {
        fit.get().fit(points, search(points, 3));
        assertThatThrownBy(fit::finish)
            .isInstanceOf(IOException.class)
            .hasMessageContaining(wrong.toString());
      }
    }
  }

  @Test
  void nothingIsWrittenWhereNothingWasFitted(@TempDir Path directory) throws IOException {
    try (var fit = new GroupModelFit(SharedSpark::context, directory.resolve("model"))) {
      fit.finish();
    }

    assertThat(directory).isEmptyDirectory();
  }

  private static Partition fitted(double[][] points, Partition searched, Path directory)
      throws IOException {
    try (var fit = new GroupModelFit(SharedSpark::context, directory)) {
      Partition fitted = fit.get().fit(points, searched);
      fit.finish();
      return fitted;
    }
  }

  private static double[][] points(String result) {
    var schools = ReferenceData.csv("apipop_schools.csv");
    return ReferenceData.standardised(schools.column(result), schools.column("z_ctx"));
  }

  private static Partition search(double[][] points, int k) {
    return new KMeansSearch(points).search(k, 20, 42, Replicates.inThisThread());
  }
}
