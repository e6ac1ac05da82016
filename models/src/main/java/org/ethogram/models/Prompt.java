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

  /**
   * The numbers of tokens in the model's own vocabulary, read as they are: nothing is put before
   * them.
   *
   * @param tokens at least one, none negative
   */
  record Tokens(List<Integer> tokens) implements Prompt {
    public Tokens {
      tokens = List.copyOf(tokens);
      if (tokens.isEmpty() || tokens.stream().anyMatch(token -> token < 0)) {
        throw new IllegalArgumentException("a prompt needs tokens from 0 on: " + tokens);
      }
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
