package org.ethogram.models.human;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.models.Capability;
import org.ethogram.models.Completion;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.ContinuationScore;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.ModelIdentity;
import org.ethogram.models.ModelScale;
import org.ethogram.models.Prompt;
import org.ethogram.models.ScoreRequest;
import org.ethogram.models.Usage;

/**
 * A person at a terminal: sees the prompt, answers with one line, is asked one thing at a time.
 *
 * <p>A line is taken whole, however many tokens were allowed; a stop text ends it.
 */
public final class HumanModel implements LanguageModel {
  private static final Usage NO_TOKENS = new Usage(0, 0, 0);

  private final String name;
  private final BufferedReader answers;
  private final PrintWriter questions;
  private final ReentrantLock turn = new ReentrantLock();

  /** Reads and writes, but closes neither. */
  public HumanModel(String name, BufferedReader answers, PrintWriter questions) {
    this.name = name;
    this.answers = answers;
    this.questions = questions;
  }

  @Override
  public ModelIdentity identity() {
    return new ModelIdentity(name, "main", "human", "", "", ModelScale.UNKNOWN);
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.CHAT);
  }

  @Override
  public Completion complete(CompletionRequest request) {
    if (request.topLogProbabilities() > 0) {
      throw missing("a person tells no log-probabilities", "Ask for none");
    }
    String asked = text(request.prompt());
    turn.lock();
    try {
      questions.println(asked);
      questions.print("> ");
      questions.flush();
      String line = answers.readLine();
      if (line == null) {
        throw new EthogramException(
            ErrorCode.INTERRUPTED,
            name,
            "the input ended before an answer",
            "Run the same command again and answer with a line");
      }
      return new Completion(
          untilStop(line, request.stops()), Completion.FinishReason.STOP, List.of(), NO_TOKENS);
    } catch (IOException e) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          name,
          "the answer cannot be read: " + e.getMessage(),
          "Run the command in a terminal",
          e);
    } finally {
      turn.unlock();
    }
  }

  @Override
  public List<ContinuationScore> score(ScoreRequest request) {
    throw missing(
        "a person tells no log-probabilities", "Let the person choose, and count the choices");
  }

  @Override
  public void close() {}

  private String text(Prompt prompt) {
    return switch (prompt) {
      case Prompt.Text(String text) -> text;
      case Prompt.Chat(List<Prompt.Message> messages) ->
          String.join(
              System.lineSeparator(),
              messages.stream().map(message -> message.role() + ": " + message.content()).toList());
      case Prompt.Tokens _ ->
          throw missing("a person does not read the numbers of tokens", "Ask with text");
    };
  }

  private EthogramException missing(String problem, String remedy) {
    return new EthogramException(ErrorCode.CAPABILITY_MISSING, name, problem, remedy);
  }

  private static String untilStop(String line, List<String> stops) {
    int end = line.length();
    for (String stop : stops) {
      int at = line.indexOf(stop);
      end = at >= 0 ? Math.min(end, at) : end;
    }
    return line.substring(0, end);
  }
}
