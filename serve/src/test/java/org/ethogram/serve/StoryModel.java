package org.ethogram.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.models.Capability;
import org.ethogram.models.Completion;
import org.ethogram.models.Completion.FinishReason;
import org.ethogram.models.CompletionListener;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.ContinuationScore;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.ModelIdentity;
import org.ethogram.models.ModelScale;
import org.ethogram.models.Prompt;
import org.ethogram.models.PromptScore;
import org.ethogram.models.ScoreRequest;
import org.ethogram.models.TokenLogProbability;
import org.ethogram.models.TokenLogProbability.Alternative;
import org.ethogram.models.Usage;
import org.ethogram.models.scripted.ScriptedModel;

/**
 * A model whose every probability is known: a token is a word with its space, and the next word is
 * the one of the same number after the last word's with 1/2, any of the seven others with 1/14. The
 * numbers of its tokens are those of its words.
 */
class StoryModel implements LanguageModel {
  static final int CONTEXT = 40;
  static final List<String> WORDS =
      List.of(" oak", " rose", " fern", " moss", " reed", " sage", " lily", " pine");
  static final double LIKELY = Math.log(1 / 2.0);
  static final double UNLIKELY = Math.log(1 / 14.0);

  private final String name;

  StoryModel(String name) {
    this.name = name;
  }

  ServedModel served() {
    return new ServedModel(this, OptionalInt.of(CONTEXT));
  }

  @Override
  public ModelIdentity identity() {
    return new ModelIdentity(name, "main", "story", "ab12", "", ModelScale.UNKNOWN);
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.SCORING, Capability.CHAT, Capability.TOKEN_LOG_PROBABILITIES);
  }

  @Override
  public Completion complete(CompletionRequest request) {
    return complete(request, (_, _) -> {});
  }

  @Override
  public Completion complete(CompletionRequest request, CompletionListener listener) {
    List<String> prompt = ScriptedModel.words(text(request.prompt()));
    if (prompt.size() + request.maximumTokens() - 1 > CONTEXT) {
      throw new EthogramException(
          ErrorCode.CONTEXT_OVERFLOW, name, "it does not fit", "Ask for less");
    }
    RandomGenerator random = request.seed().generator();
    String last = prompt.getLast();
    List<TokenLogProbability> tokens = new ArrayList<>();
    FinishReason reason = FinishReason.LENGTH;
    while (tokens.size() < request.maximumTokens() && reason == FinishReason.LENGTH) {
      String next =
          request.sampling().temperature() == 0 ? likely(last) : drawn(last, random.nextInt(14));
      if (request.stops().contains(next)) {
        reason = FinishReason.STOP;
      } else {
        tokens.add(token(last, next, request.topLogProbabilities()));
        listener.wrote(next, List.of(tokens.getLast()));
        last = next;
      }
    }
    return new Completion(
        tokens.stream().map(TokenLogProbability::text).collect(Collectors.joining()),
        reason,
        tokens,
        new Usage(
            prompt.size(),
            prompt.size() - 1,
            tokens.size() + (reason == FinishReason.STOP ? 1 : 0)));
  }

  @Override
  public List<ContinuationScore> score(ScoreRequest request) {
    return request.continuations().stream()
        .map(
            continuation -> {
              String last = ScriptedModel.words(text(request.prompt())).getLast();
              List<TokenLogProbability> tokens = new ArrayList<>();
              for (String word : ScriptedModel.words(continuation)) {
                tokens.add(token(last, word, request.topLogProbabilities()));
                last = word;
              }
              return new ContinuationScore(continuation, tokens);
            })
        .toList();
  }

  @Override
  public PromptScore scorePrompt(Prompt prompt, int topLogProbabilities) {
    String text = text(prompt);
    List<String> words = ScriptedModel.words(text);
    List<TokenLogProbability> following = new ArrayList<>();
    for (int word = 1; word < words.size(); word++) {
      following.add(token(words.get(word - 1), words.get(word), topLogProbabilities));
    }
    return new PromptScore(text, words.getFirst(), following, new Usage(words.size(), 0, 0));
  }

  @Override
  public void close() {}

  /** The likely word first, then the others in their order behind it. */
  private static TokenLogProbability token(String last, String next, int alternatives) {
    int likely = WORDS.indexOf(likely(last));
    return new TokenLogProbability(
        next,
        logProbability(last, next),
        IntStream.range(0, Math.min(alternatives, WORDS.size()))
            .mapToObj(rank -> WORDS.get((likely + rank) % WORDS.size()))
            .map(word -> new Alternative(word, logProbability(last, word)))
            .toList());
  }

  private static String drawn(String last, int ticket) {
    return ticket >= WORDS.size() - 1
        ? likely(last)
        : WORDS.get((WORDS.indexOf(likely(last)) + 1 + ticket) % WORDS.size());
  }

  private static String likely(String last) {
    return WORDS.get((WORDS.indexOf(last) + 1) % WORDS.size());
  }

  private static double logProbability(String last, String next) {
    return next.equals(likely(last)) ? LIKELY : UNLIKELY;
  }

  private static String text(Prompt prompt) {
    return switch (prompt) {
      case Prompt.Text(String text) -> text;
      case Prompt.Chat(List<Prompt.Message> messages) ->
          messages.stream()
              .map(message -> message.role() + ":" + message.content())
              .collect(Collectors.joining());
      case Prompt.Tokens(List<Integer> tokens) ->
          tokens.stream().map(WORDS::get).collect(Collectors.joining());
    };
  }
}
