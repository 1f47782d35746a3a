package io.levelfield.model.input;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many rows were read, and how many ended in which account. The first is counted where rows
 * come from the file, the others where they end, so that a row lost between is noticed.
 *
 * @param rows data rows read, blank lines aside
 * @param byAccount rows of each account that has any
 * @param incomplete rows that count but for a cell or a result that cannot be read
 * @param results that count; a row of a wide table may hold several
 */
public record RowCounts(long rows, Map<RowAccount, Long> byAccount, long incomplete, long results)
    implements Serializable {

  public RowCounts {
    Map<RowAccount, Long> own = new EnumMap<>(RowAccount.class);
    own.putAll(byAccount);
    byAccount = Collections.unmodifiableMap(own);
  }

  /** Rows of all of these together. */
  public static RowCounts sum(List<RowCounts> counts) {
    Map<RowAccount, Long> sums = new EnumMap<>(RowAccount.class);
    counts.forEach(one -> one.byAccount.forEach((account, n) -> sums.merge(account, n, Long::sum)));
    return new RowCounts(
        counts.stream().mapToLong(RowCounts::rows).sum(),
        sums,
        counts.stream().mapToLong(RowCounts::incomplete).sum(),
        counts.stream().mapToLong(RowCounts::results).sum());
  }

  /** Rows that ended in an account: all that were read, or the program is at fault. */
  public long accounted() {
    return byAccount.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Rows of an account. */
  public long of(RowAccount account) {
    return byAccount.getOrDefault(account, 0L);
  }
}
