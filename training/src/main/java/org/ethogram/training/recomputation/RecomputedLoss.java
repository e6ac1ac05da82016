package org.ethogram.training.recomputation;

import java.util.List;
import java.util.function.Function;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.ethogram.torch.network.Attention;
import org.ethogram.torch.network.Decoder;
import org.ethogram.torch.network.DecoderLayer;
import org.ethogram.training.optimization.LossPart;

/**
 * A loss whose backward pass computes each layer of the network again, so that of a layer only what
 * enters it is kept: memory for one layer instead of all, for one more forward pass.
 *
 * <p>Source: Chen et al. 2016, "Training Deep Nets with Sublinear Memory Cost", section 4, with
 * each layer a segment. The gradients are those of a pass that keeps everything.
 *
 * @param tokens int64 [batch, length]
 * @param attention what the tokens see
 * @param loss a scalar from the last hidden states after the final normalisation, [batch, length,
 *     width]
 */
public record RecomputedLoss(
    Decoder decoder, Tensor tokens, Attention attention, Function<Tensor, Tensor> loss)
    implements LossPart {
  @Override
  public Differentiated differentiate(TensorVector parameters) {
    Tensor embedded = decoder.embedding().apply(tokens, attention);
    try (LayerInputs inputs = forward(embedded.detach());
        LayerGradients gradients = new LayerGradients(parameters)) {
      Tensor last = inputs.last().set_requires_grad(true);
      double value;
      try (PointerScope _ = new PointerScope()) {
        Tensor scalar = loss.apply(decoder.finalNorm().apply(last));
        gradients.begin(scalar, last);
        value = scalar.item_double();
      }
      backward(inputs, gradients);
      if (embedded.requires_grad()) {
        gradients.end(embedded);
      }
      return new Differentiated(value, gradients.ofParameters());
    }
  }

  /** Keeps what enters each layer, and at the end what leaves the last. */
  private LayerInputs forward(Tensor embedded) {
    LayerInputs inputs = new LayerInputs();
    inputs.keep(embedded);
    for (DecoderLayer layer : decoder.layers()) {
      try (PointerScope _ = new PointerScope();
          NoGradGuard _ = new NoGradGuard()) {
        inputs.keep(layer.apply(inputs.last(), attention));
      }
    }
    return inputs;
  }

  /** From the last layer to the first. */
  private void backward(LayerInputs inputs, LayerGradients gradients) {
    List<DecoderLayer> layers = decoder.layers();
    for (int index = layers.size() - 1; index >= 0; index--) {
      Tensor input = inputs.of(index).set_requires_grad(true);
      try (PointerScope _ = new PointerScope()) {
        gradients.pass(layers.get(index).apply(input, attention), input);
      }
      inputs.drop(index + 1);
    }
  }
}
