package org.ethogram.models.openai;

import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.completions.CompletionChoice;
import com.openai.models.completions.CompletionUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ethogram.models.Completion;
import org.ethogram.models.Completion.FinishReason;
import org.ethogram.models.TokenLogProbability;
import org.ethogram.models.Usage;

/** Answers of the interface as completions. */
final class Answers {
  private Answers() {}

  /**
   * @param alternatives how many of the most probable tokens are told with each token
   */
  static Completion of(com.openai.models.completions.Completion answer, int alternatives) {
    CompletionChoice choice = answer.choices().getFirst();
    return new Completion(
        choice.text(),
        reason(choice.finishReason().asString()),
        choice.logprobs().map(found -> tokens(found, alternatives)).orElse(List.of()),
        usage(answer.usage()));
  }

  /**
   * @param alternatives how many of the most probable tokens are told with each token
   */
  static Completion of(ChatCompletion answer, int alternatives) {
    ChatCompletion.Choice choice = answer.choices().getFirst();
    return new Completion(
        choice.message().content().or(() -> choice.message().refusal()).orElse(""),
        choice.message().refusal().isPresent()
            ? FinishReason.REFUSED
            : reason(choice.finishReason().asString()),
        choice.logprobs().map(found -> tokens(found, alternatives)).orElse(List.of()),
        usage(answer.usage()));
  }

  private static List<TokenLogProbability> tokens(
      ChatCompletion.Choice.Logprobs found, int alternatives) {
    return found.content().orElse(List.of()).stream()
        .map(
            token ->
                new TokenLogProbability(
                    token.token(),
                    Math.min(0, token.logprob()),
                    Alternatives.of(token, alternatives)))
        .toList();
  }

  private static List<TokenLogProbability> tokens(
      CompletionChoice.Logprobs found, int alternatives) {
    List<String> texts = found.tokens().orElse(List.of());
    List<Double> values = found.tokenLogprobs().orElse(List.of());
    List<CompletionChoice.Logprobs.TopLogprob> others =
        alternatives == 0 ? List.of() : found.topLogprobs().orElse(List.of());
    List<TokenLogProbability> tokens = new ArrayList<>();
    for (int i = 0; i < Math.min(texts.size(), values.size()); i++) {
      tokens.add(
          new TokenLogProbability(
              texts.get(i),
              Math.min(0, values.get(i)),
              i < others.size() ? Alternatives.of(others.get(i), alternatives) : List.of()));
    }
    return tokens;
  }

  private static FinishReason reason(String said) {
    return switch (said) {
      case "length" -> FinishReason.LENGTH;
      case "content_filter" -> FinishReason.REFUSED;
      default -> FinishReason.STOP;
    };
  }

  private static Usage usage(Optional<CompletionUsage> said) {
    return said.map(
            usage ->
                new Usage(
                    Math.toIntExact(usage.promptTokens()),
                    usage
                        .promptTokensDetails()
                        .flatMap(CompletionUsage.PromptTokensDetails::cachedTokens)
                        .map(Math::toIntExact)
                        .orElse(0),
                    Math.toIntExact(usage.completionTokens())))
        .orElse(new Usage(0, 0, 0));
  }
}
