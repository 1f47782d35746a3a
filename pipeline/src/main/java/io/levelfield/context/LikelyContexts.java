package io.levelfield.context;

import io.levelfield.model.context.LikelyContext;
import io.levelfield.model.input.Passport;
import io.levelfield.stats.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the true composition of each school is likely to be: mean and scatter of its index over
 * draws of its passport. Draws come in pairs that lie opposite, so that the mean is nearly exact.
 */
final class LikelyContexts {
  private static final int PAIRS = 50;
  private static final long STREAM = 0x6c696b65;

  private LikelyContexts() {}

  /**
   * Draws every passport on its own.
   *
   * @param passports with gaps filled
   * @param counts they rest on
   * @param keys of the indicators
   */
  static List<LikelyContext> of(
      List<Passport> passports,
      PassportSample.Counts counts,
      List<String> keys,
      Weighting headline,
      long seed) {
    List<LikelyContext> likely = new ArrayList<>();
    for (int i = 0; i < passports.size(); i++) {
      Passport passport = passports.get(i);
      likely.add(
          of(
              passport,
              counts.of(List.of(passport)),
              keys,
              headline,
              RandomStream.at(seed, STREAM, passport.schoolId().hashCode(), passport.year())));
    }
    return likely;
  }

  private static LikelyContext of(
      Passport passport,
      PassportSample sample,
      List<String> keys,
      Weighting headline,
      RandomStream random) {
    var moments = new Moments(sample.size() + 1);
    for (int pair = 0; pair < PAIRS; pair++) {
      double[] normals = sample.normals(random);
      for (int turn = 0; turn < 2; turn++) {
        double[] drawn = sample.draw(normals);
        Map<String, Double> values = new TreeMap<>(passport.values());
        for (int v = 0; v < drawn.length; v++) {
          values.put(keys.get(sample.place(v)), drawn[v]);
        }
        double[] all = Arrays.copyOf(drawn, drawn.length + 1);
        all[drawn.length] = headline.index(passport.with(values));
        moments.add(all);
        normals = Arrays.stream(normals).map(normal -> -normal).toArray();
      }
    }
    Map<String, Double> means = new TreeMap<>(passport.values());
    Map<String, Double> sds = new TreeMap<>();
    for (int v = 0; v < sample.size(); v++) {
      means.put(keys.get(sample.place(v)), moments.mean(v));
      sds.put(keys.get(sample.place(v)), moments.sd(v));
    }
    return new LikelyContext(
        passport.schoolId(),
        passport.year(),
        moments.mean(sample.size()),
        moments.sd(sample.size()),
        means,
        sds);
  }

  /** Sums of several values at once, about the first of each. */
  private static final class Moments {
    private final double[] first;
    private final double[] sums;
    private final double[] squares;
    private int count;

    Moments(int values) {
      first = new double[values];
      sums = new double[values];
      squares = new double[values];
    }

    void add(double[] values) {
      for (int v = 0; v < values.length; v++) {
        first[v] = count == 0 ? values[v] : first[v];
        sums[v] += values[v] - first[v];
        squares[v] += (values[v] - first[v]) * (values[v] - first[v]);
      }
      count++;
    }

    double mean(int v) {
      return first[v] + sums[v] / count;
    }

    double sd(int v) {
      return Math.sqrt(Math.max(0, (squares[v] - sums[v] * sums[v] / count) / (count - 1)));
    }
  }
}
