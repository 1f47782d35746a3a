package io.levelfield.model.outcome;

import java.util.OptionalDouble;

/**
 * A school's share below the minimum in one measure, with its uncertainty.
 *
 * @param low lower end of the share's interval, from the school's own pupils alone
 * @param high upper end of that interval
 * @param shrunken the share drawn towards the mean of all schools, the more the fewer its pupils;
 *     absent where there is no other school
 * @param overThreshold probability that the true share reaches the study's threshold; absent with
 *     {@code shrunken}
 */
public record ShareEstimate(
    double low, double high, OptionalDouble shrunken, OptionalDouble overThreshold) {}
