package org.ethogram.report.fits;

import java.util.Optional;
import org.ethogram.stats.laws.rates.VerdictRule;
import org.ethogram.stats.resampling.ClusterBootstrap;

/**
 * Of which trends a verdict is wanted.
 *
 * @param scale empty for the logit where every figure is a rate, the logarithm where every one is
 *     above 0, and the identity elsewhere
 */
public record TrendRequest(
    Columns columns, Optional<FigureScale> scale, ClusterBootstrap bootstrap, VerdictRule rule) {}
