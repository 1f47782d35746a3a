package io.levelfield.ingest;

import static java.util.stream.Collectors.groupingBy;

import io.levelfield.model.input.LostRows;
import io.levelfield.model.input.Passport;
import io.levelfield.model.input.Reject;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.RowAccount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * What schools sent that does not count, so that each can be asked for it. Rows of codes that
 * nobody knows are no school's, and a repeated row is no loss.
 */
final class SchoolLosses {
  /** Accounts of a row that is lost, or of which a cell is. */
  private static final Set<RowAccount> LOST =
      EnumSet.of(RowAccount.REJECTED, RowAccount.COUNTED, RowAccount.NOT_TAKEN);

  /** Impossible values of passports are asked about one by one. */
  private static final Set<String> ASKED_APART =
      Set.of("reject.outside-range", "reject.more-than-total");

  /** No school can mend these: figures that the source hides, and a file that broke off. */
  private static final Set<String> OF_SOURCE =
      Set.of("reject.suppressed", "reject.suppressed-without-end", "reject.broken-off");

  /** Fewer schools may share a fault by chance. */
  private static final int FEWEST = 5;

  /** A school that lost so many times what others lose by the same fault has one of its own. */
  private static final double OWN = 3;

  private final Map<String, String> known = new HashMap<>();
  private final double sharedFrom;
  private final List<LostRows> losses = new ArrayList<>();

  /**
   * @param schools codes of the schools that are known
   * @param sharedFrom share of them from which on a fault in one file is not theirs
   */
  SchoolLosses(Collection<String> schools, double sharedFrom) {
    this.sharedFrom = sharedFrom;
    schools.forEach(code -> known.put(Spelling.folded(code), code));
  }

  /** Losses of results: a row is a result, or a wide one so many as it has rejects. */
  void ofResults(List<Reject> rejects, List<ResultTally> tallies) {
    if (rejects.isEmpty()) {
      return; // as with a nation's results, which take long to group
    }
    Map<String, List<ResultTally>> own =
        tallies.stream().collect(groupingBy(ResultTally::schoolId));
    int newest = tallies.stream().mapToInt(tally -> tally.measure().year()).max().orElse(0);
    bySchool(rejects)
        .forEach(
            (school, lost) -> {
              List<ResultTally> counted = own.getOrDefault(school, List.of());
              int year = counted.stream().mapToInt(t -> t.measure().year()).max().orElse(newest);
              add("results", school, year, lost, lost.size(), sum(counted, SchoolLosses::results));
            });
  }

  /** Losses of passports; a row is a passport. */
  void ofPassports(List<Reject> rejects, List<Passport> passports) {
    Map<String, List<Passport>> own = passports.stream().collect(groupingBy(Passport::schoolId));
    int newest = passports.stream().mapToInt(Passport::year).max().orElse(0);
    List<Reject> asked =
        rejects.stream().filter(r -> !ASKED_APART.contains(r.reason().code())).toList();
    bySchool(asked)
        .forEach(
            (school, lost) -> {
              List<Passport> counted = own.getOrDefault(school, List.of());
              int year = counted.stream().mapToInt(Passport::year).max().orElse(newest);
              Set<List<Object>> rows = new HashSet<>();
              Set<List<Object>> inPart = new HashSet<>();
              for (Reject reject : lost) {
                List<Object> row = List.of(reject.file(), reject.line());
                rows.add(row);
                if (reject.account() == RowAccount.COUNTED) {
                  inPart.add(row);
                }
              }
              long whole = Math.max(0, counted.size() - inPart.size());
              add("context", school, year, lost, rows.size(), whole);
            });
  }

  /** All of them, ordered by table and school. */
  List<LostRows> all() {
    return losses;
  }

  private SortedMap<String, List<Reject>> bySchool(List<Reject> rejects) {
    SortedMap<String, List<Reject>> bySchool = new TreeMap<>();
    Map<Fault, Set<String>> shared = sharedFaults(rejects);
    for (Reject reject : rejects) {
      String school = known.get(Spelling.folded(reject.school()));
      if (school != null
          && !shared.getOrDefault(Fault.of(reject), Set.of()).contains(school)
          && LOST.contains(reject.account())
          && !OF_SOURCE.contains(reject.reason().code())
          && !isOfTwoFiles(reject)
          && !reject.reason().code().equals("reject.repeats")) {
        bySchool.computeIfAbsent(school, s -> new ArrayList<>()).add(reject);
      }
    }
    return bySchool;
  }

  /** Which of two files is right, whoever made them must say. */
  private static boolean isOfTwoFiles(Reject reject) {
    return Cures.otherFile(reject).filter(other -> !other.equals(reject.file())).isPresent();
  }

  /**
   * Schools by faults that so many share in one file, and about as often: whoever made the file
   * must mend these.
   */
  private Map<Fault, Set<String>> sharedFaults(List<Reject> rejects) {
    Map<Fault, Map<String, Integer>> times = new HashMap<>();
    for (Reject reject : rejects) {
      String school = known.get(Spelling.folded(reject.school()));
      if (school != null) {
        times
            .computeIfAbsent(Fault.of(reject), fault -> new HashMap<>())
            .merge(school, 1, Integer::sum);
      }
    }
    Map<Fault, Set<String>> shared = new HashMap<>();
    times.forEach(
        (fault, schools) -> {
          if (schools.size() >= Math.max(FEWEST, sharedFrom * known.size())) {
            List<Integer> sorted = schools.values().stream().sorted().toList();
            double most = OWN * sorted.get(sorted.size() / 2);
            schools.values().removeIf(own -> own > most);
            shared.put(fault, schools.keySet());
          }
        });
    return shared;
  }

  /** What is wrong in a file. */
  private record Fault(String file, String column, String reason) {
    static Fault of(Reject reject) {
      return new Fault(reject.file(), reject.column(), reject.reason().code());
    }
  }

  private void add(
      String table, String school, int year, List<Reject> rejects, long lost, long counted) {
    losses.add(new LostRows(table, school, year, rejects, lost, counted));
  }

  private static <T> long sum(List<T> all, ToLongFunction<T> count) {
    return all.stream().mapToLong(count).sum();
  }

  private static long results(ResultTally tally) {
    return Math.max(1, tally.scores().total());
  }
}
