package org.ethogram.evaluations.cooperation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Ratio;
import org.ethogram.core.Seed;
import org.ethogram.evaluations.CallRange;
import org.ethogram.evaluations.CaseResult;
import org.ethogram.evaluations.Cast;
import org.ethogram.evaluations.Evaluation;
import org.ethogram.evaluations.EvaluationCase;
import org.ethogram.evaluations.Measurement;
import org.ethogram.evaluations.Outcome;
import org.ethogram.evaluations.comprehension.ComprehensionGate;
import org.ethogram.evaluations.comprehension.ComprehensionScore;
import org.ethogram.evaluations.elicitation.AnswerForm;
import org.ethogram.evaluations.elicitation.ChoiceMemo;
import org.ethogram.evaluations.elicitation.ChoiceSampler;
import org.ethogram.evaluations.elicitation.CountedChoices;
import org.ethogram.evaluations.elicitation.LabelChoice;
import org.ethogram.evaluations.play.ExactPlay;
import org.ethogram.evaluations.play.Lineup;
import org.ethogram.evaluations.play.Matches;
import org.ethogram.evaluations.play.SampledPlay;
import org.ethogram.games.Game;
import org.ethogram.models.Capability;
import org.ethogram.models.LanguageModel;

/**
 * How a language model plays repeated games against classic strategies and itself (after Akata et
 * al., Playing repeated games with large language models; what differs and why stands in
 * docs/behaviours/cooperation.md).
 *
 * <p>An episode is one game in one prompt variant against the whole panel.
 */
public final class CooperationEvaluation implements Evaluation {
  private static final String GAME = "game";

  private final CooperationSettings settings;
  private final Map<String, CallRange> calls = new ConcurrentHashMap<>();

  public CooperationEvaluation(CooperationSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "cooperation";
  }

  @Override
  public SortedMap<String, String> settings() {
    return settings.identity();
  }

  @Override
  public List<EvaluationCase> cases() {
    List<EvaluationCase> cases = new ArrayList<>();
    for (Game game : settings.games()) {
      for (PromptVariant variant :
          PromptVariant.crossing(settings.wordPairs(), settings.phrasings())) {
        SortedMap<String, String> factors = new TreeMap<>(variant.factors());
        factors.put(GAME, game.name());
        cases.add(new EvaluationCase(factors));
      }
    }
    return cases;
  }

  @Override
  public CallRange calls(EvaluationCase evaluationCase, Set<Capability> subject) {
    boolean scored = subject.contains(Capability.SCORING);
    // Neither the words nor their order change how many histories there are.
    return calls.computeIfAbsent(
        evaluationCase.factor(GAME) + scored,
        game -> {
          var anyWords = new LabelChoice(settings.words().getFirst(), OptionalInt.of(1));
          return new CallCount(settings, told(evaluationCase, anyWords), scored).range();
        });
  }

  /** Sampled play needs no more than answers. */
  @Override
  public Set<Capability> needed() {
    return settings.elicitation() == Elicitation.EXACT ? Set.of(Capability.SCORING) : Set.of();
  }

  @Override
  public CaseResult run(EvaluationCase evaluationCase, Cast cast, Seed seed) {
    try {
      return play(evaluationCase, cast.subject(), seed);
    } catch (EthogramException failure) {
      if (isOfTheModel(failure.code())) {
        return new CaseResult(
            Outcome.ERRORED, List.of(), failure.code().label() + " " + failure.getMessage());
      }
      throw failure;
    }
  }

