package org.ethogram.torch.network;

import tools.jackson.databind.node.ObjectNode;

/**
 * Pairs that turn rarely are squeezed, those that turn often are kept, with a ramp between.
 *
 * <p>Source: Peng et al. 2023, "YaRN", sections 3.2 and 3.4; the ramp ends at whole pairs unless
 * {@code truncate} is false, as in Hugging Face.
 *
 * @param magnitude of the rotated coordinates: the root of the paper's 1/t, usually 0.1 ln(factor)
 *     + 1
 * @param fastTurns turns over the original context from which on a pair is kept
 * @param slowTurns turns up to which a pair is squeezed
 * @param originalContext of the training, in tokens
 */
public record YarnRotaryScaling(
    double factor,
    double magnitude,
    double fastTurns,
    double slowTurns,
    int originalContext,
    boolean truncate)
    implements RotaryScaling {

  static YarnRotaryScaling read(ConfigurationFile scaling, int contextLength) {
    double factor = scaling.atLeastOne("factor");
    for (String field : new String[] {"mscale", "mscale_all_dim"}) {
      scaling.require(
          scaling.number(field, 0) == 0, field, "is not supported: only attention_factor is");
    }
    double fast = scaling.number("beta_fast", 32);
    double slow = scaling.number("beta_slow", 1);
    scaling.require(slow > 0 && fast > slow, "beta_fast", "is not above beta_slow");
    return new YarnRotaryScaling(
        factor,
        scaling.number("attention_factor", 0.1 * Math.log(factor) + 1),
        fast,
        slow,
        scaling.positive("original_max_position_embeddings", contextLength),
        scaling.flag("truncate", true));
  }

  @Override
  public double[] frequencies(int rotated, double base) {
    double first = pairThatTurns(fastTurns, rotated, base);
    double last = pairThatTurns(slowTurns, rotated, base);
    double begin = Math.max(truncate ? Math.floor(first) : first, 0);
    double end = Math.min(truncate ? Math.ceil(last) : last, rotated - 1.0);
    double length = end == begin ? 0.001 : end - begin;
    double[] frequencies = RotaryScaling.unscaled(rotated, base);
    for (int pair = 0; pair < frequencies.length; pair++) {
      double squeezed = Math.clamp((pair - begin) / length, 0, 1);
      frequencies[pair] *= squeezed / factor + (1 - squeezed);
    }
    return frequencies;
  }

  /** The pair, as a real number, that makes so many turns over the original context. */
  private double pairThatTurns(double turns, int rotated, double base) {
    return rotated * Math.log(originalContext / (turns * 2 * Math.PI)) / (2 * Math.log(base));
  }

  @Override
  public void write(ObjectNode root) {
    root.putObject("rope_scaling")
        .put("rope_type", "yarn")
        .put("factor", factor)
        .put("attention_factor", magnitude)
        .put("beta_fast", fastTurns)
        .put("beta_slow", slowTurns)
        .put("original_max_position_embeddings", originalContext)
        .put("truncate", truncate);
  }
}
