package org.ethogram.models;

import java.util.List;
import java.util.Set;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/**
 * A language model as everybody else sees it.
 *
 * <p>Calls block and may be made from any number of threads at once; gathering concurrent calls
 * into batches is the implementation's business. A result depends on the request alone, never on
 * what else is in flight. Interrupting the thread that asks ends its call with {@code INTERRUPTED}.
 * Failures are {@link org.ethogram.core.EthogramException}s: {@code CONTEXT_OVERFLOW} when a
 * request does not fit (nothing is ever truncated), {@code CAPABILITY_MISSING} when the model
 * cannot do what is asked.
 */
public interface LanguageModel extends AutoCloseable {
  ModelIdentity identity();

  Set<Capability> capabilities();

  Completion complete(CompletionRequest request);

  /**
   * Completes as {@link #complete(CompletionRequest)} does, and tells the listener each piece when
   * it is written; a model that cannot tells all at the end. A listener that throws ends the call
   * with what it threw.
   */
  default Completion complete(CompletionRequest request, CompletionListener listener) {
    Completion completion = complete(request);
    listener.wrote(completion.text(), completion.tokens());
    return completion;
  }

  /**
   * The log-probability of each continuation after the prompt, in the order given.
   *
   * <p>Prompt and continuation are tokenized apart and joined, so a continuation keeps its tokens
   * whatever precedes it. After an empty prompt, scoring starts after the beginning-of-sequence
   * token where the tokenizer has one.
   */
  List<ContinuationScore> score(ScoreRequest request);

  /**
   * The log-probability of each token of a prompt given those before it.
   *
   * @param prompt not empty
   * @param topLogProbabilities how many of the most probable tokens are told with each, 0 to {@link
   *     TokenLogProbability#MOST_ALTERNATIVES}
   */
  default PromptScore scorePrompt(Prompt prompt, int topLogProbabilities) {
    throw new EthogramException(
        ErrorCode.CAPABILITY_MISSING,
        identity().name(),
        "it tells no log-probabilities of a prompt",
        "Score a continuation, or ask a local model");
  }

  @Override
  void close();
}
