package org.ethogram.torch.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ethogram.models.ContinuationScore;
import org.ethogram.models.ScoreRequest;
import org.ethogram.models.TokenLogProbability;
import org.ethogram.torch.adapters.Adapter;
import org.ethogram.torch.tokenizer.Tokenizer;

/** Scores of continuations by an engine. */
record Scoring(Engine engine, Tokenizer tokenizer, PromptTokens reader) {
  List<ContinuationScore> score(ScoreRequest request, Optional<Adapter> adapter) {
    ScoreWork work;
    List<int[]> continuations = new ArrayList<>();
    try (var _ = engine.approach()) {
      String text = reader.text(request.prompt());
      int[] prompt = reader.ofPrompt(request.prompt(), text);
      for (String continuation : request.continuations()) {
        int[] tokens = reader.ofContinuation(text, continuation);
        reader.requireFit(prompt.length, tokens.length);
        continuations.add(tokens);
      }
      work = new ScoreWork(adapter, prompt, continuations);
      engine.submit(work);
    }
    double[][] scores = engine.await(work);
    List<ContinuationScore> results = new ArrayList<>();
    for (int index = 0; index < scores.length; index++) {
      results.add(
          new ContinuationScore(
              request.continuations().get(index), named(continuations.get(index), scores[index])));
    }
    return results;
  }

  private List<TokenLogProbability> named(int[] tokens, double[] logProbabilities) {
    List<TokenLogProbability> named = new ArrayList<>();
    for (int index = 0; index < tokens.length; index++) {
      named.add(
          new TokenLogProbability(tokenizer.tokenText(tokens[index]), logProbabilities[index]));
    }
    return named;
  }
}
