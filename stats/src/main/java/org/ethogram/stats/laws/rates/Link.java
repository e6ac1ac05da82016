package org.ethogram.stats.laws.rates;

/** The scale on which a law is linear. */
public enum Link {
  /** For rates in [0, 1]; the variance is proportional to that of a binomial. */
  LOGIT,
  /** For differences of rates and other unbounded figures; the variance is constant. */
  IDENTITY;

  double mean(double linear) {
    return switch (this) {
      case LOGIT -> 1 / (1 + Math.exp(-linear));
      case IDENTITY -> linear;
    };
  }

  /** The variance of an observation of weight 1, up to the dispersion. */
  double variance(double mean) {
    return switch (this) {
      case LOGIT -> Math.max(mean * (1 - mean), 1e-12);
      case IDENTITY -> 1;
    };
  }

  /** Twice the log-likelihood lost against a fit that meets the observation exactly. */
  double deviance(double observed, double mean) {
    return switch (this) {
      case LOGIT ->
          2 * (logRatio(observed, mean) + logRatio(1 - observed, Math.max(1 - mean, 1e-300)));
      case IDENTITY -> (observed - mean) * (observed - mean);
    };
  }

  /** The linear predictor at which the iteration starts. */
  double start(double observed) {
    return switch (this) {
      case LOGIT -> {
        double inside = Math.clamp(observed, 0.01, 0.99);
        yield Math.log(inside / (1 - inside));
      }
      case IDENTITY -> observed;
    };
  }

  private static double logRatio(double observed, double expected) {
    return observed <= 0 ? 0 : observed * Math.log(observed / Math.max(expected, 1e-300));
  }
}
