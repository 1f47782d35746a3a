package io.levelfield.support.effect;

import io.levelfield.model.support.EffectAnalysis.Kind;
import io.levelfield.stats.NormalTail;
import io.levelfield.stats.RandomStream;
import io.levelfield.study.EffectSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Every question about a programme that its schools and years allow, answered. */
final class ProgrammeEffect {
  private ProgrammeEffect() {}

  /**
   * An answer.
   *
   * @param low lower end of the interval
   * @param high upper end of it
   * @param p permutation p-value
   * @param detectable smallest effect that would be noticed with the study's power
   * @param treated schools with support
   * @param controls schools without
   */
  record Answer(
      Question question,
      double estimate,
      double low,
      double high,
      double p,
      double detectable,
      int treated,
      int controls) {}

  /**
   * Answers, in the order of {@link Kind}; empty where no school has a result that can be compared.
   *
   * @param confidence of intervals
   */
  static List<Answer> of(
      Comparison comparison, EffectSettings settings, double confidence, RandomStream random) {
    List<Question> questions = new ArrayList<>();
    List<Contrast> contrasts = new ArrayList<>();
    for (Question question : questions(comparison.starts(), comparison.years())) {
      Contrast contrast = comparison.contrast(comparison.starts(), question);
      if (!contrast.isEmpty()) {
        questions.add(question);
        contrasts.add(contrast);
      }
    }
    if (questions.isEmpty()) {
      return List.of();
    }
    double[][] residuals = comparison.residuals();
    var test =
        PermutationTest.of(
            comparison,
            questions,
            residuals,
            cleared(comparison, residuals, questions, contrasts),
            settings.permutations(),
            random);
    List<Answer> answers = new ArrayList<>();
    for (int q = 0; q < questions.size(); q++) {
      Contrast contrast = contrasts.get(q);
      double estimate = contrast.of(residuals);
      double se = contrast.se();
      double reach = test.reach(q, confidence) * se;
      double detectable =
          (test.reach(q, 1 - settings.significance()) + NormalTail.quantile(settings.power())) * se;
      answers.add(
          new Answer(
              questions.get(q),
              estimate,
              estimate - reach,
              estimate + reach,
              test.p(q, Math.abs(estimate) / se),
              detectable,
              contrast.treated(),
              contrast.controls()));
    }
    return answers;
  }

  /**
   * Residuals less the effect estimated at each time since the start, as far as it stands out from
   * its error: taking chance away with it would make the rest look less variable than it is.
   */
  private static double[][] cleared(
      Comparison comparison,
      double[][] residuals,
      List<Question> questions,
      List<Contrast> contrasts) {
    double[][] cleared = new double[residuals.length][];
    for (int s = 0; s < cleared.length; s++) {
      cleared[s] = residuals[s].clone();
    }
    for (int q = 0; q < questions.size(); q++) {
      Question question = questions.get(q);
      if (question.kind() == Kind.EVENT_YEAR && question.time() >= 0) {
        double effect = standingOut(contrasts.get(q).of(residuals), contrasts.get(q).se());
        for (int s = 0; s < cleared.length; s++) {
          int year =
              comparison.starts().has(s) ? comparison.starts().first(s) + question.time() : -1;
          if (year >= 0 && year < cleared[s].length) {
            cleared[s][year] -= effect;
          }
        }
      }
    }
    return cleared;
  }

  private static double standingOut(double estimate, double se) {
    double size = Math.abs(estimate) / se;
    return size > 1 ? estimate * (1 - 1 / (size * size)) : 0;
  }

  private static List<Question> questions(Starts starts, int years) {
    var firsts = new TreeSet<Integer>();
    boolean ends = false;
    for (int s = 0; s < starts.schools(); s++) {
      if (starts.has(s) && starts.first(s) < years) {
        firsts.add(starts.first(s));
        ends |= Math.max(starts.first(s), starts.last(s)) < years - 1;
      }
    }
    List<Question> questions = new ArrayList<>();
    if (firsts.isEmpty()) {
      return questions;
    }
    questions.add(Question.of(Kind.OVERALL));
    if (ends) {
      questions.add(Question.of(Kind.AFTER_END));
    }
    for (int since = 1 - firsts.last(); since < years - firsts.first(); since++) {
      questions.add(new Question(Kind.EVENT_YEAR, 0, since));
    }
    for (int first : firsts) {
      for (int year = first; year < years; year++) {
        questions.add(new Question(Kind.GROUP_TIME, first, year));
      }
    }
    return questions;
  }
}
