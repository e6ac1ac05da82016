package org.ethogram.torch.network;

/**
 * The four maps of a layer of attention whose queries, keys and values are projected apart.
 *
 * @param query from the width to all query heads
 * @param key from the width to all key heads
 * @param value from the width to all value heads
 * @param output from the query heads back to the width
 */
public record AttentionProjections(Linear query, Linear key, Linear value, Linear output) {
  /**
   * @param name of the attention, such as {@code model.layers.0.self_attn}
   * @param inputBias whether queries, keys and values have biases
   */
  public static AttentionProjections take(
      Parameters parameters,
      String name,
      NetworkShape shape,
      boolean inputBias,
      boolean outputBias) {
    long width = shape.width();
    long queries = (long) shape.heads() * shape.headSize();
    long shared = (long) shape.keyValueHeads() * shape.headSize();
    return new AttentionProjections(
        Linear.take(parameters, name + ".q_proj", queries, width, inputBias),
        Linear.take(parameters, name + ".k_proj", shared, width, inputBias),
        Linear.take(parameters, name + ".v_proj", shared, width, inputBias),
        Linear.take(parameters, name + ".o_proj", width, queries, outputBias));
  }
}
