package org.ethogram.training.language;

import java.nio.file.Path;
import org.ethogram.torch.folder.ModelFolder;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.training.tokenizer.BytePairTokenizer;

/** A network and a tokenizer trained here, as an ordinary Hugging Face folder. */
public final class HuggingFaceFolder {
  private HuggingFaceFolder() {}

  /**
   * Writes {@code config.json}, {@code model.safetensors}, {@code tokenizer.json} and {@code
   * tokenizer_config.json}.
   *
   * @param folder made where it is absent
   */
  public static void write(CausalNetwork network, BytePairTokenizer tokenizer, Path folder) {
    ModelFolder.save(folder, network);
    tokenizer.write(folder, network.shape().contextLength());
  }
}
