package org.ethogram.serve.protocol;

import org.ethogram.models.Usage;
import tools.jackson.databind.node.ObjectNode;

/** What an answer cost. */
final class UsageFields {
  private UsageFields() {}

  static void put(ObjectNode answer, Usage usage) {
    ObjectNode node = answer.putObject("usage");
    node.put("prompt_tokens", usage.promptTokens());
    node.put("completion_tokens", usage.completionTokens());
    node.put("total_tokens", (long) usage.promptTokens() + usage.completionTokens());
    node.putObject("prompt_tokens_details").put("cached_tokens", usage.cachedTokens());
  }
}
