package org.ethogram.cli.models;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.ethogram.cli.hub.HubOptions;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.cache.ResponseCache;
import org.ethogram.models.human.HumanModel;
import org.ethogram.models.reference.ModelReference;
import org.ethogram.models.remote.Access;
import org.ethogram.models.remote.CachedModel;
import org.ethogram.models.remote.Endpoint;
import org.ethogram.models.remote.RemoteOptions;
import org.ethogram.models.remote.RemoteProvider;
import org.ethogram.models.remote.Scoring;
import org.ethogram.models.remote.Secret;
import org.ethogram.models.scripted.ScriptFile;
import org.ethogram.torch.engine.LocalModelOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which model a command asks, wherever it is. */
final class SubjectOptions {
  @Option(
      names = "--model",
      required = true,
      paramLabel = "MODEL",
      description = {
        "A Hugging Face folder, org/name@revision of its hub, openai:NAME, anthropic:NAME,",
        "scripted:FILE or human:."
      })
  private String model;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "Where a remote model is asked, such as http://localhost:8000/v1.")
  private @Nullable URI endpoint;

  @Option(
      names = "--key-variable",
      paramLabel = "NAME",
      description = "The environment variable with the key, if not the provider's usual one.")
  private @Nullable String keyVariable;

  @Option(
      names = "--scoring",
      paramLabel = "HOW",
      description = "How an endpoint scores: ${COMPLETION-CANDIDATES}. Default: none.")
  private ScoringWord scoring = ScoringWord.none;

  @Option(names = "--cache", paramLabel = "FILE", description = "Keep remote answers in this file.")
  private @Nullable Path cache;

  @Mixin private HubOptions hub;

  @Mixin private AnsweringOptions adapters;

  @Mixin private PlacementOptions placement;

  @Mixin private BudgetOptions budget;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  SubjectOptions() {}

  /** The words of {@code --scoring}. */
  @SuppressWarnings("JavaStyle")
  enum ScoringWord {
    none(Scoring.NONE),
    echo(Scoring.ECHO),
    vllm(Scoring.PROMPT_LOG_PROBABILITIES);

    private final Scoring scoring;

    ScoringWord(Scoring scoring) {
      this.scoring = scoring;
    }
  }

  /**
   * @param questions where a person is asked, and the progress of a download is shown
   */
  LanguageModel open(boolean logProbabilities, PrintWriter questions) {
    return switch (ModelReference.parse(model)) {
      case ModelReference.Folder(Path path) -> local(path);
      case ModelReference.Hub reference -> local(hub.folder(reference, questions));
      case ModelReference.Scripted(Path file) -> ScriptFile.read(file);
      case ModelReference.Human(String name) ->
          new HumanModel(
              name,
              new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
              questions);
      case ModelReference.Remote remote -> remote(remote, logProbabilities);
    };
  }

  private LanguageModel local(Path folder) {
    return adapters.open(folder, LocalModelOptions.DEFAULT.withPlacement(placement.choice()));
  }

  private LanguageModel remote(ModelReference.Remote remote, boolean logProbabilities) {
    var provider = RemoteProvider.named(remote.provider());
    var access =
        new Access(
            Optional.ofNullable(endpoint).map(URI::toString),
            Optional.ofNullable(keyVariable),
            scoring.scoring,
            logProbabilities);
    Endpoint place = provider.endpoint(remote.model(), access, System.getenv());
    Optional<Secret> secret = provider.secret(place, access, System.getenv());
    RemoteOptions options = RemoteOptions.standard().withBudget(budget.read());
    if (cache == null) {
      return provider.open(place, secret, access, options);
    }
    ResponseCache kept = ResponseCache.open(cache);
    return new CachedModel(provider.open(place, secret, access, options.withCache(kept)), kept);
  }
}
