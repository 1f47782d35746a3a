package io.levelfield.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How often what was said to have probability p was true, in fifths of p. */
public final class Reliability {
  private static final int FIFTHS = 5;
  private static final double CONFIRMED = .8;
  private static final double CERTAIN = .025;

  private final double[] said = new double[FIFTHS];
  private final double[] held = new double[FIFTHS];
  private final double[] cases = new double[FIFTHS];
  private final List<double[]> confirmedByDataSet = new ArrayList<>();
  private double squares;
  private double all;
  private double extreme;
  private double truths;
  private double found;

  /** A new data set begins: its cases depend on each other. */
  public void dataSet() {
    confirmedByDataSet.add(new double[2]);
  }

  public void add(double probability, boolean truth) {
    int fifth = (int) Math.min(FIFTHS - 1, FIFTHS * probability);
    said[fifth] += probability;
    held[fifth] += truth ? 1 : 0;
    cases[fifth]++;
    squares += Math.pow(probability - (truth ? 1 : 0), 2);
    all++;
    extreme += probability < CERTAIN || probability > 1 - CERTAIN ? 1 : 0;
    truths += truth ? 1 : 0;
    if (probability >= CONFIRMED) {
      double[] own = confirmedByDataSet.get(confirmedByDataSet.size() - 1);
      own[0]++;
      own[1] += truth ? 0 : 1;
      found += truth ? 1 : 0;
    }
  }

  /** The share of false ones among what was confirmed. */
  public double falseAmongConfirmed() {
    double sum = 0;
    double wrong = 0;
    for (double[] own : confirmedByDataSet) {
      sum += own[0];
      wrong += own[1];
    }
    return sum > 0 ? wrong / sum : 0;
  }

  /** Its standard error, data sets being independent. */
  public double falseAmongConfirmedSe() {
    double rate = falseAmongConfirmed();
    double sum = 0;
    double squared = 0;
    for (double[] own : confirmedByDataSet) {
      sum += own[0];
      squared += Math.pow(own[1] - rate * own[0], 2);
    }
    return sum > 0 ? Math.sqrt(squared) / sum : 0;
  }

  /** The largest difference between said and held in a fifth, less three of its standard errors. */
  public double worst() {
    double worst = 0;
    for (int f = 0; f < FIFTHS; f++) {
      if (cases[f] > 0) {
        double p = said[f] / cases[f];
        double error = Math.sqrt(p * (1 - p) / cases[f]);
        worst = Math.max(worst, Math.abs(p - held[f] / cases[f]) - 3 * error);
      }
    }
    return worst;
  }

  public double brier() {
    return squares / all;
  }

  public double confirmed() {
    return confirmedByDataSet.stream().mapToDouble(own -> own[0]).sum() / all;
  }

  public double found() {
    return truths > 0 ? found / truths : 0;
  }

  public double extreme() {
    return extreme / all;
  }

  public double expected() {
    double sum = 0;
    for (double s : said) {
      sum += s;
    }
    return sum / all;
  }

  public double truths() {
    return truths / all;
  }

  /** Said and held by fifth, and the rest of the figures. */
  @Override
  public String toString() {
    var text = new StringBuilder();
    for (int f = 0; f < FIFTHS; f++) {
      text.append(
          cases[f] < 1
              ? " - |"
              : String.format(Locale.ROOT, " %.2f→%.2f |", said[f] / cases[f], held[f] / cases[f]));
    }
    return text
        + String.format(
            Locale.ROOT,
            " %.3f | %.1f %% | %.1f ± %.1f %% | %.0f %% | %.0f %%",
            brier(),
            100 * confirmed(),
            100 * falseAmongConfirmed(),
            100 * falseAmongConfirmedSe(),
            100 * found(),
            100 * extreme());
  }

  /** Heads of the columns of {@link #toString}. */
  public static final String HEAD =
      "p .0–.2 | .2–.4 | .4–.6 | .6–.8 | .8–1 | Brier | confirmed | of these false | true ones found"
          + " | p near 0 or 1";
}
