package io.levelfield.context;

import io.levelfield.model.context.ContextModel;
import io.levelfield.model.input.Passport;
import io.levelfield.stats.Descriptive;
import io.levelfield.stats.LeastSquares;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** How much of schools' results an index explains. */
final class ResultsOnIndex {
  private ResultsOnIndex() {}

  /** A variant's model, with the R² of results on its index where no regression gave one. */
  static ContextModel describe(
      Weighting weighting, List<Passport> reference, Map<String, Double> results) {
    ContextModel model = weighting.model();
    List<Passport> used =
        reference.stream().filter(p -> results.containsKey(p.schoolId())).toList();
    double[] y = used.stream().mapToDouble(p -> results.get(p.schoolId())).toArray();
    double[][] x =
        used.stream().map(p -> new double[] {weighting.index(p)}).toArray(double[][]::new);
    boolean told = used.size() > 2 && !Descriptive.isConstant(y);
    if (model.rSquared().isPresent() || !told) {
      return model;
    }
    LeastSquares fit = LeastSquares.fit(x, y);
    return new ContextModel(
        model.variant(),
        model.schools(),
        model.eigenvalue(),
        model.explained(),
        model.penalty(),
        OptionalDouble.of(fit.rSquared()),
        OptionalDouble.of(fit.adjustedRSquared()),
        OptionalDouble.of(fit.coefficients()[0]),
        OptionalDouble.of(fit.residualSd()));
  }
}
