package io.levelfield.stats.assignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem.MinimumCostFlowProblemImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;

/**
 * The cheapest flow from rows through columns: rows give one unit each, a column passes on as many
 * as it takes, and what finds no column is left out at a price. Only a few of each row's columns
 * are in the network at first; those that would make it cheaper by the prices found are added until
 * there are none, so that the flow is the cheapest over all columns.
 *
 * @see <a href="https://doi.org/10.1287/opre.8.1.101">Dantzig, Wolfe (1960). Decomposition
 *     principle for linear programs. Operations Research 8, 101-111 (columns priced in as they are
 *     needed)</a>
 */
final class AssignmentFlow {
  /** The library takes this for infinite. */
  static final double DEAREST = CapacityScalingMinimumCostFlow.COST_INF;

  /** How many of a row's cheapest columns it begins with. */
  private static final int FIRST = 64;

  private final AssignmentProblem problem;
  private final int leftOut;
  private final int sink;

  /** {@code [row][place among its columns]}: whether it is in the network. */
  private final boolean[][] present;

  private int[] columnOfRow = {};
  private long[] potentials = {};

  private AssignmentFlow(AssignmentProblem problem) {
    this.problem = problem;
    this.leftOut = problem.columns();
    this.sink = problem.columns() + 1;
    this.present = new boolean[problem.rows()][];
    for (int row = 0; row < problem.rows(); row++) {
      present[row] = new boolean[problem.columnsOf(row).length];
      add(row, problem.costsOf(row).clone());
    }
  }

  /** Solves the problem. */
  static AssignmentPrices of(AssignmentProblem problem) {
    var flow = new AssignmentFlow(problem);
    do {
      flow.solve();
    } while (flow.addsWhatWouldBeCheaper());
    return flow.prices();
  }

  /** Adds the row's lowest of these to the network: all as low as the last one too. */
  private void add(int row, int[] costs) {
    if (costs.length == 0) {
      return;
    }
    int[] own = problem.costsOf(row);
    Arrays.sort(costs);
    int last = costs[Math.min(FIRST, costs.length) - 1];
    for (int i = 0; i < own.length; i++) {
      present[row][i] |= own[i] <= last;
    }
  }

  private void solve() {
    var graph =
        new SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
    Map<DefaultWeightedEdge, Integer> capacities = new HashMap<>();
    List<DefaultWeightedEdge> arcs = new ArrayList<>();
    for (int node = 0; node <= sink + problem.rows(); node++) {
      graph.addVertex(node);
    }
    for (int row = 0; row < problem.rows(); row++) {
      int[] columns = problem.columnsOf(row);
      int[] costs = problem.costsOf(row);
      for (int i = 0; i < columns.length; i++) {
        if (present[row][i]) {
          arcs.add(arc(graph, node(row), columns[i], costs[i]));
        }
      }
      arcs.add(arc(graph, node(row), leftOut, problem.leftOut()));
    }
    arcs.forEach(arc -> capacities.put(arc, 1));
    for (int column = 0; column < problem.columns(); column++) {
      capacities.put(arc(graph, column, sink, 0), problem.capacity(column));
    }
    capacities.put(arc(graph, leftOut, sink, 0), problem.rows());
    var algorithm = new CapacityScalingMinimumCostFlow<Integer, DefaultWeightedEdge>();
    Map<DefaultWeightedEdge, Double> flow =
        algorithm
            .getMinimumCostFlow(
                new MinimumCostFlowProblemImpl<>(graph, this::supply, capacities::get))
            .getFlowMap();
    columnOfRow = new int[problem.rows()];
    for (DefaultWeightedEdge arc : arcs) {
      if (flow.get(arc) > 0) {
        columnOfRow[graph.getEdgeSource(arc) - sink - 1] = graph.getEdgeTarget(arc);
      }
    }
    potentials = new long[sink + 1 + problem.rows()];
    algorithm.getDualSolution().forEach((node, price) -> potentials[node] = Math.round(price));
  }

  private static DefaultWeightedEdge arc(
      SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge> graph, int from, int to, int cost) {
    DefaultWeightedEdge arc = graph.addEdge(from, to);
    graph.setEdgeWeight(arc, cost);
    return arc;
  }

  private int node(int row) {
    return sink + 1 + row;
  }

  private int supply(int node) {
    return node == sink ? -problem.rows() : node > sink ? 1 : 0;
  }

  /** By the prices of the flow, which are those of an optimum if there is nothing to add. */
  private boolean addsWhatWouldBeCheaper() {
    boolean added = false;
    for (int row = 0; row < problem.rows(); row++) {
      int[] columns = problem.columnsOf(row);
      int[] costs = problem.costsOf(row);
      int[] cheaper = new int[columns.length];
      int found = 0;
      for (int i = 0; i < columns.length; i++) {
        if (!present[row][i] && costs[i] + potentials[columns[i]] - potentials[node(row)] < 0) {
          cheaper[found++] = costs[i];
        }
      }
      add(row, Arrays.copyOf(cheaper, found));
      added |= found > 0;
    }
    return added;
  }

  private AssignmentPrices prices() {
    long[] ofRow = new long[problem.rows()];
    for (int row = 0; row < problem.rows(); row++) {
      ofRow[row] = potentials[node(row)] - potentials[sink];
    }
    long[] ofColumn = new long[problem.columns() + 1];
    for (int column = 0; column <= problem.columns(); column++) {
      ofColumn[column] = potentials[column] - potentials[sink];
    }
    return new AssignmentPrices(problem, columnOfRow, ofRow, ofColumn);
  }
}
