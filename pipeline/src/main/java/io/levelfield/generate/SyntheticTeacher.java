package io.levelfield.generate;

import io.levelfield.generate.Draws.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A teacher of the synthetic authority.
 *
 * @param key of the teacher's random streams, within the school
 * @param id pseudonym
 * @param before score of the test of competence before training, 0 to 100
 * @param after score after it; absent for the untrained
 */
record SyntheticTeacher(
    int key,
    String id,
    String subject,
    boolean riskGroup,
    boolean trained,
    double before,
    OptionalDouble after,
    boolean association,
    boolean psychologicalSupport,
    boolean technologyMastered,
    boolean technologyUsed) {

  /** Subjects whose teachers are listed: those of the examinations. */
  static final List<String> SUBJECTS = List.of("русский язык", "математика", "обществознание");

  private static final int PUPILS_OF_GRADE_PER_TEACHER = 6;
  private static final int FEWEST_OF_SUBJECT = 2;
  private static final int MOST_OF_SUBJECT = 1_000;
  private static final int ID_BOUND = 1 << 16;

  /** The teachers of a school, by subject. */
  static List<SyntheticTeacher> of(long seed, SyntheticSchool school) {
    List<SyntheticTeacher> teachers = new ArrayList<>();
    double share = riskShare(school.group());
    // Counted off and not drawn one by one, so that the share in few teachers is no matter of luck.
    double counted = Draws.of(seed, Purpose.TEACHER, school.index(), -1).uniform();
    for (int subject = 0; subject < SUBJECTS.size(); subject++) {
      long number =
          Math.max(FEWEST_OF_SUBJECT, Math.round(school.gradeSize() / PUPILS_OF_GRADE_PER_TEACHER));
      for (int i = 0; i < Math.min(number, MOST_OF_SUBJECT); i++) {
        boolean riskGroup = Math.floor(counted + share) > Math.floor(counted);
        counted += share;
        teachers.add(draw(seed, school, subject, i, riskGroup));
      }
    }
    return teachers;
  }

  private static SyntheticTeacher draw(
      long seed, SyntheticSchool school, int subject, int number, boolean risk) {
    int key = subject * MOST_OF_SUBJECT + number;
    var random = Draws.of(seed, Purpose.TEACHER, school.index(), key);
    String id = "%04x%04x".formatted(random.below(ID_BOUND), random.below(ID_BOUND));
    boolean trained = random.chance(risk ? 0.6 : 0.3);
    double before = percent(risk ? random.normal(42, 5) : random.normal(66, 8));
    double after = percent(before + random.normal(8, 5));
    boolean association = random.chance(0.6);
    boolean psychological = random.chance(0.5);
    boolean mastered = random.chance(risk ? 0.4 : 0.7);
    boolean used = random.chance(0.7) && mastered;
    return new SyntheticTeacher(
        key,
        id,
        SUBJECTS.get(subject),
        risk,
        trained,
        before,
        trained ? OptionalDouble.of(after) : OptionalDouble.empty(),
        association,
        psychological,
        mastered,
        used);
  }

  /**
   * The planted share of teachers in the risk group: higher where results are below the expected.
   */
  static double riskShare(PlantedGroup group) {
    return switch (group) {
      case LOW -> 0.5;
      case NON_OBJECTIVE -> 0.35;
      case UNFAVOURABLE -> 0.2;
      case HIGH, RESILIENT, ORDINARY -> 0.1;
    };
  }

  /** A score of a test, at most 100. */
  static double percent(double score) {
    return Math.max(0, Math.min(100, score));
  }
}
