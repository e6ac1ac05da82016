package org.ethogram.serve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.ethogram.core.Seed;
import org.ethogram.models.Completion;
import org.ethogram.models.Completion.FinishReason;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.Prompt;
import org.ethogram.models.Sampling;
import org.ethogram.models.TokenLogProbability;
import org.ethogram.models.Usage;
import org.ethogram.serve.protocol.Choice;
import org.ethogram.serve.protocol.Generation;
import org.ethogram.serve.protocol.Piece;
import org.ethogram.serve.protocol.ToldToken;

/** One of the texts that a request asks for. */
record ChoiceTask(ServedModel served, Generation asked, Prompt prompt, Seed seed) {
  /** How long a completion may be where neither the request nor the model says. */
  private static final int USUAL_TOKENS = 1024;

  /**
   * @param listener hears each piece when it is written
   */
  Choice compute(Consumer<Piece> listener) {
    List<Piece> pieces = new ArrayList<>();
    if (asked.echo()) {
      EchoedPrompt echoed = EchoedPrompt.of(model(), prompt, asked);
      pieces.add(echoed.piece());
      listener.accept(echoed.piece());
      if (asked.maximumTokens().equals(OptionalInt.of(0))) {
        int tokens = echoed.promptTokens().orElseGet(this::promptTokens);
        return new Choice(pieces, FinishReason.LENGTH, new Usage(tokens, 0, 0));
      }
    }
    CompletionRequest request =
        new CompletionRequest(
            prompt,
            maximumTokens(),
            asked.sampling(),
            asked.stops(),
            seed,
            asked.topLogProbabilities());
    Completion completion =
        asked.stream()
            ? model().complete(request, (text, tokens) -> listener.accept(piece(text, tokens)))
            : model().complete(request);
    pieces.add(piece(completion.text(), completion.tokens()));
    Piece ending = ending(completion);
    if (!ending.isEmpty()) {
      pieces.add(ending);
      listener.accept(ending);
    }
    return new Choice(pieces, completion.finishReason(), completion.usage());
  }

  private LanguageModel model() {
    return served.model();
  }

  private Piece piece(String text, List<TokenLogProbability> tokens) {
    return new Piece(text, asked.logProbabilities() ? ToldToken.of(tokens) : List.of());
  }

  /**
   * The tokens that ended the text and are no part of it, without a probability. Clients of an echo
   * count tokens: they take as many off its end as they let be written.
   */
  private Piece ending(Completion completion) {
    int untold =
        asked.echo() && asked.logProbabilities()
            ? completion.usage().completionTokens() - completion.tokens().size()
            : 0;
    return new Piece("", Collections.nCopies(Math.max(0, untold), ToldToken.unpredicted("")));
  }

  /** The last token is predicted, but nothing is predicted from it. */
  private int maximumTokens() {
    if (asked.maximumTokens().isPresent()) {
      return asked.maximumTokens().getAsInt();
    }
    return served.contextLength().isPresent()
        ? Math.max(1, served.contextLength().getAsInt() - promptTokens() + 1)
        : USUAL_TOKENS;
  }

  private int promptTokens() {
    return model()
        .complete(new CompletionRequest(prompt, 1, Sampling.GREEDY, List.of(), seed))
        .usage()
        .promptTokens();
  }
}
