package org.ethogram.torch.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.StopSignal;
import org.ethogram.models.reference.ModelReference;
import org.ethogram.testkit.FakeHub;
import org.ethogram.testkit.HubFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubFaultsTest extends HubFixture {
  private static final String STORED = "GET /stored/";

  @Test
  void aBrokenDownloadGoesOnWhereItEnded() {
    publish();
    server.fault(STORED, HubFault.cut(100_000), HubFault.cut(150_000));
    assertThat(fetch().folder().resolve(WEIGHTS)).hasBinaryContent(BYTES);
    assertThat(ranges()).containsExactly("", "bytes=100000-", "bytes=250000-");
  }

  @Test
  void whatAnEarlierProcessLeftIsNotFetchedAgain() throws IOException {
    publish();
    leave(Arrays.copyOf(BYTES, 299_999));
    assertThat(fetch().folder().resolve(WEIGHTS)).hasBinaryContent(BYTES);
    assertThat(ranges()).containsExactly("bytes=299999-");
    assertThat(incomplete()).doesNotExist();
  }

  @Test
  void aPartThatHasAllBytesNeedsNoRequest() throws IOException {
    publish();
    leave(BYTES);
    assertThat(fetch().folder().resolve(WEIGHTS)).hasBinaryContent(BYTES);
    assertThat(ranges()).isEmpty();
  }

  @Test
  void aPartOfSomethingElseIsFoundByItsHashAndFetchedFromTheBeginning() throws IOException {
    publish();
    leave(new byte[200_000]);
    assertThat(fetch().folder().resolve(WEIGHTS)).hasBinaryContent(BYTES);
    assertThat(ranges()).containsExactly("bytes=200000-", "");
  }

  @Test
  void aPartThatIsTooLongIsThrownAway() throws IOException {
    publish();
    leave(new byte[BYTES.length + 1]);
    assertThat(fetch().folder().resolve(WEIGHTS)).hasBinaryContent(BYTES);
    assertThat(ranges()).containsExactly("");
  }

  @Test
  void aHostThatIgnoresTheRangeIsReadFromTheBeginning() {
    publish();
    server.fault(STORED, HubFault.cut(100_000), HubFault.ignoredRange());
    assertThat(fetch().folder().resolve(WEIGHTS)).hasBinaryContent(BYTES);
    assertThat(ranges()).hasSize(2);
  }

  @Test
  void cutsWithoutProgressEndInOneMessageAndLeaveThePart() {
    publish();
    server.fault(STORED, HubFault.cut(1000));
    server.fault(STORED, HubFault.cut(0), HubFault.cut(0), HubFault.cut(0), HubFault.cut(0));
    assertThatThrownBy(this::fetch)
        .asInstanceOf(type(EthogramException.class))
        .satisfies(failure -> assertThat(failure.code()).isEqualTo(ErrorCode.WORK_FAILED))
        .extracting(EthogramException::getMessage)
        .asString()
        .contains("org/name@step1000, model.safetensors", "after 4 attempts", "kept");
    assertThat(incomplete()).hasSize(1000);
  }

  @Test
  void aSilentConnectionIsLeft() {
    publish();
    server.fault(STORED, HubFault.stall(1000));
    var hub = new Hub(settings(), retries(Duration.ofMillis(300)));
    Snapshot snapshot = hub.fetch(MODEL, Progress.NONE, StopSignal.NEVER);
    assertThat(snapshot.folder().resolve(WEIGHTS)).hasBinaryContent(BYTES);
    assertThat(ranges()).containsExactly("", "bytes=1000-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /api/", "HEAD /org", "GET /org", STORED})
  void theHubIsAskedAgainAfterTheWaitItNames(String request) {
    publish();
    server.fault(
        request,
        HubFault.status(429, Map.of("Retry-After", "7")),
        HubFault.status(503, Map.of()),
        HubFault.status(429, Map.of("RateLimit", "\"resolvers\";r=0;t=55")));
    assertThat(fetch().folder().resolve(WEIGHTS)).hasBinaryContent(BYTES);
    assertThat(waits)
        .containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(2), Duration.ofSeconds(55));
  }

  @Test
  void aHubThatNeverRecoversIsGivenUp() {
    publish();
    HubFault down = HubFault.status(503, Map.of("X-Error-Message", "maintenance"));
    server.fault("GET /api/", down, down, down, down);
    assertThatThrownBy(this::fetch)
        .hasMessageContaining("after 4 attempts: status 503: maintenance");
    assertThat(waits)
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
  }

  @Test
  void aWaitThatIsTooLongEndsTheWork() {
    publish();
    server.fault("GET /api/", HubFault.status(429, Map.of("Retry-After", "3600")));
    assertThatThrownBy(this::fetch)
        .hasMessageContaining("asks to wait 3600 seconds")
        .asInstanceOf(type(EthogramException.class))
        .satisfies(failure -> assertThat(failure.code()).isEqualTo(ErrorCode.LIMIT_REACHED));
  }

  @Test
  void otherBytesThanAnnouncedAreFetchedOnceMore() {
    publish();
    server.fault(STORED, HubFault.otherBytes());
    assertThat(fetch().folder().resolve(WEIGHTS)).hasBinaryContent(BYTES);
  }

  @ParameterizedTest
  @ValueSource(strings = {STORED, "GET /org/name/resolve"})
  void otherBytesThanAnnouncedNeverReachTheCache(String request) throws IOException {
    publish();
    server.fault(request, HubFault.otherBytes(), HubFault.otherBytes());
    if (request.equals(STORED)) {
      assertThatThrownBy(this::fetch).hasMessageContaining("the bytes have the hash");
    } else {
      assertThatThrownBy(this::fetch).hasMessageContaining("config.json");
    }
    try (var blobs = Files.list(repository().resolve("blobs"))) {
      assertThat(blobs.filter(blob -> !blob.toString().endsWith(".incomplete")))
          .hasSize(request.equals(STORED) ? 2 : 0);
    }
  }

  @Test
  void anotherSizeThanAnnouncedIsNoFile() {
    publish();
    HubFault more = HubFault.oneMore();
    server.fault(STORED, more, more, more, more);
    assertThatThrownBy(this::fetch)
        .hasMessageContaining("300001 bytes are sent where 300000 were announced");
  }

  @Test
  void theTokenGoesToTheHubAndToNoOtherHost() {
    publish();
    server.gate("hf_very-secret-token");
    HubSettings gated =
        new HubSettings(
            cache(), server.endpoint(), HubToken.of("HF_TOKEN", "hf_very-secret-token"), false);
    hub(gated).fetch(MODEL, Progress.NONE, StopSignal.NEVER);
    assertThat(server.received())
        .anySatisfy(request -> assertThat(request.path()).startsWith("/stored/"))
        .allSatisfy(
            request ->
                assertThat(request.headers().containsKey("authorization"))
                    .isEqualTo(!request.path().startsWith("/stored/")));
    assertThat(server.received())
        .filteredOn(request -> request.path().startsWith("/stored/"))
        .allSatisfy(request -> assertThat(request.headers().get("host")).startsWith("localhost:"));
  }

  @Test
  void aRedirectWithinTheHubKeepsTheToken() {
    String commit = publish();
    server.gate("token");
    server.fault(
        "GET /api/models/old/name",
        HubFault.status(307, Map.of("Location", "/api/models/org/name/revision/step1000")));
    HubSettings gated =
        new HubSettings(cache(), server.endpoint(), HubToken.of("HF_TOKEN", "token"), false);
    try (var client = new HubClient(gated, retries(Duration.ofSeconds(60)), StopSignal.NEVER)) {
      assertThat(client.listing(new ModelReference.Hub("old/name", "step1000")).commit())
          .isEqualTo(commit);
    }
  }

  @Test
  void redirectsInACircleEnd() {
    publish();
    HubFault round =
        HubFault.status(302, Map.of("Location", "/api/models/org/name/revision/step1000"));
    for (int i = 0; i < 40; i++) {
      server.fault("GET /api/", round);
    }
    assertThatThrownBy(this::fetch).hasMessageContaining("more than 8 redirects");
  }

  @Test
  void aStopKeepsThePartAndTheNextRunGoesOn() {
    publish();
    var seen = new AtomicLong();
    Progress watching =
        (name, total, unit) ->
            new Progress.Task() {
              @Override
              public void report(long done, Map<String, String> metrics) {
                seen.set(done);
              }

              @Override
              public void close() {}
            };
    assertThatThrownBy(() -> hub().fetch(MODEL, watching, () -> seen.get() > 0))
        .asInstanceOf(type(EthogramException.class))
        .satisfies(failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INTERRUPTED));
    long kept = seen.get();
    assertThat(kept).isPositive();
    assertThat(incomplete()).hasSize(kept);
    assertThat(hub().find(MODEL)).isEmpty();
    hub().fetch(MODEL, watching, StopSignal.NEVER);
    assertThat(ranges()).last().isEqualTo("bytes=" + kept + "-");
    assertThat(seen).hasValue(BYTES.length);
  }

  @Test
  void twoAtOnceFetchEachBlobOnce() throws Exception {
    publish();
    try (ExecutorService both = Executors.newFixedThreadPool(4)) {
      List<Future<Snapshot>> all =
          both.invokeAll(List.of(this::fetch, this::fetch, this::fetch, this::fetch));
      for (Future<Snapshot> one : all) {
        assertThat(one.get().folder().resolve(WEIGHTS)).hasBinaryContent(BYTES);
      }
    }
    assertThat(server.asked(STORED)).isEqualTo(1);
    assertThat(server.asked("/config.json")).isLessThanOrEqualTo(5);
    assertThat(server.received())
        .filteredOn(request -> request.method().equals("GET"))
        .filteredOn(request -> request.path().endsWith("/config.json"))
        .hasSize(1);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsToldAtOnce() throws IOException {
    publish();
    Files.createDirectories(incomplete().getParent());
    Files.createSymbolicLink(incomplete(), Path.of("/dev/full"));
    assertThatThrownBy(this::fetch)
        .hasMessageContaining("the disk is full")
        .hasMessageContaining("HF_HOME");
    assertThat(ranges()).hasSize(1);
  }

  @Test
  void weightsThatTheDiskCannotHoldAreNotBegun() {
    publish();
    server.fault(
        "HEAD /org/name/resolve",
        HubFault.ignoredRange(),
        HubFault.ignoredRange(),
        HubFault.status(
            302,
            Map.of(
                "X-Linked-Etag", "\"" + "ab".repeat(32) + "\"",
                "X-Linked-Size", "900000000000000000",
                "Location", "http://localhost:1/x")));
    assertThatThrownBy(this::fetch).hasMessageContaining("need 900,000,000,000,000,000 bytes more");
    assertThat(ranges()).isEmpty();
  }

  private List<String> ranges() {
    return server.received().stream()
        .filter(request -> request.path().startsWith("/stored/"))
        .map(request -> Optional.ofNullable(request.headers().get("range")).orElse(""))
        .toList();
  }

  private Path incomplete() {
    return repository().resolve("blobs").resolve(FakeHub.sha256(BYTES) + ".incomplete");
  }

  private void leave(byte[] part) throws IOException {
    Files.createDirectories(incomplete().getParent());
    Files.write(incomplete(), part);
  }
}
