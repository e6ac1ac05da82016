package org.ethogram.evaluations.elicitation;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import org.ethogram.core.Ratio;
import org.ethogram.models.ScoreRequest;

/** Choices by counting answers, and how many answers were none. */
public final class CountedChoices {
  private final ChoiceSampler sampler;
  private final Map<ScoreRequest, CountedChoice> counted = new ConcurrentHashMap<>();

  public CountedChoices(ChoiceSampler sampler) {
    this.sampler = sampler;
  }

  public ChoiceMemo memo() {
    return new ChoiceMemo(this::choice);
  }

  /** Of all answers so far, those that were no option. */
  public Ratio unmatched() {
    return rate(CountedChoice::unmatched);
  }

  /** Of all answers so far, those that were declined. */
  public Ratio refused() {
    return rate(CountedChoice::refused);
  }

  private Optional<ForcedChoice> choice(ScoreRequest request) {
    CountedChoice count = sampler.count(request);
    counted.put(request, count);
    return count.estimate();
  }

  private Ratio rate(ToIntFunction<CountedChoice> part) {
    Collection<CountedChoice> all = counted.values();
    return new Ratio(
        all.stream().mapToInt(part).sum(), all.stream().mapToInt(CountedChoice::asked).sum());
  }
}
