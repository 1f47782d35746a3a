package io.levelfield.support.effect;

import io.levelfield.model.support.EffectAnalysis.Kind;
import io.levelfield.model.text.Message;
import io.levelfield.study.EffectSettings;
import io.levelfield.support.effect.ProgrammeEffect.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What can be concluded from a programme's numbers, and what can not. */
final class EffectWords {
  private final Programme programme;
  private final ProgrammePool pool;
  private final EffectSettings settings;
  private final YearlyCourses courses;

  EffectWords(
      Programme programme, ProgrammePool pool, EffectSettings settings, YearlyCourses courses) {
    this.programme = programme;
    this.pool = pool;
    this.settings = settings;
    this.courses = courses;
  }

  /**
   * Of an estimate.
   *
   * @param answers how many were sought in all
   */
  Message of(Answer answer, int answers) {
    List<Message> sentences = new ArrayList<>();
    Kind kind = answer.question().kind();
    boolean found = answer.p() <= settings.significance();
    if (kind == Kind.EVENT_YEAR && answer.question().time() < 0) {
      sentences.add(before(answer, found));
    } else if (answer.treated() == 1) {
      sentences.add(Message.of("effect.one-school"));
    } else if (fewestP() > settings.significance()) {
      sentences.add(Message.of("effect.no-test", fewestP(), settings.significance()));
    } else {
      sentences.add(found ? found(answer) : notFound(answer));
    }
    if (found && kind != Kind.OVERALL) {
      sentences.add(Message.of("effect.one-of-many", answers, settings.significance()));
    }
    if (kind == Kind.OVERALL) {
      sentences.addAll(limits(found));
    }
    return joined(sentences);
  }

  private static Message before(Answer answer, boolean found) {
    return found
        ? Message.of("effect.apart-before", hundredths(answer.estimate()))
        : Message.of("effect.alike-before", answer.detectable());
  }

  private static Message found(Answer answer) {
    return answer.estimate() > 0
        ? Message.of("effect.better", answer.estimate(), answer.low(), answer.high(), answer.p())
        : Message.of("effect.worse", -answer.estimate(), -answer.high(), -answer.low(), answer.p());
  }

  private static Message notFound(Answer answer) {
    return Message.of("effect.not-told", answer.detectable(), answer.low(), answer.high());
  }

  private List<Message> limits(boolean found) {
    List<Message> limits = new ArrayList<>();
    if (found) {
      limits.add(Message.of("effect.other-causes"));
    }
    if (earliestStart() == 1) {
      limits.add(Message.of("effect.no-trend-before", Integer.toString(courses.firstYear())));
    }
    if (pool.alsoElsewhere() > 0) {
      limits.add(Message.of("effect.also-elsewhere", pool.alsoElsewhere()));
    }
    int leftOut = pool.tooEarly() + pool.withoutResults() + programme.undated().size();
    if (leftOut + pool.notYet() > 0) {
      limits.add(
          Message.of(
              "effect.left-out",
              pool.tooEarly(),
              pool.notYet(),
              pool.withoutResults(),
              programme.undated().size()));
    }
    return limits;
  }

  private int earliestStart() {
    return pool.starts().earliest();
  }

  /** Of the change from before to after. */
  Message of(BeforeAfter naive) {
    return Message.of(
        "effect.before-after",
        hundredths(naive.change()),
        hundredths(naive.expected()),
        hundredths(naive.change() - naive.expected()));
  }

  /** As it is shown with its sign: a number that rounds to nothing has the sign of nothing. */
  private static double hundredths(double value) {
    return Math.rint(100 * value) / 100 + 0.0;
  }

  /** The smallest p-value there can be: one deal of the starts out of all that differ. */
  private double fewestP() {
    Map<List<Integer>, Integer> alike = new HashMap<>();
    for (int s : pool.inPool()) {
      alike.merge(List.of(pool.starts().first(s), pool.starts().last(s)), 1, Integer::sum);
    }
    double logDeals = logFactorial(pool.inPool().size());
    for (int schools : alike.values()) {
      logDeals -= logFactorial(schools);
    }
    return Math.exp(-logDeals);
  }

  private static double logFactorial(int n) {
    return IntStream.rangeClosed(2, n).mapToDouble(Math::log).sum();
  }

  private static Message joined(List<Message> sentences) {
    return sentences.stream().reduce((a, b) -> Message.of("effect.and", a, b)).orElse(Message.NONE);
  }
}
