package org.ethogram.models;

/**
 * How the next token is drawn.
 *
 * @param temperature at least 0; 0 takes the most probable token
 * @param topProbability keep the smallest set of tokens whose mass reaches this, in (0, 1]
 */
public record Sampling(double temperature, double topProbability) {
  public static final Sampling GREEDY = new Sampling(0, 1);

  public Sampling {
    if (!(temperature >= 0) || !(topProbability > 0 && topProbability <= 1)) {
      throw new IllegalArgumentException(
          "not a sampling rule: temperature " + temperature + ", top " + topProbability);
    }
  }

  public static Sampling atTemperature(double temperature) {
    return new Sampling(temperature, 1);
  }
}
