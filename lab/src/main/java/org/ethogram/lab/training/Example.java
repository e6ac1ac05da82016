package org.ethogram.lab.training;

import java.util.stream.Collectors;
import org.ethogram.models.Prompt.Message;
import org.ethogram.training.supervised.Conversation;
import org.ethogram.training.supervised.Demonstration;

/** What is shown to a model that is to do likewise, and where it stands. */
sealed interface Example {
  /** File and line. */
  String place();

  /** What a tokenizer may learn from. */
  String text();

  /** A prompt with its completion. */
  record Pair(String place, Demonstration demonstration) implements Example {
    @Override
    public String text() {
      return demonstration.prompt() + demonstration.completion();
    }
  }

  /** A conversation, as the model's chat template writes it. */
  record Talk(String place, Conversation conversation) implements Example {
    @Override
    public String text() {
      return conversation.messages().stream()
          .map(Message::content)
          .collect(Collectors.joining("\n"));
    }
  }
}
