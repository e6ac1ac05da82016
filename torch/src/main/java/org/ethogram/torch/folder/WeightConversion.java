package org.ethogram.torch.folder;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.safetensors.SafetensorsWriter;
import org.ethogram.torch.weights.WeightFormat;

/** The weights of a folder, however they are kept, as one safetensors file. */
public final class WeightConversion {
  private WeightConversion() {}

  /**
   * Writes {@code model.safetensors}: the names, numbers and types of the original. Buffers that
   * follow from the sizes are left out.
   *
   * @param target a folder that exists, which may be the same one
   * @throws EthogramException {@code INVALID_MODEL} when the weights are damaged
   */
  public static void toSafetensors(Path folder, Path target) {
    try (var _ = new PointerScope();
        WeightFiles weights = WeightFiles.open(folder)) {
      weights.requireNoHoles();
      SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
      for (String name : weights.names()) {
        if (!StoredParameters.isDerived(name)) {
          tensors.put(name, weights.tensor(name));
        }
      }
      SafetensorsWriter.write(
          target.resolve(WeightFormat.SAFETENSORS.single()), tensors, Map.of("format", "pt"));
    }
  }
}
