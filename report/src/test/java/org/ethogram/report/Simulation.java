package org.ethogram.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.ethogram.core.Provenance;
import org.ethogram.core.Ratio;
import org.ethogram.core.Seed;
import org.ethogram.evaluations.CaseResult;
import org.ethogram.evaluations.EvaluationCase;
import org.ethogram.evaluations.Measurement;
import org.ethogram.evaluations.Outcome;
import org.ethogram.lab.store.Episode;
import org.ethogram.lab.store.EpisodeKey;
import org.ethogram.lab.store.RunDescription;
import org.ethogram.lab.store.Subject;
import org.ethogram.lab.store.SubjectLoss;
import org.ethogram.models.ModelIdentity;
import org.ethogram.models.ModelScale;

/**
 * A study whose truth is known: the logit of cooperation is linear in log10 N and log10 D.
 *
 * @param perSize logits per decade of parameters
 * @param perTraining logits per decade of training tokens
 * @param noise standard deviation of a prompt variant's preference, in logits
 */
record Simulation(
    List<Long> sizes,
    List<Long> tokens,
    int families,
    double perSize,
    double perTraining,
    double noise,
    String studyText) {
  static final List<Long> SIZES = List.of(12_000L, 40_000L, 150_000L, 600_000L);
  static final List<Long> TOKENS =
      List.of(0L, 65_536L, 131_072L, 262_144L, 524_288L, 1_048_576L, 2_097_152L, 4_194_304L);
  static final double TRUTH = 0.62;
  private static final List<String> GAMES =
      List.of("prisoners-dilemma", "stag-hunt", "chicken", "bach-or-stravinsky", "public-goods");
  private static final List<String> OPPONENTS =
      List.of("always-cooperate", "always-defect", "tit-for-tat", "defect-once(2)", "random");

  static Simulation rising() {
    return new Simulation(SIZES, TOKENS, 2, 0.6, 0.5, 0.25, "study: simulated\nseed: 7\n");
  }

  /** One family and few checkpoints. */
  static Simulation small() {
    return new Simulation(
        SIZES,
        List.of(0L, 131_072L, 524_288L, 2_097_152L),
        1,
        0.6,
        0.5,
        0.25,
        "study: simulated\nseed: 7\n");
  }

  Simulation with(double slopeBySize, double slopeByTraining, double variantNoise) {
    return new Simulation(
        sizes, tokens, families, slopeBySize, slopeByTraining, variantNoise, studyText);
  }

  Simulation withSizes(List<Long> others) {
    return new Simulation(others, tokens, families, perSize, perTraining, noise, studyText);
  }

  Simulation withStudy(String text) {
    return new Simulation(sizes, tokens, families, perSize, perTraining, noise, text);
  }

  SimulatedStore store(Seed seed) {
    List<Subject> subjects = subjects();
    SimulatedStore store =
        new SimulatedStore(description(studyText), subjects, 16L * GAMES.size() * subjects.size());
    for (Subject subject : subjects) {
      for (String game : GAMES) {
        for (int variant = 0; variant < 16; variant++) {
          store.append(episode(subject, game, variant, seed), "");
        }
      }
      subject
          .identity()
          .scale()
          .parameters()
          .ifPresent(
              parameters ->
                  store.append(loss(subject, size(subject), Math.max(tokensOf(subject), 30_000))));
    }
    return store;
  }

  /** The same subjects, but nothing could be run. */
  SimulatedStore failures() {
    List<Subject> subjects = subjects();
    SimulatedStore store = new SimulatedStore(description(studyText), subjects, 1_000);
    for (Subject subject : subjects) {
      CaseResult failed = new CaseResult(Outcome.ERRORED, List.of(), "the <model> did not load");
      store.append(episode(subject, evaluationCase("stag-hunt", 0), new Seed(1), failed), "");
    }
    return store;
  }

  static RunDescription description(String studyText) {
    return new RunDescription(
        "cooperation",
        "Does cooperation in repeated games rise or fall with model size and with training?",
        studyText,
        List.of(),
        "ethogram run studies/cooperation.yaml --seed 7",
        new Seed(7),
        new Provenance(
            "0.1.0", "Temurin 25", "Linux", "cpu, 2 threads", Map.of("libtorch", "2.10.0")),
        List.of(),
        Instant.parse("2026-01-02T03:04:05Z"));
  }

  private List<Subject> subjects() {
    List<Subject> subjects = new ArrayList<>();
    for (int family = 1; family <= families; family++) {
      for (long size : sizes) {
        for (long seen : tokens) {
          String name = size / 1000 + "k";
          String label = name + "@step" + seen / 8192 + (families > 1 ? "/" + family : "");
          ModelScale scale =
              new ModelScale(
                  OptionalLong.of(size),
                  OptionalLong.of(seen),
                  OptionalLong.of(seen / 8192),
                  OptionalLong.of(0));
          subjects.add(
              new Subject(label, "seed " + family, name, false, identity(label, seen, scale)));
        }
      }
    }
    subjects.add(
        new Subject(
            "ideal reader",
            "reference",
            "ideal reader",
            true,
            identity("ideal reader", 0, ModelScale.UNKNOWN)));
    return subjects;
  }

  private static ModelIdentity identity(String label, long tokens, ModelScale scale) {
    return new ModelIdentity(
        label, "step" + tokens / 8192, "GPTNeoXForCausalLM", "9f8e7d6c5b4a", "a1b2c3d4e5f6", scale);
  }

  private static EvaluationCase evaluationCase(String game, int variant) {
    return new EvaluationCase(
        new TreeMap<>(
            Map.of(
                "game", game,
                "words", Integer.toString(1 + variant / 8),
                "labels", (variant & 4) == 0 ? "straight" : "swapped",
                "rules", (variant & 2) == 0 ? "forward" : "reversed",
                "mention", (variant & 1) == 0 ? "forward" : "reversed")));
  }

  private Episode episode(Subject subject, String game, int variant, Seed seed) {
    EvaluationCase cell = evaluationCase(game, variant);
    Seed own = seed.derive(subject.label() + cell.identity());
    return episode(subject, cell, own, CaseResult.scored(measured(subject, game, variant, own)));
  }

  private static Episode episode(
      Subject subject, EvaluationCase cell, Seed seed, CaseResult result) {
    return new Episode(
        new EpisodeKey(subject.label(), "cooperation", "s", cell.identity(), 0),
        subject,
        cell,
        seed,
        result,
        Instant.EPOCH,
        Duration.ofMillis(5));
  }

  private List<Measurement> measured(Subject subject, String game, int variant, Seed seed) {
    RandomGenerator random = seed.generator();
    double scale =
        subject.reference()
            ? 0
            : perSize * (Math.log10(size(subject)) - 5)
                + perTraining * (Math.log10(Math.max(tokensOf(subject), 20_000.0)) - 5.5);
    double logit =
        subject.reference()
            ? Math.log(TRUTH / (1 - TRUTH))
            : scale + noise * (variant / 7.5 - 1) + 0.3 * noise * random.nextGaussian();
    double learnt =
        subject.reference() ? 0.98 : 0.5 + 0.45 * logistic(2 * scale - 1) * (perSize > 0 ? 1 : 0.6);
    List<Measurement> all = new ArrayList<>();
    if (!game.equals("bach-or-stravinsky")) {
      double pooled = 0;
      for (int index = 0; index < OPPONENTS.size(); index++) {
        double rate = logistic(logit + 0.25 * (1 - index));
        pooled += rate;
        add(all, "cooperation-rate", "opponent", OPPONENTS.get(index), rate * 5, 5);
        add(all, "left-out-mass", "opponent", OPPONENTS.get(index), 0.001, 1);
        add(all, "label-mass", "opponent", OPPONENTS.get(index), 0.97, 1);
      }
      add(all, "cooperation-rate", "opponent", "panel", pooled * 5, 25);
      add(all, "cooperation-rate", "opponent", "self", logistic(logit + 0.1) * 5, 5);
      add(all, "forgiveness", "opponent", "panel", logistic(logit + 0.4), 1);
      add(all, "spitefulness", "opponent", "panel", logistic(0.2 - logit), 1);
      add(all, "lasting-defection", "opponent", "panel", logistic(0.5 - logit), 1);
      add(all, "exploitation", "opponent", "panel", logistic(-logit), 1);
      add(all, "spitefulness-contrast", "histories", "forced", -0.3, 1);
      add(all, "efficiency", "opponent", "panel", 0.2 + logistic(logit), 1);
    } else {
      add(all, "coordination-rate", "opponent", "panel", 0.5, 1);
    }
    for (String kind : List.of("own-payoff", "last-other-action", "best-response")) {
      double right = Math.clamp(learnt + 0.05 * random.nextGaussian(), 0, 1);
      add(all, "comprehension", "kind", kind, 4 * right, 4);
      add(all, "comprehension-chance", "kind", kind, 2, 4);
    }
    add(all, "comprehension-gate", "", "", learnt > 0.7 ? 1 : 0, 1);
    add(all, "first-mentioned-rate", "", "", (variant & 1) == 0 ? 0.58 : 0.46, 1);
    add(all, "first-rule-rate", "", "", (variant & 2) == 0 ? 0.55 : 0.48, 1);
    add(all, "repetition-rate", "", "", 0.6, 1);
    return all;
  }

  private static SubjectLoss loss(Subject subject, double parameters, double tokens) {
    double nats = 0.9 + 8 * Math.pow(parameters, -0.3) + 60 * Math.pow(tokens, -0.4);
    return new SubjectLoss(subject.label(), "held-out", nats, OptionalLong.of(20_000));
  }

  private static double size(Subject subject) {
    return (double) subject.identity().scale().parameters().orElseThrow();
  }

  private static double tokensOf(Subject subject) {
    return (double) subject.identity().scale().trainingTokens().orElse(0);
  }

  private static double logistic(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  private static void add(
      List<Measurement> all,
      String measure,
      String condition,
      String level,
      double up,
      double down) {
    TreeMap<String, String> conditions = new TreeMap<>();
    if (!condition.isEmpty()) {
      conditions.put(condition, level);
    }
    all.add(new Measurement(measure, conditions, new Ratio(up, down)));
  }
}
