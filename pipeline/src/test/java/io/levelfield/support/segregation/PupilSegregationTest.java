package io.levelfield.support.segregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.ingest.Ingest;
import io.levelfield.model.SchoolYear;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.support.SegregationIndex;
import io.levelfield.model.text.Message;
import io.levelfield.stats.RandomStream;
import io.levelfield.study.ContextIndexSettings;
import io.levelfield.study.Study;
import io.levelfield.study.StudyLoader;
import io.levelfield.testing.ReferenceData;
import io.levelfield.testing.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PupilSegregationTest {
  @TempDir private Path folder;

  @Test
  void californiasIsTheReferences() {
    Path config = Path.of("../configs/california-api.yaml");
    Study study = StudyLoader.load(config, List.of());
    StudyData data = Ingest.read(study, config.getParent(), SharedSpark.workers());
    Set<SchoolYear> indexed =
        ReferenceData.csv("apipop_index.csv").texts("cds").stream()
            .map(school -> new SchoolYear(school, 2000))
            .collect(Collectors.toSet());

    List<SegregationIndex> found = of(study, data, indexed, new ArrayList<>());

    assertThat(found)
        .extracting(SegregationIndex::characteristic)
        .containsExactly("ell", "emer", "full", "meals", "mobility", "not_hsg");
    assertThat(found.get(0).duncan()).isCloseTo(0.480654, within(1e-6));
    assertThat(found.get(3).duncan()).isCloseTo(0.535770888244452, within(1e-9));
    assertThat(found.get(3).pupils()).isEqualTo(3_122_864);
    assertThat(found)
        .allSatisfy(
            index -> {
              assertThat(index.low()).isLessThan(index.duncan());
              assertThat(index.expectedByChance()).isLessThan(index.low());
              assertThat(index.betweenMunicipalities().orElseThrow()).isBetween(0.0, index.theil());
              assertThat(index.betweenSettlements()).isEmpty();
            });
  }

  /** The interval is that of the shares pupils are drawn by, not of the pupils who were drawn. */
  @Test
  void intervalHoldsTheSegregationBehindThePupils() throws IOException {
    int held = 0;
    int districts = 60;
    for (int d = 0; d < districts; d++) {
      RandomStream random = RandomStream.at(7, d);
      double[] shares = new double[24];
      double[] sizes = new double[24];
      StringBuilder passports = new StringBuilder("school,poor,pupils\n");
      StringBuilder results = new StringBuilder("school,mean\n");
      for (int s = 0; s < 24; s++) {
        shares[s] = .05 + .5 * random.nextDouble();
        sizes[s] = 60 + random.nextInt(300);
        int poor = 0;
        for (int i = 0; i < sizes[s]; i++) {
          poor += random.nextDouble() < shares[s] ? 1 : 0;
        }
        passports.append(String.format("s%02d,%d,%d%n", s, poor, (int) sizes[s]));
        results.append(String.format("s%02d,%d%n", s, 50 + random.nextInt(9)));
      }
      SegregationIndex index = found(passports, results).get(0);
      double truth = truth(shares, sizes);
      held += index.low() <= truth && truth <= index.high() ? 1 : 0;
    }
    // 90 % intervals of 60 districts hold in 47 or more with a probability above .999.
    assertThat(held).isGreaterThanOrEqualTo(47);
  }

  /** As from a total that is no number of pupils. */
  @Test
  void aSchoolOfLessThanHalfAPupilIsNone() throws IOException {
    String results = "school,mean\na,5\nb,6\nc,7\n";

    List<SegregationIndex> found = found("school,poor,pupils\na,10,40\nb,2,30\nc,0,0.4\n", results);

    assertThat(found).hasSize(1);
    assertThat(found).isEqualTo(found("school,poor,pupils\na,10,40\nb,2,30\n", results));
  }

  @Test
  void aStudyWithoutSharesIsToldWhy() throws IOException {
    Files.writeString(folder.resolve("p.csv"), "school,poor,pupils\na,1,4\nb,2,9\n");
    Files.writeString(folder.resolve("r.csv"), "school,mean\na,5\nb,6\n");
    Study study =
        study("context_index.indicators", "{poor: {direction: unfavourable, column: poor}}");
    List<Message> notes = new ArrayList<>();

    assertThat(of(study, Ingest.read(study, folder, SharedSpark.workers()), Set.of(), notes))
        .isEmpty();
    assertThat(notes).containsExactly(Message.of("segregation.no-shares"));
  }

  private List<SegregationIndex> found(CharSequence passports, CharSequence results)
      throws IOException {
    Files.writeString(folder.resolve("p.csv"), passports);
    Files.writeString(folder.resolve("r.csv"), results);
    Study study =
        study(
            "context_index.indicators",
            "{poor: {direction: unfavourable, count: poor, denominator: pupils}}");
    StudyData data = Ingest.read(study, folder, SharedSpark.workers());
    Set<SchoolYear> indexed =
        data.passports().stream().map(p -> p.key()).collect(Collectors.toSet());
    return of(study, data, indexed, new ArrayList<>());
  }

  private Study study(String key, String value) throws IOException {
    Path file = folder.resolve("study.yaml");
    Files.writeString(
        file,
        """
        study: segregation
        inputs:
          results:
            - {path: r.csv, shape: means, columns: {school_id: school, mean: mean},
               constants: {year: 2018, procedure: p, subject: s}}
          context:
            - {path: p.csv, columns: {school_id: school}, constants: {year: 2018}}
        """);
    return StudyLoader.load(file, List.of(key + "=" + value));
  }

  private static double truth(double[] shares, double[] sizes) {
    double poor = 0;
    double pupils = 0;
    for (int s = 0; s < shares.length; s++) {
      poor += shares[s] * sizes[s];
      pupils += sizes[s];
    }
    double sum = 0;
    for (int s = 0; s < shares.length; s++) {
      sum += Math.abs(shares[s] * sizes[s] / poor - (1 - shares[s]) * sizes[s] / (pupils - poor));
    }
    return sum / 2;
  }

  private static List<SegregationIndex> of(
      Study study, StudyData data, Set<SchoolYear> indexed, List<Message> notes) {
    return PupilSegregation.of(
        data,
        indexed,
        ContextIndexSettings.indicatorsOf(study.contextIndex()),
        study.support().segregation(),
        study.outcome().confidence(),
        study.randomSeed(),
        notes::add);
  }
}
