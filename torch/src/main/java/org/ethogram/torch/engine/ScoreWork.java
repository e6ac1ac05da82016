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
final class ScoreWork extends Work<List<List<ScoredToken>>> {
  private final int[] prompt;
  private final TokenSequence promptTokens;
  private final List<int[]> continuations;
  private final TokenScores first;
  private final List<List<TokenScores>> following = new ArrayList<>();

  /**
   * @param prompt at least one token
   * @param continuations none empty
   * @param alternatives how many of the most probable tokens are told with each token
   */
  ScoreWork(Optional<Adapter> adapter, int[] prompt, List<int[]> continuations, int alternatives) {
    super(adapter);
    this.prompt = prompt;
    this.promptTokens = TokenSequence.of(prompt);
    this.continuations = continuations;
    this.first =
        new TokenScores(
            prompt.length - 1, alternatives, continuations.stream().mapToInt(c -> c[0]).toArray());
    for (int[] continuation : continuations) {
      List<TokenScores> readouts = new ArrayList<>();
      for (int index = 1; index < continuation.length; index++) {
        readouts.add(new TokenScores(prompt.length + index - 1, alternatives, continuation[index]));
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
    List<List<ScoredToken>> scores = new ArrayList<>();
    for (int index = 0; index < continuations.size(); index++) {
      List<ScoredToken> tokens = new ArrayList<>();
      tokens.add(first.scored(index));
      following.get(index).forEach(readout -> tokens.add(readout.scored(0)));
      scores.add(tokens);
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
