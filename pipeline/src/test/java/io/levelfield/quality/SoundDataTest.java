package io.levelfield.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.Passport;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.input.SupportData;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.study.QualitySettings;
import io.levelfield.testing.ReferenceData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks of plausibility ask next to nothing of data that are sound. */
class SoundDataTest {
  private final Map<TallyKey, ScoreHistogram> scores = new TreeMap<>();
  private final List<ResultTally> published = new ArrayList<>();
  private final List<Passport> passports = new ArrayList<>();

  /** Pupils of real examinations: all of a file, by school. */
  @ParameterizedTest
  @CsvSource({
    "exam_london, school, normexam",
    "exam_london, school, standLRT",
    "hsb82_pupils, school, mAch",
    "gcsemv, school, written",
    "gcsemv, school, course",
    "scotssec, second, attain",
    "star, sch, math",
    "jsp_miss, school, english"
  })
  void nothingIsAskedOfPupilsOfRealExaminations(String file, String school, String score) {
    ReferenceData data = ReferenceData.csv(file + ".csv");
    List<String> schools = data.texts(school);
    List<String> values = data.texts(score);
    List<String> years = file.equals("star") ? data.texts("yrs") : schools;
    for (int i = 0; i < schools.size(); i++) {
      int year = file.equals("star") ? 1985 + Integer.parseInt(years.get(i)) : 2000;
      if (!values.get(i).isEmpty()) {
        pupil(schools.get(i), year, Double.parseDouble(values.get(i)));
      }
    }

    assertThat(found()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "apipop_context, cds, api00",
    "maschools, district, score4",
    "hsb82_school_level, school, mAch",
    "star_grade0, school, math",
    "star_grade3, school, math"
  })
  void nothingIsAskedOfRealMeans(String file, String school, String mean) {
    ReferenceData data = ReferenceData.csv(file + ".csv");
    List<String> schools = data.texts(school);
    double[] means = data.column(mean);
    for (int i = 0; i < means.length; i++) {
      mean(schools.get(i), 2000, means[i]);
    }

    assertThat(found()).isEmpty();
  }

  @Test
  void nothingIsAskedOfRealContexts() {
    contexts("apipop_context", "cds", "meals", "ell", "mobility", "not_hsg", "avg_ed", "full");
    contexts("apipop_context", "cds", "emer", "api_stu");
    contexts("maschools", "district", "expspecial", "expbil", "lunch", "income", "english");
    contexts("swiss", "province", "Agriculture", "Education", "Catholic", "Infant_Mortality");
    contexts("hsb82_school_level", "school", "ses", "min", "PRACAD", "DISCLIM");
    for (int grade = 0; grade < 4; grade++) {
      contexts("star_grade" + grade, "school", "free_share");
    }
  }

  private void contexts(String file, String school, String... indicators) {
    ReferenceData data = ReferenceData.csv(file + ".csv");
    List<String> schools = data.texts(school);
    passports.clear();
    double[][] columns = Arrays.stream(indicators).map(data::column).toArray(double[][]::new);
    for (int i = 0; i < schools.size(); i++) {
      Map<String, Double> values = new HashMap<>();
      for (int j = 0; j < indicators.length; j++) {
        values.put(indicators[j], columns[j][i]);
      }
      passports.add(new Passport(schools.get(i), 2000, values));
    }
    assertThat(found()).as(file).isEmpty();
  }

  /** Papers of simulated districts, each hard on checks in its own way. */
  enum Paper {
    POINTS {
      @Override
      double score(double able) {
        return Math.max(0, Math.min(100, Math.rint(55 + 15 * able)));
      }
    },
    /** Most have a few points of forty, the best nearly all. */
    HARD {
      @Override
      double score(double able) {
        return Math.min(40, Math.rint(Math.exp(1.5 + 0.7 * able)));
      }
    },
    MARKS {
      @Override
      double score(double able) {
        return Math.max(2, Math.min(5, Math.rint(3.8 + 0.8 * able)));
      }
    },
    EASY {
      @Override
      double score(double able) {
        return Math.min(20, Math.max(0, Math.rint(18 + 4 * able)));
      }
    },
    STANDARDISED {
      @Override
      double score(double able) {
        return able;
      }
    };

    abstract double score(double able);
  }

