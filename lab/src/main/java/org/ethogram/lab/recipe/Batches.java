package org.ethogram.lab.recipe;

import java.util.OptionalInt;

/**
 * What a step reads.
 *
 * @param tokens most of a batch, padding included
 * @param context most tokens of a sequence; empty is what the model holds
 */
public record Batches(int tokens, OptionalInt context) {
  void describe(Settings settings) {
    settings.put("batch.tokens", tokens);
    context.ifPresent(length -> settings.put("batch.context", length));
  }
}
