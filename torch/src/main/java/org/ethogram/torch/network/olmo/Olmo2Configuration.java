package org.ethogram.torch.network.olmo;

import org.ethogram.torch.network.Attention;
import org.ethogram.torch.network.ConfigurationFile;
import org.ethogram.torch.network.Decoder;
import org.ethogram.torch.network.DecoderConfiguration;
import org.ethogram.torch.network.DecoderSizes;
import org.ethogram.torch.network.LayerParts;
import org.ethogram.torch.network.NetworkShape;
import org.ethogram.torch.network.Norm;
import org.ethogram.torch.network.Parameters;
import org.ethogram.torch.network.RotaryAttention;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sizes and choices of an OLMo-2 network.
 *
 * <p>Source: OLMo Team 2025, "2 OLMo 2 Furious", section 2.1; parameter names as in Hugging Face.
 *
 * @param attentionBias whether the projections of attention have biases
 */
public record Olmo2Configuration(DecoderSizes sizes, boolean attentionBias)
    implements DecoderConfiguration {
  public static final String ARCHITECTURE = "Olmo2ForCausalLM";

  public static Olmo2Configuration read(ConfigurationFile file) {
    return new Olmo2Configuration(
        DecoderSizes.read(file, 1e-5), file.flag("attention_bias", false));
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
    return sizes.toJson(ARCHITECTURE, "olmo2").put("attention_bias", attentionBias);
  }

  @Override
  public Decoder decoder(Parameters parameters) {
    return sizes.decoder(
        parameters,
        parts ->
            new Olmo2Layer(
                attention(parts),
                parts.norm("post_attention_layernorm"),
                parts.perceptron(false),
                parts.norm("post_feedforward_layernorm")));
  }

  /** Queries and keys are normalised over all heads together. */
  private RotaryAttention attention(LayerParts parts) {
    long queries = (long) sizes.heads() * sizes.headSize();
    long keys = (long) sizes.keyValueHeads() * sizes.headSize();
    return parts
        .attention(Attention.EVERYTHING, attentionBias, attentionBias)
        .normalised(
            overHeads(parts.norm("self_attn.q_norm", queries)),
            overHeads(parts.norm("self_attn.k_norm", keys)));
  }

  /** On [batch, length, heads, headSize]. */
  private static Norm overHeads(Norm norm) {
    return heads -> norm.apply(heads.flatten(2, 3)).view_as(heads);
  }
}
