package org.ethogram.lab.recipe;

import java.nio.file.Path;

/** What a training begins with. */
public sealed interface Beginning {
  void describe(Settings settings);

  /**
   * A model that is there already.
   *
   * @param folder a Hugging Face folder
   */
  record Existing(Path folder) implements Beginning {
    @Override
    public void describe(Settings settings) {
      settings.path("model", folder);
    }
  }

  /** First weights drawn by chance, and where the tokenizer comes from. */
  record Scratch(NetworkSizes sizes, TokenizerOrigin tokenizer) implements Beginning {
    @Override
    public void describe(Settings settings) {
      sizes.describe(settings);
      tokenizer.describe(settings);
    }
  }

  /** Where the tokenizer of a model from scratch comes from. */
  sealed interface TokenizerOrigin {
    void describe(Settings settings);

    /**
     * @param file a {@code tokenizer.json}
     */
    record Given(Path file) implements TokenizerOrigin {
      @Override
      public void describe(Settings settings) {
        settings.path("tokenizer", file);
      }
    }

    /**
     * Learnt from the training data: byte-level byte pairs.
     *
     * @param vocabulary most tokens
     */
    record Learnt(int vocabulary) implements TokenizerOrigin {
      @Override
      public void describe(Settings settings) {
        settings.put("tokenizer.vocabulary", vocabulary);
      }
    }
  }
}
