package io.levelfield.stats;

import static io.levelfield.testing.ReferenceFiles.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.stats.RandomInterceptReml.Prediction;
import io.levelfield.testing.ReferenceFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random-intercept models beside those of lme4. */
class RandomInterceptReferenceTest {
  private static final Percentage CLOSE = Percentage.withPercentage(0.01);

  @ParameterizedTest
  @CsvSource({
    "hsb82, hsb82_pupils, school, mAch",
    "exam_london, exam_london, school, normexam",
    "scotssec, scotssec, second, attain",
    "jsp_english, jsp_miss, school, english",
    "gcsemv_course, gcsemv, school, course",
    "gcsemv_written, gcsemv, school, written"
  })
  void oneWayModelEqualsLme4(String reference, String file, String school, String y) {
    Map<String, CrossMoments> schools = moments(ReferenceFiles.rows(file + ".csv"), school, y);
    var model = RandomInterceptReml.fit(List.copyOf(schools.values()));
    compare(reference, model, ReferenceFiles.json("lme4/" + reference + ".json").get("null"));

    double worstMean = 0;
    double worstSd = 0;
    List<CSVRecord> expected = ReferenceFiles.rows("lme4/" + reference + "_schools.csv");
    for (CSVRecord row : expected) {
      CrossMoments own = schools.get(row.get("school"));
      Prediction prediction = model.predict(own);
      worstMean = Math.max(worstMean, Math.abs(prediction.mean() - number(row, "eb_mean")));
      worstSd = Math.max(worstSd, Math.abs(prediction.conditionalSd() - number(row, "cond_sd")));
    }
    print(
        "%s: %d schools, largest difference of shrunken means %.1e, of conditional sd %.1e",
        reference, expected.size(), worstMean, worstSd);
    assertThat(expected).hasSameSizeAs(schools.keySet());
    assertThat(worstMean).as("shrunken means of " + reference).isLessThan(1e-6);
    assertThat(worstSd).as("conditional sd of " + reference).isLessThan(1e-6);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2", "3"})
  void oneWayModelOfStarGradesEqualsLme4(String grade) {
    List<CSVRecord> rows =
        ReferenceFiles.rows("star.csv").stream().filter(r -> r.get("yrs").equals(grade)).toList();
    Map<String, CrossMoments> schools = moments(rows, "sch", "math");
    var model = RandomInterceptReml.fit(List.copyOf(schools.values()));
    JsonNode expected = ReferenceFiles.json("lme4/star.json").get("grade" + grade);
    compare("star grade " + grade, model, expected.get("null_math"));

    double worst = 0;
    for (CSVRecord row : ReferenceFiles.rows("lme4/star_school_grade.csv")) {
      if (row.get("grade").equals(grade) && !row.get("math_eb").isEmpty()) {
        CrossMoments own = schools.get(row.get("sch"));
        double mean = model.predict(own).mean();
        worst = Math.max(worst, Math.abs(mean - number(row, "math_eb")));
      }
    }
    print("star grade %s: largest difference of shrunken means %.1e", grade, worst);
    assertThat(worst).isLessThan(1e-6);
  }

  private static void compare(String name, RandomInterceptReml model, JsonNode expected) {
    print(
        "%s: τ² %.8f (lme4 %.8f), σ² %.8f (%.8f), ICC %.8f, intercept %.8f (%.8f) ± %.8f",
        name,
        model.tau2(),
        expected.get("between_var_tau2").asDouble(),
        model.sigma2(),
        expected.get("within_var_sigma2").asDouble(),
        model.icc(),
        model.intercept(),
        expected.get("intercept").asDouble(),
        model.interceptSe());
    assertThat(model.tau2()).isCloseTo(expected.get("between_var_tau2").asDouble(), CLOSE);
    assertThat(model.sigma2()).isCloseTo(expected.get("within_var_sigma2").asDouble(), CLOSE);
    assertThat(model.icc()).isCloseTo(expected.get("icc_reml").asDouble(), CLOSE);
    assertThat(model.intercept()).isCloseTo(expected.get("intercept").asDouble(), CLOSE);
    assertThat(model.interceptSe()).isCloseTo(expected.get("intercept_se").asDouble(), CLOSE);
    assertThat(model.deviance()).isCloseTo(expected.get("reml_deviance").asDouble(), within(1e-6));
  }

  @Test
  void examOfLondonWithIntakeEqualsLme4() {
    RandomInterceptReml model =
        compareModel("exam_london", "exam_london", "school", "normexam", "lrt", intake());

    assertThat(model.tau2()).isCloseTo(.093839, within(1e-6));
    assertThat(model.sigma2()).isCloseTo(.565865, within(1e-6));
    assertThat(model.coefficients()[1]).isCloseTo(.563307, within(1e-6));
  }

  private static Map<String, ToDoubleFunction<CSVRecord>> intake() {
    return Map.of("standLRT", row -> number(row, "standLRT"));
  }

  @Test
  void modelsWithCovariatesOfPupilsAndSchoolsEqualLme4() {
    compareModel("hsb82", "hsb82_pupils", "school", "mAch", "ses", pupilStatus());
    compareModel("hsb82", "hsb82_pupils", "school", "mAch", "context", context());
    compareModel("scotssec", "scotssec", "second", "attain", "context", scottish());
    compareModel("exam_london", "exam_london", "school", "normexam", "context", english());
  }

  private static Map<String, ToDoubleFunction<CSVRecord>> pupilStatus() {
    return Map.of("ses", row -> number(row, "ses"));
  }

  private static Map<String, ToDoubleFunction<CSVRecord>> context() {
    return Map.of(
        "cses", row -> number(row, "ses") - number(row, "meanses"),
        "meanses", row -> number(row, "meanses"),
        "cath", row -> row.get("sector").equals("Catholic") ? 1 : 0);
  }

  private static Map<String, ToDoubleFunction<CSVRecord>> scottish() {
    return Map.of("verbal", row -> number(row, "verbal"), "social", row -> number(row, "social"));
  }

  private static Map<String, ToDoubleFunction<CSVRecord>> english() {
    return Map.of(
        "standLRT", row -> number(row, "standLRT"),
        "schavg", row -> number(row, "schavg"),
        "girl", row -> row.get("sex").equals("F") ? 1 : 0);
  }

  private static RandomInterceptReml compareModel(
      String reference,
      String file,
      String school,
      String y,
      String variant,
      Map<String, ToDoubleFunction<CSVRecord>> covariates) {
    JsonNode expected =
        ReferenceFiles.json("lme4/" + reference + ".json").get("models").get(variant);
    List<String> names = new ArrayList<>();
    expected.get("fixef").fieldNames().forEachRemaining(names::add);
    names.remove("(Intercept)");
    Map<String, CrossMoments> schools = new TreeMap<>();
    for (CSVRecord row : ReferenceFiles.rows(file + ".csv")) {
      schools
          .computeIfAbsent(row.get(school), id -> new CrossMoments(names.size()))
          .add(
              names.stream().mapToDouble(n -> covariates.get(n).applyAsDouble(row)).toArray(),
              number(row, y));
    }
    var model = RandomInterceptReml.fit(List.copyOf(schools.values()));

    String name = reference + " " + variant;
    double tau2 = expected.get("var").get(school + ":(Intercept)").asDouble();
    print(
        "%s: τ² %.8f (lme4 %.8f), σ² %.8f (%.8f), deviance %.6f (%.6f)",
        name,
        model.tau2(),
        tau2,
        model.sigma2(),
        expected.get("var").get("residual").asDouble(),
        model.deviance(),
        expected.get("reml_deviance").asDouble());
    assertThat(model.tau2()).as(name).isCloseTo(tau2, CLOSE);
    assertThat(model.sigma2()).isCloseTo(expected.get("var").get("residual").asDouble(), CLOSE);
    assertThat(model.deviance()).isCloseTo(expected.get("reml_deviance").asDouble(), within(1e-6));
    names.add(0, "(Intercept)");
    for (int j = 0; j < names.size(); j++) {
      double coefficient = expected.get("fixef").get(names.get(j)).asDouble();
      double se = expected.get("se_fixef").get(names.get(j)).asDouble();
      print(
          "  %s %.8f (%.8f) ± %.8f (%.8f)",
          names.get(j), model.coefficients()[j], coefficient, model.standardErrors()[j], se);
      assertThat(model.coefficients()[j]).as(names.get(j)).isCloseTo(coefficient, CLOSE);
      assertThat(model.standardErrors()[j]).as(names.get(j)).isCloseTo(se, CLOSE);
    }
    double worst = 0;
    for (CSVRecord row : ReferenceFiles.rows("lme4/" + reference + "_schools.csv")) {
      Prediction own = model.predict(schools.get(row.get("school")));
      worst = Math.max(worst, Math.abs(own.deviation() - number(row, "blup_" + variant)));
      worst = Math.max(worst, Math.abs(own.conditionalSd() - number(row, "cond_sd_" + variant)));
    }
    print("  largest difference of random intercepts and their sd %.1e", worst);
    assertThat(worst).as("random intercepts of " + name).isLessThan(1e-6);
    return model;
  }

  private static Map<String, CrossMoments> moments(List<CSVRecord> rows, String school, String y) {
    Map<String, CrossMoments> schools = new TreeMap<>();
    for (CSVRecord row : rows) {
      if (!row.get(y).isEmpty()) {
        schools
            .computeIfAbsent(row.get(school), id -> new CrossMoments(0))
            .add(new double[0], number(row, y));
      }
    }
    return schools;
  }

  private static void print(String format, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, format, arguments));
  }
}
