package org.ethogram.games.memoryone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.games.DilemmaPayoffs;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.longrun.Automaton;
import org.ethogram.games.longrun.Encounter;
import org.ethogram.games.longrun.Frequencies;
import org.ethogram.games.memoryone.Verdict.Answer;
import org.ethogram.games.strategies.MemoryOne;
import org.ethogram.games.strategies.Strategies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryOneAnalysisTest {
  private static final DilemmaPayoffs USUAL = new DilemmaPayoffs(3, 0, 5, 1);
  private static final Setting FOR_EVER = new Setting(USUAL, 1, 0);

  /** Akin 2015, theorem 1.5, with R, S, T, P = 3, 0, 5, 1, by hand. */
  @ParameterizedTest
  @CsvSource({
    "1 1 0 1 0, partner, YES, 1",
    "1 1 0 0 0, partner, YES, 2",
    "1 1 .3 1 .3, partner, YES, .1",
    "1 1 1 1 1, partner, NO, -2",
    "0 1 0 1 0, partner, NO, -1",
    "0 1 0 1 0, good, YES, 1",
    "1 1 0 0 1, good, NO, 0",
    "1 1 0 0 1, cooperative-nash, YES, 0",
    "1 1 .4 1 .4, cooperative-nash, NO, -.2",
    "1 1 1 0 0, cooperative-nash, NO, 0",
    "0 0 0 0 0, rival, YES, 1",
    "1 1 0 1 0, rival, YES, 0",
    "1 1 0 0 1, rival, NO, -1",
    "1 .9 .5 .7 0, rival, NO, -.2",
    "0 0 0 0 0, defecting-nash, YES, 1",
    "0 .2 .5 .3 0, defecting-nash, NO, -.7",
    "1 0 0 1 0, alternating-nash, NO, -1.5",
    "1 .5 0 1 .2, alternating-nash, YES, .75",
    "1 .9 0 1 .2, alternating-nash, NO, -.25",
    "0 0 0 0 0, nash, YES, 0",
    "1 1 1 1 1, nash, NO, -2",
    "1 1 0 0 1, nash, YES, 0",
  })
  void verdictsAreThoseOfTheLiterature(
      String probabilities, String property, Answer answer, double margin) {
    Verdict verdict = verdict(strategy(probabilities), FOR_EVER, property);
    assertThat(verdict.answer()).as(verdict.toString()).isEqualTo(answer);
    assertThat(verdict.margin().orElseThrow())
        .as(verdict.decidedBy())
        .isCloseTo(margin, within(1e-9));
  }

  /** Axelrod 1984: tit for tat is in equilibrium from the discount max(2/4, 2/3) on. */
  @ParameterizedTest
  @CsvSource({".66, NO", ".67, YES", ".999, YES"})
  void titForTatIsInEquilibriumFromAxelrodsDiscountOn(double discount, Answer answer) {
    Setting setting = new Setting(USUAL, discount, 0);
    MemoryOne titForTat = strategy("1 1 0 1 0");
    assertThat(verdict(titForTat, setting, "cooperative-nash").answer()).isEqualTo(answer);
    assertThat(verdict(titForTat, setting, "nash").answer()).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({
    // The trigger's threatened punishment is itself an equilibrium; from d = (T-R)/(T-P) on.
    "1 1 0 0 0, 3, 0, 5, 1, .49, NO",
    "1 1 0 0 0, 3, 0, 5, 1, .51, YES",
    // Tit for tat would have to punish tit for tat for punishing.
    "1 1 0 1 0, 3, 0, 5, 1, .9, NO",
    // Win stay, lose shift punishes for one round: T - R <= d (R - P).
    "1 1 0 0 1, 3, 0, 5, 1, .99, NO",
    "1 1 0 0 1, 8, 0, 10, 5, .66, NO",
    "1 1 0 0 1, 8, 0, 10, 5, .67, YES",
    "0 0 0 0 0, 3, 0, 5, 1, .9, YES",
  })
  void subgamePerfectionAsksForMoreThanEquilibrium(
      String probabilities,
      double r,
      double s,
      double t,
      double p,
      double discount,
      Answer answer) {
    Setting setting = new Setting(new DilemmaPayoffs(r, s, t, p), discount, 0);
    assertThat(verdict(strategy(probabilities), setting, "subgame-perfect").answer())
        .isEqualTo(answer);
  }

  @Test
  void zeroDeterminantStrategiesGiveTheirParametersAway() {
    relation("zd-extort-2", 2, 1, "extortionate");
    relation("zd-extort-3", 3, 1, "extortionate");
    relation("zd-gtft-2", 2, 3, "generous");
    relation("zd-extort-4", 4, 1, "extortionate");
    MemoryOneAnalysis set = analysis("zd-set-2");
    assertThat(set.relation().orElseThrow().fixedPayoff().orElseThrow()).isCloseTo(2, within(1e-9));
    assertThat(answer(set, "equalizer")).isEqualTo(Answer.YES);
    assertThat(answer(set, "extortionate")).isEqualTo(Answer.NO);
    assertThat(answer(analysis("tit-for-tat"), "fair")).isEqualTo(Answer.YES);
    assertThat(answer(analysis("win-stay-lose-shift"), "zero-determinant")).isEqualTo(Answer.NO);
    MemoryOneAnalysis repeat = MemoryOneAnalysis.of(strategy("1 1 1 0 0"), FOR_EVER);
    assertThat(answer(repeat, "zero-determinant")).isEqualTo(Answer.NO);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, .04})
  void aRelationHoldsAgainstEverybodyAlsoUnderNoiseAndDiscount(double noise) {
    Setting setting = new Setting(USUAL, .8, noise);
    // An equalizer for d = .8 by the relation itself: d p + (1 - d) p0 = (1,1,0,0) + b SY + g.
    double b = -.15;
    double g = .3;
    double p0 = .5;
    double[] other = {3, 5, 0, 1};
    double[] e = {1, 1, 0, 0};
    double[] intended = new double[4];
    for (int state = 0; state < 4; state++) {
      double executed =
          (e[state] + b * other[state] + g - .2 * ((1 - 2 * noise) * p0 + noise)) / .8;
      intended[state] = (executed - noise) / (1 - 2 * noise);
    }
    MemoryOne equalizer =
        new MemoryOne("equalizer", p0, intended[0], intended[1], intended[2], intended[3]);
    LinearRelation found = MemoryOneAnalysis.of(equalizer, setting).relation().orElseThrow();
    assertThat(found.fixedPayoff().orElseThrow()).isCloseTo(2, within(1e-9));
    for (String name : List.of("always-defect", "always-cooperate", "aon-2", "predator")) {
      assertThat(frequencies(equalizer, name, setting).mirrored().payoff(USUAL))
          .as(name)
          .isCloseTo(2, within(1e-9));
    }
  }

  /** The inequalities against the best of all deterministic replies: two derivations, one truth. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theInequalitiesAgreeWithTheBestReplies(long seed) {
    RandomGenerator random = new Seed(seed).generator();
    for (int draw = 0; draw < 20; draw++) {
      double[] p = random.doubles(4).map(x -> x < .2 ? 0 : x > .85 ? 1 : x).toArray();
      Setting setting = new Setting(USUAL, draw % 2 == 0 ? 1 : .5 + random.nextDouble() / 2, 0);
      agrees(new MemoryOne("nice", 1, 1, p[1], p[2], p[3]), setting, "cooperative-nash");
      agrees(new MemoryOne("mean", 0, p[0], p[1], p[2], 0), setting, "defecting-nash");
      MemoryOne other = new MemoryOne("rival", 0, p[0], p[1], p[2], draw % 3 == 0 ? p[3] : 0);
      double worst = 0;
      for (MemoryOne reply : replies()) {
        Frequencies met = frequencies(other, reply, setting);
        worst = Math.max(worst, met.mirrored().payoff(USUAL) - met.payoff(USUAL));
      }
      assertThat(verdict(other, setting, "rival").answer() == Answer.YES)
          .as(other + " in " + setting + ", the other's lead " + worst)
          .isEqualTo(worst < 1e-9);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"aon-2", "predator", "tit-for-two-tats", "evolved-fsm-16", "cycle:CCD"})
  void noLongerMemoryGetsMoreThanTheBestReply(String other) {
    Setting setting = new Setting(USUAL, .9, .03);
    MemoryOne p = strategy("1 .95 .2 .7 .35");
    double own = frequencies(p, p, setting).payoff(USUAL);
    double most = own - verdict(p, setting, "nash").margin().orElseThrow();
    assertThat(frequencies(p, other, setting).mirrored().payoff(USUAL))
        .isLessThanOrEqualTo(most + 1e-12);
  }

  @Test
  void slipsOfTheHandAreTheirOwnVerdict() {
    Verdict nice = verdict(strategy("1 1 0 1 0"), new Setting(USUAL, 1, .01), "nice");
    assertThat(nice.answer()).isEqualTo(Answer.NO);
    assertThat(nice.margin().orElseThrow()).isCloseTo(-.01, within(1e-12));
  }

  @Test
  void whatIsStatedForDilemmasIsNotSaidOfOtherGames() {
    Setting stagHunt = new Setting(new DilemmaPayoffs(4, 0, 3, 2), 1, 0);
    MemoryOne cooperator = strategy("1 1 1 1 1");
    assertThat(verdict(cooperator, stagHunt, "partner").answer()).isEqualTo(Answer.NOT_APPLICABLE);
    assertThat(verdict(cooperator, stagHunt, "nash").answer()).isEqualTo(Answer.YES);
    Verdict perfect = verdict(cooperator, stagHunt, "subgame-perfect");
    assertThat(perfect.answer()).isEqualTo(Answer.NOT_APPLICABLE);
    assertThat(perfect.margin()).isEmpty();
  }

  @Test
  void settingsOutsideTheirRangeAreRefused() {
    assertThatThrownBy(() -> new Setting(USUAL, 1.1, 0))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("discount");
    assertThatThrownBy(() -> new Setting(USUAL, 1, Double.NaN))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("noise");
  }

  private static void agrees(MemoryOne strategy, Setting setting, String property) {
    assertThat(verdict(strategy, setting, property).answer())
        .as(property + " of " + strategy + " in " + setting)
        .isEqualTo(verdict(strategy, setting, "nash").answer());
  }

  private static void relation(String name, double factor, double baseline, String property) {
    MemoryOneAnalysis analysis = analysis(name);
    LinearRelation relation = analysis.relation().orElseThrow();
    assertThat(relation.extortionFactor().orElseThrow()).as(name).isCloseTo(factor, within(1e-9));
    assertThat(relation.baseline().orElseThrow()).as(name).isCloseTo(baseline, within(1e-9));
    assertThat(answer(analysis, property)).as(name).isEqualTo(Answer.YES);
  }

  private static MemoryOneAnalysis analysis(String name) {
    MemoryOne strategy = automaton(name).memoryOne().orElseThrow();
    return MemoryOneAnalysis.of(strategy, FOR_EVER);
  }

  private static Answer answer(MemoryOneAnalysis analysis, String property) {
    return analysis.verdicts().stream()
        .filter(verdict -> verdict.property().equals(property))
        .findFirst()
        .orElseThrow()
        .answer();
  }

  private static Verdict verdict(MemoryOne strategy, Setting setting, String property) {
    return MemoryOneAnalysis.of(strategy, setting).verdicts().stream()
        .filter(verdict -> verdict.property().equals(property))
        .findFirst()
        .orElseThrow();
  }

  private static List<MemoryOne> replies() {
    List<MemoryOne> replies = new ArrayList<>();
    Consumer<Integer> add =
        bits ->
            replies.add(
                new MemoryOne(
                    "reply", bits & 1, bits >> 1 & 1, bits >> 2 & 1, bits >> 3 & 1, bits >> 4));
    for (int bits = 0; bits < 32; bits++) {
      add.accept(bits);
    }
    return replies;
  }

  private static Frequencies frequencies(MemoryOne one, MemoryOne other, Setting setting) {
    return new Encounter(Automaton.of(one), Automaton.of(other), setting.noise())
        .frequencies(setting.discount());
  }

  private static Frequencies frequencies(MemoryOne one, String other, Setting setting) {
    return new Encounter(Automaton.of(one), automaton(other), setting.noise())
        .frequencies(setting.discount());
  }

  private static Automaton automaton(String name) {
    return Automaton.of(Strategies.named(name), Catalogue.named("prisoners-dilemma"));
  }

  private static MemoryOne strategy(String probabilities) {
    double[] p =
        List.of(probabilities.split(" ")).stream().mapToDouble(Double::parseDouble).toArray();
    return new MemoryOne(probabilities, p[0], p[1], p[2], p[3], p[4]);
  }
}
