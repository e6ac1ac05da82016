package org.ethogram.lab.recipe;

import java.nio.file.Path;
import java.util.Map;

/** What a training begins with. */
public sealed interface Beginning {
  void describe(Map<String, String> settings);

  /**
   * A model that is there already.
   *
   * @param folder a Hugging Face folder
   */
  record Existing(Path folder) implements Beginning {
    @Override
    public void describe(Map<String, String> settings) {
      settings.put("model", folder.toString());
    }
  }

  /** First weights drawn by chance, and where the tokenizer comes from. */
  record Scratch(NetworkSizes sizes, TokenizerOrigin tokenizer) implements Beginning {
    @Override
    public void describe(Map<String, String> settings) {
      sizes.describe(settings);
      tokenizer.describe(settings);
    }
  }

  /** Where the tokenizer of a model from scratch comes from. */
  sealed interface TokenizerOrigin {
    void describe(Map<String, String> settings);

    /**
     * @param file a {@code tokenizer.json}
     */
    record Given(Path file) implements TokenizerOrigin {
      @Override
      public void describe(Map<String, String> settings) {
        settings.put("tokenizer", file.toString());
      }
    }

    /**
     * Learnt from the training data: byte-level byte pairs.
     *
     * @param vocabulary most tokens
     */
    record Learnt(int vocabulary) implements TokenizerOrigin {
      @Override
      public void describe(Map<String, String> settings) {
        settings.put("tokenizer.vocabulary", Integer.toString(vocabulary));
      }
    }
  }
}
