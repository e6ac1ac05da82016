package org.ethogram.evaluations.elicitation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.ethogram.core.EthogramException;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.ScoreRequest;

/**
 * One model's choices, each asked for once.
 *
 * <p>Requests that are made together reach the model at the same time from virtual threads, so that
 * it can batch them. As a result depends on the request alone, so does what is remembered.
 */
public final class ChoiceMemo {
  private final Function<ScoreRequest, Optional<ForcedChoice>> way;
  private final Map<ScoreRequest, Optional<ForcedChoice>> choices = new ConcurrentHashMap<>();

  /** Choices by the model's log-probabilities; there always is one. */
  public ChoiceMemo(LanguageModel model) {
    this(request -> Optional.of(ForcedChoice.among(model.score(request))));
  }

  /**
   * @param way finds a choice out; safe from any thread
   */
  public ChoiceMemo(Function<ScoreRequest, Optional<ForcedChoice>> way) {
    this.way = way;
  }

  /** The different choices that were asked for. */
  public Set<ScoreRequest> asked() {
    return Set.copyOf(choices.keySet());
  }

  /** What the model chooses here; asks when it is not known yet. */
  public ForcedChoice choice(ScoreRequest request) {
    return found(request).orElseThrow();
  }

  /** As {@link #choice}; empty where the model was asked and chose none of the options. */
  public Optional<ForcedChoice> found(ScoreRequest request) {
    Optional<ForcedChoice> known = choices.get(request);
    if (known != null) {
      return known;
    }
    Optional<ForcedChoice> asked = way.apply(request);
    choices.put(request, asked);
    return asked;
  }

  /**
   * Asks for all that is not known yet, at the same time.
   *
   * @throws EthogramException the first failure in the order of the requests
   */
  public void askAll(Collection<ScoreRequest> requests) {
    Set<ScoreRequest> unknown = new LinkedHashSet<>(requests);
    unknown.removeAll(choices.keySet());
    if (unknown.size() < 2) {
      unknown.forEach(this::found);
      return;
    }
    List<ScoreRequest> order = List.copyOf(unknown);
    List<Callable<Optional<ForcedChoice>>> calls = new ArrayList<>();
    order.forEach(request -> calls.add(() -> way.apply(request)));
    List<Optional<ForcedChoice>> answers = Together.call(calls);
    for (int i = 0; i < order.size(); i++) {
      choices.put(order.get(i), answers.get(i));
    }
  }
}
