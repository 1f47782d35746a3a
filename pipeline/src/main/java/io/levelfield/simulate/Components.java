package io.levelfield.simulate;

/**
 * What a school's true levels are made of: parts of their variance within a measure, which add up
 * to 1 together with the trend's.
 *
 * @param context slope of levels on the standardised index; its square is part of {@code school}
 * @param school the same in all examinations and years
 * @param examination the same in an examination's years
 * @param year the same in a year's examinations
 * @param rest of one examination in one year
 * @param pupils correlation of a pupil's scores in two examinations of one procedure, within the
 *     school
 */
record Components(
    double context, double school, double examination, double year, double rest, double pupils) {}
