package org.ethogram.torch.network;

import java.util.Map;

/** The pieces of a transformer in float64, one number at a time, as their papers define them. */
public abstract class ReferenceTransformer {
  private final Map<String, double[]> parameters;

  protected ReferenceTransformer(Map<String, double[]> parameters) {
    this.parameters = parameters;
  }

  /** Logits [length][vocabulary]. */
  public abstract double[][] logits(int[] tokens);

  /** The most probable next token after each of {@code count} steps. */
  public int[] greedy(int[] prompt, int count) {
    int[] sequence = java.util.Arrays.copyOf(prompt, prompt.length + count);
    for (int length = prompt.length; length < sequence.length; length++) {
      double[][] logits = logits(java.util.Arrays.copyOf(sequence, length));
      sequence[length] = argmax(logits[length - 1]);
    }
    return java.util.Arrays.copyOfRange(sequence, prompt.length, sequence.length);
  }

  public static int argmax(double[] numbers) {
    int best = 0;
    for (int index = 1; index < numbers.length; index++) {
      if (numbers[index] > numbers[best]) {
        best = index;
      }
    }
    return best;
  }

  public static double logProbability(double[] logits, int token) {
    double largest = logits[argmax(logits)];
    double sum = 0;
    for (double logit : logits) {
      sum += Math.exp(logit - largest);
    }
    return logits[token] - largest - Math.log(sum);
  }

  protected final boolean has(String name) {
    return parameters.containsKey(name);
  }

  protected final double[] parameter(String name) {
    double[] values = parameters.get(name);
    if (values == null) {
      throw new IllegalArgumentException("no parameter " + name);
    }
    return values;
  }

  protected final double[] embedding(String name, int token, int width) {
    return java.util.Arrays.copyOfRange(parameter(name), token * width, (token + 1) * width);
  }

  /** W x + b, with b absent where the network has none. */
  protected final double[] linear(String name, double[] input) {
    double[] output = product(parameter(name + ".weight"), input);
    if (has(name + ".bias")) {
      addTo(output, parameter(name + ".bias"));
    }
    return output;
  }

  protected static double[] product(double[] weight, double[] input) {
    double[] output = new double[weight.length / input.length];
    for (int row = 0; row < output.length; row++) {
      for (int column = 0; column < input.length; column++) {
        output[row] += weight[row * input.length + column] * input[column];
      }
    }
    return output;
  }

  protected static void addTo(double[] sum, double[] addend) {
    for (int index = 0; index < sum.length; index++) {
      sum[index] += addend[index];
    }
  }

  /** Turns coordinate i with coordinate i + rotated / 2, starting at {@code offset}. */
  protected static void rotate(
      double[] vector, int offset, int rotated, double base, int position) {
    for (int pair = 0; pair < rotated / 2; pair++) {
      double angle = position * Math.pow(base, -2.0 * pair / rotated);
      double first = vector[offset + pair];
      double second = vector[offset + pair + rotated / 2];
      vector[offset + pair] = first * Math.cos(angle) - second * Math.sin(angle);
      vector[offset + pair + rotated / 2] = second * Math.cos(angle) + first * Math.sin(angle);
    }
  }

  /**
   * One head's attention for the last of the keys.
   *
   * @param offset where the head begins in the query
   * @param sharedOffset where its key and value begin
   */
  protected static double[] attend(
      double[] query,
      int offset,
      double[][] keys,
      double[][] values,
      int sharedOffset,
      int size,
      int count) {
    double[] scores = new double[count];
    for (int position = 0; position < count; position++) {
      for (int index = 0; index < size; index++) {
        scores[position] += query[offset + index] * keys[position][sharedOffset + index];
      }
      scores[position] /= Math.sqrt(size);
    }
    double[] context = new double[size];
    for (int position = 0; position < count; position++) {
      double weight = Math.exp(logProbability(scores, position));
      for (int index = 0; index < size; index++) {
        context[index] += weight * values[position][sharedOffset + index];
      }
    }
    return context;
  }
}