  private CaseResult play(EvaluationCase evaluationCase, LanguageModel subject, Seed seed) {
    LabelChoice labels =
        LabelChoice.choose(subject, settings.words(), settings.wordPairs())
            .get(PromptVariant.of(evaluationCase).words());
    ToldGame told = told(evaluationCase, labels);
    int rounds = settings.rounds(told.game(), seed.derive("horizon"));
    List<Lineup> lineups = settings.opponents().stream().map(told::lineup).toList();
    ChoiceMemo scored = new ChoiceMemo(subject);
    List<Matches> matches =
        switch (settings.elicitation()) {
          case EXACT -> new ExactPlay(scored, rounds, settings.threshold()).play(lineups);
          case SAMPLED -> sampled(subject, rounds, form(labels), seed).play(lineups);
        };
    if (matches.stream().allMatch(of -> of.histories().isEmpty())) {
      return unplayed(matches);
    }
    List<Measurement> measurements = new ArrayList<>();
    measurements.addAll(new PlayMeasures(told.game(), rounds).of(matches));
    measurements.addAll(new BiasMeasures(told).of(matches));
    measurements.addAll(labelTokens(labels));
    if (subject.capabilities().contains(Capability.SCORING)) {
      measurements.addAll(outsideMatches(told, scored, rounds));
    } else if (settings.draws() > 0) {
      var counted =
          new CountedChoices(
              new ChoiceSampler(
                  subject, settings.draws(), settings.answerTokens(), seed.derive("choices")));
      measurements.addAll(outsideMatches(told, counted.memo(), rounds));
      measurements.add(new Measurement("unmatched-choices", new TreeMap<>(), counted.unmatched()));
      measurements.add(new Measurement("refused-choices", new TreeMap<>(), counted.refused()));
    }
    return CaseResult.scored(measurements);
  }

  private List<Measurement> outsideMatches(ToldGame told, ChoiceMemo memo, int rounds) {
    List<Measurement> measurements = new ArrayList<>();
    measurements.addAll(new ForcedHistories(told, memo, rounds).measurements());
    measurements.addAll(comprehension(told, memo));
    return measurements;
  }

  private static CaseResult unplayed(List<Matches> matches) {
    Ratio refused = matches.stream().map(Matches::refused).reduce(Ratio.UNDEFINED, Ratio::plus);
    return refused.numerator() > 0 && refused.numerator() == refused.denominator()
        ? new CaseResult(Outcome.REFUSED, List.of(), "every answer was a refusal")
        : new CaseResult(
            Outcome.UNPARSED, List.of(), "no match was played to its end: no answer was an action");
  }

  private AnswerForm form(LabelChoice labels) {
    return labels.tokens().isPresent()
        ? AnswerForm.ofWords(labels.tokens().getAsInt())
        : AnswerForm.free(settings.answerTokens());
  }

  private SampledPlay sampled(LanguageModel subject, int rounds, AnswerForm form, Seed seed) {
    return new SampledPlay(
        subject, rounds, settings.matches(), settings.attempts(), form, seed.derive("matches"));
  }

  private List<Measurement> comprehension(ToldGame told, ChoiceMemo memo) {
    ComprehensionScore score = ComprehensionScore.of(memo, new ReadingQuestions(told).items());
    List<Measurement> measurements = new ArrayList<>(score.measurements());
    measurements.add(
        new Measurement(ComprehensionGate.MEASURE, new TreeMap<>(), settings.gate().ratio(score)));
    return measurements;
  }

  /** Which words stood for the actions and how many tokens they take in this model. */
  private static List<Measurement> labelTokens(LabelChoice labels) {
    Figures figures = new Figures();
    for (String word : labels.words().words()) {
      figures.add(
          "label-tokens",
          Map.of("word", word),
          labels.tokens().isPresent() ? new Ratio(labels.tokens().getAsInt(), 1) : Ratio.UNDEFINED);
    }
    return figures.all();
  }

  private ToldGame told(EvaluationCase evaluationCase, LabelChoice labels) {
    Game game = settings.game(evaluationCase.factor(GAME));
    return ToldGame.of(
        game, settings.horizon(game), PromptVariant.of(evaluationCase), labels.words());
  }

  private static boolean isOfTheModel(ErrorCode code) {
    return switch (code) {
      case CONTEXT_OVERFLOW, NOT_FINITE, INVALID_DATA, CONFIGURATION -> true;
      case USAGE,
          INVALID_MODEL,
          CAPABILITY_MISSING,
          FILE_ACCESS,
          ENVIRONMENT,
          WORK_FAILED,
          LIMIT_REACHED,
          INTERRUPTED ->
          false;
    };
  }
}
