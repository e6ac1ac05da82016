package org.ethogram.torch.network;

import tools.jackson.databind.node.ObjectNode;

/**
 * Long wavelengths squeezed, short ones kept: Grattafiori et al. 2024, "The Llama 3 Herd of
 * Models", as released with LLaMA 3.1.
 *
 * @param originalContext of the training, in tokens
 */
public record LlamaRotaryScaling(
    double factor, double lowFrequencyFactor, double highFrequencyFactor, double originalContext)
    implements RotaryScaling {

  static LlamaRotaryScaling read(ConfigurationFile scaling) {
    double low = scaling.atLeastOne("low_freq_factor");
    double high = scaling.atLeastOne("high_freq_factor");
    scaling.require(high > low, "high_freq_factor", "is not above low_freq_factor");
    return new LlamaRotaryScaling(
        scaling.atLeastOne("factor"),
        low,
        high,
        scaling.positive("original_max_position_embeddings"));
  }

  @Override
  public double[] frequencies(int rotated, double base) {
    double[] frequencies = RotaryScaling.unscaled(rotated, base);
    for (int pair = 0; pair < frequencies.length; pair++) {
      double turns = originalContext * frequencies[pair] / (2 * Math.PI);
      double kept =
          Math.clamp(
              (turns - lowFrequencyFactor) / (highFrequencyFactor - lowFrequencyFactor), 0, 1);
      frequencies[pair] *= kept + (1 - kept) / factor;
    }
    return frequencies;
  }

  @Override
  public void write(ObjectNode root) {
    root.putObject("rope_scaling")
        .put("rope_type", "llama3")
        .put("factor", factor)
        .put("low_freq_factor", lowFrequencyFactor)
        .put("high_freq_factor", highFrequencyFactor)
        .put("original_max_position_embeddings", (long) originalContext);
  }
}
