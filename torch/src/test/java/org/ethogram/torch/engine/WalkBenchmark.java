package org.ethogram.torch.engine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.ethogram.core.Seed;
import org.ethogram.models.Prompt;
import org.ethogram.models.ScoreRequest;
import org.ethogram.torch.folder.ModelFolder;
import org.ethogram.torch.network.neox.NeoxConfiguration;
import org.ethogram.torch.network.neox.NeoxNetwork;

/**
 * Times walks over game trees: levels of concurrent calls whose prompts share their histories.
 *
 * <p>Arguments: width, layers, heads, whether the prefix cache is on, how often, rounds, walks at
 * once.
 */
final class WalkBenchmark {
  private static final int RULES = 100;
  private static final int ROUND = 12;
  private static final int MOST_NODES = 128;

  private WalkBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    int width = Integer.parseInt(arguments[0]);
    int layers = Integer.parseInt(arguments[1]);
    int heads = Integer.parseInt(arguments[2]);
    boolean prefixCache = Boolean.parseBoolean(arguments[3]);
    int walks = Integer.parseInt(arguments[4]);
    int rounds = Integer.parseInt(arguments[5]);
    int atOnce = Integer.parseInt(arguments[6]);
    Path folder = Files.createTempDirectory("walk");
    var configuration =
        NeoxConfiguration.organism(ByteTokenizer.VOCABULARY + 300, width, layers, heads, 1024);
    try (var network = NeoxNetwork.initialise(configuration, new Seed(1))) {
      ModelFolder.save(folder, network);
      ByteTokenizer.write(folder);
      System.out.println("non-embedding parameters: " + network.nonEmbeddingParameters());
    }
    var options = LocalModelOptions.DEFAULT.withPrefixCache(prefixCache);
    try (LocalModel model = LocalModel.open(folder, options)) {
      for (int walk = 0; walk < walks; walk++) {
        long wall = System.nanoTime();
        long processor = processorNanos();
        int nodes = walksAtOnce(model, new Seed(walk), rounds, atOnce);
        System.out.printf(
            "walk %d: %d nodes, wall %.0f us/node, processor %.0f us/node, %d cached tokens%n",
            walk,
            nodes,
            (System.nanoTime() - wall) / 1e3 / nodes,
            (processorNanos() - processor) / 1e3 / nodes,
            model.cachedTokens());
      }
    }
  }

  private static int walksAtOnce(LocalModel model, Seed seed, int rounds, int atOnce) {
    AtomicInteger nodes = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int index = 0; index < atOnce; index++) {
        RandomGenerator random = seed.derive("walk", index).generator();
        threads.execute(() -> nodes.addAndGet(walk(model, random, rounds)));
      }
    }
    return nodes.get();
  }

  private static int walk(LocalModel model, RandomGenerator random, int rounds) {
    List<String> level = List.of(words(random, RULES));
    int nodes = 0;
    for (int round = 0; round < rounds; round++) {
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (String prompt : level) {
          var request = new ScoreRequest(Prompt.of(prompt), List.of("x", "y"));
          threads.execute(() -> model.score(request));
        }
      }
      nodes += level.size();
      List<String> next = new ArrayList<>();
      for (String prompt : level) {
        for (String action : List.of("x", "y")) {
          if (next.size() < MOST_NODES) {
            next.add(prompt + action + words(random, ROUND));
          }
        }
      }
      level = next;
    }
    return nodes;
  }

  /** Words of two tokens each: a space and a letter. */
  private static String words(RandomGenerator random, int count) {
    StringBuilder text = new StringBuilder();
    for (int word = 0; word < count; word++) {
      text.append(' ').append((char) random.nextInt('a', 'z' + 1));
    }
    return text.toString();
  }

  private static long processorNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
