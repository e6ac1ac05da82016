package org.ethogram.torch.engine;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
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
import org.ethogram.models.PromptScore;
import org.ethogram.models.ScoreRequest;
import org.ethogram.torch.adapters.Adapter;
import org.ethogram.torch.chat.ChatTemplate;
import org.ethogram.torch.folder.ModelFolder;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.tokenizer.Tokenizer;

/**
 * A language model from a Hugging Face folder, on this machine.
 *
 * <p>Calls from any number of threads are gathered into batches, and prefixes that calls share are
 * computed once. Closing it ends calls in flight with {@code INTERRUPTED}.
 */
public final class LocalModel implements LanguageModel {
  private final ModelFolder folder;
  private final Optional<ChatTemplate> chat;
  private final ModelIdentity identity;
  private final int contextLength;
  private final Tokenizer tokenizer;
  private final AdaptedModels adapted;
  private final Engine engine;
  private final Scoring scoring;
  private final Completing completing;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ReadWriteLock use = new ReentrantReadWriteLock();

  private LocalModel(
      ModelFolder folder,
      Tokenizer tokenizer,
      LocalModelOptions options,
      SequencedMap<String, Path> adapters) {
    CausalNetwork network = folder.network();
    SpecialTokens.requireKnown(tokenizer, folder, network.shape().vocabulary());
    this.folder = folder;
    this.chat = ChatTemplate.of(folder.folder());
    this.identity = identity(folder, chat);
    this.contextLength = network.shape().contextLength();
    this.tokenizer = tokenizer;
    this.adapted = AdaptedModels.open(this, network, adapters);
    this.engine = new Engine(identity.name(), network, options);
    PromptTokens reader =
        new PromptTokens(
            identity.name(),
            tokenizer,
            SpecialTokens.ofEmptyText(tokenizer, folder),
            chat,
            contextLength);
    this.scoring = new Scoring(engine, tokenizer, reader);
    this.completing = new Completing(engine, tokenizer, reader, SpecialTokens.endingText(folder));
  }

  /**
   * @throws EthogramException {@code INVALID_MODEL} when the folder is damaged or does not fit
   *     together, naming the file and the tensor
   */
  public static LocalModel open(Path path, LocalModelOptions options) {
    return open(path, options, new LinkedHashMap<>());
  }

  /**
   * Opens a model with adapters for it, all of which answer at the same time.
   *
   * @param adapters their folders by the names under which {@link #adapted} finds them
   * @throws EthogramException {@code INVALID_MODEL} when the folder is damaged or an adapter does
   *     not fit it, naming the file and the tensor or field
   */
  public static LocalModel open(
      Path path, LocalModelOptions options, SequencedMap<String, Path> adapters) {
    ModelFolder folder = ModelFolder.open(path, options.placement());
    try {
      Tokenizer tokenizer = Tokenizer.open(folder.tokenizerFile());
      try {
        return new LocalModel(folder, tokenizer, options, adapters);
      } catch (RuntimeException e) {
        tokenizer.close();
        throw e;
      }
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  public static LocalModel open(Path path) {
    return open(path, LocalModelOptions.DEFAULT);
  }

  @Override
  public ModelIdentity identity() {
    return identity;
  }

  @Override
  public Set<Capability> capabilities() {
    boolean talks = chat.isPresent() && chat.get().problem().isEmpty();
    return talks
        ? Set.of(Capability.SCORING, Capability.TOKEN_LOG_PROBABILITIES, Capability.CHAT)
        : Set.of(Capability.SCORING, Capability.TOKEN_LOG_PROBABILITIES);
  }

  /**
   * This model with one of its adapters on. It answers beside the base and the other adapters, and
   * is closed with this model.
   *
   * @throws EthogramException {@code CONFIGURATION} when there is no adapter of that name
   */
  public LanguageModel adapted(String name) {
    return adapted.named(name);
  }

  /** Most tokens of a prompt and its continuation. */
  public int contextLength() {
    return contextLength;
  }

  @Override
  public List<ContinuationScore> score(ScoreRequest request) {
    return score(request, Optional.empty());
  }

  List<ContinuationScore> score(ScoreRequest request, Optional<Adapter> adapter) {
    return whileOpen(() -> scoring.score(request, adapter));
  }

  @Override
  public PromptScore scorePrompt(Prompt prompt, int topLogProbabilities) {
    return scorePrompt(prompt, topLogProbabilities, Optional.empty());
  }

  PromptScore scorePrompt(Prompt prompt, int topLogProbabilities, Optional<Adapter> adapter) {
    return whileOpen(() -> scoring.scorePrompt(prompt, topLogProbabilities, adapter));
  }

  @Override
  public Completion complete(CompletionRequest request) {
    return complete(request, Optional.empty(), Optional.empty());
  }

  @Override
  public Completion complete(CompletionRequest request, CompletionListener listener) {
    return complete(request, Optional.empty(), Optional.of(listener));
  }

  Completion complete(
      CompletionRequest request, Optional<Adapter> adapter, Optional<CompletionListener> listener) {
    return whileOpen(() -> completing.complete(request, adapter, listener));
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      engine.close();
      use.writeLock().lock();
      try {
        tokenizer.close();
        adapted.close();
        folder.close();
      } finally {
        use.writeLock().unlock();
      }
    }
  }

  /** Keeps the tokenizer's native memory alive during a call. */
  private <T> T whileOpen(Supplier<T> call) {
    use.readLock().lock();
    try {
      if (closed.get()) {
        throw new EthogramException(
            ErrorCode.INTERRUPTED, identity.name(), "it was closed", "Ask before closing it");
      }
      return call.get();
    } finally {
      use.readLock().unlock();
    }
  }

  /** With a chat template, the tokenizer's hash and the template's stand together. */
  private static ModelIdentity identity(ModelFolder folder, Optional<ChatTemplate> chat) {
    ModelIdentity plain = folder.identity();
    return chat.map(
            template ->
                new ModelIdentity(
                    plain.name(),
                    plain.revision(),
                    plain.architecture(),
                    plain.weightsHash(),
                    plain.tokenizerHash() + "+" + template.hash(),
                    plain.scale()))
        .orElse(plain);
  }

  /** Tokens whose keys and values are kept for later calls. */
  int cachedTokens() {
    return engine.cachedTokens();
  }
}
