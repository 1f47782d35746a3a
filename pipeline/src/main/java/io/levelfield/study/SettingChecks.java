package io.levelfield.study;

import io.levelfield.model.text.Message;

/** A setting's value, or its default where the study is silent, once it is known to be possible. */
final class SettingChecks {
  private SettingChecks() {}

  /** A share above 0 and below 1. */
  static double share(String setting, Double value, double byDefault) {
    double share = value == null ? byDefault : value;
    if (!(share > 0 && share < 1)) {
      throw new StudyProblem(setting, Message.of("study.between-0-and-1", Double.toString(share)));
    }
    return share;
  }

  /** A share above 0, up to 1. */
  static double shareToOne(String setting, Double value, double byDefault) {
    double share = value == null ? byDefault : value;
    if (!(share > 0 && share <= 1)) {
      throw new StudyProblem(setting, Message.of("study.above-0-to-1", Double.toString(share)));
    }
    return share;
  }

  /** A whole number of at least {@code least}. */
  static int atLeast(String setting, int least, Integer value, int byDefault) {
    int number = value == null ? byDefault : value;
    if (number < least) {
      throw new StudyProblem(setting, Message.of("study.at-least", least, number));
    }
    return number;
  }

  /** Years out of so many: no more than those. */
  static void yearsOf(String setting, int years, int of) {
    if (years > of) {
      throw new StudyProblem(setting, Message.of("study.years-of", of, years));
    }
  }
}
