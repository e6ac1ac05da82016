package org.ethogram.torch.network.qwen;

import org.ethogram.torch.network.ConfigurationFile;
import org.ethogram.torch.network.Decoder;
import org.ethogram.torch.network.DecoderConfiguration;
import org.ethogram.torch.network.DecoderSizes;
import org.ethogram.torch.network.LayerParts;
import org.ethogram.torch.network.LayerWindows;
import org.ethogram.torch.network.NetworkShape;
import org.ethogram.torch.network.Parameters;
import org.ethogram.torch.network.PreNormLayer;
import org.ethogram.torch.network.RotaryAttention;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sizes and choices of a dense Qwen3 network: LLaMA with normalised queries and keys.
 *
 * <p>Source: Yang et al. 2025, "Qwen3 Technical Report", section 2; parameter names as in Hugging
 * Face.
 *
 * @param attentionBias whether the projections of attention have biases
 */
public record Qwen3Configuration(DecoderSizes sizes, LayerWindows windows, boolean attentionBias)
    implements DecoderConfiguration {
  public static final String ARCHITECTURE = "Qwen3ForCausalLM";

  public static Qwen3Configuration read(ConfigurationFile file) {
    DecoderSizes sizes = DecoderSizes.read(file, 1e-6);
    return new Qwen3Configuration(
        sizes, LayerWindows.read(file, sizes.layers()), file.flag("attention_bias", false));
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
    ObjectNode root = sizes.toJson(ARCHITECTURE, "qwen3");
    windows.write(root);
    return root.put("attention_bias", attentionBias);
  }

  @Override
  public Decoder decoder(Parameters parameters) {
    return sizes.decoder(
        parameters,
        parts ->
            new PreNormLayer(
                parts.norm("input_layernorm"),
                attention(parts),
                parts.norm("post_attention_layernorm"),
                parts.perceptron(false)));
  }

  /** Each head's queries and keys are normalised apart. */
  private RotaryAttention attention(LayerParts parts) {
    return parts
        .attention(windows.of(parts.index()), attentionBias, attentionBias)
        .normalised(
            parts.norm("self_attn.q_norm", sizes.headSize()),
            parts.norm("self_attn.k_norm", sizes.headSize()));
  }
}
