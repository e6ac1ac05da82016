package org.ethogram.games.spatial;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.Ratio;
import org.ethogram.core.Seed;
import org.ethogram.games.networks.Edge;
import org.ethogram.games.networks.Graph;
import org.ethogram.games.strategies.DilemmaStrategy;
import org.ethogram.games.tournament.Mean;
import org.ethogram.games.tournament.Pairings;
import org.ethogram.games.tournament.Standings;
import org.ethogram.games.tournament.Terms;
import org.ethogram.games.tournament.Tournament;

/**
 * A tournament in which only neighbours meet.
 *
 * @param players a strategy for each node
 */
public record SpatialTournament(
    Terms terms, List<DilemmaStrategy> players, Graph graph, int repetitions) {
  /** Above these a table of all pairs does not fit in memory. */
  private static final int MOST_NODES = 5_000;

  public SpatialTournament {
    players = List.copyOf(players);
    if (players.size() != graph.nodes()) {
      throw invalid(
          graph,
          players.size() + " players for " + graph.nodes() + " nodes",
          "Give one player a node");
    }
    if (graph.nodes() > MOST_NODES) {
      throw invalid(graph, graph.nodes() + " nodes", "Give at most " + MOST_NODES);
    }
    if (graph.edges().isEmpty()) {
      throw invalid(graph, "no edges, so nobody meets", "Give a graph with an edge");
    }
  }

  /**
   * What a node came to.
   *
   * @param degree how many it met
   * @param score its payoff a round, the mean over its neighbours and then repetitions; empty for a
   *     node without neighbours
   * @param cooperation in all its matches
   */
  public record Site(
      String label, String strategy, int degree, Optional<Mean> score, Ratio cooperation) {}

  /** One site a node. */
  public List<Site> play(Seed seed, Progress progress) {
    List<Pairings.Pair> pairs = graph.edges().stream().map(SpatialTournament::pair).toList();
    Standings standings =
        new Tournament(terms, players, new Pairings(graph.nodes(), pairs), repetitions)
            .play(seed, progress);
    return IntStream.range(0, graph.nodes()).mapToObj(node -> site(standings, node)).toList();
  }

  private Site site(Standings standings, int node) {
    int degree = graph.degree(node);
    return new Site(
        graph.label(node),
        players.get(node).name(),
        degree,
        degree == 0 ? Optional.empty() : Optional.of(standings.score(node)),
        standings.outcomes(node).cooperation());
  }

  private static Pairings.Pair pair(Edge edge) {
    return new Pairings.Pair(edge.one(), edge.other());
  }

  private static EthogramException invalid(Graph graph, String problem, String remedy) {
    return new EthogramException(
        ErrorCode.INVALID_DATA, "spatial tournament on '" + graph.name() + "'", problem, remedy);
  }
}
