package org.ethogram.torch.adapters;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.network.ParameterSource;
import org.ethogram.torch.weights.WeightFile;

/** Copies of an adapter's tensors out of its file, each checked; none may be left over. */
final class StoredValues implements ParameterSource {
  private static final String SAVE_AGAIN = "Save the adapter again for this model";

  private final WeightFile file;
  private final Set<String> taken = new HashSet<>();

  StoredValues(WeightFile file) {
    this.file = file;
  }

  @Override
  public Tensor take(String key, long... shape) {
    if (!file.names().contains(key)) {
      throw missing(key);
    }
    taken.add(key);
    Tensor stored = file.tensor(key);
    if (!Arrays.equals(stored.shape(), shape)) {
      throw AdapterFolder.invalid(
          place(key),
          "its shape is "
              + Arrays.toString(stored.shape())
              + ", but the model and adapter_config.json ask for "
              + Arrays.toString(shape),
          "Use the adapter with the model that it was trained on");
    }
    if (!torch.isFloatingType(stored.scalar_type())) {
      throw AdapterFolder.invalid(
          place(key), "its numbers are no floating-point numbers", SAVE_AGAIN);
    }
    try (var _ = new PointerScope()) {
      if (!torch.isfinite(stored).all().item_bool()) {
        throw AdapterFolder.invalid(
            place(key), "it holds numbers that are not finite (NaN)", SAVE_AGAIN);
      }
    }
    Tensor single = stored.to(ScalarType.Float);
    return stored.scalar_type().intern() == ScalarType.Float ? single.clone() : single;
  }

  /** Refuses a file with tensors that nothing would use. */
  void requireAllTaken(CausalNetwork network) {
    List<String> left = file.names().stream().filter(key -> !taken.contains(key)).toList();
    if (left.isEmpty()) {
      return;
    }
    String key = left.getFirst();
    String more = left.size() > 1 ? " (nor " + (left.size() - 1) + " other keys)" : "";
    String map = mapOf(key);
    if (network.linearMaps().containsKey(map)) {
      throw AdapterFolder.invalid(
          place(key),
          "the key matches nothing: adapter_config.json does not ask for it" + more,
          "Check target_modules and modules_to_save");
    }
    throw AdapterFolder.invalid(
        place(key),
        "the key matches nothing: the model has no affine map '" + map + "'" + more,
        Suggestion.nearest(map, network.linearMaps().keySet())
            .map(name -> "Did you mean '" + name + "'")
            .orElse("Keys are base_model.model.<module>.lora_A.weight and .lora_B.weight"));
  }

  private EthogramException missing(String key) {
    String partner =
        key.endsWith(AdapterKey.DOWN)
            ? key.replace(AdapterKey.DOWN, AdapterKey.UP)
            : key.replace(AdapterKey.UP, AdapterKey.DOWN);
    boolean half = !partner.equals(key) && file.names().contains(partner);
    return AdapterFolder.invalid(
        place(key),
        half
            ? "the tensor is missing, but its pair " + partner + " is there"
            : "the tensor is missing, but adapter_config.json asks for it",
        SAVE_AGAIN);
  }

  private String place(String key) {
    return file.file() + ", tensor " + key;
  }

  private static String mapOf(String key) {
    String map =
        key.startsWith(AdapterKey.PREFIX) ? key.substring(AdapterKey.PREFIX.length()) : key;
    for (String end : List.of(AdapterKey.DOWN, AdapterKey.UP, ".weight", ".bias")) {
      if (map.endsWith(end)) {
        return map.substring(0, map.length() - end.length());
      }
    }
    return map;
  }
}
