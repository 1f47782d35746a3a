package io.levelfield.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.stats.Replicates;
import io.levelfield.testing.ReferenceData;
import io.levelfield.testing.SharedSpark;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MllibFinalFitTest {

  @ParameterizedTest
  @ValueSource(strings = {"z_api00", "resid_pc1", "resid_c7"})
  void keepsTheSearchedGroupsOfRealSchools(String result) {
    double[][] points = points(result);
    Partition searched = search(points, 3);

    Partition fitted = new MllibFinalFit(SharedSpark.context()).fit(points, searched);

    assertThat(fitted.groups()).isEqualTo(searched.groups());
    assertThat(fitted.wss()).isCloseTo(searched.wss(), within(1e-8));
  }

  private static double[][] points(String result) {
    var schools = ReferenceData.csv("apipop_schools.csv");
    return ReferenceData.standardised(schools.column(result), schools.column("z_ctx"));
  }

  private static Partition search(double[][] points, int k) {
    return new KMeansSearch(points).search(k, 20, 42, Replicates.inThisThread());
  }
}
