package org.ethogram.torch.tokenizer;

import tools.jackson.databind.JsonNode;

/**
 * Whether a tokenizer may read a text piece by piece, cut before each single space that stands
 * between two other characters, and give exactly the tokens of the whole.
 *
 * <p>So it is for GPT-2's pre-tokenizer: its pattern attaches a space to the word that follows, no
 * alternative of the pattern reaches over such a space, and nothing looks back. NFC composes no
 * character with a space.
 */
final class SpaceSplit {
  private SpaceSplit() {}

  static boolean isExact(JsonNode definition) {
    JsonNode preTokenizer = definition.path("pre_tokenizer");
    JsonNode model = definition.path("model");
    return isAbsentOr(definition.path("normalizer"), "NFC")
        && preTokenizer.path("type").asString("").equals("ByteLevel")
        && !preTokenizer.path("add_prefix_space").asBoolean(true)
        && preTokenizer.path("use_regex").asBoolean(true)
        && model.path("type").asString("").equals("BPE")
        && model.path("dropout").asDouble(0) == 0
        && addedTokensRespectSpaces(definition.path("added_tokens"));
  }

  private static boolean isAbsentOr(JsonNode part, String type) {
    return part.isMissingNode() || part.isNull() || part.path("type").asString("").equals(type);
  }

  /** Added tokens are cut out first; none may hold such a space or swallow one beside it. */
  private static boolean addedTokensRespectSpaces(JsonNode addedTokens) {
    for (JsonNode token : addedTokens) {
      String content = token.path("content").asString("");
      boolean plain =
          !token.path("lstrip").asBoolean(false)
              && !token.path("rstrip").asBoolean(false)
              && !token.path("single_word").asBoolean(false);
      if (!plain || (content.contains(" ") && !content.isBlank())) {
        return false;
      }
    }
    return true;
  }
}
