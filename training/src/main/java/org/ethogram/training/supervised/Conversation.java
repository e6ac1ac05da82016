package org.ethogram.training.supervised;

import java.util.List;
import org.ethogram.models.Prompt.Message;
import org.ethogram.models.Prompt.Role;

/**
 * A conversation that shows how the assistant is to speak.
 *
 * @param messages the last of them the assistant's
 */
public record Conversation(List<Message> messages) {
  public Conversation {
    messages = List.copyOf(messages);
    if (messages.isEmpty() || messages.getLast().role() != Role.ASSISTANT) {
      throw new IllegalArgumentException("the last turn of a conversation is not the assistant's");
    }
  }
}
