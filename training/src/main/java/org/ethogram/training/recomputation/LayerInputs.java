package org.ethogram.training.recomputation;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** What enters each layer, and what leaves the last: leaves that outlive the scope of a layer. */
final class LayerInputs implements AutoCloseable {
  private final List<Tensor> kept = new ArrayList<>();

  void keep(Tensor input) {
    kept.add(input.retainReference());
  }

  Tensor of(int layer) {
    return kept.get(layer);
  }

  Tensor last() {
    return kept.getLast();
  }

  /** Frees all from this one on. */
  void drop(int layer) {
    while (kept.size() > layer) {
      kept.removeLast().releaseReference();
    }
  }

  @Override
  public void close() {
    drop(0);
  }
}
