package org.ethogram.report.fits;

import java.util.List;
import java.util.Locale;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Ratio;
import org.ethogram.stats.laws.rates.Link;

/** The scale on which a figure changes evenly along decades. */
public enum FigureScale {
  /** For rates in [0, 1]. */
  LOGIT("logits per decade"),
  /** For figures above 0, such as losses: a change by a share of themselves. */
  LOG("ln y per decade"),
  IDENTITY("y per decade");

  private final String slopeUnit;

  FigureScale(String slopeUnit) {
    this.slopeUnit = slopeUnit;
  }

  /** The name that a user writes. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a slope is counted in. */
  String slopeUnit() {
    return slopeUnit;
  }

  Link link() {
    return this == LOGIT ? Link.LOGIT : Link.IDENTITY;
  }

  /** Logit where every figure is a rate, the logarithm where every one is above 0. */
  static FigureScale fitting(List<Observation> observations) {
    if (observations.stream().allMatch(Observation::isRate)) {
      return LOGIT;
    }
    return observations.stream().allMatch(one -> one.y() > 0) ? LOG : IDENTITY;
  }

  /**
   * @throws EthogramException {@code INVALID_DATA} with the first row that the scale cannot hold
   */
  void check(Observations observations) {
    for (Observation one : observations.kept()) {
      boolean held =
          switch (this) {
            case LOGIT -> one.isRate();
            case LOG -> one.y() > 0;
            case IDENTITY -> true;
          };
      if (!held) {
        throw new EthogramException(
            ErrorCode.INVALID_DATA,
            observations.dataset().source() + ":" + one.row(),
            "y = " + one.y() + " has no " + label(),
            "Choose another link");
      }
    }
  }

  /** The figure on its scale over its weight. */
  Ratio ratio(Observation one) {
    return switch (this) {
      case LOGIT -> weighted(one.y(), one.impliedTrials());
      case LOG ->
          weighted(
              Math.log(one.y()),
              one.standardError().isPresent() ? one.precision() * one.y() * one.y() : 1);
      case IDENTITY -> weighted(one.y(), one.precision());
    };
  }

  /** The figure whose value on this scale (but for the logit, which the link undoes) is given. */
  double figure(double value) {
    return this == LOG ? Math.exp(value) : value;
  }

  private static Ratio weighted(double value, double weight) {
    return new Ratio(value * weight, weight);
  }
}
