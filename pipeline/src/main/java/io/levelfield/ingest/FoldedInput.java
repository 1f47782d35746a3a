package io.levelfield.ingest;

import java.util.List;
import java.util.SortedMap;

/**
 * What the rows of an input come to.
 *
 * @param accumulators by key
 * @param logs of the parts of each file
 */
record FoldedInput<K, A>(SortedMap<K, A> accumulators, List<List<PartLog>> logs) {}
