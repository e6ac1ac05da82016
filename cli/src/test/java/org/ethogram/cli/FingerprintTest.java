package org.ethogram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FingerprintTest {
  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();

  private int fingerprint(String... arguments) {
    CommandLine commandLine = Ethogram.commandLine();
    commandLine.setOut(new PrintWriter(output, true));
    commandLine.setErr(new PrintWriter(errors, true));
    String[] all = new String[arguments.length + 2];
    all[0] = "games";
    all[1] = "fingerprint";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return commandLine.execute(all);
  }

  /** (3 x x + 5 x y + y y) / (x + y)^2 at x = y = 1/4. */
  @Test
  void aFingerprintIsExactWhereItCanBe(@TempDir Path folder) throws Exception {
    String out = folder.toString();
    assertThat(fingerprint("--strategy", "Tit For Tat", "--step", "0.25", "--json", "--out", out))
        .isZero();
    assertThat(output.toString().lines()).hasSize(25);
    assertThat(output.toString()).contains("\"x\":0.25,\"y\":0.25,\"score\":2.25");
    assertThat(Files.readString(folder.resolve("fingerprint.csv"))).startsWith("y,x,score\n1,0,");
    assertThat(folder.resolve("fingerprint.svg")).exists();
  }

  @Test
  void otherStrategiesArePlayedAndTheirErrorIsStated() {
    assertThat(fingerprint("--strategy", "gradual", "--step", "0.5", "--turns", "20")).isZero();
    assertThat(output.toString())
        .contains("simulated, 50 matches of 20 rounds")
        .containsPattern("standard error of a point: 0\\.[0-9]{3} at most, n = 50");
  }

  @Test
  void aTransitiveFingerprintGoesRoundByRound() {
    assertThat(
            fingerprint(
                "--strategy",
                "grim-trigger",
                "--transitive",
                "--opponents",
                "3",
                "--turns",
                "3",
                "--json"))
        .isZero();
    assertThat(output.toString())
        .contains("\"opponent\":\"random(0.5)\",\"cooperation\":[1.0,0.5,0.25]");
  }

  @Test
  void badInputEndsInOneMessage() {
    assertThat(fingerprint("--strategy", "tit-for-tit")).isEqualTo(2);
    assertThat(errors.toString()).contains("Did you mean 'tit-for-tat'");
    assertThat(fingerprint("--strategy", "gradual", "--step", "0.3")).isEqualTo(2);
    assertThat(fingerprint("--strategy", "gradual", "--step", "NaN")).isEqualTo(2);
    assertThat(fingerprint("--strategy", "gradual", "--turns", "0")).isEqualTo(2);
    assertThat(fingerprint("--strategy", "gradual", "--opponents", "5")).isEqualTo(2);
    assertThat(fingerprint("--strategy", "gradual", "--transitive", "--opponents", "0"))
        .isEqualTo(2);
    assertThat(fingerprint("--strategy", "gradual", "--game", "bach-or-stravinsky")).isEqualTo(2);
    assertThat(errors.toString()).doesNotContain("defect in Ethogram");
  }
}
