package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.text.Message;
import java.util.List;

/**
 * Checks of the inputs. No official threshold is known for any of them: the defaults are this
 * project's proposals. Where a chance is given, it is that of a question put to any sound school of
 * the study.
 */
public record QualitySettings(
    @JsonPropertyDescription("Screen of results for objectivity.") Objectivity objectivity,
    @JsonPropertyDescription("Checks of social passports.") Passports passports,
    @JsonPropertyDescription("Checks whether scores are on one scale.") Scale scale,
    @JsonPropertyDescription("Check whether pupils were absent from examinations.")
        Participation participation,
    @JsonPropertyDescription("What schools are asked of rows that could not be counted.") Lost lost,
    @JsonPropertyDescription("Check whether all schools have results.") Coverage coverage,
    @JsonPropertyDescription(
            "Check whether the same pupils stand in two files without their codes.")
        Overlap overlap,
    @JsonPropertyDescription(
            "Chance that a check puts a question to any sound school at all (default 0.01).")
        Double falseAlarm) {

  private static final double DEFAULT_FALSE_ALARM = 0.01;

  /** Screen of results for objectivity. */
  public record Objectivity(
      @JsonPropertyDescription(
              "Procedures marked at the school, e.g. [ВПР]; without them nothing is screened.")
          List<String> screened,
      @JsonPropertyDescription("Procedures marked elsewhere that confirm them, e.g. [ОГЭ, ЕГЭ].")
          List<String> confirmedBy,
      @JsonPropertyDescription(
              "A screened result so many standard deviations of schools above their mean is high"
                  + " (default 2).")
          Double highFrom,
      @JsonPropertyDescription(
              "A high result is not confirmed if the school's percentile rank is lower by so much"
                  + " in the procedures that confirm (default 0.40).")
          Double rankDrop) {

    private static final double DEFAULT_HIGH_FROM = 2;
    private static final double DEFAULT_RANK_DROP = 0.40;

    public Objectivity {
      screened = screened == null ? List.of() : List.copyOf(screened);
      confirmedBy = confirmedBy == null ? List.of() : List.copyOf(confirmedBy);
      highFrom = highFrom == null ? DEFAULT_HIGH_FROM : highFrom;
      rankDrop = rankDrop == null ? DEFAULT_RANK_DROP : rankDrop;
      for (String procedure : screened) {
        if (confirmedBy.contains(procedure)) {
          throw new StudyProblem("confirmed_by", Message.of("study.confirms-itself", procedure));
        }
      }
      if (!(rankDrop > 0 && rankDrop < 1)) {
        throw new StudyProblem(
            "rank_drop", Message.of("study.between-0-and-1", Double.toString(rankDrop)));
      }
    }
  }

  /** Checks of social passports. */
  public record Passports(
      @JsonPropertyDescription(
              "A passport repeats the year before if all indicators agree and so many of them are"
                  + " not 0 (default 3).")
          Integer copiedFrom,
      @JsonPropertyDescription(
              "Share of pupils and families that is new every year; a passport that agrees with the"
                  + " last is doubted where its counts would hardly agree by chance then (default"
                  + " 0.11).")
          Double renewal,
      @JsonPropertyDescription(
              "Counts from this one on are looked at for a preference of the last digits 0 and 5"
                  + " (default 10).")
          Integer digitsFrom,
      @JsonPropertyDescription(
              "A passport whose values are all at most 1 is taken for one in fractions among others"
                  + " in per cent, or the other way round, and rejected, where its values differ by"
                  + " this factor in their geometric mean; an indicator whose typical value changes"
                  + " by it from year to year is asked about (default 30; with 1000 no passport is"
                  + " rejected).")
          Double unitFactor) {

    private static final int DEFAULT_COPIED_FROM = 3;
    // One grade of nine or so leaves, one comes.
    private static final double DEFAULT_RENEWAL = 0.11;
    private static final int DEFAULT_DIGITS_FROM = 10;
    // Between what schools differ by and the hundred between the units.
    private static final double DEFAULT_UNIT_FACTOR = 30;

    public Passports {
      copiedFrom = copiedFrom == null ? DEFAULT_COPIED_FROM : copiedFrom;
      renewal = renewal == null ? DEFAULT_RENEWAL : renewal;
      if (!(renewal > 0 && renewal < 1)) {
        throw new StudyProblem(
            "renewal", Message.of("study.between-0-and-1", Double.toString(renewal)));
      }
      digitsFrom = digitsFrom == null ? DEFAULT_DIGITS_FROM : digitsFrom;
      unitFactor = unitFactor == null ? DEFAULT_UNIT_FACTOR : unitFactor;
      if (!(unitFactor >= 10)) {
        throw new StudyProblem("unit_factor", Message.of("study.at-least", 10, unitFactor));
      }
      if (copiedFrom < 1) {
        throw new StudyProblem("copied_from", Message.of("study.at-least", 1, copiedFrom));
      }
      if (digitsFrom < 10) {
        throw new StudyProblem("digits_from", Message.of("study.digits-from", digitsFrom));
      }
    }
  }

  /** Checks whether scores are on one scale. */
  public record Scale(
      @JsonPropertyDescription(
              "A score is far from all others if the gap between them is so many times what those"
                  + " others span (default 2).")
          Double far,
      @JsonPropertyDescription(
              "A school's scores are a multiple of the others' from this factor on; twice it where"
                  + " they are a part (default 1.5).")
          Double factor,
      @JsonPropertyDescription(
              "The scale of an examination jumps from year to year if mean and spread change by this"
                  + " factor (default 2).")
          Double jump,
      @JsonPropertyDescription(
              "Scores of 0 are asked about where they are more than so many times as frequent as"
                  + " those above 0 and up to half of what three in four of the others reach"
                  + " (default 2).")
          Double zeros,
      @JsonPropertyDescription(
              "A procedure is asked about whose results are correlated more negatively than this"
                  + " with those of the same schools elsewhere, and beyond chance (default -0.30;"
                  + " with -1 none is).")
          Double reversed) {

    private static final double DEFAULT_FAR = 2;
    private static final double DEFAULT_FACTOR = 1.5;
    private static final double DEFAULT_JUMP = 2;
    private static final double DEFAULT_ZEROS = 2;
    private static final double DEFAULT_REVERSED = -0.3;

    public Scale {
      far = far == null ? DEFAULT_FAR : far;
      factor = factor == null ? DEFAULT_FACTOR : factor;
      jump = jump == null ? DEFAULT_JUMP : jump;
      requireAtLeastOne("far", far);
      requireAtLeastOne("factor", factor);
      requireAtLeastOne("jump", jump);
      zeros = zeros == null ? DEFAULT_ZEROS : zeros;
      requireAtLeastOne("zeros", zeros);
      reversed = reversed == null ? DEFAULT_REVERSED : reversed;
      if (!(reversed >= -1 && reversed <= 0)) {
        throw new StudyProblem(
            "reversed", Message.of("study.minus-1-to-0", Double.toString(reversed)));
      }
    }

    private static void requireAtLeastOne(String setting, double value) {
      if (!(value >= 1)) {
        throw new StudyProblem(setting, Message.of("study.at-least", 1, value));
      }
    }
  }

  /** Check whether pupils were absent from examinations. */
  public record Participation(
      @JsonPropertyDescription(
              "A school is asked about its absent pupils where a smaller share of those enrolled"
                  + " took the examination (default 0.95).")
          Double atLeast,
      @JsonPropertyDescription(
              "Such a result bars positive labels where the share is smaller than this (default"
                  + " 0.90, or at_least where that is less).")
          Double barsBelow,
      @JsonPropertyDescription(
              "Nor is a school asked, nor its result doubted, where so many would be absent with a"
                  + " chance greater than this if each pupil came with the probability at_least: in"
                  + " a school of ten, one or two (default 0.05; at 0.99 the share alone decides).")
          Double chance,
      @JsonPropertyDescription(
              "Which rows of pupils without a score are pupils who should have sat the examination."
                  + " listed: all, but of tables with a column for each subject those of"
                  + " outcome.compulsory (default); compulsory: those of outcome.compulsory; none.")
          EmptyScores emptyScores,
      @JsonPropertyDescription(
              "Whether pupils who sat one examination of outcome.compulsory should have sat the"
                  + " others of the same year, procedure and grade (default true).")
          Boolean seenElsewhere) {

    /** Which pupils without a score should have sat an examination. */
    public enum EmptyScores {
      LISTED,
      COMPULSORY,
      NONE
    }

    private static final double DEFAULT_AT_LEAST = 0.95;
    private static final double DEFAULT_BARS_BELOW = 0.90;
    private static final double DEFAULT_CHANCE = 0.05;

    public Participation {
      atLeast = SettingChecks.share("at_least", atLeast, DEFAULT_AT_LEAST);
      barsBelow =
          SettingChecks.share("bars_below", barsBelow, Math.min(DEFAULT_BARS_BELOW, atLeast));
      chance = SettingChecks.share("chance", chance, DEFAULT_CHANCE);
      emptyScores = emptyScores == null ? EmptyScores.LISTED : emptyScores;
      seenElsewhere = seenElsewhere == null || seenElsewhere;
      if (barsBelow > atLeast) {
        throw new StudyProblem(
            "bars_below",
            Message.of("study.bars-unasked", Double.toString(barsBelow), Double.toString(atLeast)));
      }
    }

    /** The settings of a study that says nothing of participation. */
    public static Participation defaults() {
      return new Participation(null, null, null, null, null);
    }
  }

  /** What schools are asked of rows that could not be counted. */
  public record Lost(
      @JsonPropertyDescription(
              "A school's data are doubtful where such a share of its results, or of its passports,"
                  + " could not be counted (default 0.10); below it the question is a note.")
          Double doubtfulFrom,
      @JsonPropertyDescription(
              "No school is asked for what such a share of schools lost in one file for one reason,"
                  + " each about as much: whoever made the file must mend it (default 0.90).")
          Double sharedFrom) {

    private static final double DEFAULT_DOUBTFUL_FROM = 0.10;
    private static final double DEFAULT_SHARED_FROM = 0.90;

    public Lost {
      doubtfulFrom = SettingChecks.share("doubtful_from", doubtfulFrom, DEFAULT_DOUBTFUL_FROM);
      sharedFrom = SettingChecks.shareToOne("shared_from", sharedFrom, DEFAULT_SHARED_FROM);
    }
  }

  /** Check whether all schools have results. */
  public record Coverage(
      @JsonPropertyDescription(
              "A procedure and grade is asked about in a year in which it has fewer schools than in"
                  + " the year before (the first: than in the year after) by such a share, and by"
                  + " at_least (default 0.20; 1 where schools are drawn anew each year).")
          Double missingFrom,
      @JsonPropertyDescription(
              "Fewer schools than this may go for reasons of their own, whatever the share (default"
                  + " 3).")
          Integer atLeast,
      @JsonPropertyDescription(
              "An examination is asked about by itself where such a share of its procedure's schools"
                  + " had it: others are chosen (default 0.80).")
          Double commonFrom,
      @JsonPropertyDescription(
              "Such an examination is asked about where it has fewer schools by this share: some may"
                  + " have given it up for another (default 0.50).")
          Double examinationFrom) {

    private static final double DEFAULT_MISSING_FROM = 0.20;
    private static final int DEFAULT_AT_LEAST = 3;
    private static final double DEFAULT_COMMON_FROM = 0.80;
    private static final double DEFAULT_EXAMINATION_FROM = 0.50;

    public Coverage {
      missingFrom = SettingChecks.shareToOne("missing_from", missingFrom, DEFAULT_MISSING_FROM);
      atLeast = SettingChecks.atLeast("at_least", 1, atLeast, DEFAULT_AT_LEAST);
      commonFrom = SettingChecks.shareToOne("common_from", commonFrom, DEFAULT_COMMON_FROM);
      examinationFrom =
          SettingChecks.shareToOne("examination_from", examinationFrom, DEFAULT_EXAMINATION_FROM);
    }
  }

  /** When two files of results hold the same pupils; a run with such files is refused. */
  public record Overlap(
      @JsonPropertyDescription(
              "A school's examination is compared that so many pupils took or more: of few pupils"
                  + " the scores may be the same by chance (default 10).")
          Integer pupils,
      @JsonPropertyDescription(
              "So many examinations of schools must have the same scores in both files (default 5).")
          Integer atLeast,
      @JsonPropertyDescription(
              "More than this share of those that both files hold must have (default 0.50; with 1 no"
                  + " file is refused).")
          Double share) {

    private static final int DEFAULT_PUPILS = 10;
    private static final int DEFAULT_AT_LEAST = 5;
    private static final double DEFAULT_SHARE = 0.50;

    public Overlap {
      pupils = SettingChecks.atLeast("pupils", 1, pupils, DEFAULT_PUPILS);
      atLeast = SettingChecks.atLeast("at_least", 1, atLeast, DEFAULT_AT_LEAST);
      share = SettingChecks.shareToOne("share", share, DEFAULT_SHARE);
    }
  }

  public QualitySettings {
    objectivity = objectivity == null ? new Objectivity(null, null, null, null) : objectivity;
    passports = passports == null ? new Passports(null, null, null, null) : passports;
    scale = scale == null ? new Scale(null, null, null, null, null) : scale;
    participation = participation == null ? Participation.defaults() : participation;
    lost = lost == null ? new Lost(null, null) : lost;
    coverage = coverage == null ? new Coverage(null, null, null, null) : coverage;
    overlap = overlap == null ? new Overlap(null, null, null) : overlap;
    falseAlarm = falseAlarm == null ? DEFAULT_FALSE_ALARM : falseAlarm;
    if (!(falseAlarm > 0 && falseAlarm < 1)) {
      throw new StudyProblem(
          "false_alarm", Message.of("study.between-0-and-1", Double.toString(falseAlarm)));
    }
  }

  /** The settings of a study that says nothing of quality. */
  public static QualitySettings defaults() {
    return new QualitySettings(null, null, null, null, null, null, null, null);
  }
}
