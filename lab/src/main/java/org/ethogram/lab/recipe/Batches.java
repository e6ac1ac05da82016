package org.ethogram.lab.recipe;

import java.util.OptionalInt;

/**
 * What a step reads.
 *
 * @param tokens most of a micro-batch, padding included
 * @param accumulation micro-batches whose gradients make one step
 * @param processes that share the micro-batches of a step; divides {@code accumulation}
 * @param context most tokens of a sequence; empty is what the model holds
 * @param packing whether sequences lie one behind the other in one row, without padding
 * @param gradientCheckpointing whether the backward pass computes each layer again instead of
 *     keeping what the forward pass saw in it
 */
public record Batches(
    int tokens,
    int accumulation,
    int processes,
    OptionalInt context,
    boolean packing,
    boolean gradientCheckpointing) {
  /** Most tokens of a step, padding included. */
  public long stepTokens() {
    return (long) tokens * accumulation;
  }

  void describe(Settings settings) {
    settings.put("batch.tokens", tokens);
    settings.put("batch.accumulation", accumulation);
    settings.put("processes", processes);
    context.ifPresent(length -> settings.put("batch.context", length));
    settings.put("batch.packing", packing);
    settings.put("batch.gradient-checkpointing", gradientCheckpointing);
  }
}
