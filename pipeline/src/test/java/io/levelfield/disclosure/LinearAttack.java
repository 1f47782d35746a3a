package io.levelfield.disclosure;

import io.levelfield.model.disclosure.PublicMeasure;
import io.levelfield.model.disclosure.PublicRow;
import io.levelfield.model.disclosure.PublicRow.Figure;
import io.levelfield.study.PublicSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;

/**
 * Somebody who has what is public of a measure, the rules by which it was hidden and the scale of
 * its scores, and bounds every hidden figure by linear programming over all that must add up.
 *
 * <p>Unknowns are the participants, the count below the minimum and the sum of scores of each row
 * in which one of them is hidden.
 */
final class LinearAttack {
  private static final double HALF_A_HUNDREDTH = 0.005;
  private static final double SLACK = 1e-6;

  /** What a hidden figure can be told to lie between; a mean as the sum of scores. */
  record Bounds(String who, Figure figure, double low, double high) {
    double width() {
      return high - low;
    }
  }

  /** Coefficients of unknowns by their place, a relation and a value. */
  private record Condition(Map<Integer, Double> side, Relationship relation, double value) {}

  private final PublicMeasure measure;
  private final PublicSettings settings;
  private final Optional<OccurredScores> scale;
  private final Predicate<String> small;

  /** Place of the first of a row's three unknowns. */
  private final Map<String, Integer> places = new HashMap<>();

  /** Values of places that are known after all. */
  private final Map<Integer, Double> known = new HashMap<>();

  /** Place of each unknown in the program. */
  private final Map<Integer, Integer> unknowns = new HashMap<>();

  private final List<Condition> conditions = new ArrayList<>();

  private LinearAttack(
      PublicMeasure measure,
      PublicSettings settings,
      Optional<OccurredScores> scale,
      Predicate<String> small) {
    this.measure = measure;
    this.settings = settings;
    this.scale = scale;
    this.small = small;
  }

  /**
   * Bounds of every hidden figure of a measure; none where nothing at all is public of it.
   *
   * @param small whether a school is known to have fewer participants than it takes
   */
  static List<Bounds> on(
      PublicMeasure measure,
      PublicSettings settings,
      Optional<OccurredScores> scale,
      Predicate<String> small) {
    boolean withheld =
        measure.rows().stream().allMatch(r -> r.participants().isEmpty() && r.mean().isEmpty());
    return withheld ? List.of() : new LinearAttack(measure, settings, scale, small).bounds();
  }

  private static boolean isTogether(PublicRow row) {
    return row.who().equals(PublicRow.ALL) || row.who().equals(PublicRow.OTHERS);
  }

  private List<Bounds> bounds() {
    for (PublicRow row : measure.rows()) {
      if (!row.who().equals(PublicRow.ALL)
          && (!row.hidden().isEmpty() || row.who().equals(PublicRow.OTHERS))) {
        places.put(row.who(), 3 * places.size());
      }
    }
    for (PublicRow row : measure.rows()) {
      if (places.containsKey(row.who())) {
        shown(row);
      }
    }
    sums();
    List<Bounds> found = new ArrayList<>();
    for (PublicRow row : measure.rows()) {
      if (places.containsKey(row.who())) {
        row.hidden().stream().sorted().forEach(figure -> found.add(bounds(row, figure)));
      }
    }
    return found;
  }

  /** What is shown of a row, and what must hold of any pupils. */
  private void shown(PublicRow row) {
    int at = places.get(row.who());
    if (row.participants().isEmpty()) {
      boolean few = small.test(row.who());
      double least = few ? 1 : settings.minimumN();
      add(Map.of(at, 1.0), Relationship.GEQ, least);
      if (few || smallestShown().isPresent()) {
        double most = few ? settings.minimumN() - 1 : (double) smallestShown().getAsLong();
        add(Map.of(at, 1.0), Relationship.LEQ, most);
      }
    } else {
      int few = settings.hideBelow() - 1;
      double n = (double) row.participants().getAsLong();
      known.put(at, n);
      Map<Integer, Double> below = Map.of(at + 1, 1.0);
      if (row.below().isPresent()) {
        known.put(at + 1, (double) row.below().getAsLong());
      } else if (row.shareAtMost().isPresent()) {
        add(below, Relationship.LEQ, few);
      } else if (row.shareAtLeast().isPresent()) {
        add(below, Relationship.GEQ, n - few);
      } else if (row.hidden().contains(Figure.BELOW_MINIMUM)) {
        add(below, Relationship.GEQ, settings.hideBelow());
        add(below, Relationship.LEQ, n - settings.hideBelow());
      }
      if (row.mean().isPresent()) {
        double sum = n * row.mean().getAsDouble();
        double rounding = n * HALF_A_HUNDREDTH + SLACK;
        add(Map.of(at + 2, 1.0), Relationship.LEQ, sum + rounding);
        add(Map.of(at + 2, 1.0), Relationship.GEQ, sum - rounding);
      }
    }
    add(Map.of(at, 1.0, at + 1, -1.0), Relationship.GEQ, 0);
    scale.ifPresent(own -> scores(own, at));
  }

