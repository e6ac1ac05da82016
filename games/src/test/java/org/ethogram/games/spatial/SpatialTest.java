package org.ethogram.games.spatial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.Seed;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.networks.EdgeList;
import org.ethogram.games.networks.Graph;
import org.ethogram.games.networks.GraphSource;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.populations.PayoffMatrix;
import org.ethogram.games.strategies.DilemmaStrategy;
import org.ethogram.games.strategies.Strategies;
import org.ethogram.games.tournament.Terms;
import org.junit.jupiter.api.Test;

class SpatialTest {
  private static final Seed SEED = new Seed(2);

  private static Graph graph(String text) {
    return GraphSource.read(text, SEED);
  }

  private static SpatialTournament tournament(Graph graph, String names) {
    List<DilemmaStrategy> players =
        Strategies.list(names).stream().map(strategy -> (DilemmaStrategy) strategy).toList();
    Terms terms = Terms.of(Catalogue.named("prisoners-dilemma"), new Horizon.Known(10));
    return new SpatialTournament(terms, players, graph, 3);
  }

  /** Ten rounds: tit for tat gets 9 and 30 of its two neighbours, always defect 14 of its one. */
  @Test
  void onlyNeighboursMeetAndScoresAreMeansOverThem() {
    List<SpatialTournament.Site> sites =
        tournament(
                EdgeList.read("g", "middle a\nmiddle b\nalone"),
                "tit-for-tat,always-defect,always-cooperate,random")
            .play(SEED, Progress.NONE);
    assertThat(sites.get(0).score().orElseThrow().value()).isCloseTo(1.95, within(1e-12));
    assertThat(sites.get(0).degree()).isEqualTo(2);
    assertThat(sites.get(0).label()).isEqualTo("middle");
    assertThat(sites.get(1).score().orElseThrow().value()).isEqualTo(1.4);
    assertThat(sites.get(1).cooperation().value()).hasValue(0);
    assertThat(sites.get(2).score().orElseThrow().value()).isEqualTo(3);
    assertThat(sites.get(3).score()).isEmpty();
    assertThat(sites.get(3).cooperation().value()).isEmpty();
  }

  @Test
  void aTournamentThatDoesNotFitItsGraphIsRefused() {
    assertThatThrownBy(() -> tournament(graph("ring:3"), "tit-for-tat,random"))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("2 players for 3 nodes");
    assertThatThrownBy(() -> tournament(EdgeList.read("g", "a\nb"), "tit-for-tat,random"))
        .hasMessageContaining("nobody meets");
  }

  /** Nowak & May 1992: cooperators earn 1 of each other, a defector b of a cooperator. */
  private static SpatialEvolution nowakAndMay(String graph, double b) {
    return new SpatialEvolution(
        graph(graph),
        PayoffMatrix.exact(List.of("C", "D"), new double[][] {{1, 0}, {b, 0}}),
        new UpdateRule.ImitateBest(),
        true,
        false,
        true);
  }

  private static int[] defectors(SpatialEvolution evolution, int[] start, int generations) {
    return evolution.generations(start, generations, SEED, Progress.NONE).stream()
        .mapToInt(types -> evolution.counts(types)[1])
        .toArray();
  }

  /**
   * A single defector earns 8b, its neighbours 8, their neighbours 9: it spreads to a block of 9
   * where 8b > 9. The corners of the block then earn 5b, the cooperators beside them 8 at most and
   * those farther away 9, so the block stands for 8 < 5b < 9 and grows to 25 above.
   */
  @Test
  void aSingleDefectorSpreadsAsNowakAndMayDerive() {
    int[] start = Layout.single(121, 0, 1, 60);
    assertThat(defectors(nowakAndMay("torus:11x11,8", 1.1), start, 3)).containsExactly(1, 1, 1, 1);
    assertThat(defectors(nowakAndMay("torus:11x11,8", 1.7), start, 4))
        .containsExactly(1, 9, 9, 9, 9);
    assertThat(defectors(nowakAndMay("torus:11x11,8", 1.9), start, 2)).containsExactly(1, 9, 25);
  }

  /** Their figure 1: for 1.8 < b < 2 about 12 ln 2 - 8 = 0.318 cooperate, from any random start. */
  @Test
  void inSpatialChaosAboutAThirdCooperates() {
    SpatialEvolution evolution = nowakAndMay("torus:100x100,8", 1.85);
    int[] start = Layout.drawn(10_000, new double[] {0.9, 0.1}, SEED);
    int[] counts = defectors(evolution, start, 200);
    double cooperation = 1 - Arrays.stream(counts).skip(100).average().orElseThrow() / 10_000;
    assertThat(cooperation).isCloseTo(12 * Math.log(2) - 8, within(0.02));
  }

  @Test
  void theSameSeedGoesTheSameWayAndOneTypeStays() {
    for (boolean synchronous : new boolean[] {true, false}) {
      SpatialEvolution evolution =
          new SpatialEvolution(
              graph("small-world:60,2,0.1"),
              PayoffMatrix.exact(List.of("C", "D"), new double[][] {{3, 0}, {5, 1}}),
              new UpdateRule.Fermi(1),
              false,
              true,
              synchronous);
      int[] start = Layout.drawn(60, new double[] {1, 1}, SEED);
      List<int[]> once = evolution.generations(start, 20, SEED, Progress.NONE);
      List<int[]> again = evolution.generations(start, 20, SEED, Progress.NONE);
      assertThat(once.getLast()).containsExactly(again.getLast());
      assertThat(evolution.generations(new int[60], 5, SEED, Progress.NONE).getLast())
          .containsOnly(0);
    }
  }

  /** With an intensity of 0 a node takes its neighbour's type half of the time. */
  @Test
  void theFermiRuleIsTheLogisticOfTheDifference() {
    assertThat(new UpdateRule.Fermi(0).chance(1, 9)).isEqualTo(0.5);
    assertThat(new UpdateRule.Fermi(2).chance(1, 2))
        .isCloseTo(1 / (1 + Math.exp(-2)), within(1e-15));
    SpatialEvolution strong =
        new SpatialEvolution(
            graph("complete:20"),
            PayoffMatrix.exact(List.of("C", "D"), new double[][] {{3, 0}, {5, 1}}),
            new UpdateRule.Fermi(1e6),
            false,
            true,
            false);
    int[] start = Layout.inTurn(20, 2);
    assertThat(strong.generations(start, 200, SEED, Progress.NONE).getLast()).containsOnly(1);
  }

  @Test
  void layoutsHoldWhatTheyWereAskedFor() {
    assertThat(Layout.inTurn(5, 2)).containsExactly(0, 1, 0, 1, 0);
    int[] drawn = Layout.drawn(10_000, new double[] {3, 0, 1}, SEED);
    assertThat(IntStream.of(drawn).filter(type -> type == 0).count()).isBetween(7300L, 7700L);
    assertThat(drawn).doesNotContain(1);
    assertThatThrownBy(() -> Layout.drawn(5, new double[] {0, 0}, SEED))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("above 0");
    assertThatThrownBy(
            () -> nowakAndMay("ring:5", 1).generations(new int[4], 1, SEED, Progress.NONE))
        .hasMessageContaining("4 types for 5 nodes");
    assertThatThrownBy(() -> new UpdateRule.Fermi(-1)).hasMessageContaining("at least 0");
  }
}
