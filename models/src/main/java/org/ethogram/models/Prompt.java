package org.ethogram.models;

import java.util.List;

/** What a model is given to continue. */
public sealed interface Prompt {
  /** Plain text for a base model. */
  record Text(String text) implements Prompt {}

  /** Turns of a conversation, rendered by the model's own chat template. */
  record Chat(List<Message> messages) implements Prompt {
    public Chat {
      messages = List.copyOf(messages);
    }
  }

  /** One turn. */
  record Message(Role role, String content) {}

  /** Who speaks. */
  enum Role {
    SYSTEM,
    USER,
    ASSISTANT
  }

  static Prompt of(String text) {
    return new Text(text);
  }
}
