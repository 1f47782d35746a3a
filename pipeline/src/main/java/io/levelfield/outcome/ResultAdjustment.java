package io.levelfield.outcome;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.outcome.AdjustedResult;
import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.text.Message;
import io.levelfield.stats.CollinearColumnException;
import io.levelfield.stats.LeastSquares;
import io.levelfield.stats.TooFewObservationsException;
import java.util.List;
import java.util.Map;

/**
 * What a school's result is beyond what its context lets one expect: the residual of the results on
 * the context, by ordinary least squares over schools.
 */
public final class ResultAdjustment {
  private final double[] coefficients;
  private final double rSquared;
  private final double probabilityOfNoSlope;

  private ResultAdjustment(LeastSquares fit) {
    this.coefficients = fit.coefficients();
    this.rSquared = fit.rSquared();
    this.probabilityOfNoSlope = fit.probabilityOfNoSlope();
  }

  /**
   * Fits what results are expected of a context.
   *
   * @param results ordered by school
   * @param context school to regressors, all of the same length; schools without are left out
   * @param names of the regressors, for messages
   * @throws InputsRefused if the regression cannot be made
   */
  public static ResultAdjustment fit(
      List<SchoolResult> results, Map<String, double[]> context, List<String> names) {
    List<SchoolResult> used = with(context, results);
    double[][] x = used.stream().map(r -> context.get(r.schoolId())).toArray(double[][]::new);
    double[] y = used.stream().mapToDouble(r -> r.result().orElseThrow()).toArray();
    return new ResultAdjustment(leastSquares(x, y, names));
  }

  /**
   * Adjusts results: those of the fit, or others in the same unit.
   *
   * @param results ordered by school
   * @param context school to regressors; schools without are left out
   * @return ordered by school
   */
  public List<AdjustedResult> of(List<SchoolResult> results, Map<String, double[]> context) {
    return with(context, results).stream()
        .map(
            r -> {
              double expected = expected(context.get(r.schoolId()));
              double residual = r.result().orElseThrow() - expected;
              return new AdjustedResult(r.schoolId(), expected, residual);
            })
        .toList();
  }

  /**
   * What readers must know where context explains no more of the results than chance would: a
   * deviation from what is expected then is little else than the plain result.
   *
   * @param confidence of the F test of all slopes at once, between 0 and 1
   */
  List<Message> notes(double confidence) {
    return probabilityOfNoSlope > 1 - confidence
        ? List.of(Message.of("outcome.context-explains-little", rSquared, probabilityOfNoSlope))
        : List.of();
  }

  private double expected(double[] context) {
    double expected = coefficients[0];
    for (int j = 0; j < context.length; j++) {
      expected += coefficients[j + 1] * context[j];
    }
    return expected;
  }

  /**
   * Variance of what is expected of a school whose context is not surely known.
   *
   * @param variances of the regressors
   */
  double variance(double[] variances) {
    double variance = 0;
    for (int j = 0; j < variances.length; j++) {
      variance += coefficients[j + 1] * coefficients[j + 1] * variances[j];
    }
    return variance;
  }

  private static List<SchoolResult> with(
      Map<String, double[]> context, List<SchoolResult> results) {
    return results.stream().filter(r -> context.containsKey(r.schoolId())).toList();
  }

  private static LeastSquares leastSquares(double[][] x, double[] y, List<String> names) {
    try {
      return LeastSquares.fit(x, y);
    } catch (TooFewObservationsException e) {
      throw new InputsRefused(
          Message.of(
              "outcome.too-few-to-adjust", y.length, names.size() + 2, String.join(", ", names)),
          e);
    } catch (CollinearColumnException e) {
      throw new InputsRefused(Message.of("outcome.collinear", names.get(e.column())), e);
    }
  }
}
