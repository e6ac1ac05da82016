package org.ethogram.cli.games;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.ethogram.cli.games.options.FigureOptions;
import org.ethogram.core.Progress;
import org.ethogram.games.networks.Graph;
import org.ethogram.games.networks.GraphSource;
import org.ethogram.games.populations.PayoffMatrix;
import org.ethogram.games.spatial.Layout;
import org.ethogram.games.spatial.SpatialEvolution;
import org.ethogram.games.spatial.SpatialTournament;
import org.ethogram.games.spatial.UpdateRule;
import org.ethogram.games.strategies.DilemmaStrategy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ethogram games spatial}. */
@Command(
    name = "spatial",
    description = {
      "A tournament in which only neighbours of a graph meet; with --generations the players then"
          + " imitate those of their neighbours who earn more (Nowak & May 1992).",
      "Graphs: complete:N, ring:N[,REACH], star:N, lattice:ROWSxCOLUMNS[,8],"
          + " torus:ROWSxCOLUMNS[,8], regular:N,DEGREE, random:N,CHANCE,"
          + " small-world:N,REACH,CHANCE, scale-free:N,LINKS, or a file of edges."
    },
    mixinStandardHelpOptions = true)
final class SpatialCommand implements Callable<Integer> {
  private static final int MOST_GENERATIONS = 10_000;

  /** How the types are spread over the nodes. */
  enum Spread {
    /** One after the other, node by node. */
    TURN,
    /** Drawn for each node. */
    RANDOM,
    /** Everywhere the first, and the last on one node in the middle. */
    INVADER
  }

  /** Whom a node imitates. */
  enum Update {
    BEST,
    FERMI
  }

  @Mixin private TypesOptions types;

  @Option(names = "--graph", required = true, paramLabel = "GRAPH", description = "Who meets whom.")
  private String graphText;

  @Option(
      names = "--layout",
      description =
          "${COMPLETION-CANDIDATES}: the types in turn, drawn for each node, or the last one alone"
              + " in the middle of the first; turn for a tournament, else random.")
  private @Nullable Spread layout;

  @Option(
      names = "--shares",
      paramLabel = "SHARES",
      description = "With a random layout: how probable each type is; all alike unless given.")
  private @Nullable String shares;

  @Option(
      names = "--generations",
      defaultValue = "0",
      paramLabel = "N",
      description = "How often the players imitate; none unless given.")
  private int generations;

  @Option(
      names = "--update",
      defaultValue = "best",
      description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE}.")
  private Update update;

  @Option(
      names = "--intensity",
      defaultValue = "1",
      description = "Of selection by the Fermi rule; ${DEFAULT-VALUE}.")
  private double intensity;

  @Option(names = "--asynchronous", description = "One node at a time imitates, not all at once.")
  private boolean asynchronous;

  @Option(names = "--self-interaction", description = "Everybody also plays with itself.")
  private boolean selfInteraction;

  @Option(
      names = "--total",
      description = "Payoffs are summed over neighbours; else they are means.")
  private boolean total;

  @Mixin private FigureOptions options;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  SpatialCommand() {}

  @Override
  public Integer call() {
    if (generations < 0 || generations > MOST_GENERATIONS) {
      throw options.invalid("--generations is 0 to " + MOST_GENERATIONS + ".");
    }
    Graph graph = GraphSource.read(graphText, options.seed().derive("graph"));
    Progress progress = options.progress();
    if (generations == 0) {
      tournament(graph, progress);
    } else {
      evolution(graph, progress);
    }
    return 0;
  }

  private void tournament(Graph graph, Progress progress) {
    List<DilemmaStrategy> strategies = types.strategies();
    if (strategies.isEmpty()) {
      throw options.invalid("A tournament needs --players; --payoffs goes with --generations.");
    }
    int[] start = start(graph, strategies.size(), Spread.TURN);
    List<DilemmaStrategy> players = Arrays.stream(start).mapToObj(strategies::get).toList();
    List<SpatialTournament.Site> sites =
        new SpatialTournament(
                types.matches().terms(), players, graph, types.matches().repetitions())
            .play(options.seed().derive("matches"), progress);
    SpatialTournamentResults results =
        new SpatialTournamentResults(graph, GraphSource.lattice(graphText), sites);
    options.write(results::write);
    if (options.isJson()) {
      results.json().forEach(options::print);
    } else {
      options.print(results.text());
    }
  }

  private void evolution(Graph graph, Progress progress) {
    PayoffMatrix payoffs = types.matrix(options.seed().derive("matches"), progress);
    UpdateRule rule =
        switch (update) {
          case BEST -> new UpdateRule.ImitateBest();
          case FERMI -> new UpdateRule.Fermi(intensity);
        };
    SpatialEvolution evolution =
        new SpatialEvolution(graph, payoffs, rule, selfInteraction, !total, !asynchronous);
    int[] start = start(graph, payoffs.size(), Spread.RANDOM);
    List<int[]> history =
        evolution.generations(start, generations, options.seed().derive("evolution"), progress);
    SpatialEvolutionResults results =
        new SpatialEvolutionResults(evolution, GraphSource.lattice(graphText), history);
    options.write(results::write);
    if (options.isJson()) {
      results.json().forEach(options::print);
    } else {
      options.print(results.text());
    }
  }

  private int[] start(Graph graph, int count, Spread usual) {
    Spread spread = layout != null ? layout : shares != null ? Spread.RANDOM : usual;
    if (shares != null && spread != Spread.RANDOM) {
      throw options.invalid("--shares goes with --layout random.");
    }
    return switch (spread) {
      case TURN -> Layout.inTurn(graph.nodes(), count);
      case RANDOM ->
          Layout.drawn(graph.nodes(), SharesOption.read("--shares", shares, count), options.seed());
      case INVADER -> Layout.single(graph.nodes(), 0, count - 1, middle(graph));
    };
  }

  /** The node in the middle of a grid; of other graphs the one numbered half. */
  private int middle(Graph graph) {
    return GraphSource.lattice(graphText)
        .map(grid -> grid.rows() / 2 * grid.columns() + grid.columns() / 2)
        .orElse(graph.nodes() / 2);
  }
}
