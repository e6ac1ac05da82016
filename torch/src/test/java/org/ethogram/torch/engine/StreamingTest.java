package org.ethogram.torch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.ethogram.core.Seed;
import org.ethogram.models.Completion;
import org.ethogram.models.Completion.FinishReason;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.Prompt;
import org.ethogram.models.Sampling;
import org.ethogram.models.TokenLogProbability;
import org.ethogram.models.Usage;
import org.ethogram.torch.PublishedModels;
import org.ethogram.torch.tokenizer.Tokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamingTest {
  private static final String MANY_BYTES = "naïve 🌹 玫瑰 said “oak”…";

  @TempDir Path folder;

  /** What a listener was told, piece by piece. */
  private static final class Heard {
    private final List<String> pieces = new ArrayList<>();
    private final List<TokenLogProbability> tokens = new ArrayList<>();

    void wrote(String text, List<TokenLogProbability> more) {
      pieces.add(text);
      tokens.addAll(more);
    }

    String text() {
      return String.join("", pieces);
    }
  }

  @Test
  void thePiecesJoinedAreTheCompletion() {
    SmallModel.PARALLEL_NEOX.save(folder);
    try (LocalModel model = LocalModel.open(folder)) {
      for (int seed = 0; seed < 10; seed++) {
        CompletionRequest request = sampled("Kim says", 60, seed, List.of("q", "zz", "never"));
        Heard heard = new Heard();
        Thread asking = Thread.currentThread();
        Completion completion =
            model.complete(
                request,
                (text, tokens) -> {
                  assertThat(Thread.currentThread()).isSameAs(asking);
                  heard.wrote(text, tokens);
                });
        assertThat(heard.text()).isEqualTo(completion.text());
        assertThat(heard.tokens).isEqualTo(completion.tokens());
        Completion unheard = model.complete(request);
        assertThat(completion.text()).isEqualTo(unheard.text());
        assertThat(completion.tokens()).isEqualTo(unheard.tokens());
        assertThat(completion.finishReason()).isEqualTo(unheard.finishReason());
      }
    }
  }

  @Test
  void piecesAreToldWhileTheRestIsUnwritten() {
    SmallModel.PARALLEL_NEOX.save(folder);
    try (LocalModel model = LocalModel.open(folder)) {
      Heard heard = new Heard();
      model.complete(sampled("Kim says", 100, 3, List.of()), heard::wrote);
      assertThat(heard.pieces).hasSizeGreaterThan(20);
    }
  }

  /** Bytes one by one: no piece ends within a character, and none is the beginning of a stop. */
  @Test
  void unfinishedCharactersAndPossibleStopsAreHeldBack() {
    ByteTokenizer.write(folder);
    try (Tokenizer tokenizer = Tokenizer.open(folder.resolve("tokenizer.json"))) {
      Heard heard = new Heard();
      Completion completion =
          written(tokenizer, MANY_BYTES + " oaken oak. More", List.of("oak.", "rose"), heard);
      assertThat(completion.text()).isEqualTo(MANY_BYTES + " oaken ");
      assertThat(completion.finishReason()).isEqualTo(FinishReason.STOP);
      assertThat(heard.text()).isEqualTo(completion.text());
      assertThat(heard.pieces).contains("ï", "🌹", "玫", "瑰", "oak”", "oake");
      assertThat(String.join("", heard.tokens.stream().map(TokenLogProbability::text).toList()))
          .hasSize((MANY_BYTES + " oaken ").getBytes(StandardCharsets.UTF_8).length);
    }
  }

  @Test
  void whatIsLeftAtTheLastTokenIsToldAtTheEnd() {
    ByteTokenizer.write(folder);
    try (Tokenizer tokenizer = Tokenizer.open(folder.resolve("tokenizer.json"))) {
      Heard heard = new Heard();
      Completion completion = written(tokenizer, "rose and oa", List.of("oak"), heard);
      assertThat(completion.finishReason()).isEqualTo(FinishReason.LENGTH);
      assertThat(completion.text()).isEqualTo("rose and oa").isEqualTo(heard.text());
      assertThat(completion.tokens()).hasSize(11);
    }
  }

  /** Decoding all tokens at once is the slow way. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void decodingFromTheLastWholeCharacterIsDecodingTheWhole(int seed) {
    ByteTokenizer.write(folder);
    try (Tokenizer tokenizer = Tokenizer.open(folder.resolve("tokenizer.json"))) {
      RandomGenerator random = new Seed(seed).generator();
      // Half the bytes are of texts with long characters, half are noise that makes none.
      byte[] bytes = new byte[400];
      random.nextBytes(bytes);
      byte[] text = MANY_BYTES.getBytes(StandardCharsets.UTF_8);
      for (int begin = 0; begin + text.length < bytes.length; begin += 100) {
        System.arraycopy(text, 0, bytes, begin, text.length);
      }
      for (int length = 1; length <= bytes.length; length += 13) {
        assertGrowsAsDecoded(tokenizer, tokens(Arrays.copyOf(bytes, length)), false);
        assertGrowsAsDecoded(tokenizer, tokens(Arrays.copyOf(bytes, length)), true);
      }
    }
  }

  /** Its tokenizer puts a space before a text and spells rare characters in bytes. */
  @Test
  void aPieceTokenizersTextGrowsAsItIsDecoded() {
    Path stories = PublishedModels.folder("stories260K-hf");
    try (Tokenizer tokenizer = Tokenizer.open(stories.resolve("tokenizer.json"))) {
      int[] tokens = tokenizer.encode("Once upon a time, " + MANY_BYTES + " there was. 🌹🌹 End");
      assertGrowsAsDecoded(tokenizer, tokens, true);
      assertGrowsAsDecoded(tokenizer, tokens, false);
    }
  }

  @Test
  void aListenerThatThrowsEndsTheCallWithWhatItThrew() {
    SmallModel.PARALLEL_NEOX.save(folder);
    LocalModelOptions options = LocalModelOptions.DEFAULT.withPrefixCache(false);
    try (LocalModel model = LocalModel.open(folder, options)) {
      assertThatThrownBy(
              () ->
                  model.complete(
                      sampled("Kim", 200, 1, List.of()),
                      (_, _) -> {
                        throw new IllegalStateException("heard enough");
                      }))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("heard enough");
      assertThat(model.complete(sampled("Lee", 5, 1, List.of())).usage().completionTokens())
          .isEqualTo(5);
      assertThat(model.cachedTokens()).isZero();
    }
  }

  private static void assertGrowsAsDecoded(Tokenizer tokenizer, int[] tokens, boolean begins) {
    GrowingText text = new GrowingText(tokenizer, begins);
    for (int token : tokens) {
      String before = text.text().toString();
      text.append(token);
      assertThat(text.text().toString()).startsWith(before);
    }
    text.end();
    String whole = begins ? tokenizer.decode(tokens) : tokenizer.decodeContinuation(tokens);
    assertThat(text.text().toString()).isEqualTo(whole);
  }

  /** A completion of the bytes of a text, up to where the engine would stop. */
  private static Completion written(
      Tokenizer tokenizer, String said, List<String> stops, Heard heard) {
    StopTexts stopTexts = new StopTexts(stops);
    CompletionText text = new CompletionText(tokenizer, false, stopTexts, heard::wrote);
    CompletionEnd end = new CompletionEnd(Set.of(0), stopTexts, new GrowingText(tokenizer, false));
    boolean stopped = false;
    int count = 0;
    for (int token : tokens(said.getBytes(StandardCharsets.UTF_8))) {
      text.append(new ScoredToken(token, -count, TopTokens.NONE));
      count++;
      stopped = end.test(token);
      if (stopped) {
        break;
      }
    }
    return text.end(stopped ? FinishReason.STOP : FinishReason.LENGTH, new Usage(1, 0, count));
  }

  private static int[] tokens(byte[] bytes) {
    int[] tokens = new int[bytes.length];
    for (int index = 0; index < bytes.length; index++) {
      tokens[index] = (bytes[index] & 0xff) + 1;
    }
    return tokens;
  }

  private static CompletionRequest sampled(
      String prompt, int tokens, long seed, List<String> stops) {
    return new CompletionRequest(
        Prompt.of(prompt), tokens, Sampling.atTemperature(1), stops, new Seed(seed));
  }
}
