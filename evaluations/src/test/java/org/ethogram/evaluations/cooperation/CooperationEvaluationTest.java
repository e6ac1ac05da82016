package org.ethogram.evaluations.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Ratio;
import org.ethogram.core.Seed;
import org.ethogram.evaluations.CallRange;
import org.ethogram.evaluations.CaseResult;
import org.ethogram.evaluations.Cast;
import org.ethogram.evaluations.EvaluationCase;
import org.ethogram.evaluations.Measurement;
import org.ethogram.evaluations.Outcome;
import org.ethogram.evaluations.aggregate.CounterbalancedRate;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.models.Capability;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.record.RecordingModel;
import org.ethogram.models.scripted.ScriptedModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CooperationEvaluationTest {
  private static final String OPPONENT = "opponent";
  private static final Set<Capability> SCORING = Set.of(Capability.SCORING);

  private final CooperationEvaluation dilemma = evaluation("prisoners-dilemma");

  @Test
  void aReaderThatPlaysTitForTatHasItsMeasuresInEveryVariant() {
    for (Figured figured : Figured.all(dilemma, Readers.of("tit-for-tat"))) {
      assertThat(figured.ratio("cooperation-rate", OPPONENT, "always-cooperate"))
          .isEqualTo(new Ratio(5, 5));
      assertThat(figured.ratio("cooperation-rate", OPPONENT, "always-defect"))
          .isEqualTo(new Ratio(1, 5));
      assertThat(figured.ratio("cooperation-rate", OPPONENT, "defect-once(2)"))
          .isEqualTo(new Ratio(4, 5));
      // Both seats of the game against itself count.
      assertThat(figured.ratio("cooperation-rate", OPPONENT, "self")).isEqualTo(new Ratio(10, 10));
      assertThat(figured.value("first-move-cooperation", OPPONENT, "panel")).isEqualTo(1);
      assertThat(figured.value("niceness", OPPONENT, "panel")).isEqualTo(1);
      assertThat(figured.value("provocability", OPPONENT, "panel")).isEqualTo(1);
      assertThat(figured.value("forgiveness", OPPONENT, "panel")).isEqualTo(1);
      assertThat(figured.value("exploitation", OPPONENT, "panel")).isZero();
      // It answers the single defection of round 2 once, in three rounds.
      assertThat(figured.ratio("spitefulness", OPPONENT, "defect-once(2)"))
          .isEqualTo(new Ratio(1, 3));
      assertThat(figured.value("spitefulness-contrast", OPPONENT, "panel")).isZero();
      assertThat(figured.value("spitefulness-contrast", "histories", "forced")).isZero();
      assertThat(figured.value("cooperation-after-history", "history", "DC-CD")).isZero();
      assertThat(figured.value("cooperation-after-history", "history", "DD-DC")).isEqualTo(1);
      assertThat(figured.value("cooperation-after-cd", OPPONENT, "random")).isZero();
      assertThat(figured.value("cooperation-in-round", OPPONENT, "defect-once(3)", "round", "4"))
          .isZero();
      assertThat(figured.value("strategy-share", OPPONENT, "panel", "strategy", "tit-for-tat"))
          .isCloseTo(1, within(1e-3));
      assertThat(figured.ratio("cooperation-after-cd", OPPONENT, "self"))
          .isEqualTo(Ratio.UNDEFINED);
    }
  }

  @Test
  void aGrimReaderIsSpitefulAndATurncoatExploits() {
    Figured grim = first(dilemma, Readers.of("grim-trigger"));
    assertThat(grim.ratio("spitefulness", OPPONENT, "defect-once(1)")).isEqualTo(new Ratio(4, 4));
    assertThat(grim.value("spitefulness-contrast", "histories", "forced")).isEqualTo(1);
    assertThat(grim.value("forgiveness", OPPONENT, "defect-once(2)")).isZero();
    Figured defector = first(dilemma, Readers.of("always-defect"));
    assertThat(defector.value("exploitation", OPPONENT, "always-cooperate")).isEqualTo(1);
    // Who always defects is no more spiteful after a provocation than without one.
    assertThat(defector.value("spitefulness-contrast", "histories", "forced")).isZero();
    assertThat(defector.value("efficiency", OPPONENT, "self")).isZero();
    assertThat(defector.value("inequality", OPPONENT, "always-cooperate")).isEqualTo(.5);
  }

  @Test
  void whoReadsAnswersEveryKindOfQuestionAndPassesTheGate() {
    for (String game : List.of("prisoners-dilemma", "bach-or-stravinsky", "public-goods")) {
      Figured figured = first(evaluation(game), Readers.of("random"));
      assertThat(kinds(figured)).contains("own-payoff-off-diagonal", "best-response");
      for (String kind : kinds(figured)) {
        assertThat(figured.value("comprehension", "kind", kind)).as(game + kind).isEqualTo(1);
      }
      assertThat(figured.value("comprehension-gate")).isEqualTo(1);
    }
  }

  @Test
  void whoCannotReadIsAtChanceInEveryKindAndFailsTheGate() {
    Figured figured = first(dilemma, Readers.unable());
    assertThat(kinds(figured)).hasSize(13);
    for (String kind : kinds(figured)) {
      assertThat(figured.ratio("comprehension", "kind", kind))
          .isEqualTo(figured.ratio("comprehension-chance", "kind", kind));
    }
    // Payoffs 0, 1, 3 and 5 are the four answers.
    assertThat(figured.value("comprehension-chance", "kind", "own-payoff-off-diagonal"))
        .isEqualTo(.25);
    assertThat(figured.value("comprehension-gate")).isZero();
    assertThat(figured.value("cooperation-rate", OPPONENT, "panel")).isCloseTo(.5, within(1e-9));
  }

  @Test
  void whoPicksTheFirstMentionedWordIsAllPositionAndHalfCooperation() {
    var subject =
        Readers.choosing("first", (parsed, word) -> parsed.words().getFirst().equals(word) ? 1 : 0);
    List<Figured> all = Figured.all(dilemma, subject);
    assertThat(all).allSatisfy(one -> assertThat(one.value("first-mentioned-rate")).isEqualTo(1));
    CounterbalancedRate rate = counterbalanced(all);
    assertThat(rate.rate()).isCloseTo(.5, within(1e-12));
    assertThat(rate.complete()).isTrue();
    assertThat(rate.effect("mention", "forward").orElseThrow()).isGreaterThan(5);
    assertThat(rate.effect("labels", "straight").orElseThrow()).isCloseTo(0, within(1e-9));
    assertThat(rate.effect("rules", "forward").orElseThrow()).isCloseTo(0, within(1e-9));
  }

  @Test
  void whoLovesAWordShowsAsLabelBiasAndHalfCooperation() {
    var subject = Readers.choosing("oak", (parsed, word) -> word.equals("oak") ? .9 : .1);
    List<Figured> all = Figured.all(dilemma, subject);
    assertThat(all)
        .allSatisfy(
            one -> assertThat(one.value("word-rate", "word", "oak")).isCloseTo(.9, within(1e-9)));
    CounterbalancedRate rate = counterbalanced(all);
    assertThat(rate.rate()).isCloseTo(.5, within(1e-9));
    assertThat(rate.effect("labels", "straight").orElseThrow())
        .isCloseTo(Math.log(9), within(1e-9));
    assertThat(mean(all, "first-mentioned-rate")).isCloseTo(.5, within(1e-9));
  }

  @Test
  void whoTakesTheFirstRuleShowsAsRuleOrderBias() {
    // Both players choose alike in the first rule and in the last one.
    LanguageModel subject =
        new ScriptedModel("first rule", Readers.words(), (prompt, said) -> isFirst(prompt, said));
    List<Figured> all = Figured.all(dilemma, subject);
    assertThat(all)
        .allSatisfy(one -> assertThat(one.value("first-rule-rate")).isCloseTo(1, within(1e-6)));
    assertThat(counterbalanced(all).rate()).isCloseTo(.5, within(1e-6));
  }

  @Test
  void exactAndSampledPlayAgreeOnAStochasticReader() {
    LanguageModel subject = Readers.of("memory-one(0.7, 0.9, 0.3, 0.6, 0.2)");
    int matches = 400;
    var sampling = with(Elicitation.SAMPLED, matches, "tit-for-tat", "random(0.4)", "self");
    var exact = with(Elicitation.EXACT, matches, "tit-for-tat", "random(0.4)", "self");
    for (int variant : new int[] {6}) {
      Figured drawn = Figured.of(sampling, sampling.cases().get(variant), subject);
      Figured worked = Figured.of(exact, exact.cases().get(variant), subject);
      for (String opponent : List.of("tit-for-tat", "random(0.4)", "self")) {
        for (String measure :
            List.of("cooperation-rate", "niceness", "provocability", "cooperation-after-cc")) {
          double rate = worked.value(measure, OPPONENT, opponent);
          double drawnCount = drawn.ratio(measure, OPPONENT, opponent).denominator() * matches;
          // Decisions of one match hang together: at most five of them count as one.
          double error = Math.sqrt(rate * (1 - rate) * 5 / drawnCount);
          assertThat(drawn.value(measure, OPPONENT, opponent))
              .as(measure + " against " + opponent)
              .isCloseTo(rate, within(4 * error));
        }
      }
    }
  }

  @Test
  void aSubjectThatOnlyWritesIsMeasuredByCounting() {
    String strategy = "memory-one(0.7, 0.9, 0.3, 0.6, 0.2)";
    var sampling = with(Elicitation.SAMPLED, 200, "tit-for-tat");
    var exact = with(Elicitation.EXACT, 1, "tit-for-tat");
    EvaluationCase one = sampling.cases().get(6);
    Figured drawn = Figured.of(sampling, one, Writer.says(strategy, text -> text + ". Well"));
    Figured worked = Figured.of(exact, one, Readers.of(strategy));
    double rate = worked.value("cooperation-rate", OPPONENT, "tit-for-tat");
    // 200 matches of five decisions that hang together: at most five of them count as one.
    assertThat(drawn.value("cooperation-rate", OPPONENT, "tit-for-tat"))
        .isCloseTo(rate, within(4 * Math.sqrt(rate * (1 - rate) / 200)));
    assertThat(drawn.value("comprehension-gate")).isEqualTo(1);
    assertThat(drawn.ratio("unmatched-choices").numerator()).isZero();
    assertThat(drawn.ratio("refused-choices").numerator()).isZero();
    assertThat(drawn.ratio("label-tokens", "word", "oak")).isEqualTo(Ratio.UNDEFINED);
    // The shares of eight draws stand beside the probabilities of the exact way.
    assertThat(drawn.value("cooperation-after-history", "history", "CC"))
        .isCloseTo(.9, within(4 * Math.sqrt(.9 * .1 / 8)));
  }

  @Test
  void aSubjectThatRefusesIsNoPlayer() {
    var sampling = with(Elicitation.SAMPLED, 3, "tit-for-tat");
    EvaluationCase one = sampling.cases().getFirst();
    CaseResult refused = sampling.run(one, Cast.of(Writer.refusing()), new Seed(1));
    assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
    CaseResult mumbled =
        sampling.run(one, Cast.of(Writer.says("tit-for-tat", text -> "hm")), new Seed(1));
    assertThat(mumbled.outcome()).isEqualTo(Outcome.UNPARSED);
  }

  @Test
  void theCallsOfASubjectThatOnlyWritesAreForeseen() {
    var sampling = with(Elicitation.SAMPLED, 3, "tit-for-tat", "self");
    EvaluationCase one = sampling.cases().getFirst();
    CallRange range = sampling.calls(one, Set.of());
    LanguageModel sure = Writer.says("tit-for-tat", text -> text);
    assertThat(calls(sampling, one, sure)).isEqualTo(range.least().completions());
    assertThat(range.least().scores()).isZero();
    assertThat(range.most().completions()).isGreaterThan(range.least().completions());
    assertThat(range.least().written()).isEqualTo(8 * range.least().completions());
    assertThat(sampling.needed()).isEmpty();
    assertThat(with(Elicitation.EXACT, 1, "self").needed()).contains(Capability.SCORING);
  }

  @Test
  void bachOrStravinskyHasCoordinationInsteadOfCooperation() {
    CooperationEvaluation evaluation = evaluation("bach-or-stravinsky");
    var insisting =
        Readers.choosing(
            "insisting",
            (parsed, word) -> {
              int action = parsed.words().indexOf(word);
              double own = parsed.game().payoff(0, action, action);
              return own > parsed.game().payoff(1, action, action) ? 1 : 0;
            });
    for (Figured figured : Figured.all(evaluation, insisting)) {
      assertThat(figured.has("cooperation-rate")).isFalse();
      assertThat(figured.value("coordination-rate", OPPONENT, "self")).isZero();
      assertThat(figured.value("own-favourite-rate", OPPONENT, "self")).isEqualTo(1);
      // The opponent that always takes the first action takes the subject's favourite.
      assertThat(figured.value("coordination-rate", OPPONENT, "always-cooperate")).isEqualTo(1);
      assertThat(figured.value("alternation-rate", OPPONENT, "always-cooperate")).isZero();
    }
  }

  @Test
  void publicGoodsArePlayedByThreeAgainstCopiesAndItself() {
    CooperationEvaluation evaluation = evaluation("public-goods");
    Figured giving = first(evaluation, Readers.of("always-cooperate"));
    assertThat(giving.ratio("cooperation-rate", OPPONENT, "self")).isEqualTo(new Ratio(12, 12));
    assertThat(giving.value("efficiency", OPPONENT, "self")).isEqualTo(1);
    // One of three puts in 3, which becomes 6, of which 2 come back to it.
    assertThat(giving.value("payoff", OPPONENT, "always-defect")).isEqualTo(2);
    Figured reciprocal = first(evaluation, Readers.of("tit-for-tat"));
    assertThat(reciprocal.ratio("cooperation-rate", OPPONENT, "always-defect"))
        .isEqualTo(new Ratio(1, 4));
    assertThat(reciprocal.value("cooperation-rate", OPPONENT, "self")).isEqualTo(1);
  }

  @Test
  void theNumberOfCallsIsForeseen() {
    for (String game : List.of("prisoners-dilemma", "bach-or-stravinsky", "public-goods")) {
      CooperationEvaluation evaluation = evaluation(game);
      EvaluationCase one = evaluation.cases().getFirst();
      CallRange range = evaluation.calls(one, SCORING);
      assertThat(calls(evaluation, one, Readers.of("always-cooperate")))
          .isEqualTo(range.least().calls());
      assertThat(calls(evaluation, one, Readers.unable())).isEqualTo(range.most().calls());
      assertThat(calls(evaluation, one, Readers.of("memory-one(0.7, 0.9, 0.3, 0.6, 0.2)")))
          .isBetween(range.least().calls(), range.most().calls());
    }
  }

  @Test
  void theDefaultStudyIsSmallEnoughForThirtySubjects() {
    CooperationEvaluation evaluation = new CooperationEvaluation(CooperationSettings.defaults());
    List<EvaluationCase> cases = evaluation.cases();
    assertThat(cases).hasSize(5 * 16);
    assertThat(cases.stream().map(EvaluationCase::identity).distinct()).hasSize(5 * 16);
    CallRange all =
        cases.stream()
            .map(one -> evaluation.calls(one, SCORING))
            .reduce(CallRange.NOTHING, CallRange::plus);
    // At 150 microseconds a call: 30 subjects x 45,000 calls in less than four minutes.
    assertThat(all.most().calls()).isLessThan(45_000);
    assertThat(all.least().calls()).isGreaterThan(1_000);
  }

  @Test
  void whatAModelCannotDoIsAnOutcomeWithItsReason() {
    EvaluationCase one = dilemma.cases().getFirst();
    LanguageModel small =
        Readers.choosing(
            "small",
            (parsed, word) -> {
              if (parsed.history().rounds() == 4) {
                throw new EthogramException(
                    ErrorCode.CONTEXT_OVERFLOW, "small", "512 tokens are too many", "Play fewer");
              }
              return .5;
            });
    CaseResult overflow = dilemma.run(one, Cast.of(small), new Seed(1));
    assertThat(overflow.outcome()).isEqualTo(Outcome.ERRORED);
    assertThat(overflow.note()).contains("512 tokens are too many");
    LanguageModel broken = Readers.choosing("broken", (parsed, word) -> Double.NaN);
    CaseResult notFinite = dilemma.run(one, Cast.of(broken), new Seed(1));
    assertThat(notFinite.outcome()).isEqualTo(Outcome.ERRORED);
    assertThat(notFinite.note()).contains("NaN");
    LanguageModel mumbling = new ScriptedModel("mumbling", List.of(" hm"), (prompt, said) -> .5);
    CooperationEvaluation sampled = with(Elicitation.SAMPLED, 3, "tit-for-tat");
    assertThat(sampled.run(one, Cast.of(mumbling), new Seed(1)).outcome())
        .isEqualTo(Outcome.UNPARSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"KNOWN", "UNKNOWN", "GEOMETRIC"})
  void everyHorizonCanBeToldAndTheRealStopIsDrawn(String horizon) {
    CooperationSettings base = settings(CooperationSettings.defaults(), "stag-hunt");
    CooperationEvaluation evaluation =
        new CooperationEvaluation(
            new CooperationSettings(
                base.games(),
                base.opponents(),
                base.rounds(),
                base.groupRounds(),
                CooperationSettings.HorizonKind.valueOf(horizon),
                .5,
                base.words(),
                1,
                base.phrasings(),
                Elicitation.EXACT,
                0,
                1,
                1,
                1,
                0,
                base.gate()));
    LanguageModel subject = Readers.of("always-cooperate");
    EvaluationCase one = evaluation.cases().getFirst();
    Set<Double> rounds =
        IntStream.range(0, 12)
            .mapToObj(seed -> evaluation.run(one, Cast.of(subject), new Seed(seed)))
            .map(result -> new Figured(one, result.measurements()))
            .map(
                figured -> figured.ratio("cooperation-rate", OPPONENT, "tit-for-tat").denominator())
            .collect(Collectors.toSet());
    if (horizon.equals("GEOMETRIC")) {
      assertThat(rounds).hasSizeGreaterThan(2).allSatisfy(of -> assertThat(of).isBetween(1.0, 5.0));
    } else {
      assertThat(rounds).containsExactly(5.0);
    }
  }

  private static double isFirst(String prompt, String word) {
    int rule = prompt.indexOf(" against");
    boolean first = prompt.startsWith(word, rule - word.length());
    return first ? 0.999_999 : 1e-9;
  }

  private static CounterbalancedRate counterbalanced(List<Figured> all) {
    return CounterbalancedRate.over(
            all.stream()
                .map(
                    one ->
                        new CounterbalancedRate.Cell(
                            one.evaluationCase().factors(),
                            one.ratio("cooperation-rate", OPPONENT, "panel")))
                .toList())
        .orElseThrow();
  }

  private static double mean(List<Figured> all, String measure) {
    return all.stream().mapToDouble(one -> one.value(measure)).average().orElseThrow();
  }

  private static Set<String> kinds(Figured figured) {
    return figured.measurements().stream()
        .filter(one -> one.measure().equals("comprehension"))
        .map(Measurement::conditions)
        .map(conditions -> conditions.getOrDefault("kind", ""))
        .collect(Collectors.toSet());
  }

  private static long calls(
      CooperationEvaluation evaluation, EvaluationCase one, LanguageModel subject) {
    RecordingModel recording = new RecordingModel(subject);
    Figured.of(evaluation, one, recording);
    return recording.transcript().lines().count();
  }

  private static Figured first(CooperationEvaluation evaluation, LanguageModel subject) {
    return Figured.of(evaluation, evaluation.cases().getFirst(), subject);
  }

  private static CooperationEvaluation evaluation(String game) {
    return new CooperationEvaluation(settings(CooperationSettings.defaults(), game));
  }

  /** One game in one pair of words. */
  private static CooperationSettings settings(CooperationSettings base, String game) {
    return new CooperationSettings(
        List.of(Catalogue.named(game)),
        base.opponents(),
        base.rounds(),
        base.groupRounds(),
        base.horizon(),
        base.continuation(),
        base.words(),
        1,
        base.phrasings(),
        base.elicitation(),
        base.threshold(),
        base.matches(),
        base.attempts(),
        base.answerTokens(),
        base.draws(),
        base.gate());
  }

  private static CooperationEvaluation with(
      Elicitation elicitation, int matches, String... opponents) {
    CooperationSettings base = settings(CooperationSettings.defaults(), "prisoners-dilemma");
    return new CooperationEvaluation(
        new CooperationSettings(
            base.games(),
            IntStream.range(0, opponents.length)
                .mapToObj(i -> Opponent.named(opponents[i]))
                .toList(),
            base.rounds(),
            base.groupRounds(),
            base.horizon(),
            base.continuation(),
            base.words(),
            1,
            base.phrasings(),
            elicitation,
            0,
            matches,
            base.attempts(),
            base.answerTokens(),
            base.draws(),
            base.gate()));
  }
}