  /**
   * Districts of 8 to 67 schools and three years, a few schools very selective; papers grow easier
   * or harder by half a deviation.
   */
  @ParameterizedTest
  @EnumSource
  void nextToNothingIsAskedOfSoundDistricts(Paper paper) {
    int districts = 200;
    List<String> asked = new ArrayList<>();
    for (int d = 0; d < districts; d++) {
      var random = new Random(d);
      scores.clear();
      int schools = 8 + random.nextInt(60);
      for (int s = 0; s < schools; s++) {
        double level = 0.4 * random.nextGaussian() + (random.nextInt(20) == 0 ? 1.5 : 0);
        int pupils = 3 + random.nextInt(70);
        for (int year = 2022; year <= 2024; year++) {
          double own = level + 0.5 * (year - 2023) + 0.1 * random.nextGaussian();
          for (int p = 0; p < pupils; p++) {
            pupil("s" + s, year, paper.score(own + random.nextGaussian()));
          }
        }
      }
      asked.addAll(found());
    }

    assertThat(asked).hasSizeLessThanOrEqualTo(districts / 100);
  }

  /** The same, published as means alone: of a hard paper these say little. */
  @ParameterizedTest
  @EnumSource(names = {"POINTS", "HARD", "MARKS"})
  void nextToNothingIsAskedOfSoundMeans(Paper paper) {
    int districts = 200;
    List<String> asked = new ArrayList<>();
    for (int d = 0; d < districts; d++) {
      var random = new Random(d);
      published.clear();
      int schools = 8 + random.nextInt(60);
      for (int s = 0; s < schools; s++) {
        double level = 0.4 * random.nextGaussian() + (random.nextInt(20) == 0 ? 1.5 : 0);
        int pupils = 3 + random.nextInt(70);
        double mean =
            IntStream.range(0, pupils)
                .mapToDouble(p -> paper.score(level + random.nextGaussian()))
                .average()
                .orElseThrow();
        mean("s" + s, 2024, mean);
      }
      asked.addAll(found());
    }

    assertThat(asked).hasSizeLessThanOrEqualTo(districts / 50);
  }

  /** Shares from the rarest to the commonest, of schools from 15 pupils to 900. */
  @ParameterizedTest
  @CsvSource({"-7, 1", "-5, 1.5", "-4, 0.5", "-2, 0.7", "0, 0.3", "0, 1", "3, 0.5", "5, 1"})
  void trueZerosAreNoCodes(double logit, double spread) {
    int districts = 200;
    List<String> asked = new ArrayList<>();
    for (int d = 0; d < districts; d++) {
      var random = new Random(d);
      passports.clear();
      int schools = 10 + random.nextInt(90);
      for (int s = 0; s < schools; s++) {
        int pupils = (int) (15 * Math.exp(4.1 * random.nextDouble()));
        double share = 1 / (1 + Math.exp(-logit - spread * random.nextGaussian()));
        long count = IntStream.range(0, pupils).filter(p -> random.nextDouble() < share).count();
        passports.add(new Passport("s" + s, 2024, Map.of("share", (double) count / pupils)));
      }
      asked.addAll(found());
    }

    assertThat(asked).hasSizeLessThanOrEqualTo(districts / 100);
  }

  private void pupil(String school, int year, double score) {
    scores
        .computeIfAbsent(
            new TallyKey(school, new Measure(year, "EX", "maths", "")), k -> new ScoreHistogram())
        .add(score);
  }

  private void mean(String school, int year, double mean) {
    published.add(
        new ResultTally(
            new TallyKey(school, new Measure(year, "EX", "maths", "")),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalDouble.of(mean),
            OptionalDouble.empty(),
            new ScoreHistogram()));
  }

  private List<String> found() {
    List<ResultTally> tallies =
        Stream.concat(
                published.stream(),
                scores.entrySet().stream()
                    .map(
                        own ->
                            ResultTally.ofPupils(
                                own.getKey(),
                                own.getValue(),
                                OptionalLong.empty(),
                                OptionalLong.empty())))
            .sorted(Comparator.comparing(ResultTally::key))
            .toList();
    var inputs = new Inputs();
    passports.forEach(passport -> inputs.passport(passport.schoolId(), 2000, passport.values()));
    var data =
        new StudyData(
            List.of(),
            tallies,
            passports,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Map.of(),
            SupportData.NONE,
            List.of(),
            List.of(),
            List.of());
    return Plausibility.of(data, inputs.indicators(), QualitySettings.defaults())
        .findings()
        .stream()
        .map(SoundDataTest::brief)
        .toList();
  }

  private static String brief(QualityFinding finding) {
    return finding.schoolId() + " " + finding.rule() + " " + finding.value();
  }
}
