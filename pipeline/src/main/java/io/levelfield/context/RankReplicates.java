package io.levelfield.context;

import io.levelfield.model.context.ChoiceInfluence;
import io.levelfield.model.context.ChoiceInfluence.Choice;
import io.levelfield.model.context.PassportRule;
import io.levelfield.model.context.RankInterval;
import io.levelfield.model.input.Passport;
import io.levelfield.stats.BucketRanks;
import io.levelfield.stats.Quantile;
import io.levelfield.stats.Replicates;
import io.levelfield.stats.SobolIndices;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How far a school's rank depends on choices that could have been made otherwise: the index is made
 * again many times, each with normalisation, aggregation, weights, the filling of gaps, an
 * indicator to do without and the pupils who happened to be there chosen at random (OECD/JRC,
 * Handbook on Constructing Composite Indicators, 2008, ch. 7).
 *
 * <p>Replicates come in pairs; for each choice the first of a pair is made again with that choice
 * as in the second, which tells what the choice accounts for.
 */
final class RankReplicates {
  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;

  /** Pairs of one task: a task each would cost more than its work. */
  private static final int BLOCK = 10;

  /** Schools whose intervals are found together. */
  private static final int SCHOOLS = 64;

  private final List<Passport> passports;
  private final List<Choice> choices;

  /** {@code [replicate][school]}. */
  private final List<int[]> ranks = new ArrayList<>();

  /** Schools whose passports meet the plan's rule, by replicate; empty where none is drawn. */
  private final List<BitSet> meeting = new ArrayList<>();

  /** Mean shift of ranks {@code [pair][first, second, then the first with each choice swapped]}. */
  private final List<double[]> shifts = new ArrayList<>();

  /** What a task finds for some pairs. */
  private static final class Found implements Serializable {
    private static final long serialVersionUID = 1L;
    private final List<int[]> ranks = new ArrayList<>();
    private final List<BitSet> meeting = new ArrayList<>();
    private final List<double[]> shifts = new ArrayList<>();
  }

  /**
   * What replicates are made with.
   *
   * @param headline weights of the headline index, adding up to 1, none negative
   * @param spread by which a weight is changed at most, up or down, as a share of it
   * @param pairs of replicates
   * @param sensitivity whether to tell what each choice accounts for
   * @param rule that passports meet or not, where they are drawn
   */
  record Plan(
      List<Double> headline, double spread, int pairs, boolean sensitivity, PassportRule rule) {
    Plan {
      headline = List.copyOf(headline);
    }
  }

  private RankReplicates(List<Passport> passports, List<Choice> choices) {
    this.passports = passports;
    this.choices = choices;
  }

  /**
   * Makes the replicates.
   *
   * @param passports one per school, as in {@code values}
   * @param headlineIndex of the schools, from whose ranks shifts are measured
   */
  static RankReplicates run(
      List<Passport> passports,
      IndexValues values,
      double[] headlineIndex,
      Plan plan,
      Replicates replicates,
      long seed) {
    double[] headline = plan.headline().stream().mapToDouble(Double::doubleValue).toArray();
    double spread = plan.spread();
    int pairs = plan.pairs();
    PassportRule rule = plan.rule();
    List<Choice> choices =
        plan.sensitivity() ? choices(values, headline.length, spread) : List.of();
    int[] usual = new BucketRanks(headlineIndex.length).descending(headlineIndex);
    int blocks = (pairs + BLOCK - 1) / BLOCK;
    List<Found> found =
        replicates.run(
            values,
            blocks,
            (shared, block) -> {
              var own = new Found();
              var ranks = new BucketRanks(shared.schools());
              int end = Math.min(pairs, (block + 1) * BLOCK);
              for (int pair = block * BLOCK; pair < end; pair++) {
                pair(shared, ranks, headline, spread, choices, usual, rule, seed, pair, own);
              }
              return own;
            });
    var all = new RankReplicates(passports, choices);
    for (Found block : found) {
      all.ranks.addAll(block.ranks);
      all.meeting.addAll(block.meeting);
      all.shifts.addAll(block.shifts);
    }
    return all;
  }

  /** Choices that can change anything. */
  private static List<Choice> choices(IndexValues values, int indicators, double spread) {
    List<Choice> choices = new ArrayList<>(List.of(Choice.NORMALISATION));
    if (indicators > 1) {
      choices.add(Choice.AGGREGATION);
    }
    if (indicators > 1 && spread > 0) {
      choices.add(Choice.WEIGHTS);
    }
    if (values.hasGaps()) {
      choices.add(Choice.GAPS);
    }
    if (indicators > 2) {
      choices.add(Choice.LEFT_OUT);
    }
    if (values.hasPupils()) {
      choices.add(Choice.PUPILS);
    }
    return new ArrayList<>(choices);
  }

