package org.ethogram.torch.network;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How many of the latest tokens a token sees in each layer, itself included; {@link
 * Attention#EVERYTHING} where it sees all.
 */
public record LayerWindows(List<Integer> windows) {
  private static final String SLIDING = "sliding_attention";
  private static final String FULL = "full_attention";

  public LayerWindows {
    windows = List.copyOf(windows);
  }

  public static LayerWindows everything(int layers) {
    return new LayerWindows(Collections.nCopies(layers, Attention.EVERYTHING));
  }

  public static LayerWindows ofAll(int layers, int window) {
    return new LayerWindows(Collections.nCopies(layers, window));
  }

  /**
   * As Qwen writes it: a window in the layers from {@code max_window_layers} on, or in those that
   * {@code layer_types} names, if {@code use_sliding_window} is set.
   */
  public static LayerWindows read(ConfigurationFile file, int layers) {
    if (!file.flag("use_sliding_window", false) || file.isAbsent("sliding_window")) {
      return everything(layers);
    }
    int window = file.positive("sliding_window");
    JsonNode types = file.root().path("layer_types");
    if (types.isArray()) {
      file.require(types.size() == layers, "layer_types", "does not name " + layers + " layers");
      return new LayerWindows(
          IntStream.range(0, layers)
              .mapToObj(layer -> window(file, types.path(layer).asString(""), window))
              .toList());
    }
    int whole = file.count("max_window_layers", 28);
    return new LayerWindows(
        IntStream.range(0, layers)
            .mapToObj(layer -> layer >= whole ? window : Attention.EVERYTHING)
            .toList());
  }

  private static int window(ConfigurationFile file, String type, int window) {
    file.require(
        type.equals(SLIDING) || type.equals(FULL),
        "layer_types",
        "'" + type + "' is not supported: only " + SLIDING + " and " + FULL + " are");
    return type.equals(SLIDING) ? window : Attention.EVERYTHING;
  }

  public int of(int layer) {
    return windows.get(layer);
  }

  /** Adds itself to a {@code config.json}. */
  public void write(ObjectNode root) {
    int window = windows.stream().min(Integer::compare).orElse(Attention.EVERYTHING);
    boolean sliding = window != Attention.EVERYTHING;
    root.put("use_sliding_window", sliding);
    if (sliding) {
      root.put("sliding_window", window);
      ArrayNode types = root.putArray("layer_types");
      windows.forEach(each -> types.add(each == Attention.EVERYTHING ? FULL : SLIDING));
    }
  }
}
