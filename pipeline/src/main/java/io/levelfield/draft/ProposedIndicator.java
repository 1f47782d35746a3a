package io.levelfield.draft;

import io.levelfield.study.Indicator.Aggregate;
import io.levelfield.study.Range;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An indicator of the social context that a column may be.
 *
 * @param key by which the study names it
 * @param column that holds it
 * @param known what the dictionary says of it; absent where it does not know the header
 * @param denominator of a count
 * @param counted whether its header says that it is a number of persons or families
 * @param range of a share, from 0
 * @param aggregate how rows of pupils become a school's value
 * @param equals cell text that is counted, for a share of rows
 * @param unknown number that seems to stand for 'unknown'
 */
record ProposedIndicator(
    String key,
    Column column,
    Optional<Words.KnownIndicator> known,
    Optional<Column> denominator,
    boolean counted,
    Optional<Range> range,
    Optional<Aggregate> aggregate,
    Optional<String> equals,
    OptionalDouble unknown) {}
