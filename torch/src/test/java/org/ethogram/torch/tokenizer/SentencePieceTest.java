package org.ethogram.torch.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.PublishedModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Models and expected tokens are SentencePiece's own; src/test/python/sentencepiece_models.py made
 * them.
 */
class SentencePieceTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"bpe", "unigram", "plain"})
  void textsHaveTheTokensThatSentencePieceGivesThem(String name) throws IOException {
    requireEqual(copied(name), name);
  }

  @Test
  void aPublishedModelWithItsOwnNormalisationHasTheTokensOfSentencePiece() throws IOException {
    requireEqual(PublishedModels.folder("torchtune-tokenizers").resolve("m.model"), "published");
  }

  @Test
  void aTextBeginsAsTheConfigurationSays() throws IOException {
    Path file = copied("bpe");
    try (Tokenizer tokenizer = Tokenizer.open(file)) {
      assertThat(tokenizer.beginning()).containsExactly(1);
      assertThat(tokenizer.vocabularySize()).isEqualTo(360);
    }
    Files.writeString(folder.resolve("tokenizer_config.json"), "{\"add_bos_token\": false}");
    try (Tokenizer tokenizer = Tokenizer.open(file)) {
      assertThat(tokenizer.beginning()).isEmpty();
    }
  }

  @Test
  void aContinuationKeepsItsLeadingSpaceAndHasNoneOfItsOwn() throws IOException {
    try (Tokenizer tokenizer = Tokenizer.open(copied("bpe"))) {
      int[] spaced = tokenizer.encodeContinuation(" oak");
      assertThat(spaced).isEqualTo(tokenizer.encode("oak"));
      assertThat(tokenizer.encodeContinuation("oak")).isNotEqualTo(spaced);
      assertThat(tokenizer.decodeContinuation(spaced)).isEqualTo(" oak");
    }
  }

  @Test
  void aDamagedFileIsOneClearError() throws IOException {
    byte[] whole = Files.readAllBytes(copied("bpe"));
    Path file = folder.resolve("tokenizer.model");
    for (int length : new int[] {0, 1, 7, 100, whole.length / 2, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Tokenizer.open(file).close())
          .isInstanceOfSatisfying(
              EthogramException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.INVALID_MODEL);
                assertThat(e.place()).isEqualTo(file.toString());
              });
    }
  }

  private static void requireEqual(Path file, String name) throws IOException {
    JsonNode expected;
    try (InputStream stream = SentencePieceTest.class.getResourceAsStream(name + ".json")) {
      expected = JsonMapper.shared().readTree(stream);
    }
    SoftAssertions softly = new SoftAssertions();
    try (Tokenizer tokenizer = Tokenizer.open(file)) {
      for (JsonNode one : expected.path("cases")) {
        int[] tokens =
            StreamSupport.stream(one.path("tokens").spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
        String text = one.path("text").asString();
        softly.assertThat(tokenizer.encode(text)).as(text).isEqualTo(tokens);
        // SentencePiece writes a sign for what it does not know, and takes its own for a space.
        if (!one.path("decoded").asString().contains("\u2047") && !text.contains("\u2581")) {
          softly.assertThat(tokenizer.decode(tokens)).isEqualTo(one.path("decoded").asString());
        }
      }
    }
    softly.assertAll();
  }

  private Path copied(String name) throws IOException {
    Path file = folder.resolve("tokenizer.model");
    try (InputStream model =
        Objects.requireNonNull(SentencePieceTest.class.getResourceAsStream(name + ".model"))) {
      Files.write(file, model.readAllBytes());
    }
    return file;
  }
}
