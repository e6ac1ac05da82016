package org.ethogram.torch.engine;

import java.util.Arrays;
import java.util.Optional;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.models.Prompt;
import org.ethogram.torch.chat.ChatTemplate;
import org.ethogram.torch.tokenizer.Tokenizer;

/** Prompts and continuations as the tokens that one model reads, or the reason why it cannot. */
final class PromptTokens {
  private static final int[] NOTHING = {};

  private final String model;
  private final Tokenizer tokenizer;
  private final int[] beginning;
  private final int[] emptyText;
  private final Optional<ChatTemplate> chat;
  private final int contextLength;

  /**
   * @param model its name, for messages
   * @param emptyText what stands for an empty text: a beginning of sequence, or nothing
   * @param chat how the model writes conversations, where it does
   */
  PromptTokens(
      String model,
      Tokenizer tokenizer,
      int[] emptyText,
      Optional<ChatTemplate> chat,
      int contextLength) {
    this.model = model;
    this.tokenizer = tokenizer;
    this.beginning = tokenizer.beginning();
    this.emptyText = emptyText;
    this.chat = chat;
    this.contextLength = contextLength;
  }

  String text(Prompt prompt) {
    return switch (prompt) {
      case Prompt.Text plain -> plain.text();
      case Prompt.Chat conversation ->
          chat.orElseThrow(
                  () ->
                      new EthogramException(
                          ErrorCode.CAPABILITY_MISSING,
                          model,
                          "the model has no chat template",
                          "Give it a plain text to continue"))
              .render(conversation.messages());
      case Prompt.Tokens numbers -> tokenizer.decode(ofNumbers(numbers));
    };
  }

  /**
   * The tokens before which everything is unknown: never none. A conversation's template has
   * written the beginning of the sequence already, if it writes one.
   *
   * @param text what {@link #text} made of the prompt
   */
  int[] ofPrompt(Prompt prompt, String text) {
    return switch (prompt) {
      case Prompt.Text _ -> ofPrompt(text.isEmpty() ? emptyText : beginning, text);
      case Prompt.Chat _ -> ofPrompt(NOTHING, text);
      case Prompt.Tokens numbers -> ofNumbers(numbers);
    };
  }

  private int[] ofNumbers(Prompt.Tokens numbers) {
    int[] tokens = numbers.tokens().stream().mapToInt(Integer::intValue).toArray();
    for (int token : tokens) {
      if (token >= tokenizer.vocabularySize()) {
        throw new EthogramException(
            ErrorCode.INVALID_DATA,
            model,
            "token %d is none of the %d of its vocabulary"
                .formatted(token, tokenizer.vocabularySize()),
            "Use the tokenizer of this model");
      }
    }
    return tokens;
  }

  private int[] ofPrompt(int[] first, String text) {
    int[] tokens = tokenizer.encode(text);
    int[] prompt = Arrays.copyOf(first, first.length + tokens.length);
    System.arraycopy(tokens, 0, prompt, first.length, tokens.length);
    if (prompt.length == 0) {
      throw new EthogramException(
          ErrorCode.CAPABILITY_MISSING,
          model,
          "an empty prompt has no prediction: the tokenizer has no beginning-of-sequence token",
          "Give a prompt of at least one token");
    }
    return prompt;
  }

  /** How many tokens stand before those of the prompt itself. */
  int added(Prompt prompt) {
    return switch (prompt) {
      case Prompt.Text(String text) -> text.isEmpty() ? emptyText.length : beginning.length;
      case Prompt.Chat _, Prompt.Tokens _ -> 0;
    };
  }

  int[] ofContinuation(String prompt, String continuation) {
    int[] tokens =
        prompt.isEmpty()
            ? tokenizer.encode(continuation)
            : tokenizer.encodeContinuation(continuation);
    if (tokens.length == 0) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "continuation '" + continuation + "'",
          "the tokenizer of " + model + " makes no token of it",
          "Give a continuation with letters");
    }
    return tokens;
  }

  void requireFit(int promptLength, int continuationLength) {
    // The last token of a continuation is predicted, but nothing is predicted from it.
    if (promptLength + continuationLength - 1 > contextLength) {
      throw new EthogramException(
          ErrorCode.CONTEXT_OVERFLOW,
          model,
          "a prompt of %d tokens and a continuation of %d do not fit in its context of %d"
              .formatted(promptLength, continuationLength, contextLength),
          "Shorten the prompt or ask for fewer tokens");
    }
  }
}
