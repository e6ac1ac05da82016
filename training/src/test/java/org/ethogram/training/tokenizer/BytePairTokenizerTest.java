package org.ethogram.training.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ethogram.core.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BytePairTokenizerTest {
  private static final List<String> WORDS = List.of("oak", "rose", "river", "stone", "lamp");

  @TempDir Path folder;

  @Test
  void theFirstMergesAreThoseOfTheExampleBySennrich() {
    // Sennrich et al. 2016, figure 1: low 5, lower 2, newest 6, widest 3; the first merges are
    // "e s", "es t", then "l o", "lo w" once the space that we keep before the word is merged too.
    BytePairTrainer trainer = new BytePairTrainer(257 + 4, 2);
    times(5, () -> trainer.count("low"));
    times(2, () -> trainer.count("lower"));
    times(6, () -> trainer.count("newest"));
    times(3, () -> trainer.count("widest"));
    BytePairTokenizer tokenizer = trainer.train();

    int es = 257;
    int est = 258;
    int lo = 259;
    int low = 260;
    assertThat(tokenizer.encode("es")).containsExactly(es);
    assertThat(tokenizer.encode("est")).containsExactly(est);
    assertThat(tokenizer.encode("lo")).containsExactly(lo);
    assertThat(tokenizer.encode("lowest")).containsExactly(low, est);
  }

  @Test
  void theVocabularyDoesNotDependOnTheOrderOfTheText() {
    List<String> lines = IntStream.range(0, 200).mapToObj(this::line).toList();
    int[] forward = trained(lines).encode(String.join("", lines));
    int[] backward = trained(lines.reversed()).encode(String.join("", lines));
    assertThat(forward).isEqualTo(backward);
  }

  @Test
  void frequentWordsAndDigitsWithTheirSpaceAreSingleTokens() {
    BytePairTokenizer tokenizer = trained(IntStream.range(0, 400).mapToObj(this::line).toList());
    for (String word : WORDS) {
      assertThat(tokenizer.encode(" " + word)).as(word).hasSize(1);
    }
    for (int digit = 0; digit < 10; digit++) {
      assertThat(tokenizer.encode(" " + digit)).hasSize(1);
    }
  }

  @Test
  void huggingFaceTokenizersReadTheFileAndAgree() throws IOException {
    List<String> lines = IntStream.range(0, 400).mapToObj(this::line).toList();
    BytePairTokenizer ours = trained(lines);
    ours.write(folder, 320);
    try (HuggingFaceTokenizer theirs =
        HuggingFaceTokenizer.newInstance(
            folder.resolve("tokenizer.json"), Map.of("truncation", "false"))) {
      String corpus = String.join("", lines);
      String unseen = "Zoë's café\u0301: 1234 ½ 漢字 🦉\n\n  two  spaces\tand\u00a0more it's we'll\n";
      for (String text : List.of(corpus, unseen, "", " ", "\n")) {
        long[] expected = theirs.encode(text, false, false).getIds();
        assertThat(ours.encode(text)).containsExactly(narrow(expected));
        assertThat(theirs.decode(expected, false)).isEqualTo(composed(text));
      }
      assertThat(theirs.encode("oak", true, false).getIds()[0])
          .as("documents begin with the end-of-text token")
          .isEqualTo(BytePairTokenizer.END_OF_TEXT_TOKEN);
      assertThat(theirs.encode("<|endoftext|>", false, false).getIds()).containsExactly(0);
    }
    assertThat(Files.readString(folder.resolve("tokenizer_config.json")))
        .contains("\"model_max_length\" : 320");
  }

  private BytePairTokenizer trained(List<String> lines) {
    BytePairTrainer trainer = new BytePairTrainer(400, 2);
    lines.forEach(trainer::count);
    return trainer.train();
  }

  private String line(int index) {
    RandomGenerator random = new Seed(7).derive("line", index).generator();
    String own = WORDS.get(random.nextInt(WORDS.size()));
    String other = WORDS.get(random.nextInt(WORDS.size()));
    return "Round %d: you chose %s and the other player chose %s, so you got %d points.\n"
        .formatted(1 + random.nextInt(12), own, other, random.nextInt(10));
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static int[] narrow(long[] tokens) {
    return IntStream.range(0, tokens.length).map(i -> (int) tokens[i]).toArray();
  }

  private static void times(int count, Runnable action) {
    for (int i = 0; i < count; i++) {
      action.run();
    }
  }
}
