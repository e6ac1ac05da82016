package org.ethogram.models;

import java.util.List;
import java.util.Set;

/**
 * A language model as everybody else sees it.
 *
 * <p>Calls block and may be made from any number of threads at once; gathering concurrent calls
 * into batches is the implementation's business. A result depends on the request alone, never on
 * what else is in flight. Failures are {@link org.ethogram.core.EthogramException}s: {@code
 * CONTEXT_OVERFLOW} when a request does not fit (nothing is ever truncated), {@code
 * CAPABILITY_MISSING} when the model cannot do what is asked.
 */
public interface LanguageModel extends AutoCloseable {
  ModelIdentity identity();

  Set<Capability> capabilities();

  Completion complete(CompletionRequest request);

  /**
   * The log-probability of each continuation after the prompt, in the order given.
   *
   * <p>Prompt and continuation are tokenized apart and joined, so a continuation keeps its tokens
   * whatever precedes it. After an empty prompt, scoring starts after the beginning-of-sequence
   * token where the tokenizer has one.
   */
  List<ContinuationScore> score(ScoreRequest request);

  @Override
  void close();
}
