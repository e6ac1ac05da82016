package org.ethogram.games.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphTest {
  private static final Seed SEED = new Seed(3);

  private static Graph graph(String text) {
    return GraphSource.read(text, SEED);
  }

  @Test
  void graphsWithoutChanceHaveTheEdgesOfTheirDefinition() {
    assertThat(graph("complete:5").edges()).hasSize(10);
    assertThat(graph("ring:6").neighbours(0)).containsExactly(1, 5);
    assertThat(graph("ring:7,2").neighbours(0)).containsExactly(1, 2, 5, 6);
    assertThat(graph("star:4").degree(0)).isEqualTo(3);
    assertThat(graph("star:4").neighbours(2)).containsExactly(0);
    assertThat(graph("lattice:3x4").neighbours(0)).containsExactly(1, 4);
    assertThat(graph("lattice:3x4").edges()).hasSize(3 * 3 + 2 * 4);
    assertThat(graph("lattice:3x3,8").degree(4)).isEqualTo(8);
    assertThat(graph("lattice:3x3,8").degree(0)).isEqualTo(3);
    assertThat(graph("torus:4x5").neighbours(0)).containsExactly(1, 4, 5, 15);
    assertThat(graph("torus:4x5,8").isRegular()).isTrue();
    assertThat(graph("torus:4x5,8").degree(7)).isEqualTo(8);
  }

  @Test
  void randomRegularGraphsAreRegularAtEveryDegree() {
    for (int degree = 0; degree < 12; degree++) {
      Graph drawn = graph("regular:12," + degree);
      int wanted = degree;
      assertThat(IntStream.range(0, 12)).allMatch(node -> drawn.degree(node) == wanted);
    }
    assertThat(graph("regular:1000,4").edges()).hasSize(2000);
  }

  @Test
  void edgesOfARandomGraphComeWithTheirChance() {
    assertThat(graph("random:20,0").edges()).isEmpty();
    assertThat(graph("random:20,1").edges()).hasSize(190);
    int edges = graph("random:400,0.1").edges().size();
    double expected = 0.1 * 400 * 399 / 2;
    assertThat((double) edges).isBetween(expected - 4 * 85, expected + 4 * 85);
  }

  @Test
  void aSmallWorldKeepsItsEdgesAndMovesSome() {
    Graph ring = graph("ring:100,3");
    assertThat(graph("small-world:100,3,0").edges()).isEqualTo(ring.edges());
    Graph world = graph("small-world:100,3,0.2");
    assertThat(world.edges()).hasSize(300);
    long kept = world.edges().stream().filter(ring.edges()::contains).count();
    assertThat(kept).isBetween(205L, 275L);
  }

  @Test
  void newcomersOfAScaleFreeGraphChooseTheirLinksAndMakeHubs() {
    Graph drawn = graph("scale-free:2000,2");
    assertThat(drawn.edges()).hasSize(3 + 1997 * 2);
    assertThat(drawn.isConnected()).isTrue();
    assertThat(IntStream.range(0, 2000).map(drawn::degree).max().orElseThrow()).isGreaterThan(40);
    assertThat(IntStream.range(0, 2000).map(drawn::degree).min().orElseThrow()).isEqualTo(2);
  }

  @Test
  void theSameSeedDrawsTheSameGraph() {
    for (String text : List.of("regular:50,3", "random:50,0.2", "small-world:50,2,0.3")) {
      assertThat(graph(text).edges()).isEqualTo(graph(text).edges());
      assertThat(GraphSource.read(text, new Seed(4)).edges()).isNotEqualTo(graph(text).edges());
    }
  }

  @Test
  void aGraphInTwoPartsIsNotConnected() {
    assertThat(EdgeList.read("two", "a b\nc d").isConnected()).isFalse();
    assertThat(graph("ring:9").isConnected()).isTrue();
  }

  @Test
  void aFileOfEdgesIsReadWithItsNames(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("friends.txt");
    Files.writeString(file, "# who knows whom\nann, bob\nbob\tcy # old friends\ncy bob\n\ndee\n");
    Graph friends = graph(file.toString());
    assertThat(friends.edges()).containsExactly(new Edge(0, 1), new Edge(1, 2));
    assertThat(friends.label(1)).isEqualTo("bob");
    assertThat(friends.degree(3)).isZero();
  }

  @Test
  void aDamagedFileIsRefusedWithItsLine(@TempDir Path folder) {
    assertThatThrownBy(() -> EdgeList.read("f.txt", "a b\nb c 1.5\n"))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("f.txt:2: 'b c 1.5' is no pair of nodes");
    assertThatThrownBy(() -> EdgeList.read("f.txt", "a b\n\nb b\n"))
        .hasMessageContaining("f.txt:3: node 'b' next to itself");
    assertThatThrownBy(() -> EdgeList.read("f.txt", "a,\n")).hasMessageContaining("f.txt:1");
    assertThatThrownBy(() -> EdgeList.read("f.txt", "# nothing\n")).hasMessageContaining("no node");
    assertThatThrownBy(() -> graph(folder.resolve("absent.txt").toString()))
        .hasMessageContaining("there is no such file");
  }

  @Test
  void graphsThatCannotBeAreRefusedWithARemedy() {
    assertThatThrownBy(() -> graph("tors:3x3")).hasMessageContaining("Did you mean 'torus'");
    assertThatThrownBy(() -> graph("torus:3")).hasMessageContaining("torus:ROWSxCOLUMNS[,8]");
    assertThatThrownBy(() -> graph("torus:2x9")).hasMessageContaining("at least 3");
    assertThatThrownBy(() -> graph("ring:5,3")).hasMessageContaining("less than half");
    assertThatThrownBy(() -> graph("ring:-5")).hasMessageContaining("Write it as ring:N");
    assertThatThrownBy(() -> graph("regular:5,3")).hasMessageContaining("even");
    assertThatThrownBy(() -> graph("random:5,NaN")).hasMessageContaining("from 0 to 1");
    assertThatThrownBy(() -> graph("random:5,much")).hasMessageContaining("random:N,CHANCE");
    assertThatThrownBy(() -> graph("complete:0")).hasMessageContaining("at least 1");
    assertThatThrownBy(() -> graph("complete:5001")).hasMessageContaining("at most 5000");
    assertThatThrownBy(() -> graph("complete:99999999999")).hasMessageContaining("complete:N");
    assertThatThrownBy(() -> Graph.of("g", 2, List.of(new Edge(1, 1))))
        .hasMessageContaining("loops");
    assertThatThrownBy(() -> Graph.of("g", 2, List.of(new Edge(1, 2))))
        .hasMessageContaining("from 0");
  }
}
