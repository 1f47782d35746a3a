package io.levelfield.outcome;

import io.levelfield.stats.CrossMoments;
import io.levelfield.stats.MeansModel;
import io.levelfield.stats.RandomInterceptIntegrated;
import io.levelfield.stats.RandomInterceptReml;
import io.levelfield.stats.SchoolMean;
import io.levelfield.study.OutcomeSettings.Shrinkage;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The models of pooled results: of schools whose context is known, and of all for the others, if
 * there are any. The mean may go with schools' size too.
 */
final class PooledModels {
  private final Map<String, double[]> context;
  private final Map<String, Double> sizes;
  private final Shrinkage shrinkage;
  private final Map<String, CrossMoments> bySchool;
  private final Optional<MeansModel> plain;
  private final Optional<MeansModel> inContext;

  /**
   * @param context school to regressors, all of the same length
   * @param sizes school to participants of an examination; empty where size does not enter
   * @throws io.levelfield.stats.TooFewObservationsException if there are too few schools or pupils
   * @throws io.levelfield.stats.CollinearColumnException if a regressor hardly differs
   */
  PooledModels(
      Map<String, CrossMoments> bySchool,
      Map<String, double[]> context,
      Map<String, Double> sizes,
      Shrinkage shrinkage) {
    this.bySchool = bySchool;
    this.context = new TreeMap<>(context);
    this.context.keySet().retainAll(bySchool.keySet());
    this.sizes = sizes;
    this.shrinkage = shrinkage;
    plain =
        this.context.size() == bySchool.size()
            ? Optional.empty()
            : Optional.of(fit(bySchool.keySet(), false));
    inContext =
        this.context.isEmpty() ? Optional.empty() : Optional.of(fit(this.context.keySet(), true));
  }

  private MeansModel fit(Collection<String> schools, boolean withContext) {
    List<CrossMoments> groups =
        schools.stream()
            .map(s -> bySchool.get(s).withCovariates(covariates(s, withContext)))
            .toList();
    return switch (shrinkage) {
      case INTEGRATED -> RandomInterceptIntegrated.fit(groups, !sizes.isEmpty());
      case REML -> RandomInterceptReml.fit(groups);
    };
  }

  private double[] covariates(String school, boolean withContext) {
    double[] regressors = withContext ? context.get(school) : new double[0];
    if (sizes.isEmpty()) {
      return regressors;
    }
    double[] covariates = Arrays.copyOf(regressors, regressors.length + 1);
    covariates[regressors.length] = Math.log(sizes.get(school));
    return covariates;
  }

  boolean inContext(String school) {
    return context.containsKey(school);
  }

  /** Variance within schools that the school's model found. */
  double sigma2(String school) {
    return model(school).sigma2();
  }

  private MeansModel model(String school) {
    return (inContext(school) ? inContext : plain).orElseThrow();
  }

  /** What is known of the school, or of one of its years, from these moments. */
  SchoolMean of(String school, CrossMoments own) {
    return model(school).of(own.weight(), own.mean(), covariates(school, inContext(school)));
  }
}
