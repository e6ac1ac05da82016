package org.ethogram.torch.engine;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;
import org.ethogram.models.ModelIdentity;
import org.ethogram.torch.adapters.AdapterFolder;
import org.ethogram.torch.network.CausalNetwork;

/** The adapters of one local model by their names. */
record AdaptedModels(Map<String, AdaptedModel> byName, String base) implements AutoCloseable {
  static AdaptedModels open(
      LocalModel model, CausalNetwork network, SequencedMap<String, Path> folders) {
    AdaptedModels opened = new AdaptedModels(new LinkedHashMap<>(), model.identity().name());
    try {
      folders.forEach(
          (name, folder) ->
              opened.byName.put(
                  name,
                  new AdaptedModel(
                      model,
                      AdapterFolder.load(name, folder, network),
                      identity(model.identity(), name, AdapterFolder.hash(folder)))));
      return opened;
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  AdaptedModel named(String name) {
    AdaptedModel found = byName.get(name);
    if (found == null) {
      throw new EthogramException(
          ErrorCode.CONFIGURATION,
          base,
          "it has no adapter '" + name + "'",
          byName.isEmpty()
              ? "Open the model with the adapter"
              : Suggestion.remedy(name, byName.keySet()));
    }
    return found;
  }

  /** The base's hash and the adapter's stand together: either differing is another model. */
  private static ModelIdentity identity(ModelIdentity base, String name, String hash) {
    return new ModelIdentity(
        base.name() + "+" + name,
        base.revision(),
        base.architecture(),
        base.weightsHash() + "+" + hash,
        base.tokenizerHash(),
        base.scale());
  }

  @Override
  public void close() {
    byName.values().forEach(model -> model.adapter().close());
    byName.clear();
  }
}
