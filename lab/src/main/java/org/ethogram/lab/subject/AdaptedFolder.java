package org.ethogram.lab.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.models.ForwardingModel;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.ModelIdentity;
import org.ethogram.models.ModelScale;
import org.ethogram.torch.adapters.AdapterFolder;
import org.ethogram.torch.engine.LocalModel;
import org.ethogram.torch.engine.LocalModelOptions;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A local model that answers with one adapter on; closing it closes the model that it adapts. */
final class AdaptedFolder extends ForwardingModel {
  static final String CONFIGURATION = "adapter_config.json";
  private static final String NAME = "adapter";
  private static final String PLACE = "ethogram.json";

  private final LocalModel base;
  private final ModelIdentity identity;

  private AdaptedFolder(LocalModel base, ModelIdentity identity) {
    super(base.adapted(NAME));
    this.base = base;
    this.identity = identity;
  }

  static LanguageModel open(Path folder, Path adapter, ModelIdentity identity) {
    LocalModel base =
        LocalModel.open(
            folder, LocalModelOptions.DEFAULT, new LinkedHashMap<>(Map.of(NAME, adapter)));
    return new AdaptedFolder(base, identity);
  }

  /** Both hashes stand together; what was read and how often is the adapter's own. */
  static ModelIdentity identity(ModelIdentity base, Path adapter) {
    JsonNode place = place(adapter.resolve(PLACE));
    return new ModelIdentity(
        base.name() + "+" + adapter.toAbsolutePath().normalize().getFileName(),
        place.path("revision").asString(base.revision()),
        base.architecture(),
        base.weightsHash() + "+" + AdapterFolder.hash(adapter),
        base.tokenizerHash(),
        new ModelScale(
            base.scale().parameters(),
            count(place.path("tokens")),
            count(place.path("step")),
            base.scale().feedbackSteps()));
  }

  private static OptionalLong count(JsonNode value) {
    return value.isIntegralNumber() ? OptionalLong.of(value.asLong()) : OptionalLong.empty();
  }

  private static JsonNode place(Path file) {
    try {
      return Files.exists(file)
          ? JsonMapper.shared().readTree(Files.readString(file))
          : JsonMapper.shared().createObjectNode();
    } catch (IOException | JacksonException e) {
      throw new EthogramException(
          ErrorCode.INVALID_MODEL,
          file.toString(),
          "it is not JSON that can be read",
          "Restore it, or delete it: it only says how far the adapter was trained",
          e);
    }
  }

  @Override
  public ModelIdentity identity() {
    return identity;
  }

  @Override
  public void close() {
    base.close();
  }
}
