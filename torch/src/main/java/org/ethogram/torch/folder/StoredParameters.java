package org.ethogram.torch.folder;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.network.ParameterSource;
import org.ethogram.torch.runtime.Placement;

/** Parameters from weight files, each checked for its shape, its type and for finite numbers. */
final class StoredParameters implements ParameterSource {
  /** Buffers that older exports keep beside the parameters and that follow from the sizes. */
  private static final List<String> DERIVED =
      List.of(
          ".attention.bias",
          ".attention.masked_bias",
          ".rotary_emb.inv_freq",
          ".attn.bias",
          ".attn.masked_bias");

  /** Output embeddings, which a folder may repeat although they are tied. */
  private static final Set<String> REPEATED = Set.of("embed_out.weight", "lm_head.weight");

  private final WeightFiles weights;
  private final boolean writable;
  private final Placement placement;
  private final Set<String> taken = new HashSet<>();

  /**
   * @param writable whether parameters are copied out of the files, as training needs
   * @param placement where and as what the parameters are wanted
   */
  StoredParameters(WeightFiles weights, boolean writable, Placement placement) {
    this.weights = weights;
    this.placement = placement;
    this.writable = writable;
  }

  /** Whether a tensor is a buffer that follows from the sizes. */
  static boolean isDerived(String name) {
    return DERIVED.stream().anyMatch(name::endsWith);
  }

  @Override
  public Tensor take(String parameter, long... shape) {
    String name = storedName(parameter);
    taken.add(name);
    Tensor stored = weights.tensor(name);
    if (!Arrays.equals(stored.shape(), shape)) {
      throw mismatch(
          weights.place(name),
          "its shape is " + text(stored.shape()) + ", but config.json asks for " + text(shape));
    }
    if (!torch.isFloatingType(stored.scalar_type())) {
      throw mismatch(weights.place(name), "its numbers are no floating-point numbers");
    }
    requireFinite(name, stored, "it holds numbers that are not finite (NaN)");
    Tensor wanted = placement.placed(stored);
    if (placement.type() == ScalarType.Half) {
      requireFinite(name, wanted, "its numbers are too large for float16: ask for bfloat16");
    }
    boolean mapped = wanted.data_ptr().equals(stored.data_ptr());
    return writable && mapped ? wanted.clone() : wanted;
  }

  @Override
  public Tensor placed(Tensor constant) {
    return placement.placed(constant);
  }

  /** The name in the files: exports of the bare decoder leave out its own name. */
  private String storedName(String parameter) {
    String bare = parameter.substring(parameter.indexOf('.') + 1);
    return !weights.has(parameter) && weights.has(bare) ? bare : parameter;
  }

  /** Refuses a folder whose files hold parameters that its configuration has no place for. */
  void requireAllTaken() {
    weights.requireNoHoles();
    List<String> left =
        weights.names().stream()
            .filter(name -> !taken.contains(name) && !REPEATED.contains(name))
            .filter(name -> !isDerived(name))
            .toList();
    if (!left.isEmpty()) {
      throw mismatch(
          weights.place(left.getFirst()),
          "config.json has no place for it"
              + (left.size() > 1 ? ", nor for " + (left.size() - 1) + " other tensors" : ""));
    }
  }

  private void requireFinite(String name, Tensor stored, String problem) {
    try (var _ = new PointerScope()) {
      if (!torch.isfinite(stored).all().item_bool()) {
        throw mismatch(weights.place(name), problem);
      }
    }
  }

  private static String text(long[] shape) {
    return Arrays.stream(shape)
        .mapToObj(Long::toString)
        .collect(Collectors.joining(" x ", "[", "]"));
  }

  private static EthogramException mismatch(String place, String problem) {
    return new EthogramException(
        ErrorCode.INVALID_MODEL, place, problem, "Fetch or save the folder again");
  }
}
