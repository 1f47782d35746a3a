package io.levelfield.support.teachers;

import io.levelfield.model.input.DiagnosticAnswers;
import io.levelfield.model.input.StaffCount;
import io.levelfield.model.input.StaffFigure;
import io.levelfield.model.input.SupportData;
import io.levelfield.model.support.Difficulty;
import io.levelfield.model.support.ShareInterval;
import io.levelfield.model.support.SharedTopic;
import io.levelfield.model.support.StaffShares;
import io.levelfield.model.support.Teachers;
import io.levelfield.model.text.Message;
import io.levelfield.stats.Interval;
import io.levelfield.stats.WilsonInterval;
import io.levelfield.study.TeacherSettings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Teachers by school and subject, their difficulties by topic and school, and mentors. */
public final class SchoolTeachers {
  private final TeacherSettings settings;
  private final double confidence;

  private SchoolTeachers(TeacherSettings settings, double confidence) {
    this.settings = settings;
    this.confidence = confidence;
  }

  /**
   * What the inputs tell of teachers.
   *
   * @param results what schools achieve in subjects
   * @param confidence of intervals, 0 to 1
   * @param notes told what could not be told, and why
   */
  public static Teachers of(
      SupportData data,
      SubjectResults results,
      Map<String, Integer> networks,
      TeacherSettings settings,
      double confidence,
      Consumer<Message> notes) {
    var teachers = new SchoolTeachers(settings, confidence);
    List<Difficulty> difficulties = data.diagnostics().stream().map(teachers::difficulty).toList();
    if (growthIsUntold(data.staff())) {
      notes.accept(Message.of("teachers.growth-untold"));
    }
    return new Teachers(
        data.staff().stream().map(teachers::shares).toList(),
        difficulties,
        teachers.topics(difficulties),
        Mentors.of(difficulties, results, networks, settings));
  }

  /** Whether teachers were tested, and nobody says whose competence grew. */
  private static boolean growthIsUntold(List<StaffCount> staff) {
    return staff.stream()
            .anyMatch(c -> c.part(StaffFigure.TESTED).map(part -> part.count() > 0).orElse(false))
        && staff.stream().noneMatch(c -> c.part(StaffFigure.GREW).isPresent());
  }

  private StaffShares shares(StaffCount count) {
    Map<StaffFigure, ShareInterval> shares = new EnumMap<>(StaffFigure.class);
    count
        .parts()
        .forEach(
            (figure, part) -> {
              if (part.of() > 0) {
                shares.put(figure, interval(part.count(), part.of()));
              }
            });
    return new StaffShares(count, shares);
  }

  private Difficulty difficulty(DiagnosticAnswers answers) {
    return new Difficulty(
        answers,
        interval(answers.difficult(), answers.answers()),
        answers.share() >= settings.difficultyShare());
  }

  private ShareInterval interval(int count, int of) {
    Interval wilson = WilsonInterval.of(count, of, confidence);
    return new ShareInterval((double) count / of, wilson.low(), wilson.high());
  }

  private List<SharedTopic> topics(List<Difficulty> difficulties) {
    Map<Asked, List<Difficulty>> byTopic = new TreeMap<>(Asked.ORDER);
    difficulties.forEach(
        d -> byTopic.computeIfAbsent(Asked.of(d), topic -> new ArrayList<>()).add(d));
    List<SharedTopic> topics = new ArrayList<>();
    byTopic.forEach(
        (asked, schools) -> {
          int difficult = (int) schools.stream().filter(Difficulty::difficult).count();
          topics.add(
              new SharedTopic(
                  asked.year(),
                  asked.subject(),
                  asked.topic(),
                  schools.size(),
                  difficult,
                  difficult >= settings.sharedBy() * schools.size()));
        });
    return topics;
  }
}
