package org.ethogram.report.plots;

import java.util.ArrayList;
import java.util.List;
import org.ethogram.report.figure.Figure;
import org.ethogram.report.findings.Findings;
import org.ethogram.report.findings.MeasureCatalogue;

/**
 * The figures of a study, by the section that they belong to; those without a point are left out.
 *
 * @param headline the study's first question, against size and against training
 * @param competence comprehension and biases
 * @param slices by game and by opponent
 * @param behaviours the other measures with a verdict
 * @param losses the loss law
 */
public record Plots(
    List<Figure> headline,
    List<Figure> competence,
    List<Figure> slices,
    List<Figure> behaviours,
    List<Figure> losses) {

  public static Plots of(Findings findings) {
    ScalePlots scale = new ScalePlots(findings);
    CompetencePlots competence = new CompetencePlots(findings);
    SlicePlots slices = new SlicePlots(findings);
    String headline = findings.headline();
    List<Figure> first = List.of(scale.bySize(headline), scale.byTraining(headline));
    List<Figure> understood = new ArrayList<>();
    if (!headline.equals(MeasureCatalogue.COMPREHENSION)) {
      understood.add(competence.byTraining());
    }
    understood.add(competence.byKind());
    understood.add(competence.preference());
    if (findings.isGated()) {
      understood.add(scale.byGate(headline));
    }
    understood.add(competence.biases());
    List<Figure> others =
        findings.laws().stream()
            .filter(measure -> !measure.equals(headline))
            .filter(measure -> !measure.equals(MeasureCatalogue.COMPREHENSION))
            .map(scale::bySize)
            .toList();
    return new Plots(
        seen(first),
        seen(understood),
        seen(List.of(slices.byGame(), slices.byOpponent(), slices.byGameAndOpponent())),
        seen(others),
        seen(List.of(new LossPlot(findings).byTraining())));
  }

  public List<Figure> all() {
    List<Figure> all = new ArrayList<>(headline);
    all.addAll(competence);
    all.addAll(slices);
    all.addAll(behaviours);
    all.addAll(losses);
    return all;
  }

  private static List<Figure> seen(List<Figure> figures) {
    return figures.stream().filter(figure -> !figure.isEmpty()).toList();
  }
}
