package org.ethogram.training.supervised;

import java.util.List;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.models.Prompt.Message;
import org.ethogram.models.Prompt.Role;
import org.ethogram.torch.chat.ChatTemplate;
import org.ethogram.torch.tokenizer.Tokenizer;
import org.ethogram.training.batches.TokenSequence;

/**
 * Conversations as a model's own chat template writes them: what the assistant says is to be
 * predicted, up to the end token of each of its turns; the rest is read.
 *
 * <p>Each turn begins where the template lets a model begin when it is asked, and is tokenized
 * apart from what stands before it, as it is then.
 *
 * @param endToken after which a model stops
 */
public record ConversationReader(ChatTemplate template, Tokenizer tokenizer, int endToken) {
  /**
   * @throws EthogramException {@code CAPABILITY_MISSING} when the template writes a turn otherwise
   *     once it is over than while it is asked for
   */
  public TokenSequence sequence(Conversation conversation) {
    List<Message> messages = conversation.messages();
    WeightedTokens collected = new WeightedTokens(endToken);
    String written = "";
    for (int turn = 0; turn < messages.size(); turn++) {
      if (messages.get(turn).role() == Role.ASSISTANT) {
        String before = template.render(messages.subList(0, turn));
        String after = template.renderComplete(messages.subList(0, turn + 1));
        String asked = behind(written, before, turn);
        collected.read(
            written.isEmpty() ? tokenizer.encode(asked) : tokenizer.encodeContinuation(asked));
        collected.predict(tokenizer.encodeContinuation(behind(before, after, turn)));
        written = after;
      }
    }
    return collected.ended();
  }

  private String behind(String beginning, String whole, int turn) {
    if (!whole.startsWith(beginning)) {
      throw new EthogramException(
          ErrorCode.CAPABILITY_MISSING,
          template.place() + ", turn " + (turn + 1),
          "the chat template writes what stands before a turn otherwise once the turn is over",
          "Give each turn of the assistant as the last of a conversation of its own");
    }
    return whole.substring(beginning.length());
  }
}
