package org.ethogram.torch.network.mistral;

import org.ethogram.torch.network.Attention;
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
 * The sizes and choices of a Mistral network.
 *
 * <p>Source: Jiang et al. 2023, "Mistral 7B", section 2; parameter names as in Hugging Face.
 */
public record MistralConfiguration(DecoderSizes sizes, LayerWindows windows)
    implements DecoderConfiguration {
  public static final String ARCHITECTURE = "MistralForCausalLM";

  /** Window of the published 7B model, which holds where the file does not name one. */
  private static final int USUAL_WINDOW = 4096;

  public static MistralConfiguration read(ConfigurationFile file) {
    DecoderSizes sizes = DecoderSizes.read(file, 1e-6);
    boolean whole = file.root().path("sliding_window").isNull();
    return new MistralConfiguration(
        sizes,
        whole
            ? LayerWindows.everything(sizes.layers())
            : LayerWindows.ofAll(sizes.layers(), file.positive("sliding_window", USUAL_WINDOW)));
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
    ObjectNode root = sizes.toJson(ARCHITECTURE, "mistral");
    int window = windows.of(0);
    if (window == Attention.EVERYTHING) {
      root.putNull("sliding_window");
    } else {
      root.put("sliding_window", window);
    }
    return root;
  }

  @Override
  public Decoder decoder(Parameters parameters) {
    return sizes.decoder(
        parameters,
        parts ->
            new PreNormLayer(
                parts.norm("input_layernorm"),
                parts.attention(windows.of(parts.index()), false, false),
                parts.norm("post_attention_layernorm"),
                parts.perceptron(false)));
  }
}
