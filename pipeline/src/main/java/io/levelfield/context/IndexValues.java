package io.levelfield.context;

import io.levelfield.context.Gaps.Gap;
import io.levelfield.context.IndexChoices.Way;
import io.levelfield.model.input.Passport;
import io.levelfield.stats.RandomStream;
import io.levelfield.study.ContextIndexSettings.Aggregation;
import io.levelfield.study.ContextIndexSettings.Normalisation;
import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The normalised indicators of schools, and the index made of them in any of the ways that {@link
 * IndexChoices} names. What replicates share and none changes.
 */
final class IndexValues implements Serializable {
  private static final long serialVersionUID = 1L;

  static final List<Normalisation> NORMALISATIONS =
      List.of(Normalisation.Z, Normalisation.MIN_MAX, Normalisation.PERCENTILE_RANK);

  private final int schools;
  private final int indicators;
  private final int draws;

  /** {@code [school * indicators + indicator]}, NaN for a gap; logarithms for a geometric way. */
  private final EnumMap<Way, double[]> values = new EnumMap<>(Way.class);

  /** Places that differ between draws, ascending, and whether they are gaps. */
  private final int[] varying;

  private final boolean[] gap;

  /** Values before normalisation, as {@link #values}, and those of the varying places by draw. */
  private final double[] raw;

  private final double[][] rawDrawn;

  /** What of the passports is a sample, and how it is normalised, {@code [normalisation]}. */
  private final PassportSample sample;

  private final List<List<IndicatorScale>> scales;

  /** {@code [normalisation][draw][place]}. */
  private final double[][][] drawn;

  /**
   * @param passports one per school; gaps stay
   * @param scales the indicators under each of the {@link #NORMALISATIONS}
   * @param gaps of the passports
   * @param gapDraws what might fill them, {@code [draw][gap]}
   * @param sample what of the passports is a sample
   * @param seed of the draws of values estimated from pupils
   */
  IndexValues(
      List<Passport> passports,
      List<List<IndicatorScale>> scales,
      Gaps gaps,
      List<double[]> gapDraws,
      PassportSample sample,
      long seed) {
    this.sample = sample;
    this.scales = List.copyOf(scales);
    schools = passports.size();
    List<IndicatorScale> plain = scales.get(0);
    indicators = plain.size();
    draws = gapDraws.size();
    double[][] own = new double[schools][indicators];
    double[][] errors = new double[schools][indicators];
    for (int i = 0; i < schools; i++) {
      for (int j = 0; j < indicators; j++) {
        String key = plain.get(j).key();
        own[i][j] = passports.get(i).value(key).orElse(Double.NaN);
        errors[i][j] = passports.get(i).errors().getOrDefault(key, 0.0);
      }
    }
    int[] gapAt = new int[schools * indicators];
    Arrays.fill(gapAt, -1);
    for (int g = 0; g < gaps.gaps().size(); g++) {
      Gap each = gaps.gaps().get(g);
      gapAt[each.passport() * indicators + gaps.keys().indexOf(each.key())] = g;
    }
    int[] places =
        IntStream.range(0, schools * indicators)
            .filter(
                at ->
                    gapAt[at] >= 0
                        || (errors[at / indicators][at % indicators] > 0
                            && !Double.isNaN(own[at / indicators][at % indicators])))
            .toArray();
    varying = places;
    gap = new boolean[places.length];
    raw = Arrays.stream(own).flatMapToDouble(Arrays::stream).toArray();
    rawDrawn = new double[draws][places.length];
    drawn = new double[NORMALISATIONS.size()][draws][places.length];
    for (int d = 0; d < draws; d++) {
      RandomStream random = RandomStream.at(seed, d);
      for (int v = 0; v < places.length; v++) {
        int i = places[v] / indicators;
        int j = places[v] % indicators;
        gap[v] = gapAt[places[v]] >= 0;
        double value =
            gap[v]
                ? gapDraws.get(d)[gapAt[places[v]]]
                : own[i][j] + errors[i][j] * random.nextGaussian();
        rawDrawn[d][v] = value;
        for (int m = 0; m < drawn.length; m++) {
          drawn[m][d][v] = scales.get(m).get(j).oriented(value);
        }
      }
    }
    for (Way way : Way.values()) {
      double[] made = values.get(Way.of(way.normalisation(), Aggregation.ARITHMETIC));
      values.put(
          way,
          made == null
              ? normalised(own, scales.get(way.normalisation()))
              : Arrays.stream(made).map(value -> taken(way, value)).toArray());
    }
  }

