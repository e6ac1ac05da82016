package org.ethogram.lab.recipe;

/** How long a training lasts. */
public sealed interface Duration {
  /** {@code steps} or {@code epochs}. */
  String unit();

  String written();

  /** Updates of the weights. */
  record Steps(int steps) implements Duration {
    @Override
    public String unit() {
      return "steps";
    }

    @Override
    public String written() {
      return Integer.toString(steps);
    }
  }

  /** How often all of the data is read. */
  record Epochs(double epochs) implements Duration {
    @Override
    public String unit() {
      return "epochs";
    }

    @Override
    public String written() {
      return Double.toString(epochs);
    }
  }
}
