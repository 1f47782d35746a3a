package io.levelfield.support.growth;

import io.levelfield.model.support.GrowthMethod;

/** Tells how a pupil's later result compares with the earlier one. */
interface GrowthScale {

  GrowthMethod method();

  /** Growth of a pupil; more is better. */
  double growth(double earlier, double later);

  /** Growth of a pupil who did neither better nor worse than was to be expected. */
  double neutral();
}