  private static double[] normalised(double[][] raw, List<IndicatorScale> scales) {
    double[] normalised = new double[raw.length * scales.size()];
    int at = 0;
    for (double[] row : raw) {
      for (int j = 0; j < row.length; j++) {
        normalised[at++] = scales.get(j).oriented(row[j]);
      }
    }
    return normalised;
  }

  /** A normalised value as a way's mean takes it. */
  private static double taken(Way way, double value) {
    return way.aggregation() == Aggregation.GEOMETRIC ? Aggregator.logarithm(value) : value;
  }

  int schools() {
    return schools;
  }

  int draws() {
    return draws;
  }

  boolean hasGaps() {
    for (boolean own : gap) {
      if (own) {
        return true;
      }
    }
    return false;
  }

  boolean hasPupils() {
    if (!sample.isEmpty()) {
      return true;
    }
    for (boolean own : gap) {
      if (!own) {
        return true;
      }
    }
    return false;
  }

  /** The index of every school, or what orders schools alike: the logarithm of a geometric mean. */
  double[] index(IndexChoices choices) {
    double[] own = values(choices);
    double[] weights = choices.weights().shares();
    double[] index = new double[schools];
    boolean uneven = choices.way().aggregation() == Aggregation.MAZZIOTTA_PARETO;
    for (int i = 0; i < schools; i++) {
      int from = i * indicators;
      index[i] = uneven ? mazziottaPareto(own, from, weights) : mean(own, from, weights);
    }
    return index;
  }

  /** Of the known values, as {@link Aggregator} has it. */
  private static double mean(double[] values, int from, double[] weights) {
    double sum = 0;
    double known = 0;
    for (int j = 0; j < weights.length; j++) {
      double value = values[from + j];
      if (!Double.isNaN(value)) {
        sum += weights[j] * value;
        known += weights[j];
      }
    }
    // Where only indicators that weigh nothing are known, the school is taken for a usual one.
    return known > 0 ? sum / known : 0;
  }

  private static double mazziottaPareto(double[] values, int from, double[] weights) {
    double mean = Aggregator.CENTRE + Aggregator.UNIT * mean(values, from, weights);
    double squares = 0;
    double known = 0;
    for (int j = 0; j < weights.length; j++) {
      double value = values[from + j];
      if (!Double.isNaN(value)) {
        double apart = Aggregator.CENTRE + Aggregator.UNIT * value - mean;
        squares += weights[j] * apart * apart;
        known += weights[j];
      }
    }
    return known > 0 ? mean - squares / known / mean : mean;
  }

  private double[] values(IndexChoices choices) {
    Way way = choices.way();
    double[] plain = values.get(way);
    if (varying.length == 0 && sample.isEmpty()) {
      return plain;
    }
    double[] own = plain.clone();
    for (int v = 0; v < varying.length; v++) {
      int draw = gap[v] ? choices.gaps() : choices.pupils();
      if (draw != IndexChoices.LEFT) {
        own[varying[v]] = taken(way, drawn[way.normalisation()][draw][v]);
      }
    }
    List<IndicatorScale> scale = scales.get(way.normalisation());
    double[] sampled = sampled(choices);
    for (int v = 0; v < sampled.length; v++) {
      int place = sample.place(v);
      own[place] = taken(way, scale.get(place % indicators).oriented(sampled[v]));
    }
    return own;
  }

  private double[] sampled(IndexChoices choices) {
    return sample.draw(sample.normals(RandomStream.from(choices.sample())));
  }

  /**
   * The values of the passports themselves with their pupils drawn as in {@link #index}; gaps stay.
   *
   * @return {@code [school][indicator]}
   */
  double[][] passports(IndexChoices choices) {
    double[][] passports = new double[schools][indicators];
    for (int i = 0; i < schools; i++) {
      System.arraycopy(raw, i * indicators, passports[i], 0, indicators);
    }
    for (int v = 0; v < varying.length; v++) {
      if (!gap[v]) {
        int place = varying[v];
        passports[place / indicators][place % indicators] = rawDrawn[choices.pupils()][v];
      }
    }
    double[] sampled = sampled(choices);
    for (int v = 0; v < sampled.length; v++) {
      int place = sample.place(v);
      passports[place / indicators][place % indicators] = sampled[v];
    }
    return passports;
  }
}
