package org.ethogram.report.fits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.report.fits.FittedLaw.Direction;
import org.ethogram.report.fits.FittedLaw.HeldOutValue;
import org.ethogram.stats.laws.fits.BoundedLaw;
import org.ethogram.stats.laws.fits.Extrapolation;
import org.ethogram.stats.laws.fits.FitLoss;
import org.ethogram.stats.laws.fits.Forecast;
import org.ethogram.stats.laws.fits.LawComparison;
import org.ethogram.stats.laws.fits.LawFamily;
import org.ethogram.stats.laws.fits.LawFit;
import org.ethogram.stats.laws.fits.LawFitter;
import org.ethogram.stats.laws.fits.LawPoint;
import org.ethogram.stats.laws.fits.ProfileLikelihood;
import org.ethogram.stats.laws.rates.RateTrend;
import org.ethogram.stats.laws.rates.VerdictRule;

/** Fits a law to each group of a table. */
public final class LawFitting {
  private final LawRequest request;
  private final FitLoss loss;
  private final LawFitter fitter;

  private LawFitting(LawRequest request) {
    this.request = request;
    this.loss = request.loss().loss(request.law(), request.columns());
    this.fitter = new LawFitter(loss, request.bootstrap());
  }

  /**
   * One law a group, in the order in which groups appear.
   *
   * @throws EthogramException {@code INVALID_DATA} where a group holds fewer points than parameters
   *     or figures that the loss cannot take
   */
  public static List<FittedLaw> of(Observations observations, LawRequest request) {
    LawFitting fitting = new LawFitting(request);
    fitting.check(observations);
    List<FittedLaw> fitted = new ArrayList<>();
    observations.byGroup().forEach((group, members) -> fitted.add(fitting.fit(group, members)));
    return fitting.called(fitted);
  }

  private void check(Observations observations) {
    for (Observation one : observations.kept()) {
      boolean rateWanted = request.law().isOfRates() && !one.isRate();
      if (rateWanted || (loss.needsPositive() && !(one.y() > 0))) {
        throw new EthogramException(
            ErrorCode.INVALID_DATA,
            observations.dataset().source() + ":" + one.row(),
            request.columns().y() + " = " + one.y(),
            rateWanted
                ? "Fit a law of losses, or give rates from 0 to 1"
                : "A logarithm needs figures above 0; choose --loss least-squares");
      }
    }
  }

  private FittedLaw fit(String group, List<Observation> members) {
    List<LawPoint> points = LossChoice.points(loss, members);
    LawFitter.Family family =
        BoundedLaw.within(request.law().over(request.columns().x()), request.bounds());
    LawFit fit = fitter.fit(family, points);
    List<LawFit> rivals = new ArrayList<>();
    Map<String, String> failures = new LinkedHashMap<>();
    for (LawFamily rival : request.rivals()) {
      try {
        rivals.add(fitter.fit(rival.over(request.columns().x()), points));
      } catch (EthogramException failure) {
        failures.put(rival.label(), failure.problem());
      }
    }
    List<LawFit> compared = new ArrayList<>(List.of(fit));
    compared.addAll(rivals);
    int tested = request.holdOut().map(HoldOut::input).orElse(0);
    return new FittedLaw(
        group,
        members,
        fit,
        ProfileLikelihood.intervals(fit, request.bootstrap().level()),
        request.holdOut().map(held -> heldOut(family, points, held)).orElse(List.of()),
        Extrapolation.backTest(fitter, family, points, tested),
        rivals,
        rivals.isEmpty() ? Optional.empty() : Optional.of(LawComparison.of(compared)),
        failures,
        Forecast.at(fit, request.places(), request.bootstrap().level(), request.bootstrap().seed()),
        List.of());
  }

  private List<HeldOutValue> heldOut(LawFitter.Family family, List<LawPoint> points, HoldOut held) {
    List<Extrapolation> predictions =
        Extrapolation.ofLargest(fitter, family, points, held.input(), held.largest());
    return predictions.stream()
        .map(
            prediction ->
                new HeldOutValue(
                    prediction, noChange(points, held.input(), predictions.getFirst(), prediction)))
        .toList();
  }

  /** The error of the mean at the largest value kept, in the unit of the law's own error. */
  private double noChange(
      List<LawPoint> points, int input, Extrapolation first, Extrapolation prediction) {
    double kept =
        points.stream()
            .mapToDouble(point -> point.x().get(input))
            .filter(x -> x < first.heldOut())
            .max()
            .orElseThrow();
    double before =
        points.stream()
            .filter(point -> point.x().get(input) == kept)
            .mapToDouble(LawPoint::y)
            .average()
            .orElseThrow();
    double squares =
        points.stream()
            .filter(point -> point.x().get(input) == prediction.heldOut())
            .mapToDouble(point -> (before - point.y()) / (loss.needsRate() ? 1 : point.y()))
            .map(error -> error * error)
            .average()
            .orElseThrow();
    return Math.sqrt(squares);
  }

  /** The same with what y does along each input, corrected over all groups and inputs. */
  private List<FittedLaw> called(List<FittedLaw> fitted) {
    List<RateTrend> trends = new ArrayList<>();
    for (FittedLaw law : fitted) {
      FigureScale scale = FigureScale.fitting(law.observations());
      for (int input = 0; input < request.columns().x().size(); input++) {
        trends.add(TrendFitting.along(law.observations(), input, scale, request.bootstrap()));
      }
    }
    List<VerdictRule.Call> calls = request.rule().decide(trends);
    List<FittedLaw> called = new ArrayList<>();
    int next = 0;
    for (FittedLaw law : fitted) {
      List<Direction> directions = new ArrayList<>();
      for (String input : request.columns().x()) {
        directions.add(
            new Direction(
                input, FigureScale.fitting(law.observations()), trends.get(next), calls.get(next)));
        next++;
      }
      called.add(law.with(directions));
    }
    return called;
  }
}
