package io.levelfield.ingest;

import io.levelfield.ingest.TotalRows.Verdict;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.RowAccount;
import io.levelfield.model.text.Message;
import io.levelfield.study.Inputs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Tells which rows of tables are totals, unless the study takes them for schools. */
final class Totals {
  private static final int NAMED = 5;

  private final boolean keep;
  private final InputLog log;
  private final Identities identities;
  private final Set<String> ofResults = new HashSet<>();

  /**
   * @param identities how the codes of results are shown
   */
  Totals(Inputs inputs, InputLog log, Identities identities) {
    keep = inputs.totals() == Inputs.Totals.KEEP;
    this.log = log;
    this.identities = identities;
  }

  /** Whether results told that a code is a total's. */
  boolean isTotal(String code) {
    return ofResults.contains(Spelling.folded(code));
  }

  /** What of published results is a total, and what tells so. */
  Map<PublishedResultsReader.Key, Twins.Unfit> amongResults(
      Map<PublishedResultsReader.Key, PublishedFigures> rows) {
    SortedMap<String, Map<String, Double>> figures = new TreeMap<>();
    for (ResultTally tally : new PublishedTallies(rows).tallies()) {
      String measure = tally.measure().toString();
      Map<String, Double> own =
          figures.computeIfAbsent(tally.schoolId(), school -> new HashMap<>());
      tally.participants().ifPresent(n -> own.put(measure, (double) n));
      tally.belowMinimum().ifPresent(n -> own.put(measure + " below", (double) n));
      tally.top().ifPresent(n -> own.put(measure + " top", (double) n));
    }
    Map<String, Message> told = told("inputs.results", figures, identities::shownSchool);
    ofResults.addAll(told.keySet());
    return of(rows.keySet(), key -> key.tally().schoolId(), told);
  }

  /** What of passports is a total, and what tells so. */
  Map<PassportReader.Key, Twins.Unfit> amongPassports(Map<PassportReader.Key, PassportCell> rows) {
    SortedMap<String, Map<String, Double>> figures = new TreeMap<>();
    rows.forEach(
        (key, cell) -> {
          String indicator = key.from().year() + key.indicator();
          Map<String, Double> own =
              figures.computeIfAbsent(key.from().schoolId(), school -> new HashMap<>());
          cell.count().ifPresent(n -> own.put(indicator, n));
          cell.total().ifPresent(n -> own.put(indicator + " of", n));
        });
    return of(
        rows.keySet(), key -> key.from().schoolId(), told("inputs.context", figures, code -> code));
  }

  private static <K> Map<K, Twins.Unfit> of(
      Set<K> keys, Function<K, String> school, Map<String, Message> told) {
    Map<K, Twins.Unfit> totals = new HashMap<>();
    for (K key : keys) {
      Message why = told.get(school.apply(key));
      if (why != null) {
        totals.put(key, new Twins.Unfit(RowAccount.TOTAL, why));
      }
    }
    return totals;
  }

  /** Codes to leave out, and why; others that look like totals are noted. */
  private Map<String, Message> told(
      String path, SortedMap<String, Map<String, Double>> figures, Function<String, String> shown) {
    SortedMap<String, Verdict> found = TotalRows.of(figures);
    List<String> unclear = TotalRows.with(found, Verdict.UNCLEAR);
    if (!unclear.isEmpty()) {
      log.note(
          Message.of("inputs.totals-unclear", path, named(unclear.stream().map(shown).toList())));
    }
    Map<String, Message> told = new TreeMap<>();
    found.forEach(
        (code, verdict) -> {
          if (verdict == Verdict.SUM) {
            told.put(code, Message.of("reject.total-adds-up"));
          } else if (verdict == Verdict.WORD) {
            told.put(code, Message.of("reject.total-by-word"));
          }
        });
    if (keep && !told.isEmpty()) {
      log.note(
          Message.of(
              "inputs.totals-kept", path, named(told.keySet().stream().map(shown).toList())));
      return Map.of();
    }
    return told;
  }

  /** The first of these codes. */
  static String named(List<String> codes) {
    return String.join(", ", codes.subList(0, Math.min(NAMED, codes.size())))
        + (codes.size() > NAMED ? " …" : "");
  }
}
