package org.ethogram.torch.network.qwen;

import org.ethogram.torch.network.ConfigurationFile;
import org.ethogram.torch.network.Decoder;
import org.ethogram.torch.network.DecoderConfiguration;
import org.ethogram.torch.network.DecoderSizes;
import org.ethogram.torch.network.LayerWindows;
import org.ethogram.torch.network.NetworkShape;
import org.ethogram.torch.network.Parameters;
import org.ethogram.torch.network.PreNormLayer;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sizes and choices of a dense Qwen2 network: LLaMA with biases on queries, keys and values.
 *
 * <p>Source: Yang et al. 2024, "Qwen2 Technical Report", section 2.2.1; parameter names as in
 * Hugging Face.
 */
public record Qwen2Configuration(DecoderSizes sizes, LayerWindows windows)
    implements DecoderConfiguration {
  public static final String ARCHITECTURE = "Qwen2ForCausalLM";

  public static Qwen2Configuration read(ConfigurationFile file) {
    DecoderSizes sizes = DecoderSizes.read(file, 1e-6);
    return new Qwen2Configuration(sizes, LayerWindows.read(file, sizes.layers()));
  }

  @Override
  public String architecture() {
    return ARCHITECTURE;
  }

  @Override
  public NetworkShape shape() {
    return sizes.shape();
  }

  @Override
  public ObjectNode toJson() {
    ObjectNode root = sizes.toJson(ARCHITECTURE, "qwen2");
    windows.write(root);
    return root;
  }

  @Override
  public Decoder decoder(Parameters parameters) {
    return sizes.decoder(
        parameters,
        parts ->
            new PreNormLayer(
                parts.norm("input_layernorm"),
                parts.attention(windows.of(parts.index()), true, false),
                parts.norm("post_attention_layernorm"),
                parts.perceptron(false)));
  }
}
