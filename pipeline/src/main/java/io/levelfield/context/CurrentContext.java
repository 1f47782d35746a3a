package io.levelfield.context;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Picks what describes a school now from what describes it year by year. */
public final class CurrentContext {
  private CurrentContext() {}

  /**
   * One row per school: of the newest year up to {@code year}, or of the oldest year where all are
   * later.
   *
   * @param rows several years of several schools
   * @return in the order in which schools first appear
   */
  public static <T> List<T> asOf(
      int year, List<T> rows, Function<T, String> school, ToIntFunction<T> yearOf) {
    Comparator<T> preference =
        Comparator.<T, Boolean>comparing(row -> yearOf.applyAsInt(row) <= year)
            .thenComparing(
                row ->
                    yearOf.applyAsInt(row) <= year
                        ? yearOf.applyAsInt(row)
                        : -yearOf.applyAsInt(row));
    Map<String, T> current = new LinkedHashMap<>();
    for (T row : rows) {
      current.merge(school.apply(row), row, (a, b) -> preference.compare(a, b) >= 0 ? a : b);
    }
    return List.copyOf(current.values());
  }
}
