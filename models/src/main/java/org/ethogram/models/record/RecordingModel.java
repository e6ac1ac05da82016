package org.ethogram.models.record;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ethogram.core.EthogramException;
import org.ethogram.models.Completion;
import org.ethogram.models.CompletionListener;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.ContinuationScore;
import org.ethogram.models.ForwardingModel;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.Prompt;
import org.ethogram.models.PromptScore;
import org.ethogram.models.ScoreRequest;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model that keeps every call made through it.
 *
 * <p>It does not own the model it wraps: closing it closes nothing, so one model can serve many
 * episodes, each with a recording of its own.
 */
public final class RecordingModel extends ForwardingModel {
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();

  public RecordingModel(LanguageModel model) {
    super(model);
  }

  /**
   * One JSON object a line and a line for each call, ordered by request, so that equal episodes
   * have equal transcripts whatever the threads did. Each object holds {@code call} ({@code score}
   * {@code complete} or {@code score prompt}), the request, and either {@code response} or {@code
   * error}.
   */
  public String transcript() {
    return lines.stream().sorted().map(line -> line + '\n').collect(Collectors.joining());
  }

  @Override
  public Completion complete(CompletionRequest request) {
    ObjectNode line = CallText.request(request);
    return recorded(line, () -> super.complete(request), CallText::response);
  }

  @Override
  public Completion complete(CompletionRequest request, CompletionListener listener) {
    ObjectNode line = CallText.request(request);
    return recorded(line, () -> super.complete(request, listener), CallText::response);
  }

  @Override
  public List<ContinuationScore> score(ScoreRequest request) {
    ObjectNode line = CallText.request(request);
    return recorded(line, () -> super.score(request), CallText::response);
  }

  @Override
  public PromptScore scorePrompt(Prompt prompt, int topLogProbabilities) {
    ObjectNode line = CallText.request(prompt, topLogProbabilities);
    return recorded(line, () -> super.scorePrompt(prompt, topLogProbabilities), CallText::response);
  }

  @Override
  public void close() {}

  private <T> T recorded(ObjectNode line, Supplier<T> call, CallText.Response<T> response) {
    try {
      T result = call.get();
      response.write(result, line.putObject("response"));
      return result;
    } catch (EthogramException e) {
      line.putObject("error").put("code", e.code().label()).put("message", e.getMessage());
      throw e;
    } finally {
      lines.add(line.toString());
    }
  }
}
