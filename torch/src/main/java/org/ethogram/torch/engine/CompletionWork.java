package org.ethogram.torch.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ethogram.torch.adapters.Adapter;

/** Tokens written after a prompt, one a round. */
final class CompletionWork extends Work<CompletionWork.Written> {
  private final TokenSampler sampler;
  private final int maximumTokens;
  private final Predicate<int[]> stop;
  private final int promptLength;
  private final List<Double> logProbabilities = new ArrayList<>();
  private int[] sequence;
  private int cachedTokens = -1;
  private Query query;

  /**
   * @param logProbabilities of the tokens before any temperature, in nats
   * @param cachedTokens tokens of the prompt that had been computed before
   * @param stopped whether the stop condition held, rather than the number of tokens being reached
   */
  record Written(
      List<Integer> tokens, List<Double> logProbabilities, int cachedTokens, boolean stopped) {}

  /**
   * @param prompt at least one token
   * @param stop whether the tokens written so far, the newest last, are the end
   */
  CompletionWork(
      Optional<Adapter> adapter,
      int[] prompt,
      TokenSampler sampler,
      int maximumTokens,
      Predicate<int[]> stop) {
    super(adapter);
    this.sequence = prompt;
    this.promptLength = prompt.length;
    this.sampler = sampler;
    this.maximumTokens = maximumTokens;
    this.stop = stop;
    this.query = new Query(new PrefixTree(adapter), prompt, List.of());
  }

  @Override
  List<Query> queries(PrefixTree tree) {
    query = new Query(tree, sequence, List.of(Readout.ofAll(sequence.length - 1)));
    return List.of(query);
  }

  @Override
  void advance() {
    if (cachedTokens < 0) {
      cachedTokens = query.cachedTokens();
    }
    float[] distribution = query.readouts().getFirst().logProbabilities();
    int token = sampler.draw(distribution);
    logProbabilities.add((double) distribution[token]);
    sequence = Arrays.copyOf(sequence, sequence.length + 1);
    sequence[sequence.length - 1] = token;
    int[] written = Arrays.copyOfRange(sequence, promptLength, sequence.length);
    boolean stopped = stop.test(written);
    if (stopped || written.length == maximumTokens) {
      finish(
          new Written(
              Arrays.stream(written).boxed().toList(), logProbabilities, cachedTokens, stopped));
    }
  }
}
