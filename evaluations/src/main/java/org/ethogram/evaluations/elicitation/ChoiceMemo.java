package org.ethogram.evaluations.elicitation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
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
  private final LanguageModel model;
  private final Map<ScoreRequest, ForcedChoice> choices = new ConcurrentHashMap<>();

  public ChoiceMemo(LanguageModel model) {
    this.model = model;
  }

  /** How many different choices the model was asked for. */
  public int size() {
    return choices.size();
  }

  /** What the model chooses here; asks when it is not known yet. */
  public ForcedChoice choice(ScoreRequest request) {
    ForcedChoice known = choices.get(request);
    if (known != null) {
      return known;
    }
    ForcedChoice asked = ForcedChoice.among(model.score(request));
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
      unknown.forEach(this::choice);
      return;
    }
    List<ScoreRequest> order = List.copyOf(unknown);
    List<Callable<ForcedChoice>> calls = new ArrayList<>();
    order.forEach(request -> calls.add(() -> ForcedChoice.among(model.score(request))));
    List<ForcedChoice> answers = Together.call(calls);
    for (int i = 0; i < order.size(); i++) {
      choices.put(order.get(i), answers.get(i));
    }
  }
}
