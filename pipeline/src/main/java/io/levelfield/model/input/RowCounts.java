package io.levelfield.model.input;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many rows ended in which account.
 *
 * @param byAccount rows of each account that has any
 * @param incomplete rows that count but for a cell or a result that cannot be read
 */
public record RowCounts(Map<RowAccount, Long> byAccount, long incomplete) implements Serializable {

  public RowCounts {
    Map<RowAccount, Long> own = new EnumMap<>(RowAccount.class);
    own.putAll(byAccount);
    byAccount = Collections.unmodifiableMap(own);
  }

  /** Rows of all of these together. */
  public static RowCounts sum(List<RowCounts> counts) {
    Map<RowAccount, Long> sums = new EnumMap<>(RowAccount.class);
    counts.forEach(one -> one.byAccount.forEach((account, n) -> sums.merge(account, n, Long::sum)));
    return new RowCounts(sums, counts.stream().mapToLong(RowCounts::incomplete).sum());
  }

  /** Rows read. */
  public long rows() {
    return byAccount.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Rows of an account. */
  public long of(RowAccount account) {
    return byAccount.getOrDefault(account, 0L);
  }
}
