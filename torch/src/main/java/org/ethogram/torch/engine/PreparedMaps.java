package org.ethogram.torch.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.ethogram.torch.network.Adaptation;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.network.Linear;
import org.ethogram.torch.network.WeightLayout;

/**
 * The affine maps of a network whose weights stay, with copies of the weights that lie as products
 * of few tokens read them.
 *
 * <p>OpenBLAS packs a weight [out, in] anew for every product, which for few tokens takes longer
 * than the product. A small weight turned to [in, out] is multiplied without packing; a large one,
 * and every one in bfloat16, is packed once by oneDNN.
 */
final class PreparedMaps implements Adaptation, AutoCloseable {
  private static final long MOST_NUMBERS = 64L << 20;
  private static final long SMALL = 1 << 16;

  private final Map<String, PreparedMap> byName = new HashMap<>();
  private final List<Pointer> kept = new ArrayList<>();

  private PreparedMaps() {}

  /**
   * Copies of all maps, or none where the network is too large, or not float32 on the processor.
   */
  static PreparedMaps of(CausalNetwork network) {
    List<Linear> maps = new ArrayList<>(network.linearMaps().values());
    Linear output = network.decoder().outputEmbedding();
    if (!maps.contains(output)) {
      maps.add(output);
    }
    boolean single = network.placement().isCpu() && network.placement().type() == ScalarType.Float;
    long numbers = maps.stream().mapToLong(map -> map.weight().numel()).sum();
    return of(single && numbers <= MOST_NUMBERS ? maps : List.of());
  }

  static PreparedMaps of(List<Linear> maps) {
    PreparedMaps prepared = new PreparedMaps();
    try (var _ = new InferenceMode(true);
        var _ = new PointerScope()) {
      maps.forEach(prepared::prepare);
    }
    return prepared;
  }

  private void prepare(Linear map) {
    Tensor weight = map.layout().turned(map.weight());
    boolean single = weight.scalar_type().intern() == ScalarType.Float;
    boolean small = single && weight.numel() <= SMALL;
    if (!small && PackedMap.isPossible(weight)) {
      PackedMap packed = PackedMap.of(weight, map.bias());
      kept.addAll(packed.pointers());
      byName.put(
          map.name(),
          single ? input -> isOneToken(input) ? map.plain(input) : packed.apply(input) : packed);
    } else if (small && map.layout() == WeightLayout.OUT_IN) {
      Tensor turned = weight.t().contiguous().t().retainReference();
      kept.add(turned);
      TensorOptional bias = map.bias();
      byName.put(map.name(), input -> torch.linear(input, turned, bias));
    }
  }

  /** A single token is a vector, which a large weight is multiplied by as it lies. */
  private static boolean isOneToken(Tensor input) {
    return input.numel() == input.size(-1);
  }

  @Override
  public Tensor apply(Linear map, Tensor input) {
    PreparedMap prepared = byName.get(map.name());
    return prepared == null ? map.plain(input) : prepared.apply(input);
  }

  @Override
  public void close() {
    byName.clear();
    kept.forEach(Pointer::releaseReference);
    kept.clear();
  }
}
