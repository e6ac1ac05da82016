package org.ethogram.report.fits;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.laws.fits.Extrapolation;
import org.ethogram.stats.laws.fits.Forecast;
import org.ethogram.stats.laws.fits.LawComparison;
import org.ethogram.stats.laws.fits.LawFit;
import org.ethogram.stats.laws.rates.RateTrend;
import org.ethogram.stats.laws.rates.VerdictRule;

/**
 * A law fitted to one group of a table, and how far it can be trusted.
 *
 * @param group or empty where there is one
 * @param observations in the order of the points of the fit
 * @param profiles intervals by profile likelihood; they need independent points
 * @param heldOut what was predicted of the values held out, and what the largest value kept says
 * @param backTest each value of the input predicted from the smaller ones
 * @param rivals fits of other laws, with the comparison of all in {@code comparison}
 * @param failures of rivals that could not be fitted, by law
 * @param directions what y does along each input, called for all groups together
 */
public record FittedLaw(
    String group,
    List<Observation> observations,
    LawFit fit,
    Map<String, Estimate> profiles,
    List<HeldOutValue> heldOut,
    List<Extrapolation> backTest,
    List<LawFit> rivals,
    Optional<LawComparison> comparison,
    Map<String, String> failures,
    List<Forecast> forecasts,
    List<Direction> directions) {
  public FittedLaw {
    observations = List.copyOf(observations);
    heldOut = List.copyOf(heldOut);
    backTest = List.copyOf(backTest);
    rivals = List.copyOf(rivals);
    forecasts = List.copyOf(forecasts);
    directions = List.copyOf(directions);
  }

  /**
   * A value of the input that the law had not seen.
   *
   * @param noChange the error of predicting that nothing changes after the largest value kept
   */
  public record HeldOutValue(Extrapolation extrapolation, double noChange) {}

  /** What y does along one input. */
  public record Direction(
      String input, FigureScale scale, RateTrend trend, VerdictRule.Call call) {}

  FittedLaw with(List<Direction> called) {
    return new FittedLaw(
        group,
        observations,
        fit,
        profiles,
        heldOut,
        backTest,
        rivals,
        comparison,
        failures,
        forecasts,
        called);
  }
}
