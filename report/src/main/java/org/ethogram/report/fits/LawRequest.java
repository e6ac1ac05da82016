package org.ethogram.report.fits;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ethogram.stats.laws.fits.BoundedLaw.Bounds;
import org.ethogram.stats.laws.fits.LawFamily;
import org.ethogram.stats.laws.rates.VerdictRule;
import org.ethogram.stats.resampling.ClusterBootstrap;

/**
 * What is to be fitted.
 *
 * @param rivals other laws to compare it with
 * @param bounds of parameters, by name
 * @param places at which to forecast, the inputs in their order
 */
public record LawRequest(
    Columns columns,
    LawFamily law,
    List<LawFamily> rivals,
    LossChoice loss,
    Map<String, Bounds> bounds,
    Optional<HoldOut> holdOut,
    List<List<Double>> places,
    ClusterBootstrap bootstrap,
    VerdictRule rule) {
  public LawRequest {
    rivals = List.copyOf(rivals);
    bounds = Map.copyOf(bounds);
    places = places.stream().map(List::copyOf).toList();
  }
}
