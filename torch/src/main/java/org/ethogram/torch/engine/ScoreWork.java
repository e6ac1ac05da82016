package org.ethogram.torch.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ethogram.torch.adapters.Adapter;

/**
 * The log-probabilities of continuations of one prompt.
 *
 * <p>All first tokens are read after the prompt's last token. The tokens of a longer continuation,
 * but its last, follow in a sequence of their own that shares the prompt.
 */
final class ScoreWork extends Work<double[][]> {
  private final int[] prompt;
  private final TokenSequence promptTokens;
  private final List<int[]> continuations;
  private final TokenScores first;
  private final List<List<TokenScores>> following = new ArrayList<>();

  /**
   * @param prompt at least one token
   * @param continuations none empty
   */
  ScoreWork(Optional<Adapter> adapter, int[] prompt, List<int[]> continuations) {
    super(adapter);
    this.prompt = prompt;
    this.promptTokens = TokenSequence.of(prompt);
    this.continuations = continuations;
    this.first =
        new TokenScores(prompt.length - 1, continuations.stream().mapToInt(c -> c[0]).toArray());
    for (int[] continuation : continuations) {
      List<TokenScores> readouts = new ArrayList<>();
      for (int index = 1; index < continuation.length; index++) {
        readouts.add(new TokenScores(prompt.length + index - 1, continuation[index]));
      }
      following.add(readouts);
    }
  }

  @Override
  TokenSequence sequence() {
    return promptTokens;
  }

  @Override
  List<Query> queries(PrefixTree tree) {
    List<Query> queries = new ArrayList<>();
    queries.add(new Query(tree, promptTokens, List.of(first)));
    for (int index = 0; index < continuations.size(); index++) {
      List<TokenScores> readouts = following.get(index);
      if (!readouts.isEmpty()) {
        queries.add(new Query(tree, sequence(continuations.get(index)), readouts));
      }
    }
    return queries;
  }

  @Override
  void advance() {
    double[][] scores = new double[continuations.size()][];
    for (int index = 0; index < scores.length; index++) {
      scores[index] = new double[continuations.get(index).length];
      scores[index][0] = first.logProbability(index);
      for (int token = 1; token < scores[index].length; token++) {
        scores[index][token] = following.get(index).get(token - 1).logProbability(0);
      }
    }
    finish(scores);
  }

  /** The prompt and all tokens of the continuation but its last, which nothing follows. */
  private TokenSequence sequence(int[] continuation) {
    int[] sequence = Arrays.copyOf(prompt, prompt.length + continuation.length - 1);
    System.arraycopy(continuation, 0, sequence, prompt.length, continuation.length - 1);
    return TokenSequence.of(sequence);
  }
}
