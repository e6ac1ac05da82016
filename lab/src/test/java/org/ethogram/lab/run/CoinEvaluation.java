package org.ethogram.lab.run;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.ethogram.core.Ratio;
import org.ethogram.core.Seed;
import org.ethogram.evaluations.CallAmount;
import org.ethogram.evaluations.CallRange;
import org.ethogram.evaluations.CaseResult;
import org.ethogram.evaluations.Cast;
import org.ethogram.evaluations.Evaluation;
import org.ethogram.evaluations.EvaluationCase;
import org.ethogram.evaluations.Measurement;
import org.ethogram.models.Capability;
import org.ethogram.models.Prompt;
import org.ethogram.models.ScoreRequest;

/** Asks a model how sure it is of heads, and tosses a coin of its own from the seed. */
record CoinEvaluation(int coins, double bias, IntConsumer beforeToss) implements Evaluation {
  @Override
  public String name() {
    return "coin";
  }

  @Override
  public SortedMap<String, String> settings() {
    return new TreeMap<>(Map.of("bias", Double.toString(bias)));
  }

  @Override
  public List<EvaluationCase> cases() {
    return IntStream.range(0, coins)
        .mapToObj(coin -> new EvaluationCase(new TreeMap<>(Map.of("coin", "c" + coin))))
        .toList();
  }

  @Override
  public CallRange calls(EvaluationCase evaluationCase, Set<Capability> subject) {
    var score = new CallAmount(0, 1, 1, 20, 0);
    return new CallRange(score, score.times(2));
  }

  @Override
  public CaseResult run(EvaluationCase evaluationCase, Cast cast, Seed seed) {
    String coin = evaluationCase.factor("coin");
    beforeToss.accept(Integer.parseInt(coin.substring(1)));
    var request = new ScoreRequest(Prompt.of("Coin " + coin + " shows"), List.of(" heads"));
    double sure = Math.exp(cast.subject().score(request).getFirst().logProbability());
    double toss = seed.generator().nextDouble();
    return CaseResult.scored(
        List.of(
            new Measurement("sure", new TreeMap<>(), new Ratio(sure, 1)),
            new Measurement("heads", new TreeMap<>(), new Ratio(toss < bias ? 1 : 0, 1)),
            new Measurement("toss", new TreeMap<>(), new Ratio(toss, 1))));
  }
}
