package org.ethogram.torch.adapters;

/** Names of tensors in {@code adapter_model.safetensors}; the adapter's own name is no part. */
final class AdapterKey {
  static final String PREFIX = "base_model.model.";
  static final String DOWN = ".lora_A.weight";
  static final String UP = ".lora_B.weight";

  private AdapterKey() {}

  static String down(String map) {
    return PREFIX + map + DOWN;
  }

  static String up(String map) {
    return PREFIX + map + UP;
  }
}
