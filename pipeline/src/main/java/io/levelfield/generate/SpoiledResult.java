package io.levelfield.generate;

import java.util.List;

/**
 * A row of results with one fault.
 *
 * @param cells the row from the school's code on, with its line end
 * @param kind the fault
 * @param column header of the faulty cell, empty where the row as a whole is wrong
 * @param value what the faulty cell holds
 */
record SpoiledResult(String cells, DirtKind kind, String column, String value) {
  private static final List<DirtKind> KINDS =
      List.of(
          DirtKind.TEXT_IN_NUMBER,
          DirtKind.SCORE_ABOVE_SCALE,
          DirtKind.UNKNOWN_SCHOOL,
          DirtKind.RAGGED_ROW);
  private static final List<String> WORDS = List.of("12б", "сорок", "3О");

  /** Spoils the row of this pupil and score. */
  static SpoiledResult of(Exam exam, String school, String pupil, int score, Draws random) {
    boolean absent = score == Paper.ABSENT;
    String rightScore = absent ? "" : Integer.toString(score);
    String mark = absent || !exam.marked() ? "" : Integer.toString(exam.mark(score));
    DirtKind kind = KINDS.get(random.below(KINDS.size()));
    return switch (kind) {
      case TEXT_IN_NUMBER -> {
        String word = WORDS.get(random.below(WORDS.size()));
        yield new SpoiledResult(row(school, pupil, word, mark), kind, "Балл", word);
      }
      case SCORE_ABOVE_SCALE -> {
        // A slip of the finger: a zero too many.
        String tooMuch = exam.maximum + "0";
        yield new SpoiledResult(row(school, pupil, tooMuch, mark), kind, "Балл", tooMuch);
      }
      case UNKNOWN_SCHOOL -> {
        // Every real code begins with a zero.
        String nowhere = "9".repeat(school.length());
        yield new SpoiledResult(row(nowhere, pupil, rightScore, mark), kind, "Код школы", nowhere);
      }
      case RAGGED_ROW -> {
        String ragged =
            random.chance(0.5)
                ? String.join(",", school, pupil, rightScore)
                : String.join(",", school, pupil, rightScore, mark, "");
        yield new SpoiledResult(ragged + "\n", kind, "", "");
      }
      case DUPLICATE_ROW -> throw new AssertionError("a result is not duplicated");
    };
  }

  private static String row(String school, String pupil, String score, String mark) {
    return String.join(",", school, pupil, score, mark) + "\n";
  }
}
