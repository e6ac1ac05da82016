package org.ethogram.stats.laws.fits;

import java.util.ArrayList;
import java.util.List;

/**
 * A rate that goes from one level to another: from + (to - from) / (1 + (x/middle)^-rate), with
 * both levels in (0, 1), the rate above 0 and the middle inside the range of the points.
 *
 * <p>The lower of the levels is the floor and the other the ceiling; {@code rate} is per natural
 * logarithm of x.
 */
public final class SaturatingLaw implements Law {
  private static final double[] LEVELS = {0.02, 0.2, 0.5, 0.8, 0.98};
  private static final double[] MIDDLES = {0.2, 0.5, 0.8};
  private static final double[] STEEPNESSES = {3, 10, 30};

  private final String input;
  private final double lowest;
  private final double range;

  private SaturatingLaw(String input, double lowest, double range) {
    this.input = input;
    this.lowest = lowest;
    this.range = range;
  }

  public static SaturatingLaw of(String input, List<LawPoint> points) {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (LawPoint point : points) {
      lowest = Math.min(lowest, Math.log(point.x().getFirst()));
      highest = Math.max(highest, Math.log(point.x().getFirst()));
    }
    return new SaturatingLaw(input, lowest, Math.max(highest - lowest, 1e-9));
  }

  @Override
  public String name() {
    return "saturating";
  }

  @Override
  public String formula() {
    return "from + (to - from) / (1 + (" + input + "/middle)^-rate)";
  }

  @Override
  public List<String> inputs() {
    return List.of(input);
  }

  @Override
  public List<String> parameters() {
    return List.of("from", "to", "middle", "rate");
  }

  @Override
  public double[] features(List<Double> x) {
    return new double[] {Math.log(x.getFirst()) - lowest};
  }

  @Override
  public double predict(double[] theta, double[] features, double[] gradient) {
    double from = logistic(theta[0]);
    double to = logistic(theta[1]);
    double share = logistic(theta[2]);
    double rate = Math.exp(theta[3]);
    double distance = features[0] - share * range;
    double done = logistic(rate * distance);
    double slope = (to - from) * done * (1 - done);
    gradient[0] = (1 - done) * from * (1 - from);
    gradient[1] = done * to * (1 - to);
    gradient[2] = -slope * rate * range * share * (1 - share);
    gradient[3] = slope * rate * distance;
    return from + (to - from) * done;
  }

  @Override
  public double value(int parameter, double coordinate) {
    return switch (parameter) {
      case 2 -> Math.exp(lowest + range * logistic(coordinate));
      case 3 -> Math.exp(coordinate);
      default -> logistic(coordinate);
    };
  }

  @Override
  public List<double[]> starts(List<LawPoint> points) {
    List<double[]> starts = new ArrayList<>();
    for (double from : LEVELS) {
      for (double to : LEVELS) {
        for (double middle : MIDDLES) {
          for (double steepness : STEEPNESSES) {
            if (from != to) {
              starts.add(
                  new double[] {
                    logit(from), logit(to), logit(middle), Math.log(steepness / range)
                  });
            }
          }
        }
      }
    }
    return starts;
  }

  private static double logistic(double value) {
    return 1 / (1 + Math.exp(-value));
  }

  private static double logit(double share) {
    return Math.log(share / (1 - share));
  }
}
