package org.ethogram.torch.network.llama;

import org.ethogram.torch.network.Attention;
import org.ethogram.torch.network.ConfigurationFile;
import org.ethogram.torch.network.Decoder;
import org.ethogram.torch.network.DecoderConfiguration;
import org.ethogram.torch.network.DecoderSizes;
import org.ethogram.torch.network.NetworkShape;
import org.ethogram.torch.network.Parameters;
import org.ethogram.torch.network.PreNormLayer;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sizes and choices of a LLaMA network.
 *
 * <p>Source: Touvron et al. 2023, "LLaMA", section 2.2, with grouped-query attention (Ainslie et
 * al. 2023); parameter names as in Hugging Face.
 *
 * @param attentionBias whether the projections of attention have biases
 * @param perceptronBias whether those of the perceptron have
 */
public record LlamaConfiguration(DecoderSizes sizes, boolean attentionBias, boolean perceptronBias)
    implements DecoderConfiguration {
  public static final String ARCHITECTURE = "LlamaForCausalLM";

  public static LlamaConfiguration read(ConfigurationFile file) {
    return new LlamaConfiguration(
        DecoderSizes.read(file, 1e-6),
        file.flag("attention_bias", false),
        file.flag("mlp_bias", false));
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
    return sizes
        .toJson(ARCHITECTURE, "llama")
        .put("attention_bias", attentionBias)
        .put("mlp_bias", perceptronBias);
  }

  @Override
  public Decoder decoder(Parameters parameters) {
    return sizes.decoder(
        parameters,
        parts ->
            new PreNormLayer(
                parts.norm("input_layernorm"),
                parts.attention(Attention.EVERYTHING, attentionBias, attentionBias),
                parts.norm("post_attention_layernorm"),
                parts.perceptron(perceptronBias)));
  }
}
