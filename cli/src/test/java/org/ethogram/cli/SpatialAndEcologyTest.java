package org.ethogram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SpatialAndEcologyTest {
  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();

  private int games(String... arguments) {
    CommandLine commandLine = Ethogram.commandLine();
    commandLine.setOut(new PrintWriter(output, true));
    commandLine.setErr(new PrintWriter(errors, true));
    String[] all = new String[arguments.length + 1];
    all[0] = "games";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return commandLine.execute(all);
  }

  /** Shares 3/17 and 14/17 after two generations of the dilemma, by hand. */
  @Test
  void anEcologicalTournamentReadsPayoffsAndWritesItsPictures(@TempDir Path folder)
      throws Exception {
    Path payoffs = folder.resolve("dilemma.csv");
    Files.writeString(payoffs, ",nice,mean\nnice,3,0\nmean,5,1\n");
    assertThat(games("ecology", "--payoffs", payoffs.toString(), "--generations", "2")).isZero();
    assertThat(output.toString()).contains("82.35%").contains("17.65%").contains("exact");
    Path out = folder.resolve("out");
    assertThat(
            games(
                "ecology",
                "--strategies",
                "tit-for-tat,always-defect,random",
                "--generations",
                "20",
                "--json",
                "--out",
                out.toString()))
        .isZero();
    assertThat(output.toString()).contains("\"rank\":1,\"type\":\"").contains("\"low\":");
    assertThat(out.resolve("ecology.svg")).exists();
    assertThat(Files.readString(out.resolve("ecology.csv"))).startsWith("kind,generation,share\n");
  }

  @Test
  void aSpatialTournamentNamesItsNodes(@TempDir Path folder) throws Exception {
    Path graph = folder.resolve("graph.txt");
    Files.writeString(graph, "hub a\nhub b\nalone\n");
    assertThat(
            games(
                "spatial",
                "--graph",
                graph.toString(),
                "--strategies",
                "tit-for-tat,always-defect,always-cooperate,tit-for-tat",
                "--rounds",
                "10"))
        .isZero();
    assertThat(output.toString()).containsPattern("hub +tit-for-tat +2 +1\\.950 ± 0\\.000");
    assertThat(output.toString()).containsPattern("alone +tit-for-tat +0 +n/a +0 +n/a");
  }

  @Test
  void spatialEvolutionCountsTheTypesOfEachGeneration(@TempDir Path folder) throws Exception {
    Path payoffs = folder.resolve("may.csv");
    Files.writeString(payoffs, ",C,D\nC,1,0\nD,1.7,0\n");
    Path out = folder.resolve("out");
    String[] may = {
      "spatial",
      "--payoffs",
      payoffs.toString(),
      "--graph",
      "torus:11x11,8",
      "--layout",
      "invader",
      "--generations",
      "3",
      "--self-interaction",
      "--json",
      "--out",
      out.toString()
    };
    assertThat(games(may)).isZero();
    assertThat(output.toString())
        .contains("{\"generation\":0,\"counts\":{\"C\":120,\"D\":1}}")
        .contains("{\"generation\":3,\"counts\":{\"C\":112,\"D\":9}}");
    assertThat(out.resolve("spatial-lattice.svg")).exists();
    assertThat(out.resolve("spatial-shares.csv")).exists();
  }

  @Test
  void playersAreAlsoNamedByField() {
    assertThat(games("ecology", "--players", "first-tournament", "--generations", "2")).isZero();
    assertThat(output.toString()).contains("first-by-joss", "first-by-downing", "tit-for-tat");
  }

  @Test
  void badInputEndsInOneMessage() {
    assertThat(games("spatial", "--graph", "rung:5", "--strategies", "tit-for-tat")).isEqualTo(2);
    assertThat(errors.toString()).contains("Did you mean 'ring'");
    assertThat(games("spatial", "--graph", "nowhere.txt", "--strategies", "tit-for-tat"))
        .isEqualTo(2);
    assertThat(errors.toString()).contains("nowhere.txt: there is no such file");
    assertThat(games("ecology", "--strategies", "tit-for-tat,allways-defect")).isEqualTo(2);
    assertThat(errors.toString()).contains("always-defect");
    assertThat(games("ecology", "--strategies", "tit-for-tat", "--start", "1,2")).isEqualTo(2);
    assertThat(errors.toString()).contains("--start: 2 numbers for 1 types");
    assertThat(games("ecology", "--strategies", "random", "--repetitions", "1")).isEqualTo(2);
    assertThat(errors.toString()).contains("at least two repetitions");
    assertThat(games("ecology")).isEqualTo(2);
    assertThat(errors.toString()).doesNotContain("defect in Ethogram");
  }
}
