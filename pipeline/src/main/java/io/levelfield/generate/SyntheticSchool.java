package io.levelfield.generate;

/**
 * A school of the synthetic authority, with its planted truth.
 *
 * @param index position among all schools from 0; the key of its random streams
 * @param id code as text, beginning with a zero
 * @param gradeSize expected pupils per grade
 * @param parallelClasses classes per grade; 0 where grades are taught together
 * @param context latent context, standard deviations of schools, higher is more favourable
 * @param effect latent effect, standard deviations of pupils above what the context predicts
 */
record SyntheticSchool(
    int index,
    String id,
    String name,
    String municipality,
    boolean rural,
    boolean selective,
    boolean eleventhGrade,
    double gradeSize,
    int parallelClasses,
    int travelMinutes,
    PlantedGroup group,
    double context,
    double effect) {

  /** Whether pupils of this grade are taught here. */
  boolean teaches(int grade) {
    return grade <= 9 || eleventhGrade;
  }
}
