package org.ethogram.report.fits;

import java.util.List;
import java.util.Locale;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.stats.laws.fits.FitLoss;
import org.ethogram.stats.laws.fits.LawFamily;
import org.ethogram.stats.laws.fits.LawPoint;

/** By what a law is fitted to a table. */
public enum LossChoice {
  /**
   * Huber's loss on logarithms for laws of losses and least squares for laws of rates, or what the
   * columns allow: weighted least squares with standard errors, the binomial with trials.
   */
  AUTO,
  LEAST_SQUARES,
  HUBER,
  BINOMIAL,
  BETA_BINOMIAL;

  /** The name that a user writes. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  FitLoss loss(LawFamily family, Columns columns) {
    return switch (this) {
      case LEAST_SQUARES -> new FitLoss.LeastSquares();
      case HUBER -> FitLoss.hoffmann();
      case BINOMIAL -> counted(family, columns, new FitLoss.Binomial());
      case BETA_BINOMIAL -> counted(family, columns, new FitLoss.BetaBinomial());
      case AUTO -> {
        if (family.isOfRates() && columns.trials().isPresent()) {
          yield new FitLoss.Binomial();
        }
        yield family.isOfRates() || columns.standardError().isPresent()
            ? new FitLoss.LeastSquares()
            : FitLoss.hoffmann();
      }
    };
  }

  private FitLoss counted(LawFamily family, Columns columns, FitLoss loss) {
    if (!family.isOfRates() || (columns.trials().isEmpty() && columns.standardError().isEmpty())) {
      throw new EthogramException(
          ErrorCode.USAGE,
          "loss " + this,
          "it needs a law of rates, and a column of trials or of standard errors",
          "Name them by --trials or --se, and choose a saturating or a logit law");
    }
    return loss;
  }

  /** The observations as this loss takes them. */
  static List<LawPoint> points(FitLoss loss, List<Observation> observations) {
    return observations.stream()
        .map(one -> new LawPoint(one.x(), one.y(), weight(loss, one), one.cluster()))
        .toList();
  }

  private static double weight(FitLoss loss, Observation one) {
    return switch (loss) {
      case FitLoss.LeastSquares() -> one.precision();
      case FitLoss.HuberOnLog _ -> 1;
      case FitLoss.Binomial(), FitLoss.BetaBinomial() -> one.impliedTrials();
    };
  }

  /** What the loss is called in a report. */
  static String name(FitLoss loss) {
    return switch (loss) {
      case FitLoss.LeastSquares() -> "least squares";
      case FitLoss.HuberOnLog(double delta) -> "Huber on logarithms, delta " + delta;
      case FitLoss.Binomial() -> "binomial likelihood";
      case FitLoss.BetaBinomial() -> "beta-binomial likelihood";
    };
  }
}
