package org.ethogram.torch.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.ethogram.core.Progress;
import org.ethogram.core.Seed;
import org.ethogram.core.StopSignal;
import org.ethogram.models.reference.ModelReference;
import org.ethogram.testkit.FakeHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A hub on loopback with one model, an empty cache, and waits that take no time. */
abstract class HubFixture {
  static final ModelReference.Hub MODEL = new ModelReference.Hub("org/name", "step1000");
  static final String WEIGHTS = "model.safetensors";
  static final byte[] CONFIGURATION = "{\"model_type\": \"gpt_neox\"}".getBytes(UTF_8);
  static final byte[] BYTES = bytes("weights", 300_000);

  @TempDir Path home;
  final FakeHub server = FakeHub.start();
  final Queue<Duration> waits = new ConcurrentLinkedQueue<>();

  @AfterEach
  void stop() {
    server.close();
  }

  static byte[] bytes(String purpose, int length) {
    byte[] bytes = new byte[length];
    new Seed(1).derive(purpose).generator().nextBytes(bytes);
    return bytes;
  }

  static Map<String, byte[]> files() {
    Map<String, byte[]> files = new HashMap<>();
    files.put("config.json", CONFIGURATION);
    files.put("tokenizer.json", "{}".getBytes(UTF_8));
    files.put("README.md", "not needed".getBytes(UTF_8));
    files.put("pytorch_model.bin", bytes("pickle", 10));
    files.put(WEIGHTS, BYTES);
    return files;
  }

  String publish() {
    return server.add("org/name", "step1000", files(), WEIGHTS, "pytorch_model.bin");
  }

  Path cache() {
    return home.resolve("hub");
  }

  Path repository() {
    return cache().resolve("models--org--name");
  }

  HubSettings settings() {
    return new HubSettings(cache(), server.endpoint(), Optional.empty(), false);
  }

  Retries retries(Duration stall) {
    return new Retries(
        4,
        Duration.ofSeconds(1),
        Duration.ofMinutes(5),
        stall,
        (wait, stop) -> {
          waits.add(wait);
          Thread.onSpinWait();
        });
  }

  Hub hub() {
    return hub(settings());
  }

  Hub hub(HubSettings settings) {
    return new Hub(settings, retries(Duration.ofSeconds(60)));
  }

  Snapshot fetch() {
    return hub().fetch(MODEL, Progress.NONE, StopSignal.NEVER);
  }
}
