package org.ethogram.torch.weights;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** How weights are kept, under the file names of Hugging Face; those before others preferred. */
public enum WeightFormat {
  SAFETENSORS("model.safetensors", "adapter_model.safetensors"),
  PYTORCH("pytorch_model.bin", "adapter_model.bin");

  private final String single;
  private final String adapter;

  WeightFormat(String single, String adapter) {
    this.single = single;
    this.adapter = adapter;
  }

  /** The file of a model that is in one. */
  public String single() {
    return single;
  }

  /** The file that says in which of several a tensor is. */
  public String index() {
    return single + ".index.json";
  }

  /** The file of an adapter. */
  public String adapter() {
    return adapter;
  }

  /** The format in which a folder or repository with these files is to be read. */
  public static Optional<WeightFormat> ofModel(Predicate<String> hasFile) {
    return Arrays.stream(values())
        .filter(format -> hasFile.test(format.single) || hasFile.test(format.index()))
        .findFirst();
  }

  /** The same for an adapter. */
  public static Optional<WeightFormat> ofAdapter(Predicate<String> hasFile) {
    return Arrays.stream(values()).filter(format -> hasFile.test(format.adapter)).findFirst();
  }
}
