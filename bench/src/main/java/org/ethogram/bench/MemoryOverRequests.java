package org.ethogram.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ethogram.core.Seed;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.Prompt;
import org.ethogram.models.Sampling;
import org.ethogram.models.ScoreRequest;
import org.ethogram.torch.engine.LocalModel;
import org.ethogram.torch.engine.LocalModelOptions;

/**
 * The resident memory of the process over ten thousand requests, half scored and half completed,
 * all of different prompts, behind a prefix cache that is full after the first few hundred.
 */
public final class MemoryOverRequests {
  private static final int REQUESTS = 10_000;
  private static final int SAMPLE = 1_000;
  private static final long CACHE_BYTES = 32L << 20;

  private MemoryOverRequests() {}

  /** Prints megabytes every thousand requests. */
  public static void main(String[] arguments) throws IOException {
    LocalModelOptions options = LocalModelOptions.DEFAULT.withCacheBytes(CACHE_BYTES);
    try (LocalModel model = LocalModel.open(RandomModels.folder("0.27M"), options)) {
      for (int done = 0; done < REQUESTS; done += SAMPLE) {
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
          for (int request = done; request < done + SAMPLE; request++) {
            int number = request;
            threads.execute(() -> ask(model, number));
          }
        }
        System.out.printf("%d requests: %d MB%n", done + SAMPLE, residentMegabytes());
      }
    }
  }

  private static void ask(LocalModel model, int number) {
    Prompt prompt = Prompt.of("Request " + number + " says" + " a b c".repeat(20));
    if (number % 2 == 0) {
      model.score(new ScoreRequest(prompt, List.of(" oak", " rose")));
    } else {
      Sampling sampling = Sampling.atTemperature(1).withTopProbability(0.9);
      model.complete(new CompletionRequest(prompt, 20, sampling, List.of(), new Seed(number)));
    }
  }

  private static long residentMegabytes() throws IOException {
    String resident =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmRSS"))
            .findFirst()
            .orElseThrow();
    return Long.parseLong(resident.replaceAll("\\D", "")) >> 10;
  }
}
