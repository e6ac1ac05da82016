package org.ethogram.torch.network;

import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The pieces of a transformer in float64, one number at a time, as their papers define them. */
public abstract class ReferenceTransformer {
  private final Map<String, double[]> parameters;

  protected ReferenceTransformer(Map<String, double[]> parameters) {
    this.parameters = parameters;
  }

  /** What the first layer reads. */
  protected abstract double[] embed(int token, int position);

  protected abstract int layers();

  /** Passes one layer; [length][width] is changed in place. */
  protected abstract void pass(int layer, double[][] hidden);

  protected abstract double[] finalNorm(double[] hidden);

  /** The output embedding, tied or not. */
  protected abstract double[] output();

  /** Logits [length][vocabulary]. */
  public final double[][] logits(int[] tokens) {
    double[][] hidden = new double[tokens.length][];
    for (int position = 0; position < tokens.length; position++) {
      hidden[position] = embed(tokens[position], position);
    }
    for (int layer = 0; layer < layers(); layer++) {
      pass(layer, hidden);
    }
    return each(hidden, vector -> product(output(), finalNorm(vector)));
  }

  protected static double[][] each(double[][] vectors, UnaryOperator<double[]> map) {
    return Arrays.stream(vectors).map(map).toArray(double[][]::new);
  }

  /** The most probable next token after each of {@code count} steps. */
  public int[] greedy(int[] prompt, int count) {
    int[] sequence = Arrays.copyOf(prompt, prompt.length + count);
    for (int length = prompt.length; length < sequence.length; length++) {
      double[][] logits = logits(Arrays.copyOf(sequence, length));
      sequence[length] = argmax(logits[length - 1]);
    }
    return Arrays.copyOfRange(sequence, prompt.length, sequence.length);
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
    return Arrays.copyOfRange(parameter(name), token * width, (token + 1) * width);
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

  /** Root-mean-square normalisation of as many coordinates as there are weights. */
  protected final double[] rootMeanSquareNorm(String name, double[] input, double epsilon) {
    double[] weight = parameter(name + ".weight");
    double[] output = new double[input.length];
    for (int begin = 0; begin < input.length; begin += weight.length) {
      double sum = 0;
      for (int index = 0; index < weight.length; index++) {
        sum += input[begin + index] * input[begin + index];
      }
      for (int index = 0; index < weight.length; index++) {
        output[begin + index] =
            weight[index] * input[begin + index] / Math.sqrt(sum / weight.length + epsilon);
      }
    }
    return output;
  }

  protected final double[] layerNorm(String name, double[] input, double epsilon) {
    double mean = Arrays.stream(input).average().orElseThrow();
    double variance =
        Arrays.stream(input).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    double[] output = new double[input.length];
    for (int index = 0; index < input.length; index++) {
      output[index] =
          (input[index] - mean) / Math.sqrt(variance + epsilon) * parameter(name + ".weight")[index]
              + parameter(name + ".bias")[index];
    }
    return output;
  }

  /** Turns coordinate i with coordinate i + n, where n is the number of frequencies. */
  protected static void rotate(double[] vector, int offset, double[] frequencies, int position) {
    int pairs = frequencies.length;
    for (int pair = 0; pair < pairs; pair++) {
      double angle = position * frequencies[pair];
      double first = vector[offset + pair];
      double second = vector[offset + pair + pairs];
      vector[offset + pair] = first * Math.cos(angle) - second * Math.sin(angle);
      vector[offset + pair + pairs] = second * Math.cos(angle) + first * Math.sin(angle);
    }
  }

  /**
   * Softmax attention of every position, [length][heads x size].
   *
   * @param window how many of the latest positions are seen
   */
  protected static double[][] attend(
      double[][] queries, double[][] keys, double[][] values, int size, int window) {
    double[][] contexts = new double[queries.length][];
    int sharers = queries[0].length / keys[0].length;
    for (int position = 0; position < queries.length; position++) {
      contexts[position] = new double[queries[position].length];
      for (int head = 0; head < queries[position].length / size; head++) {
        attend(queries, keys, values, size, window, position, head, head / sharers, contexts);
      }
    }
    return contexts;
  }

  private static void attend(
      double[][] queries,
      double[][] keys,
      double[][] values,
      int size,
      int window,
      int position,
      int head,
      int group,
      double[][] contexts) {
    int first = (int) Math.max(0L, (long) position + 1 - window);
    double[] scores = new double[position + 1 - first];
    for (int seen = first; seen <= position; seen++) {
      for (int index = 0; index < size; index++) {
        scores[seen - first] +=
            queries[position][head * size + index]
                * keys[seen][group * size + index]
                / Math.sqrt(size);
      }
    }
    for (int seen = first; seen <= position; seen++) {
      double weight = Math.exp(logProbability(scores, seen - first));
      for (int index = 0; index < size; index++) {
        contexts[position][head * size + index] += weight * values[seen][group * size + index];
      }
    }
  }

  /** x times the distribution function of the normal distribution at x. */
  protected static double gelu(double x) {
    return x / 2 * (1 + errorFunction(x / Math.sqrt(2)));
  }

  /** The Taylor series of the error function, or its limit where that is reached. */
  private static double errorFunction(double x) {
    if (Math.abs(x) > 5) {
      return Math.signum(x);
    }
    double term = x;
    double sum = x;
    for (int n = 1; n < 200; n++) {
      term *= -x * x / n;
      sum += term / (2 * n + 1);
    }
    return 2 / Math.sqrt(Math.PI) * sum;
  }
}
