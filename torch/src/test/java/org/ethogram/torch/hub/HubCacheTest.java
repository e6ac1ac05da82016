package org.ethogram.torch.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.StopSignal;
import org.ethogram.models.reference.ModelReference;
import org.ethogram.testkit.FakeHub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubCacheTest extends HubFixture {
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  @Test
  void theCacheIsLaidOutAsThePythonClientDoesIt() throws IOException {
    String commit = publish();
    Snapshot snapshot = fetch();
    assertThat(snapshot.commit()).isEqualTo(commit);
    assertThat(snapshot.folder()).isEqualTo(repository().resolve("snapshots").resolve(commit));
    assertThat(repository().resolve("refs/step1000")).hasContent(commit);
    assertThat(Files.readSymbolicLink(snapshot.folder().resolve(WEIGHTS)))
        .isEqualTo(Path.of("../../blobs", FakeHub.sha256(BYTES)));
    assertThat(Files.readSymbolicLink(snapshot.folder().resolve("config.json")))
        .isEqualTo(Path.of("../../blobs", FakeHub.gitHash(CONFIGURATION)));
    assertThat(snapshot.folder().resolve(WEIGHTS)).hasBinaryContent(BYTES);
    assertThat(cache().resolve(".locks/models--org--name/" + FakeHub.sha256(BYTES) + ".lock"))
        .exists();
    assertThat(repository().resolve(".no_exist").resolve(commit).resolve("tokenizer.model"))
        .exists();
  }

  @Test
  void onlyWhatAModelNeedsIsFetched() throws IOException {
    publish();
    try (var files = Files.list(fetch().folder())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("config.json", "tokenizer.json", WEIGHTS);
    }
    assertThat(server.asked("README.md")).isZero();
    assertThat(server.asked("pytorch_model.bin")).isZero();
  }

  @Test
  void aFetchedModelIsUsedWithoutARequest() {
    publish();
    fetch();
    int before = server.received().size();
    fetch();
    assertThat(hub(settings().offline(true)).find(MODEL)).isPresent();
    assertThat(server.received()).hasSize(before);
  }

  /** Files as "Understand caching" in the documentation of huggingface_hub shows them. */
  @Test
  void aCacheThatThePythonClientFilledIsUsedAsItIs() throws IOException {
    cached("config.json", "aaaa", "{}");
    cached("tokenizer.json", "bbbb", "{}");
    cached(WEIGHTS, "cccc", "weights");
    Files.createDirectories(repository().resolve("refs"));
    Files.writeString(repository().resolve("refs/main"), COMMIT);
    var main = new ModelReference.Hub("org/name", "main");
    Snapshot snapshot = hub().fetch(main, Progress.NONE, StopSignal.NEVER);
    assertThat(snapshot.folder().resolve(WEIGHTS)).hasContent("weights");
    assertThat(hub().find(new ModelReference.Hub("org/name", COMMIT))).isPresent();
    assertThat(server.received()).isEmpty();
  }

  @Test
  void aSnapshotWithoutItsWeightsIsNotComplete() throws IOException {
    cached("config.json", "aaaa", "{}");
    cached("tokenizer.json", "bbbb", "{}");
    cached("model.safetensors.index.json", "dddd", "{\"weight_map\": {\"a\": \"x.safetensors\"}}");
    var reference = new ModelReference.Hub("org/name", COMMIT);
    assertThat(hub().find(reference)).isEmpty();
    cached("x.safetensors", "eeee", "x");
    assertThat(hub().find(reference)).isPresent();
    Files.delete(repository().resolve("blobs/eeee"));
    assertThat(hub().find(reference)).isEmpty();
  }

  @Test
  void aSnapshotKnowsWhatItIsOf() throws IOException {
    publish();
    Path folder = fetch().folder();
    assertThat(Snapshot.at(folder))
        .hasValueSatisfying(
            found -> {
              assertThat(found.repository()).isEqualTo("org/name");
              assertThat(found.revision()).isEqualTo("step1000");
            });
    assertThat(Snapshot.at(home)).isEmpty();
  }

  @Test
  void checkpointsShareWhatTheyHaveInCommon() {
    publish();
    Map<String, byte[]> other = new HashMap<>(files());
    other.put(WEIGHTS, bytes("other", 1000));
    server.add("org/name", "step2000", other, WEIGHTS);
    fetch();
    Snapshot second =
        hub()
            .fetch(new ModelReference.Hub("org/name", "step2000"), Progress.NONE, StopSignal.NEVER);
    assertThat(second.folder().resolve(WEIGHTS)).hasBinaryContent(bytes("other", 1000));
    assertThat(second.folder().resolve("tokenizer.json")).hasContent("{}");
    assertThat(server.asked("GET /org/name/resolve/" + second.commit() + "/tokenizer.json"))
        .isZero();
  }

  @Test
  void shardsComeByTheirIndex() {
    String index =
        "{\"weight_map\": {\"a\": \"model-1.safetensors\", \"b\": \"model-2.safetensors\"}}";
    server.add(
        "org/name",
        "step1000",
        Map.of(
            "config.json", "{}".getBytes(UTF_8),
            "model.safetensors.index.json", index.getBytes(UTF_8),
            "model-1.safetensors", BYTES,
            "model-2.safetensors", bytes("second", 500),
            "model-3.safetensors", bytes("third", 500)),
        "model-1.safetensors",
        "model-2.safetensors",
        "model-3.safetensors");
    Path folder = fetch().folder();
    assertThat(folder.resolve("model-2.safetensors")).hasBinaryContent(bytes("second", 500));
    assertThat(folder.resolve("model-3.safetensors")).doesNotExist();
    assertThat(hub().find(MODEL)).isPresent();
  }

  @Test
  void weightsOfPyTorchAreFetchedWhereThereAreNoSafetensors() {
    server.add(
        "org/name",
        "step1000",
        Map.of("config.json", CONFIGURATION, "pytorch_model.bin", BYTES),
        "pytorch_model.bin");
    assertThat(fetch().folder().resolve("pytorch_model.bin")).hasBinaryContent(BYTES);
    assertThat(hub().find(MODEL)).isPresent();
  }

  @Test
  void shardsOfPyTorchComeByTheirIndex() {
    String index = "{\"weight_map\": {\"a\": \"pytorch_model-1.bin\", \"b\": \"part-2.bin\"}}";
    server.add(
        "org/name",
        "step1000",
        Map.of(
            "config.json",
            CONFIGURATION,
            "pytorch_model.bin.index.json",
            index.getBytes(UTF_8),
            "pytorch_model-1.bin",
            BYTES,
            "part-2.bin",
            bytes("second", 500)),
        "pytorch_model-1.bin",
        "part-2.bin");
    Path folder = fetch().folder();
    assertThat(folder.resolve("pytorch_model-1.bin")).hasBinaryContent(BYTES);
    assertThat(folder.resolve("part-2.bin")).hasBinaryContent(bytes("second", 500));
    assertThat(hub().find(MODEL)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../../x", "gone.safetensors", ""})
  void anIndexThatNamesWhatIsNotThereIsRefused(String shard) {
    server.add(
        "org/name",
        "step1000",
        Map.of(
            "config.json",
            "{}".getBytes(UTF_8),
            "model.safetensors.index.json",
            ("{\"weight_map\": {\"a\": \"" + shard + "\"}}").getBytes(UTF_8)));
    assertThatThrownBy(this::fetch)
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("model.safetensors.index.json");
  }

  @Test
  void aBranchThatHasMovedIsFollowedWhenAsked() {
    publish();
    fetch();
    Map<String, byte[]> later = new HashMap<>(files());
    later.put(WEIGHTS, bytes("later", 1000));
    String commit = server.add("org/name", "step1000", later, WEIGHTS);
    assertThat(fetch().commit()).isNotEqualTo(commit);
    assertThat(hub().refresh(MODEL, Progress.NONE, StopSignal.NEVER).commit()).isEqualTo(commit);
    assertThat(fetch().commit()).isEqualTo(commit);
  }

  @Test
  void whereLinksCannotBeACopyIsPlaced() throws IOException {
    Path blob = Files.writeString(home.resolve("blob"), "content");
    Path pointer = home.resolve("pointer");
    HubCache.copy(blob, pointer);
    Files.delete(blob);
    assertThat(pointer).hasContent("content");
  }

  private void cached(String name, String etag, String content) throws IOException {
    Path blobs = Files.createDirectories(repository().resolve("blobs"));
    Path snapshot = Files.createDirectories(repository().resolve("snapshots/" + COMMIT));
    Files.writeString(blobs.resolve(etag), content);
    Files.createSymbolicLink(snapshot.resolve(name), Path.of("../../blobs", etag));
  }
}
