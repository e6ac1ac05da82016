package org.ethogram.torch.network;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * An affine map, which the {@link Adaptation} of a pass may change.
 *
 * @param name its Hugging Face name, without {@code .weight}
 * @param weight lies as {@code layout} says
 * @param bias [out], or an empty optional
 */
public record Linear(String name, Tensor weight, WeightLayout layout, TensorOptional bias) {
  /** Takes the parameters of a map, weight [out, in], and notes it among the network's maps. */
  public static Linear take(Parameters parameters, String name, long out, long in, boolean bias) {
    return take(parameters, name, WeightLayout.OUT_IN, out, in, bias);
  }

  /** The same for a weight that lies in either way. */
  public static Linear take(
      Parameters parameters, String name, WeightLayout layout, long out, long in, boolean bias) {
    Tensor weight = parameters.take(name + ".weight", layout.shape(out, in));
    Linear map =
        new Linear(
            name,
            weight,
            layout,
            bias
                ? parameters.takeOptional(name + ".bias", out)
                : new TensorOptional().retainReference());
    parameters.note(map);
    return map;
  }

  /**
   * The output embedding of a network.
   *
   * @param input the input embedding, [vocabulary, width]
   * @param tied whether the output embedding is that same tensor
   */
  public static Linear takeOutput(Parameters parameters, String name, Tensor input, boolean tied) {
    return tied
        ? new Linear(name, input, WeightLayout.OUT_IN, new TensorOptional().retainReference())
        : take(parameters, name, input.size(0), input.size(1), false);
  }

  public Tensor apply(Tensor input) {
    return Adaptation.CURRENT.isBound()
        ? Adaptation.CURRENT.get().apply(this, input)
        : plain(input);
  }

  public long in() {
    return layout.turned(weight).size(1);
  }

  public long out() {
    return layout.turned(weight).size(0);
  }

  /** The map as the network has it, whatever the adaptation. */
  public Tensor plain(Tensor input) {
    Tensor turned = layout.turned(weight);
    return input.numel() == turned.size(1)
        ? ofOneToken(turned, input)
        : ProductPrecision.linear(input, turned, bias);
  }

  /**
   * A single token is a vector, whose product the processor's library computes several times
   * faster.
   */
  private Tensor ofOneToken(Tensor turned, Tensor input) {
    Tensor vector = input.reshape(-1);
    Tensor product = bias.has_value() ? torch.addmv(bias.get(), turned, vector) : turned.mv(vector);
    long[] shape = new long[(int) input.dim()];
    Arrays.fill(shape, 1);
    shape[shape.length - 1] = -1;
    return product.view(shape);
  }
}
