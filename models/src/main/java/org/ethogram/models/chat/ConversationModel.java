package org.ethogram.models.chat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.models.Capability;
import org.ethogram.models.Completion;
import org.ethogram.models.CompletionListener;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.ContinuationScore;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.ModelIdentity;
import org.ethogram.models.Prompt;
import org.ethogram.models.ScoreRequest;

/**
 * A model that is asked for the continuation of a text in a conversation: an instruction, then the
 * text.
 *
 * <p>It is another subject than the model itself, and its identity says so. A conversation cannot
 * be scored.
 */
public record ConversationModel(LanguageModel model, String instruction) implements LanguageModel {
  public static final String CONTINUE =
      "Continue the text that you are given. Answer with the next word of the text and nothing"
          + " else.";

  /** The identity of a model that is asked so. */
  public static ModelIdentity identity(ModelIdentity model, String instruction) {
    String how =
        instruction.equals(CONTINUE)
            ? ", in a conversation"
            : ", in a conversation told '" + instruction + "'";
    return new ModelIdentity(
        model.name(),
        model.revision(),
        model.architecture() + how,
        model.weightsHash(),
        model.tokenizerHash(),
        model.scale());
  }

  @Override
  public ModelIdentity identity() {
    return identity(model.identity(), instruction);
  }

  @Override
  public Set<Capability> capabilities() {
    Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
    capabilities.addAll(model.capabilities());
    capabilities.remove(Capability.SCORING);
    return capabilities;
  }

  @Override
  public Completion complete(CompletionRequest request) {
    return model.complete(asked(request));
  }

  @Override
  public Completion complete(CompletionRequest request, CompletionListener listener) {
    return model.complete(asked(request), listener);
  }

  @Override
  public List<ContinuationScore> score(ScoreRequest request) {
    return model.score(request.withPrompt(conversation(request.prompt())));
  }

  @Override
  public void close() {
    model.close();
  }

  private CompletionRequest asked(CompletionRequest request) {
    return request.withPrompt(conversation(request.prompt()));
  }

  private Prompt conversation(Prompt prompt) {
    return switch (prompt) {
      case Prompt.Chat chat -> chat;
      case Prompt.Text(String text) ->
          new Prompt.Chat(
              List.of(
                  new Prompt.Message(Prompt.Role.SYSTEM, instruction),
                  new Prompt.Message(Prompt.Role.USER, text)));
      case Prompt.Tokens _ ->
          throw new EthogramException(
              ErrorCode.CAPABILITY_MISSING,
              model.identity().name(),
              "in a conversation it is asked with text, not with the numbers of tokens",
              "Give it the text, or ask it outside a conversation");
    };
  }
}
