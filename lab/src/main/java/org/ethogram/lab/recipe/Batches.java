package org.ethogram.lab.recipe;

import java.util.Map;
import java.util.OptionalInt;

/**
 * What a step reads.
 *
 * @param tokens most of a batch, padding included
 * @param context most tokens of a sequence; empty is what the model holds
 */
public record Batches(int tokens, OptionalInt context) {
  void describe(Map<String, String> settings) {
    settings.put("batch.tokens", Integer.toString(tokens));
    context.ifPresent(length -> settings.put("batch.context", Integer.toString(length)));
  }
}
