package org.ethogram.lab.training;

import java.util.OptionalInt;
import org.ethogram.lab.recipe.NetworkSizes;
import org.ethogram.torch.network.DecoderConfiguration;
import org.ethogram.torch.network.DecoderSizes;
import org.ethogram.torch.network.LayerWindows;
import org.ethogram.torch.network.RotaryScaling;
import org.ethogram.torch.network.gpt2.Gelu;
import org.ethogram.torch.network.gpt2.Gpt2Configuration;
import org.ethogram.torch.network.llama.LlamaConfiguration;
import org.ethogram.torch.network.mistral.MistralConfiguration;
import org.ethogram.torch.network.neox.NeoxConfiguration;
import org.ethogram.torch.network.olmo.Olmo2Configuration;
import org.ethogram.torch.network.qwen.Qwen2Configuration;
import org.ethogram.torch.network.qwen.Qwen3Configuration;

/** The network that sizes ask for, its other choices as in the architecture's published models. */
final class Architectures {
  private static final double ROTARY_BASE = 10_000;

  private Architectures() {}

  /**
   * @param vocabulary tokens
   * @param endToken that ends a text, and begins one
   */
  static DecoderConfiguration configuration(NetworkSizes sizes, int vocabulary, int endToken) {
    DecoderSizes shared = shared(sizes, vocabulary, endToken);
    LayerWindows windows = LayerWindows.everything(sizes.layers());
    return switch (sizes.architecture()) {
      case "llama" -> new LlamaConfiguration(shared, false, false);
      case "mistral" -> new MistralConfiguration(shared, windows);
      case "qwen2" -> new Qwen2Configuration(shared, windows);
      case "qwen3" -> new Qwen3Configuration(shared, windows, false);
      case "olmo2" -> new Olmo2Configuration(shared, false);
      case "gpt2" ->
          new Gpt2Configuration(
              vocabulary,
              sizes.width(),
              sizes.innerWidth(),
              sizes.layers(),
              sizes.heads(),
              sizes.context(),
              Gelu.TANH,
              1e-5,
              sizes.tiedEmbeddings(),
              OptionalInt.of(endToken));
      case "gpt-neox" ->
          new NeoxConfiguration(
              vocabulary,
              sizes.width(),
              sizes.layers(),
              sizes.heads(),
              sizes.innerWidth(),
              sizes.context(),
              sizes.rotaryFraction(),
              ROTARY_BASE,
              1e-5,
              true,
              sizes.tiedEmbeddings(),
              true,
              endToken);
      default -> throw new IllegalArgumentException("no architecture " + sizes.architecture());
    };
  }

  private static DecoderSizes shared(NetworkSizes sizes, int vocabulary, int endToken) {
    return new DecoderSizes(
        vocabulary,
        sizes.width(),
        sizes.innerWidth(),
        sizes.layers(),
        sizes.heads(),
        sizes.keyValueHeads(),
        sizes.width() / sizes.heads(),
        sizes.context(),
        ROTARY_BASE,
        RotaryScaling.none(),
        1e-5,
        sizes.tiedEmbeddings(),
        OptionalInt.of(endToken),
        OptionalInt.of(endToken));
  }
}
