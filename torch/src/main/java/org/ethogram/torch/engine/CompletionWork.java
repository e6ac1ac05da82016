package org.ethogram.torch.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.ethogram.torch.adapters.Adapter;

/** Tokens written after a prompt, one a round. */
final class CompletionWork extends Work<CompletionWork.Ending> {
  private final TokenSampler sampler;
  private final int maximumTokens;
  private final int alternatives;
  private final IntPredicate end;
  private final WrittenTokens written;
  private final int promptLength;
  private TokenSequence sequence;
  private NextToken next;
  private int cachedTokens = -1;

  /** Hears every token on the engine's thread. */
  @FunctionalInterface
  interface WrittenTokens {
    void wrote(ScoredToken token);
  }

  /**
   * @param cachedTokens tokens of the prompt that had been computed before
   * @param stopped whether the stop condition held, rather than the number of tokens being reached
   */
  record Ending(int cachedTokens, boolean stopped) {}

  /**
   * @param prompt at least one token
   * @param alternatives how many of the most probable tokens are told with each
   * @param end asked with each token that is written, whether it is the last
   */
  CompletionWork(
      Optional<Adapter> adapter,
      int[] prompt,
      TokenSampler sampler,
      int maximumTokens,
      int alternatives,
      IntPredicate end,
      WrittenTokens written) {
    super(adapter);
    this.sequence = TokenSequence.of(prompt);
    this.promptLength = prompt.length;
    this.sampler = sampler;
    this.maximumTokens = maximumTokens;
    this.alternatives = alternatives;
    this.end = end;
    this.written = written;
    this.next = new NextToken(promptLength - 1, sampler, alternatives);
  }

  @Override
  TokenSequence sequence() {
    return sequence;
  }

  @Override
  List<Query> queries(PrefixTree tree) {
    if (cachedTokens < 0) {
      cachedTokens = tree.computed(sequence);
    }
    next = new NextToken(sequence.length() - 1, sampler, alternatives);
    return List.of(new Query(tree, sequence, List.of(next)));
  }

  @Override
  void advance() {
    ScoredToken drawn = next.drawn();
    written.wrote(drawn);
    sequence = sequence.with(drawn.token());
    boolean stopped = end.test(drawn.token());
    if (stopped || sequence.length() - promptLength == maximumTokens) {
      finish(new Ending(cachedTokens, stopped));
    }
  }
}
