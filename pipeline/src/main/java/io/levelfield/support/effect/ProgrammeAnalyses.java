package io.levelfield.support.effect;

import io.levelfield.model.support.EffectAnalysis;
import io.levelfield.model.support.EffectAnalysis.Figures;
import io.levelfield.model.support.EffectAnalysis.Kind;
import io.levelfield.model.text.Message;
import io.levelfield.stats.Courses;
import io.levelfield.stats.RandomStream;
import io.levelfield.stats.TooFewObservationsException;
import io.levelfield.stats.ZeroVarianceException;
import io.levelfield.study.EffectSettings;
import io.levelfield.support.effect.ProgrammeEffect.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A programme's rows of the table, or the one that says why it cannot be judged. */
final class ProgrammeAnalyses {
  private final YearlyCourses courses;
  private final Map<String, Double> context;
  private final Programme programme;
  private final EffectSettings settings;
  private final double confidence;
  private final long seed;
  private final ProgrammePool pool;

  ProgrammeAnalyses(
      YearlyCourses courses,
      Map<String, Double> context,
      Programme programme,
      EffectSettings settings,
      double confidence,
      long seed) {
    this.courses = courses;
    this.context = context;
    this.programme = programme;
    this.settings = settings;
    this.confidence = confidence;
    this.seed = seed;
    pool = ProgrammePool.of(courses, programme, settings);
  }

  List<EffectAnalysis> all() {
    Optional<Message> obstacle = obstacle();
    if (obstacle.isPresent()) {
      return List.of(without(obstacle.get()));
    }
    Courses results = courses.courses(pool.schools(), context);
    Comparison comparison;
    try {
      comparison =
          new Comparison(
              results,
              pool.starts(),
              pool.inPool().stream().mapToInt(Integer::intValue).toArray(),
              settings.controls());
    } catch (TooFewObservationsException e) {
      return List.of(without(Message.of("effect.too-few-results")));
    } catch (ZeroVarianceException e) {
      return List.of(without(Message.of("effect.no-variation")));
    }
    // A programme's draws hang on its name alone, not on which others there are.
    RandomStream random = RandomStream.at(seed, programme.name().hashCode());
    List<Answer> answers = ProgrammeEffect.of(comparison, settings, confidence, random);
    if (answers.stream().noneMatch(answer -> answer.question().kind() == Kind.OVERALL)) {
      return List.of(without(Message.of("effect.no-pair")));
    }
    var words = new EffectWords(programme, pool, settings, courses);
    List<EffectAnalysis> rows = new ArrayList<>();
    answers.forEach(answer -> rows.add(row(answer, words.of(answer, answers.size()))));
    BeforeAfter.of(comparison, confidence)
        .ifPresent(
            naive ->
                rows.add(
                    new EffectAnalysis(
                        programme.name(),
                        Kind.BEFORE_AFTER,
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        Optional.of(naive.figures()),
                        naive.schools(),
                        0,
                        words.of(naive))));
    return rows;
  }

  /** What keeps the programme from being judged whatever the numbers. */
  private Optional<Message> obstacle() {
    String first = Integer.toString(courses.firstYear());
    String last = Integer.toString(courses.lastYear());
    if (programme.schools().isEmpty()) {
      return Optional.of(Message.of("effect.no-start"));
    }
    if (pool.withoutResults() == programme.schools().size()) {
      return Optional.of(Message.of("effect.no-results"));
    }
    if (pool.tooEarly() + pool.withoutResults() == programme.schools().size()) {
      return Optional.of(Message.of("effect.nothing-before", first));
    }
    if (pool.tooEarly() + pool.withoutResults() + pool.notYet() == programme.schools().size()) {
      return Optional.of(Message.of("effect.nothing-after", last));
    }
    boolean allHaveIt = pool.inPool().stream().allMatch(s -> pool.starts().first(s) == earliest());
    return allHaveIt ? Optional.of(Message.of("effect.no-control")) : Optional.empty();
  }

  private int earliest() {
    return pool.starts().earliest();
  }

  private EffectAnalysis without(Message reason) {
    return new EffectAnalysis(
        programme.name(),
        Kind.OVERALL,
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        programme.size(),
        0,
        reason);
  }

  private EffectAnalysis row(Answer answer, Message conclusion) {
    Question question = answer.question();
    boolean groupTime = question.kind() == Kind.GROUP_TIME;
    return new EffectAnalysis(
        programme.name(),
        question.kind(),
        groupTime ? year(question.group()) : OptionalInt.empty(),
        groupTime ? year(question.time()) : OptionalInt.empty(),
        question.kind() == Kind.EVENT_YEAR ? OptionalInt.of(question.time()) : OptionalInt.empty(),
        Optional.of(
            new Figures(
                answer.estimate(),
                answer.low(),
                answer.high(),
                OptionalDouble.of(answer.p()),
                OptionalDouble.of(answer.detectable()),
                OptionalDouble.empty())),
        answer.treated(),
        answer.controls(),
        conclusion);
  }

  private OptionalInt year(int place) {
    return OptionalInt.of(courses.firstYear() + place);
  }
}
