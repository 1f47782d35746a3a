package io.levelfield.outcome;

import io.levelfield.model.AdjustedResult;
import io.levelfield.model.InputsRefused;
import io.levelfield.model.SchoolResult;
import io.levelfield.stats.CollinearColumnException;
import io.levelfield.stats.LeastSquares;
import io.levelfield.stats.TooFewObservationsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a school's result is beyond what its context lets one expect: the residual of the results on
 * the context, by ordinary least squares over schools.
 */
public final class ResultAdjustment {
  private ResultAdjustment() {}

  /**
   * Adjusts results.
   *
   * @param results ordered by school
   * @param context school to regressors, all of the same length; schools without are left out
   * @param names of the regressors, for messages
   * @return ordered by school
   * @throws InputsRefused if the regression cannot be made
   */
  public static List<AdjustedResult> adjust(
      List<SchoolResult> results, Map<String, double[]> context, List<String> names) {
    List<SchoolResult> used =
        results.stream().filter(r -> context.containsKey(r.schoolId())).toList();
    double[][] x = used.stream().map(r -> context.get(r.schoolId())).toArray(double[][]::new);
    double[] y = used.stream().mapToDouble(r -> r.result().orElseThrow()).toArray();
    LeastSquares fit = fit(x, y, names);
    double[] fitted = fit.fitted();
    double[] residuals = fit.residuals();
    List<AdjustedResult> adjusted = new ArrayList<>();
    for (int i = 0; i < used.size(); i++) {
      adjusted.add(new AdjustedResult(used.get(i).schoolId(), fitted[i], residuals[i]));
    }
    return adjusted;
  }

  private static LeastSquares fit(double[][] x, double[] y, List<String> names) {
    try {
      return LeastSquares.fit(x, y);
    } catch (TooFewObservationsException e) {
      throw new InputsRefused(
          "adjusted_result: "
              + y.length
              + " schools have both a result and a context; at least "
              + (names.size() + 2)
              + " are needed to adjust for "
              + String.join(", ", names),
          e);
    } catch (CollinearColumnException e) {
      throw new InputsRefused(
          "adjusted_result: "
              + names.get(e.column())
              + " is the same in all schools or follows from the other indicators; leave it out",
          e);
    }
  }
}
