package org.ethogram.torch.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.torch.PublishedModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizerTest {
  private static Path neoxFile() {
    return PublishedModels.folder("gpt-neox-tokenizer").resolve("20B_tokenizer.json");
  }

  private static Path storiesFile() {
    return PublishedModels.folder("stories260K-hf").resolve("tokenizer.json");
  }

  /** Every way of standing between words that could tempt a cut in the wrong place. */
  @Test
  void readingWordByWordGivesTheTokensOfTheWholeText() throws IOException {
    List<String> pieces =
        List.of(
            " ",
            "  ",
            "\n",
            " \n",
            "\t",
            "\u00a0",
            "\u3000",
            "\u0085",
            "a",
            "Oak",
            " oak",
            "'s",
            "don't",
            "5",
            " 42",
            ",",
            " .",
            "...",
            "<|endoftext|>",
            "e\u0301",
            "\u0301",
            "\ud83d\ude42",
            "\u200b",
            "--",
            " -1",
            "\r\n",
            "        ",
            "\u1680",
            "I'll");
    try (Tokenizer tokenizer = Tokenizer.open(neoxFile());
        HuggingFaceTokenizer whole =
            HuggingFaceTokenizer.builder()
                .optTokenizerPath(neoxFile())
                .optAddSpecialTokens(false)
                .optTruncation(false)
                .build()) {
      var random = new Seed(11).generator();
      for (int round = 0; round < 3_000; round++) {
        StringBuilder text = new StringBuilder();
        for (int piece = random.nextInt(1, 12); piece > 0; piece--) {
          text.append(pieces.get(random.nextInt(pieces.size())));
        }
        int[] expected =
            Arrays.stream(whole.encode(text.toString(), false, false).getIds())
                .mapToInt(Math::toIntExact)
                .toArray();
        assertThat(tokenizer.encode(text.toString())).as("%s", text).isEqualTo(expected);
      }
    }
  }

  /** Pythia's vocabulary: METHODS.md section 6; GPT-NeoX adds no token before a text. */
  @Test
  void neoxHasNoBeginning() {
    try (Tokenizer tokenizer = Tokenizer.open(neoxFile())) {
      assertThat(tokenizer.beginning()).isEmpty();
      assertThat(tokenizer.vocabularySize()).isEqualTo(50_277);
      int[] tokens = tokenizer.encode("Hello, world\n");
      assertThat(tokenizer.decode(tokens)).isEqualTo("Hello, world\n");
      assertThat(tokenizer.tokenText(tokenizer.encodeContinuation(" world")[0]))
          .isEqualTo(" world");
    }
  }

  @Test
  void aLlamaTextBeginsWithItsTokenAndContinuationsKeepTheirSpaces() {
    try (Tokenizer tokenizer = Tokenizer.open(storiesFile())) {
      assertThat(tokenizer.beginning()).containsExactly(1);
      int[] whole = tokenizer.encode("Once upon a time, there was");
      int[] prompt = tokenizer.encode("Once upon a time,");
      int[] continuation = tokenizer.encodeContinuation(" there was");
      int[] joined = Arrays.copyOf(prompt, prompt.length + continuation.length);
      System.arraycopy(continuation, 0, joined, prompt.length, continuation.length);
      assertThat(joined).isEqualTo(whole);
      assertThat(tokenizer.decodeContinuation(continuation)).isEqualTo(" there was");
      assertThat(tokenizer.decode(whole)).isEqualTo("Once upon a time, there was");
    }
  }

  @Test
  void aDamagedTokenizerIsNamed(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("tokenizer.json");
    assertThatThrownBy(() -> Tokenizer.open(file))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining(file + ": the tokenizer is missing");
    for (String content : List.of("{", "{}", "[]", "{\"model\": {\"type\": \"none\"}}")) {
      Files.writeString(file, content);
      assertThatThrownBy(() -> Tokenizer.open(file))
          .as(content)
          .isInstanceOf(EthogramException.class)
          .hasMessageContaining(file.toString());
    }
  }
}
