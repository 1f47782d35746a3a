package io.levelfield.generate;

import io.levelfield.generate.Draws.Purpose;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Writes the results of one year, a row per pupil and examination, school by school. */
final class ResultsFile {
  /** Matches the results of all years. */
  static final String GLOB = "results-*.csv";

  private static final String HEADER =
      "Год,Процедура,Предмет,Класс,Код школы,Код ученика,Балл,Отметка\n";
  private static final int LAST_GRADE = 11;
  private static final int[] TESTED_GRADES = {4, 5, 9, LAST_GRADE};

  /** Digits of a pupil's number within the cohort; larger cohorts simply take more. */
  private static final int PUPIL_DIGITS = 3;

  private final GeneratorOptions options;
  private final int year;
  private final DirtLog dirtLog;
  private final String name;
  private final ScoreModel model;
  private long rows;

  private ResultsFile(GeneratorOptions options, int year, DirtLog dirtLog) {
    this.options = options;
    this.year = year;
    this.dirtLog = dirtLog;
    name = nameOf(year);
    model = new ScoreModel(options.seed(), options.firstYear());
  }

  /** The file's name, for instance {@code results-2016.csv}. */
  static String nameOf(int year) {
    return "results-" + year + ".csv";
  }

  /**
   * Writes the file.
   *
   * @return rows written, without the header
   */
  static long write(
      GeneratorOptions options,
      List<SyntheticSchool> schools,
      int year,
      Path directory,
      DirtLog dirtLog)
      throws IOException {
    var file = new ResultsFile(options, year, dirtLog);
    try (var out = new CsvBytes(directory.resolve(file.name))) {
      out.write(CsvBytes.bytes(HEADER));
      for (SyntheticSchool school : schools) {
        file.writeSchool(out, school);
      }
    }
    return file.rows;
  }

  private void writeSchool(CsvBytes out, SyntheticSchool school) throws IOException {
    var sitting = Draws.of(options.seed(), Purpose.SITTING, school.index(), year);
    var dirt = Draws.of(options.seed(), Purpose.RESULT_DIRT, school.index(), year);
    byte[] code = CsvBytes.bytes(school.id());
    for (int grade : TESTED_GRADES) {
      if (school.teaches(grade)) {
        writeGrade(out, school, code, grade, sitting, dirt);
      }
    }
  }

  private void writeGrade(
      CsvBytes out, SyntheticSchool school, byte[] code, int grade, Draws sitting, Draws dirt)
      throws IOException {
    List<Paper> papers = papers(school, grade);
    var cohort = Cohort.of(options.seed(), school, year - grade);
    for (int pupil = 1; pupil <= cohort.pupils(); pupil++) {
      cohort.next();
      if (grade == LAST_GRADE && !cohort.staysForLastGrade()) {
        continue;
      }
      for (Paper paper : papers) {
        if (!cohort.chooses(paper.exam)) {
          continue;
        }
        int score = paper.score(cohort.ability(), sitting);
        if (options.dirt() > 0 && dirt.chance(options.dirt())) {
          String pupilCode = pupilCode(school, cohort, pupil);
          writeSpoiled(
              out, paper, SpoiledResult.of(paper.exam, school.id(), pupilCode, score, dirt));
        } else {
          writeRow(out, paper, code, cohort.enteredIn(), pupil, score);
        }
        rows++;
      }
    }
  }

  private void writeSpoiled(CsvBytes out, Paper paper, SpoiledResult spoiled) throws IOException {
    out.write(paper.cells);
    out.write(CsvBytes.bytes(spoiled.cells()));
    // The header is line 1, so the first row is line 2.
    dirtLog.record(name, rows + 2, spoiled.column(), spoiled.kind(), spoiled.value());
  }

  private List<Paper> papers(SyntheticSchool school, int grade) {
    return Arrays.stream(Exam.values())
        .filter(exam -> exam.grade == grade)
        .map(
            exam ->
                new Paper(
                    exam,
                    year,
                    model.level(school, exam, year),
                    school.group() == PlantedGroup.NON_OBJECTIVE && exam.markedAtSchool()))
        .toList();
  }

  private void writeRow(
      CsvBytes out, Paper paper, byte[] school, int enteredIn, int pupil, int score)
      throws IOException {
    out.write(paper.cells);
    out.write(school);
    out.write(',');
    out.write(school);
    out.write('-');
    out.write(enteredIn, 4);
    out.write('-');
    out.write(pupil, PUPIL_DIGITS);
    out.write(',');
    if (score != Paper.ABSENT) {
      out.write(score, 1);
    }
    out.write(',');
    if (score != Paper.ABSENT && paper.exam.marked()) {
      out.write(paper.exam.mark(score), 1);
    }
    out.write('\n');
  }

  private static String pupilCode(SyntheticSchool school, Cohort cohort, int pupil) {
    return String.format("%s-%04d-%0" + PUPIL_DIGITS + "d", school.id(), cohort.enteredIn(), pupil);
  }
}
