package org.ethogram.torch.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.models.reference.ModelReference;
import org.ethogram.torch.weights.WeightFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which files of a repository a model consists of: all else is left on the hub. */
final class RepositoryFiles {
  static final String CONFIGURATION = "config.json";
  private static final String TOKENIZER = "tokenizer.json";
  private static final String SENTENCE_PIECE = "tokenizer.model";

  /** Small files, without which or with which a model can be. */
  static final List<String> OPTIONAL =
      List.of(
          TOKENIZER,
          "tokenizer_config.json",
          "special_tokens_map.json",
          SENTENCE_PIECE,
          "chat_template.jinja",
          "generation_config.json");

  private RepositoryFiles() {}

  /** The small files that there are, the index of the weights among them. */
  static List<String> small(ModelReference.Hub reference, Collection<String> listed) {
    WeightFormat format = requireModel(reference, listed);
    var small = new TreeSet<>(OPTIONAL);
    small.add(CONFIGURATION);
    if (!listed.contains(format.single())) {
      small.add(format.index());
    }
    small.retainAll(listed);
    return List.copyOf(small);
  }

  /** The files of the weights, of which the index in the snapshot names several. */
  static List<String> weights(
      ModelReference.Hub reference, Path snapshot, Collection<String> listed) {
    WeightFormat format = requireModel(reference, listed);
    if (listed.contains(format.single())) {
      return List.of(format.single());
    }
    Path index = snapshot.resolve(format.index());
    List<String> shards = shards(index).orElseThrow(() -> damaged(index, "it has no weight_map"));
    for (String shard : shards) {
      if (!listed.contains(shard)) {
        throw damaged(index, "it names '" + shard + "', which the repository does not have");
      }
    }
    return shards;
  }

  /** Whether a snapshot holds everything that a model needs. */
  static boolean complete(HubCache cache, String repository, String commit) {
    Path snapshot = cache.snapshot(repository, commit);
    boolean tokenizer =
        Files.exists(snapshot.resolve(TOKENIZER))
            || Files.exists(snapshot.resolve(SENTENCE_PIECE))
            || Files.exists(cache.absence(repository, commit, TOKENIZER));
    return Files.exists(snapshot.resolve(CONFIGURATION))
        && tokenizer
        && WeightFormat.ofModel(name -> Files.exists(snapshot.resolve(name)))
            .filter(format -> hasWeights(snapshot, format))
            .isPresent();
  }

  private static boolean hasWeights(Path snapshot, WeightFormat format) {
    return Files.exists(snapshot.resolve(format.single()))
        || shards(snapshot.resolve(format.index()))
            .filter(shards -> shards.stream().allMatch(s -> Files.exists(snapshot.resolve(s))))
            .isPresent();
  }

  /** The files that an index names; nothing where there is no index, or one that is none. */
  private static Optional<List<String>> shards(Path index) {
    if (!Files.isRegularFile(index)) {
      return Optional.empty();
    }
    var shards = new TreeSet<String>();
    try {
      JsonNode map = JsonMapper.shared().readTree(Files.readString(index)).path("weight_map");
      for (JsonNode shard : map) {
        shards.add(shard.asString(""));
      }
    } catch (JacksonException | IOException e) {
      return Optional.empty();
    }
    return shards.isEmpty() || !shards.stream().allMatch(shard -> shard.matches("\\w[\\w.-]*"))
        ? Optional.empty()
        : Optional.of(List.copyOf(shards));
  }

  private static WeightFormat requireModel(
      ModelReference.Hub reference, Collection<String> listed) {
    if (listed.contains("adapter_config.json") && !listed.contains(CONFIGURATION)) {
      throw unfit(reference, "it holds an adapter and no model", "Name the model it adapts");
    }
    WeightFormat format =
        WeightFormat.ofModel(listed::contains)
            .orElseThrow(
                () ->
                    unfit(
                        reference,
                        "it has no weights as safetensors or as pytorch_model.bin",
                        "Choose a repository with "
                            + WeightFormat.SAFETENSORS.single()
                            + " or "
                            + WeightFormat.PYTORCH.single()));
    if (!listed.contains(CONFIGURATION)) {
      throw unfit(reference, "it has no " + CONFIGURATION, "Choose a repository of a model");
    }
    return format;
  }

  private static EthogramException unfit(
      ModelReference.Hub reference, String problem, String remedy) {
    return new EthogramException(ErrorCode.INVALID_MODEL, reference.toString(), problem, remedy);
  }

  private static EthogramException damaged(Path index, String problem) {
    return new EthogramException(
        ErrorCode.INVALID_MODEL, index.toString(), problem, "Choose another revision");
  }
}
