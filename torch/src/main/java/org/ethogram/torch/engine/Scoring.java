package org.ethogram.torch.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ethogram.models.ContinuationScore;
import org.ethogram.models.Prompt;
import org.ethogram.models.PromptScore;
import org.ethogram.models.ScoreRequest;
import org.ethogram.models.TokenLogProbability;
import org.ethogram.models.Usage;
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
      work = new ScoreWork(adapter, prompt, continuations, request.topLogProbabilities());
      engine.submit(work);
    }
    List<List<ScoredToken>> scores = engine.await(work);
    List<ContinuationScore> results = new ArrayList<>();
    for (int index = 0; index < scores.size(); index++) {
      results.add(
          new ContinuationScore(request.continuations().get(index), named(scores.get(index))));
    }
    return results;
  }

  /** A prompt's tokens as a continuation of the first of them. */
  PromptScore scorePrompt(Prompt prompt, int alternatives, Optional<Adapter> adapter) {
    String text = reader.text(prompt);
    int[] tokens = reader.ofPrompt(prompt, text);
    int first = reader.added(prompt);
    reader.requireFit(first, tokens.length - first);
    Usage usage = new Usage(tokens.length, 0, 0);
    if (first >= tokens.length) {
      return new PromptScore("", "", List.of(), usage);
    }
    String whole = prompt instanceof Prompt.Tokens ? tokenizer.decodeWithNames(tokens) : text;
    return new PromptScore(
        whole,
        tokenizer.decodeWithNames(new int[] {tokens[first]}),
        first + 1 == tokens.length ? List.of() : following(tokens, first, alternatives, adapter),
        usage);
  }

  private List<TokenLogProbability> following(
      int[] tokens, int first, int alternatives, Optional<Adapter> adapter) {
    ScoreWork work;
    try (var _ = engine.approach()) {
      work =
          new ScoreWork(
              adapter,
              Arrays.copyOf(tokens, first + 1),
              List.of(Arrays.copyOfRange(tokens, first + 1, tokens.length)),
              alternatives);
      engine.submit(work);
    }
    return named(engine.await(work).getFirst());
  }

  private List<TokenLogProbability> named(List<ScoredToken> tokens) {
    return tokens.stream().map(token -> token.named(tokenizer)).toList();
  }
}
