package org.ethogram.lab.training;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.ethogram.core.Seed;
import org.ethogram.lab.recipe.Beginning;
import org.ethogram.lab.recipe.Recipe;
import org.ethogram.lab.recipe.Trained;
import org.ethogram.models.ModelIdentity;
import org.ethogram.torch.adapters.Adapter;
import org.ethogram.torch.adapters.AdapterFolder;
import org.ethogram.torch.adapters.LoraConfiguration;
import org.ethogram.torch.adapters.TargetModules;
import org.ethogram.torch.folder.ModelFolder;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.network.DecoderConfiguration;
import org.ethogram.torch.network.DecoderNetwork;
import org.ethogram.torch.runtime.Natives;
import org.ethogram.training.initialization.FirstWeights;
import org.ethogram.training.initialization.ParameterCount;
import org.ethogram.training.language.TrainedParameters;
import org.jspecify.annotations.Nullable;

/** The network of a training, and what of it is trained. */
final class TrainedModel implements AutoCloseable {
  private static final String ADAPTER = "trained";

  private final @Nullable ModelFolder folder;
  private final CausalNetwork network;
  private final @Nullable Adapter adapter;

  private TrainedModel(
      @Nullable ModelFolder folder, CausalNetwork network, @Nullable Adapter adapter) {
    this.folder = folder;
    this.network = network;
    this.adapter = adapter;
  }

  static TrainedModel open(Recipe recipe, TrainingTokenizer tokenizer) {
    return switch (recipe.beginning()) {
      case Beginning.Existing existing -> existing(recipe, existing.folder(), true);
      case Beginning.Scratch scratch ->
          new TrainedModel(null, network(recipe, scratch, tokenizer), null);
    };
  }

  /** What {@link #open} would give, without its memory. */
  static ModelFacts foresee(Recipe recipe, TrainingTokenizer tokenizer) {
    return switch (recipe.beginning()) {
      case Beginning.Existing existing -> {
        try (TrainedModel model = existing(recipe, existing.folder(), false)) {
          yield model.facts();
        }
      }
      case Beginning.Scratch scratch -> {
        DecoderConfiguration configuration = configuration(scratch, tokenizer);
        ParameterCount count = ParameterCount.of(configuration);
        yield new ModelFacts(
            configuration.architecture(),
            configuration.shape(),
            count.all(),
            count.nonEmbedding(),
            count.all());
      }
    };
  }

  private static CausalNetwork network(
      Recipe recipe, Beginning.Scratch scratch, TrainingTokenizer tokenizer) {
    Natives.start();
    return new DecoderNetwork(
        configuration(scratch, tokenizer),
        new FirstWeights(
            scratch.sizes().layers(),
            scratch.sizes().deviation(),
            recipe.seed().derive("weights")));
  }

  private static DecoderConfiguration configuration(
      Beginning.Scratch scratch, TrainingTokenizer tokenizer) {
    return Architectures.configuration(
        scratch.sizes(), tokenizer.tokenizer().vocabularySize(), tokenizer.requiredEnd());
  }

  private static TrainedModel existing(Recipe recipe, Path path, boolean writable) {
    if (recipe.trained() instanceof Trained.OfAdapter ofAdapter) {
      ModelFolder folder = ModelFolder.open(path);
      try {
        Adapter adapter = adapter(ofAdapter, folder, recipe.seed().derive("adapter"));
        return new TrainedModel(folder, folder.network(), adapter);
      } catch (RuntimeException e) {
        folder.close();
        throw e;
      }
    }
    ModelFolder folder = writable ? ModelFolder.openWritable(path) : ModelFolder.open(path);
    return new TrainedModel(folder, folder.network(), null);
  }

  private static Adapter adapter(Trained.OfAdapter wanted, ModelFolder folder, Seed seed) {
    return switch (wanted) {
      case Trained.GivenAdapter given ->
          AdapterFolder.load(ADAPTER, given.folder(), folder.network());
      case Trained.NewAdapter made ->
          Adapter.create(ADAPTER, configuration(made, folder), folder.network(), seed);
    };
  }

  private static LoraConfiguration configuration(Trained.NewAdapter made, ModelFolder folder) {
    return new LoraConfiguration(
        made.rank(),
        made.alpha(),
        made.rankStabilised(),
        made.targets().isEmpty()
            ? new TargetModules.AllLinear()
            : new TargetModules.Named(made.targets()),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        List.of(),
        false,
        folder.folder().toString());
  }

  CausalNetwork network() {
    return network;
  }

  TrainedParameters parameters() {
    return adapter == null ? TrainedParameters.all(network) : TrainedParameters.of(adapter);
  }

  /** What its sizes come to. */
  ModelFacts facts() {
    ParameterCount count = ParameterCount.of(network);
    return new ModelFacts(
        network.architecture(),
        network.shape(),
        count.all(),
        count.nonEmbedding(),
        adapter == null ? count.all() : ParameterCount.of(adapter));
  }

  /** The model that an adapter stands on. */
  Optional<CheckpointFile.Base> base() {
    if (adapter == null || folder == null) {
      return Optional.empty();
    }
    ModelIdentity identity = folder.identity();
    return Optional.of(
        new CheckpointFile.Base(identity.name(), identity.revision(), identity.weightsHash()));
  }

  /** Writes what is trained: a Hugging Face folder, or an adapter in the PEFT library's files. */
  void save(Path checkpoint, TrainingTokenizer tokenizer) {
    if (adapter == null) {
      ModelFolder.save(checkpoint, network);
      tokenizer.copyTo(checkpoint);
    } else {
      AdapterFolder.save(checkpoint, adapter);
    }
  }

  @Override
  public void close() {
    if (adapter != null) {
      adapter.close();
    }
    if (folder == null) {
      network.close();
    } else {
      folder.close();
    }
  }
}
