package org.ethogram.report.plots;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ethogram.report.figure.Figure;
import org.ethogram.report.figure.Panel;
import org.ethogram.report.figure.Point;
import org.ethogram.report.figure.Series;
import org.ethogram.report.figure.Series.Marker;
import org.ethogram.report.figure.Tone;
import org.ethogram.report.findings.Along;
import org.ethogram.report.findings.Findings;
import org.ethogram.report.findings.Reading;
import org.ethogram.report.findings.Slice;
import org.ethogram.report.findings.TrendFinding;

/** The headline game by game and opponent by opponent, at the last checkpoints. */
final class SlicePlots {
  private final Findings findings;
  private final Plotting plotting;
  private final String headline;

  SlicePlots(Findings findings) {
    this.findings = findings;
    this.plotting = new Plotting(findings);
    this.headline = findings.headline();
  }

  Figure byGame() {
    List<Slice> games =
        slices().stream()
            .filter(slice -> !slice.game().isEmpty() && slice.conditions().isEmpty())
            .toList();
    return figure("game", games, Slice::game);
  }

  Figure byOpponent() {
    return figure("opponent", opponents(), slice -> slice.level(Slice.OPPONENT));
  }

  /** A panel a game, a line an opponent. */
  Figure byGameAndOpponent() {
    List<Panel> panels = new ArrayList<>();
    List<String> games =
        slices().stream().map(Slice::game).filter(g -> !g.isEmpty()).distinct().toList();
    List<Slice> opponents = opponents();
    for (String game : games) {
      List<Series> series = new ArrayList<>();
      for (int index = 0; index < opponents.size(); index++) {
        String opponent = opponents.get(index).level(Slice.OPPONENT);
        Slice slice = Slice.of(game, Slice.OPPONENT, opponent);
        series.add(
            new Series(
                opponent,
                true,
                Tone.category(index),
                Marker.of(index),
                finals(slice),
                findings.lineage().families().size() == 1,
                List.of()));
      }
      panels.add(
          new Panel(
              Spoken.name(game),
              plotting.axis(Along.SIZE),
              plotting.axis(headline),
              series,
              List.of(),
              ""));
    }
    return new Figure(
        headline + "-by-game-and-opponent",
        title() + " game by game, by opponent",
        "Last checkpoints. Bars are 95% intervals clustered by prompt variant, moved aside where"
            + " they would cover each other.",
        2,
        panels);
  }

  private Figure figure(String by, List<Slice> slices, Function<Slice, String> name) {
    List<Panel> panels = new ArrayList<>();
    for (Slice slice : slices) {
      Optional<TrendFinding> law = findings.detail(Along.SIZE, slice, Optional.empty());
      List<Series> series = new ArrayList<>();
      law.map(Plotting::law).ifPresent(series::add);
      series.addAll(plotting.finals(headline, slice, Reading.ALL_EPISODES, true));
      panels.add(
          new Panel(
              Spoken.name(name.apply(slice)),
              plotting.axis(Along.SIZE),
              plotting.axis(headline),
              series,
              plotting.truth(headline, slice),
              law.map(Plotting::note).orElse("")));
    }
    return new Figure(
        headline + "-by-" + by,
        title() + " by " + by,
        "Last checkpoints; bars are 95% intervals clustered by prompt variant. The grey line is the"
            + " law of the panel with its 95% interval, the dashed line the reference. The panels'"
            + " verdicts are corrected together, apart from those of the headline.",
        3,
        panels);
  }

  private List<Slice> slices() {
    return findings.rates().slices(headline);
  }

  private List<Slice> opponents() {
    return slices().stream()
        .filter(slice -> slice.game().isEmpty())
        .filter(slice -> slice.conditions().keySet().equals(Set.of(Slice.OPPONENT)))
        .toList();
  }

  private List<Point> finals(Slice slice) {
    return plotting.points(
        findings.lineage().finals(), Along.SIZE, headline, slice, Reading.ALL_EPISODES);
  }

  private String title() {
    return plotting.measure(headline).title();
  }
}
