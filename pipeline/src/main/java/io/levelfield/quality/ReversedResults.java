package io.levelfield.quality;

import static java.util.stream.Collectors.joining;

import io.levelfield.model.input.Measure;
import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.quality.QualityFinding.Severity;
import io.levelfield.model.text.Message;
import io.levelfield.stats.Correlation;
import io.levelfield.stats.StudentQuantile;
import io.levelfield.study.QualitySettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Procedures of a year whose results go against those of the same schools elsewhere: the better a
 * school in one, the worse in the other, as where marks or their columns stand the wrong way round.
 * Compared are a procedure with itself the year before, and the procedures of a year with each
 * other, by the rank correlation of schools' means against Student's distribution (Kendall and
 * Stuart, The Advanced Theory of Statistics, vol. 2, ch. 31). Which of two is the wrong one is told
 * where others agree with one.
 */
final class ReversedResults {
  /** Fewer schools do not tell a correlation. */
  private static final int LEAST = 10;

  private record Group(int year, String procedure) implements Comparable<Group> {
    static Group of(Measure measure) {
      return new Group(measure.year(), measure.procedure());
    }

    boolean meets(Group other) {
      return year == other.year
          || (procedure.equals(other.procedure) && Math.abs(year - other.year) == 1);
    }

    @Override
    public int compareTo(Group other) {
      int byYear = Integer.compare(year, other.year);
      return byYear != 0 ? byYear : procedure.compareTo(other.procedure);
    }

    @Override
    public String toString() {
      return procedure + " " + year;
    }
  }

  private record Pair(Group one, Group other, double correlation, int schools) {
    /** Whether ranks at random agree or disagree so closely less often than with this chance. */
    boolean isBeyond(double chance) {
      double unexplained = 1 - correlation * correlation;
      double t = Math.abs(correlation) * Math.sqrt((schools - 2) / unexplained);
      return t > StudentQuantile.twoSided(1 - chance, schools - 2.0);
    }

    boolean of(Group group) {
      return one.equals(group) || other.equals(group);
    }

    Group besides(Group group) {
      return one.equals(group) ? other : one;
    }
  }

  private ReversedResults() {}

  /** Finds them, a finding a procedure and year. */
  static List<QualityFinding> findings(List<OutcomeEstimate> outcomes, QualitySettings settings) {
    List<Pair> pairs = pairs(means(outcomes));
    double chance = settings.falseAlarm() / Math.max(1, pairs.size());
    List<Pair> against = new ArrayList<>();
    List<Pair> along = new ArrayList<>();
    for (Pair pair : pairs) {
      if (pair.isBeyond(chance)) {
        if (pair.correlation() < settings.scale().reversed()) {
          against.add(pair);
        } else if (pair.correlation() > 0) {
          along.add(pair);
        }
      }
    }
    List<QualityFinding> findings = new ArrayList<>();
    while (!against.isEmpty()) {
      Group worst = worst(against, along);
      List<Pair> own = against.stream().filter(pair -> pair.of(worst)).toList();
      findings.add(finding(worst, own));
      against.removeAll(own);
    }
    return findings;
  }

  /** For readers of the tables. */
  static List<Message> notes(List<QualityFinding> findings) {
    return findings.stream()
        .map(finding -> Message.of("quality.reversed", finding.facts().toArray()))
        .toList();
  }

  /** Means of schools over their standardised results of a procedure and year. */
  private static SortedMap<Group, Map<String, Double>> means(List<OutcomeEstimate> outcomes) {
    SortedMap<Group, Map<String, Sum>> sums = new TreeMap<>();
    for (OutcomeEstimate outcome : outcomes) {
      if (outcome.z().isPresent()) {
        sums.computeIfAbsent(Group.of(outcome.tally().measure()), group -> new TreeMap<>())
            .merge(outcome.tally().schoolId(), new Sum(outcome.z().getAsDouble(), 1), Sum::plus);
      }
    }
    SortedMap<Group, Map<String, Double>> means = new TreeMap<>();
    sums.forEach(
        (group, schools) -> {
          Map<String, Double> own = new LinkedHashMap<>();
          schools.forEach((school, sum) -> own.put(school, sum.total() / sum.results()));
          means.put(group, own);
        });
    return means;
  }

  private record Sum(double total, int results) {
    Sum plus(Sum other) {
      return new Sum(total + other.total, results + other.results);
    }
  }

  private static List<Pair> pairs(SortedMap<Group, Map<String, Double>> means) {
    List<Group> groups = List.copyOf(means.keySet());
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (groups.get(i).meets(groups.get(j))) {
          Map<String, Double> ones = means.get(groups.get(i));
          Map<String, Double> others = means.get(groups.get(j));
          List<String> both = ones.keySet().stream().filter(others::containsKey).toList();
          double[] x = both.stream().mapToDouble(ones::get).toArray();
          double[] y = both.stream().mapToDouble(others::get).toArray();
          if (both.size() >= LEAST && varies(x) && varies(y)) {
            pairs.add(
                new Pair(groups.get(i), groups.get(j), Correlation.spearman(x, y), both.size()));
          }
        }
      }
    }
    return pairs;
  }

  private static boolean varies(double[] values) {
    return Arrays.stream(values).distinct().count() > 1;
  }

  /** The one that goes against most others, and along with fewest; of two the newer one. */
  private static Group worst(List<Pair> against, List<Pair> along) {
    Map<Group, Integer> faults = new TreeMap<>();
    for (Pair pair : against) {
      for (Group group : List.of(pair.one(), pair.other())) {
        faults.computeIfAbsent(
            group,
            own ->
                (int)
                    (against.stream().filter(p -> p.of(own)).count()
                        - along.stream().filter(p -> p.of(own)).count()));
      }
    }
    Group worst = null;
    for (Map.Entry<Group, Integer> own : faults.entrySet()) {
      if (worst == null || own.getValue() >= faults.get(worst)) {
        worst = own.getKey();
      }
    }
    return worst;
  }

  private static QualityFinding finding(Group group, List<Pair> against) {
    Pair strongest =
        against.stream().min(Comparator.comparingDouble(Pair::correlation)).orElseThrow();
    return new QualityFinding(
        "results",
        QualityFinding.SEVERAL,
        group.year(),
        group.procedure(),
        "reversed",
        Double.toString(strongest.correlation()),
        Severity.DOUBTFUL,
        List.of(
            group.toString(),
            against.stream().map(pair -> pair.besides(group).toString()).collect(joining(", ")),
            strongest.correlation(),
            strongest.schools()));
  }
}
