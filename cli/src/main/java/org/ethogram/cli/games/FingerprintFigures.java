package org.ethogram.cli.games;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ethogram.games.fingerprints.Fingerprint;
import org.ethogram.games.fingerprints.TransitiveFingerprint;
import org.ethogram.report.figure.Axis;
import org.ethogram.report.figure.ColourScale;
import org.ethogram.report.figure.HeatMap;
import org.ethogram.report.figure.HeatMap.Cell;
import org.ethogram.report.figure.HeatMap.Side;

/** Fingerprints as heat maps. */
final class FingerprintFigures {
  private FingerprintFigures() {}

  /** The origin stands at the bottom left. */
  static HeatMap of(Fingerprint fingerprint) {
    double[] places = fingerprint.places().stream().mapToDouble(Double::doubleValue).toArray();
    int side = places.length;
    List<List<Cell>> cells =
        IntStream.range(0, side)
            .mapToObj(
                row ->
                    IntStream.range(0, side)
                        .mapToObj(x -> Cell.of(fingerprint.at(x, side - 1 - row).score()))
                        .toList())
            .toList();
    double[] downwards =
        IntStream.range(0, side).mapToDouble(row -> places[side - 1 - row]).toArray();
    return new HeatMap(
        "fingerprint",
        fingerprint.strategy() + ", probed by Joss-Ann of " + fingerprint.probe(),
        "Each point is what the strategy earns a round ("
            + fingerprint.basis()
            + ") against the probe with chances x of cooperating and y of defecting out of turn;"
            + " above the diagonal against the dual of the probe.",
        "score",
        "payoff a round",
        Side.numbers("y", "y, defects out of turn", downwards),
        Side.numbers("x", "x, cooperates out of turn", places),
        ColourScale.covering(cells, Axis.Notation.DECIMAL),
        cells);
  }

  static HeatMap of(TransitiveFingerprint fingerprint) {
    List<List<Cell>> cells =
        fingerprint.rates().stream()
            .map(row -> row.stream().map(rate -> Cell.of(rate.value().orElseThrow())).toList())
            .toList();
    int rounds = cells.getFirst().size();
    boolean random =
        fingerprint.opponents().size() > 1
            && fingerprint.opponents().stream().allMatch(name -> name.startsWith("random("));
    return new HeatMap(
        "transitive-fingerprint",
        fingerprint.strategy() + ", round by round",
        "Each cell is how often the strategy cooperates in a round against an opponent ("
            + fingerprint.basis()
            + ").",
        "cooperation",
        "cooperation",
        random ? byChance(fingerprint) : Side.names("opponent", "", fingerprint.opponents()),
        Side.numbers("round", "round", IntStream.rangeClosed(1, rounds).asDoubleStream().toArray()),
        ColourScale.rate(),
        cells);
  }

  private static Side byChance(TransitiveFingerprint fingerprint) {
    double[] chances =
        fingerprint.opponents().stream()
            .flatMapToDouble(
                name ->
                    DoubleStream.of(
                        Double.parseDouble(name.substring("random(".length(), name.length() - 1))))
            .toArray();
    return Side.numbers("opponent_cooperation", "opponent's chance of cooperation", chances);
  }
}
