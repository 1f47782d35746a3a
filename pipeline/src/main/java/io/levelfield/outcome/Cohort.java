package io.levelfield.outcome;

import io.levelfield.model.input.Measure;

/** Pupils of one year who sat the examinations of one procedure: taken to be the same children. */
record Cohort(int year, String procedure, String grade) {
  static Cohort of(Measure measure) {
    return new Cohort(measure.year(), measure.procedure(), measure.grade());
  }
}
