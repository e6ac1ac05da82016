package org.ethogram.report.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ethogram.core.Seed;
import org.ethogram.lab.store.Episode;
import org.ethogram.lab.store.EpisodeStore;
import org.ethogram.lab.store.RunDescription;
import org.ethogram.lab.store.SubjectLoss;

/**
 * Everything that a store says, for the page and the command line alike.
 *
 * @param headline the measure that the study is first about; its trends come first
 * @param laws measures with a verdict, the headline first
 * @param rates every estimate, subjects in the order of the study
 * @param trends verdicts, those of one reading corrected together
 * @param details trends of the headline by size, by game and by opponent; a look behind the
 *     verdicts
 * @param joint size and training told apart, a measure with a verdict each
 */
public record Findings(
    RunDescription run,
    Lineage lineage,
    String headline,
    List<String> laws,
    Rates rates,
    List<TrendFinding> trends,
    List<TrendFinding> details,
    List<JointFinding> joint,
    List<SubjectLoss> losses,
    List<LossFinding> lossLaws,
    Counts counts) {
  public Findings {
    laws = List.copyOf(laws);
    trends = List.copyOf(trends);
    details = List.copyOf(details);
    joint = List.copyOf(joint);
    losses = List.copyOf(losses);
    lossLaws = List.copyOf(lossLaws);
  }

  /** Reads the episodes of the present plan; the seed is for resampling alone. */
  public static Findings of(EpisodeStore store, Seed seed) {
    Tally tally = new Tally();
    Counts.Counter counter = new Counts.Counter();
    try (Stream<Episode> episodes = store.episodes()) {
      episodes.forEach(
          episode -> {
            tally.add(episode);
            counter.add(episode);
          });
    }
    Lineage lineage = new Lineage(store.subjects());
    Estimates estimates = new Estimates(tally);
    RunDescription run = store.description();
    List<String> laws = laws(run, estimates.measures());
    String headline = laws.isEmpty() ? MeasureCatalogue.COOPERATION : laws.getFirst();
    List<RateFinding> found = new ArrayList<>();
    lineage.subjects().forEach(subject -> found.addAll(estimates.of(subject)));
    Rates rates = new Rates(found);
    Trends trends = new Trends(estimates, lineage, seed);
    return new Findings(
        run,
        lineage,
        headline,
        laws,
        rates,
        verdicts(trends, laws, rates),
        trends.decide(details(headline, lineage, rates)),
        laws.stream().map(trends::joint).toList(),
        store.losses(),
        LossFinding.of(store.losses(), lineage, seed),
        counter.counts(store.planned()));
  }

  private static List<String> laws(RunDescription run, Set<String> measured) {
    List<String> asked = run.laws().isEmpty() ? MeasureCatalogue.USUAL_LAWS : run.laws();
    return asked.stream().filter(measured::contains).distinct().toList();
  }

  private static List<TrendFinding> verdicts(Trends trends, List<String> laws, Rates rates) {
    List<TrendFinding> verdicts = new ArrayList<>();
    for (Reading reading : Reading.values()) {
      if (rates.all().stream().noneMatch(rate -> rate.reading() == reading)) {
        continue;
      }
      List<Trends.Question> questions = new ArrayList<>();
      for (String measure : laws) {
        for (Along along : Along.values()) {
          questions.add(Trends.Question.overall(measure, along, reading));
        }
      }
      verdicts.addAll(trends.decide(questions));
    }
    return verdicts;
  }

  private static List<Trends.Question> details(String headline, Lineage lineage, Rates rates) {
    List<Trends.Question> questions = new ArrayList<>();
    for (String size : lineage.sizes()) {
      questions.add(
          new Trends.Question(
              headline, Along.TRAINING, Slice.ALL, Reading.ALL_EPISODES, Optional.of(size)));
    }
    rates.slices(headline).stream()
        .filter(slice -> !slice.equals(Slice.ALL))
        .filter(slice -> slice.game().isEmpty() || slice.conditions().isEmpty())
        .forEach(
            slice ->
                questions.add(
                    new Trends.Question(
                        headline, Along.SIZE, slice, Reading.ALL_EPISODES, Optional.empty())));
    return questions;
  }

  /** The verdict on a measure along an axis, where it was asked for. */
  public Optional<TrendFinding> trend(String measure, Along along, Reading reading) {
    return trends.stream()
        .filter(trend -> trend.measure().name().equals(measure))
        .filter(trend -> trend.along() == along && trend.reading() == reading)
        .findFirst();
  }

  /** The detail of the headline for a size or a slice, where there is one. */
  public Optional<TrendFinding> detail(Along along, Slice slice, Optional<String> size) {
    return details.stream()
        .filter(trend -> trend.along() == along && trend.slice().equals(slice))
        .filter(trend -> trend.size().equals(size))
        .findFirst();
  }

  /** Whether the study had a comprehension gate at all. */
  public boolean isGated() {
    return rates.holds(MeasureCatalogue.GATE);
  }
}
