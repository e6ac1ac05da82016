package org.ethogram.cli.games;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.ethogram.core.Progress;
import org.ethogram.games.formats.MatchLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchBatchTest {
  private static final String MATCH =
      """
      {"game":"prisoners-dilemma","players":["tft","random"],"rounds":30,"noise":0.1,"seed":%d}\
      """;

  @TempDir private Path folder;

  @Test
  void thousandsOfLinesAreAnsweredInTheirOrderAsEachAlone() throws IOException {
    List<String> lines = IntStream.range(0, 3000).mapToObj(MATCH::formatted).toList();
    Path file = Files.write(folder.resolve("matches.jsonl"), lines);
    Executed played = Executed.games("play", "--matches", file.toString(), "--json");
    assertThat(played.exitCode()).isZero();
    assertThat(played.errors()).isEmpty();
    MatchLines matches = new MatchLines();
    assertThat(played.lines())
        .containsExactlyElementsOf(
            lines.stream().map(line -> matches.answer("", line).json()).toList());
  }

  @Test
  void aLineThatCannotBePlayedSpoilsNoOther() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(0xEF); // a byte order mark
    bytes.write(0xBB);
    bytes.write(0xBF);
    bytes.write((MATCH.formatted(1) + "\r\n\n").getBytes(StandardCharsets.UTF_8));
    bytes.write(new byte[] {(byte) 0xFF, (byte) 0xFE, '\n'});
    bytes.write("{\"rounds\":-1}\n".getBytes(StandardCharsets.UTF_8));
    bytes.write("x".repeat(ByteLines.LONGEST + 1).getBytes(StandardCharsets.UTF_8));
    bytes.write(("\n" + MATCH.formatted(2) + "\n\n\n").getBytes(StandardCharsets.UTF_8));
    Path file = Files.write(folder.resolve("bad.jsonl"), bytes.toByteArray());
    Executed played = Executed.games("play", "--matches", file.toString());
    assertThat(played.exitCode()).isEqualTo(1);
    assertThat(played.errors())
        .contains("4 of 6 lines could not be played, the first at " + file + ":2");
    assertThat(played.lines()).hasSize(6);
    assertThat(played.lines().get(0)).startsWith("{\"actions\"");
    assertThat(played.lines().get(1)).contains(":2: the line is blank");
    assertThat(played.lines().get(2)).contains(":3: the line is no UTF-8 text");
    assertThat(played.lines().get(3)).contains(":4: rounds: -1 rounds");
    assertThat(played.lines().get(4)).contains(":5: a line of more than");
    assertThat(played.lines().get(5)).startsWith("{\"actions\"");
  }

  @Test
  void answersCanGoToAFileButNotOverTheMatches() throws IOException {
    Path file = Files.writeString(folder.resolve("one.jsonl"), MATCH.formatted(1));
    Path answers = folder.resolve("answers.jsonl");
    Executed played =
        Executed.games("play", "--matches", file.toString(), "--out", answers.toString());
    assertThat(played.exitCode()).isZero();
    assertThat(played.output()).isEmpty();
    assertThat(Files.readAllLines(answers)).hasSize(1);
    Executed over = Executed.games("play", "--matches", file.toString(), "--out", file.toString());
    assertThat(over.exitCode()).isEqualTo(2);
    assertThat(over.errors()).contains("answers over the matches");
    assertThat(Files.readString(file)).isEqualTo(MATCH.formatted(1));
    Executed nowhere =
        Executed.games(
            "play", "--matches", file.toString(), "--out", folder.resolve("a/b").toString());
    assertThat(nowhere.errors()).contains("answers cannot be written there");
  }

  @Test
  void aFileWithoutMatchesAFolderAndAnAbsentFileAreRefused() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.jsonl"));
    assertThat(refused(empty)).contains("no line with a match");
    assertThat(refused(folder)).contains("this is a folder");
    assertThat(refused(folder.resolve("absent.jsonl"))).contains("there is no such file");
  }

  @Test
  void aProgramCanAskLineByLine() throws IOException, InterruptedException {
    PipedInputStream asked = new PipedInputStream();
    PipedInputStream answered = new PipedInputStream();
    PrintWriter output =
        new PrintWriter(new PipedOutputStream(answered), false, StandardCharsets.UTF_8);
    MatchBatch batch =
        new MatchBatch("here", new ByteLines(asked), output, Progress.NONE.begin("", 0, ""));
    Thread playing;
    try (PipedOutputStream asking = new PipedOutputStream(asked);
        BufferedReader answers =
            new BufferedReader(new InputStreamReader(answered, StandardCharsets.UTF_8))) {
      playing = Thread.ofPlatform().start(() -> play(batch));
      for (int seed = 1; seed <= 3; seed++) {
        asking.write((MATCH.formatted(seed) + "\n").getBytes(StandardCharsets.UTF_8));
        asking.flush();
        assertThat(answers.readLine())
            .isEqualTo(new MatchLines().answer("", MATCH.formatted(seed)).json());
      }
    }
    playing.join();
    assertThat(batch.answered()).isEqualTo(3);
  }

  @Test
  void aReaderThatWentAwayEndsTheBatch() {
    PrintWriter closed =
        new PrintWriter(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("closed");
              }
            },
            false,
            StandardCharsets.UTF_8);
    InputStream endless =
        new InputStream() {
          private final byte[] line = (MATCH.formatted(1) + "\n").getBytes(StandardCharsets.UTF_8);
          private int position;

          @Override
          public int read() {
            return line[position++ % line.length];
          }

          @Override
          public int read(byte[] into, int from, int length) {
            for (int at = from; at < from + length; at++) {
              into[at] = (byte) read();
            }
            return length;
          }

          @Override
          public int available() {
            return 1;
          }
        };
    MatchBatch batch =
        new MatchBatch("here", new ByteLines(endless), closed, Progress.NONE.begin("", 0, ""));
    assertThatThrownBy(batch::play)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("can no longer be written");
  }

  private static void play(MatchBatch batch) {
    try {
      batch.play();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String refused(Path file) {
    Executed played = Executed.games("play", "--matches", file.toString());
    assertThat(played.exitCode()).isEqualTo(2);
    return played.errors();
  }
}
