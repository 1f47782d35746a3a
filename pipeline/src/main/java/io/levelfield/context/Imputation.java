package io.levelfield.context;

import io.levelfield.model.context.AlteredValue.Method;

/** Tells what might stand in the gaps of passports. */
interface Imputation {

  /** What is most plausible in each gap, in their order; NaN where nothing is. */
  double[] plausible();

  /**
   * Values that are plausible too, one in each gap: many draws show how uncertain gaps leave the
   * index (Rubin, Multiple Imputation for Nonresponse in Surveys, 1987).
   *
   * @param number of the draw; the same number gives the same values
   */
  double[] draw(int number);

  /** How a gap is filled. */
  Method method(int gap);
}
