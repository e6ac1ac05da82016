package org.ethogram.torch.engine;

import java.util.HashSet;
import java.util.Set;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.folder.ModelFolder;
import org.ethogram.torch.tokenizer.Tokenizer;
import tools.jackson.databind.JsonNode;

/** The tokens that a folder's configuration gives a meaning. */
final class SpecialTokens {
  private SpecialTokens() {}

  /** What stands for an empty text: a beginning of sequence, or nothing. */
  static int[] ofEmptyText(Tokenizer tokenizer, ModelFolder folder) {
    int[] beginning = tokenizer.beginning();
    return beginning.length > 0
        ? beginning
        : numbers(folder.configuration().root().path("bos_token_id")).stream()
            .limit(1)
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /** Those that end a text: chat models often name further ones for generation. */
  static Set<Integer> endingText(ModelFolder folder) {
    Set<Integer> ends = numbers(folder.configuration().root().path("eos_token_id"));
    ends.addAll(numbers(folder.generation().path("eos_token_id")));
    return ends;
  }

  /**
   * @param vocabulary rows of the network's embedding
   * @throws EthogramException {@code INVALID_MODEL} when the tokenizer knows more tokens than the
   *     network
   */
  static void requireKnown(Tokenizer tokenizer, ModelFolder folder, int vocabulary) {
    if (tokenizer.vocabularySize() > vocabulary) {
      throw new EthogramException(
          ErrorCode.INVALID_MODEL,
          folder.tokenizerFile().toString(),
          "it has %d tokens, but the network's embedding has %d rows"
              .formatted(tokenizer.vocabularySize(), vocabulary),
          "Use the tokenizer that belongs to the model");
    }
  }

  /** A token's number or a list of them; nothing where it is absent. */
  private static Set<Integer> numbers(JsonNode value) {
    Set<Integer> numbers = new HashSet<>();
    if (value.isIntegralNumber()) {
      numbers.add(value.asInt());
    }
    for (JsonNode one : value) {
      numbers.add(one.asInt(-1));
    }
    return numbers;
  }
}