  private static void pair(
      IndexValues values,
      BucketRanks buckets,
      double[] headline,
      double spread,
      List<Choice> choices,
      int[] usual,
      PassportRule rule,
      long seed,
      int pair,
      Found found) {
    long first = 2L * pair;
    long second = first + 1;
    double[] shifts = new double[2 + choices.size()];
    for (long number = first; number <= second; number++) {
      var drawn =
          IndexChoices.drawn(
              IndexChoices.replicate(seed, number), headline, spread, values.draws());
      int[] ranks = buckets.descending(values.index(drawn));
      found.ranks.add(ranks);
      if (values.hasPupils()) {
        found.meeting.add(bits(rule.met(values.passports(drawn))));
      }
      shifts[(int) (number - first)] = shift(usual, ranks);
    }
    for (int c = 0; c < choices.size(); c++) {
      var swapped =
          IndexChoices.drawn(
              IndexChoices.replicate(seed, first, choices.get(c), second),
              headline,
              spread,
              values.draws());
      shifts[2 + c] = shift(usual, buckets.descending(values.index(swapped)));
    }
    found.shifts.add(shifts);
  }

  private static BitSet bits(boolean[] set) {
    var bits = new BitSet(set.length);
    for (int i = 0; i < set.length; i++) {
      bits.set(i, set[i]);
    }
    return bits;
  }

  private static double shift(int[] usual, int[] ranks) {
    double sum = 0;
    for (int i = 0; i < usual.length; i++) {
      sum += Math.abs(ranks[i] - usual[i]);
    }
    return sum / usual.length;
  }

  /**
   * Every school's interval, in the order of the passports.
   *
   * @param shares of schools that stand for the lowest
   */
  List<RankInterval> intervals(Set<Double> shares) {
    int blocks = (passports.size() + SCHOOLS - 1) / SCHOOLS;
    return IntStream.range(0, blocks)
        .parallel()
        .mapToObj(block -> intervals(block * SCHOOLS, shares))
        .flatMap(List::stream)
        .toList();
  }

  /** Of some schools: their ranks lie side by side in every replicate. */
  private List<RankInterval> intervals(int from, Set<Double> shares) {
    int[][] own = new int[Math.min(SCHOOLS, passports.size() - from)][ranks.size()];
    for (int r = 0; r < ranks.size(); r++) {
      int[] replicate = ranks.get(r);
      for (int i = 0; i < own.length; i++) {
        own[i][r] = replicate[from + i];
      }
    }
    List<RankInterval> intervals = new ArrayList<>();
    int[] counts = new int[passports.size() + 1];
    for (int i = 0; i < own.length; i++) {
      double[] sorted = sorted(own[i], counts);
      Map<Double, Double> lowest = new TreeMap<>();
      Map<Double, Double> lowestOrRule = new TreeMap<>();
      for (double share : shares) {
        double above = (1 - share) * passports.size();
        lowest.put(share, above(above, sorted));
        if (!meeting.isEmpty()) {
          lowestOrRule.put(share, aboveOrMeeting(above, own[i], from + i));
        }
      }
      Passport passport = passports.get(from + i);
      intervals.add(
          new RankInterval(
              passport.schoolId(),
              passport.year(),
              Quantile.ofSorted(sorted, 0.5),
              Quantile.ofSorted(sorted, LOW),
              Quantile.ofSorted(sorted, HIGH),
              lowest,
              lowestOrRule));
    }
    return intervals;
  }

  /**
   * Ascending: ranks are whole numbers of a narrow range, which counting sorts fastest.
   *
   * @param counts zeros, by rank; zeros again afterwards
   */
  private static double[] sorted(int[] ranks, int[] counts) {
    int lowest = Integer.MAX_VALUE;
    int highest = 0;
    for (int rank : ranks) {
      lowest = Math.min(lowest, rank);
      highest = Math.max(highest, rank);
      counts[rank]++;
    }
    double[] sorted = new double[ranks.length];
    int at = 0;
    for (int rank = lowest; rank <= highest; rank++) {
      for (; counts[rank] > 0; counts[rank]--) {
        sorted[at++] = rank;
      }
    }
    return sorted;
  }

  private static double above(double rank, double[] ranks) {
    return (double) Arrays.stream(ranks).filter(own -> own > rank).count() / ranks.length;
  }

  private double aboveOrMeeting(double rank, int[] ranks, int school) {
    int held = 0;
    for (int r = 0; r < ranks.length; r++) {
      held += ranks[r] > rank || meeting.get(r).get(school) ? 1 : 0;
    }
    return (double) held / ranks.length;
  }

  /** Mean absolute difference between a school's rank in a replicate and its own. */
  double meanShift() {
    return shifts.stream().mapToDouble(shift -> (shift[0] + shift[1]) / 2).average().orElseThrow();
  }

  /** What each choice accounts for; empty where that was not asked for. */
  List<ChoiceInfluence> influences(long seed) {
    List<ChoiceInfluence> influences = new ArrayList<>();
    for (int c = 0; c < choices.size(); c++) {
      SobolIndices indices = SobolIndices.of(shifts(0), shifts(1), shifts(2 + c), seed + c);
      influences.add(
          new ChoiceInfluence(
              choices.get(c),
              indices.first().value(),
              indices.first().low(),
              indices.first().high(),
              indices.total().value(),
              indices.total().low(),
              indices.total().high()));
    }
    return influences;
  }

  private double[] shifts(int column) {
    return shifts.stream().mapToDouble(shift -> shift[column]).toArray();
  }
}