  /** The smallest school shown by itself: whoever is pooled for the sake of others is no larger. */
  private OptionalLong smallestShown() {
    return measure.rows().stream()
        .filter(row -> !isTogether(row) && row.participants().isPresent())
        .mapToLong(row -> row.participants().getAsLong())
        .min();
  }

  /** Every score lies on the scale, on its side of the minimum. */
  private void scores(OccurredScores own, int at) {
    double cut = own.minimum().orElse(own.lowest());
    double below = own.highestBelow().orElse(own.highest());
    double lowest = Math.min(own.lowest(), cut);
    add(Map.of(at, -cut, at + 1, cut - lowest, at + 2, 1.0), Relationship.GEQ, -SLACK);
    add(
        Map.of(at, -own.highest(), at + 1, own.highest() - below, at + 2, 1.0),
        Relationship.LEQ,
        SLACK);
  }

  private void sums() {
    List<PublicRow> schools = measure.rows().stream().filter(row -> !isTogether(row)).toList();
    if (places.containsKey(PublicRow.OTHERS)) {
      for (int figure = 0; figure < 3; figure++) {
        Map<Integer, Double> together = new HashMap<>();
        together.put(places.get(PublicRow.OTHERS) + figure, -1.0);
        for (PublicRow row : schools) {
          if (row.participants().isEmpty()) {
            together.put(places.get(row.who()) + figure, 1.0);
          }
        }
        add(together, Relationship.EQ, 0);
      }
    }
    PublicRow all =
        measure.rows().stream()
            .filter(r -> r.who().equals(PublicRow.ALL))
            .findFirst()
            .orElseThrow();
    Map<Integer, Double> hidden = new HashMap<>();
    double shown = 0;
    for (PublicRow row : schools) {
      if (places.containsKey(row.who())) {
        hidden.put(places.get(row.who()) + 1, 1.0);
      } else {
        shown += row.below().orElse(0);
      }
    }
    if (hidden.isEmpty()) {
      return;
    }
    int few = settings.hideBelow() - 1;
    if (all.below().isPresent()) {
      add(hidden, Relationship.EQ, (double) all.below().getAsLong() - shown);
    } else if (all.shareAtMost().isPresent()) {
      add(hidden, Relationship.LEQ, few - shown);
    } else if (all.shareAtLeast().isPresent()) {
      add(hidden, Relationship.GEQ, (double) all.participants().getAsLong() - few - shown);
    }
  }

  private void add(Map<Integer, Double> side, Relationship relation, double value) {
    Map<Integer, Double> unknown = new HashMap<>();
    double rest = value;
    for (Map.Entry<Integer, Double> term : side.entrySet()) {
      Double own = known.get(term.getKey());
      if (own == null) {
        unknowns.putIfAbsent(term.getKey(), unknowns.size());
        unknown.put(unknowns.get(term.getKey()), term.getValue());
      } else {
        rest -= term.getValue() * own;
      }
    }
    if (!unknown.isEmpty()) {
      conditions.add(new Condition(unknown, relation, rest));
    }
  }

  private Bounds bounds(PublicRow row, Figure figure) {
    int place = places.get(row.who()) + List.of(Figure.values()).indexOf(figure);
    if (!unknowns.containsKey(place)) {
      return new Bounds(row.who(), figure, 0, Double.POSITIVE_INFINITY);
    }
    int unknown = unknowns.get(place);
    return new Bounds(
        row.who(),
        figure,
        end(unknown, GoalType.MINIMIZE).orElse(0),
        end(unknown, GoalType.MAXIMIZE).orElse(Double.POSITIVE_INFINITY));
  }

  private OptionalDouble end(int unknown, GoalType goal) {
    int size = unknowns.size();
    List<LinearConstraint> constraints = new ArrayList<>();
    for (Condition condition : conditions) {
      constraints.add(
          new LinearConstraint(
              dense(condition.side(), size), condition.relation(), condition.value()));
    }
    try {
      return OptionalDouble.of(
          new SimplexSolver()
              .optimize(
                  new LinearObjectiveFunction(dense(Map.of(unknown, 1.0), size), 0),
                  new LinearConstraintSet(constraints),
                  goal,
                  new NonNegativeConstraint(true))
              .getValue());
    } catch (MathIllegalStateException e) {
      if (e.getMessage().contains("unbounded")) {
        return OptionalDouble.empty();
      }
      throw new IllegalStateException(measure.measure() + ": what is public contradicts itself", e);
    }
  }

  private static double[] dense(Map<Integer, Double> side, int size) {
    double[] all = new double[size];
    side.forEach((place, coefficient) -> all[place] = coefficient);
    return all;
  }
}
