package org.ethogram.torch.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.models.Capability;
import org.ethogram.models.Completion;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.ContinuationScore;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.ModelIdentity;
import org.ethogram.models.ScoreRequest;
import org.ethogram.models.TokenLogProbability;
import org.ethogram.torch.adapters.Adapter;
import org.ethogram.torch.folder.ModelFolder;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.tokenizer.Tokenizer;
import tools.jackson.databind.JsonNode;

/**
 * A language model from a Hugging Face folder, on this machine.
 *
 * <p>Calls from any number of threads are gathered into batches, and prefixes that calls share are
 * computed once. Closing it ends calls in flight with {@code INTERRUPTED}.
 */
public final class LocalModel implements LanguageModel {
  private final ModelFolder folder;
  private final ModelIdentity identity;
  private final Tokenizer tokenizer;
  private final AdaptedModels adapted;
  private final Engine engine;
  private final int contextLength;
  private final PromptTokens reader;
  private final Set<Integer> endTokens;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ReadWriteLock use = new ReentrantReadWriteLock();

  private LocalModel(
      ModelFolder folder,
      Tokenizer tokenizer,
      LocalModelOptions options,
      SequencedMap<String, Path> adapters) {
    CausalNetwork network = folder.network();
    this.folder = folder;
    this.tokenizer = tokenizer;
    this.identity = folder.identity();
    this.contextLength = network.shape().contextLength();
    this.reader =
        new PromptTokens(identity.name(), tokenizer, beginning(tokenizer, folder), contextLength);
    this.endTokens = tokens(folder.configuration().root().path("eos_token_id"));
    requireVocabulary(network.shape().vocabulary());
    this.adapted = AdaptedModels.open(this, network, adapters);
    this.engine = new Engine(identity.name(), network, options);
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
    return Set.of(Capability.SCORING, Capability.TOKEN_LOG_PROBABILITIES);
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
    return whileOpen(() -> scoreNow(request, adapter));
  }

  @Override
  public Completion complete(CompletionRequest request) {
    return complete(request, Optional.empty());
  }

  Completion complete(CompletionRequest request, Optional<Adapter> adapter) {
    return whileOpen(() -> completeNow(request, adapter));
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

  private List<ContinuationScore> scoreNow(ScoreRequest request, Optional<Adapter> adapter) {
    ScoreWork work;
    List<int[]> continuations = new ArrayList<>();
    engine.announce();
    try {
      String text = reader.text(request.prompt());
      int[] prompt = reader.ofPrompt(text);
      for (String continuation : request.continuations()) {
        int[] tokens = reader.ofContinuation(text, continuation);
        reader.requireFit(prompt.length, tokens.length);
        continuations.add(tokens);
      }
      work = new ScoreWork(adapter, prompt, continuations);
      engine.submit(work);
    } finally {
      engine.arrive();
    }
    double[][] scores = await(work);
    List<ContinuationScore> results = new ArrayList<>();
    for (int index = 0; index < scores.length; index++) {
      List<TokenLogProbability> tokens = new ArrayList<>();
      for (int token = 0; token < scores[index].length; token++) {
        tokens.add(
            new TokenLogProbability(
                tokenizer.tokenText(continuations.get(index)[token]), scores[index][token]));
      }
      results.add(new ContinuationScore(request.continuations().get(index), tokens));
    }
    return results;
  }

  private Completion completeNow(CompletionRequest request, Optional<Adapter> adapter) {
    CompletionWork work;
    CompletionText completionText;
    int[] prompt;
    engine.announce();
    try {
      String text = reader.text(request.prompt());
      prompt = reader.ofPrompt(text);
      reader.requireFit(prompt.length, request.maximumTokens());
      completionText = new CompletionText(tokenizer, text.isEmpty(), request.stops(), endTokens);
      work =
          new CompletionWork(
              adapter,
              prompt,
              new TokenSampler(request.sampling(), request.seed()),
              request.maximumTokens(),
              completionText::isEnd);
      engine.submit(work);
    } finally {
      engine.arrive();
    }
    return completionText.completion(await(work), prompt.length);
  }

  /** Tokens whose keys and values are kept for later calls. */
  int cachedTokens() {
    return engine.cachedTokens();
  }

  private <T> T await(Work<T> work) {
    try {
      return work.answer().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EthogramException(
          ErrorCode.INTERRUPTED, identity.name(), "interrupted while it was asked", "Run again", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof EthogramException failure) {
        throw new EthogramException(
            failure.code(), identity.name(), failure.problem(), failure.remedy(), failure);
      }
      throw new EthogramException(
          ErrorCode.WORK_FAILED,
          identity.name(),
          "the computation failed (" + e.getCause() + ")",
          "Check the free memory, and report this if it stays",
          e.getCause());
    }
  }

  private void requireVocabulary(int vocabulary) {
    if (tokenizer.vocabularySize() > vocabulary) {
      throw new EthogramException(
          ErrorCode.INVALID_MODEL,
          folder.tokenizerFile().toString(),
          "it has %d tokens, but the network's embedding has %d rows"
              .formatted(tokenizer.vocabularySize(), vocabulary),
          "Use the tokenizer that belongs to the model");
    }
  }

  private static int[] beginning(Tokenizer tokenizer, ModelFolder folder) {
    int[] added = tokenizer.beginning();
    if (added.length > 0) {
      return added;
    }
    JsonNode token = folder.configuration().root().path("bos_token_id");
    OptionalInt known = tokens(token).stream().mapToInt(Integer::intValue).findFirst();
    return known.stream().toArray();
  }

  /** A token's number or a list of them; nothing where it is absent. */
  private static Set<Integer> tokens(JsonNode value) {
    Set<Integer> tokens = new HashSet<>();
    if (value.isIntegralNumber()) {
      tokens.add(value.asInt());
    }
    for (JsonNode one : value) {
      tokens.add(one.asInt(-1));
    }
    return tokens;
  }
}
