package org.ethogram.torch.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.StopSignal;
import org.ethogram.models.reference.ModelReference;
import org.ethogram.testkit.HubFault;
import org.junit.jupiter.api.Test;

class HubRefusalsTest extends HubFixture {
  @Test
  void aNameThatTheHubDoesNotKnowIsToldFromAMissingFolder() {
    assertThatThrownBy(() -> fetch(new ModelReference.Hub("nobody/nothing", "main"), settings()))
        .hasMessageContaining("nobody/nothing@main")
        .hasMessageContaining("no token is set")
        .hasMessageContaining("no folder 'nobody/nothing' here");
  }

  @Test
  void aRevisionThatIsNotThereIsNamed() {
    publish();
    assertThatThrownBy(() -> fetch(new ModelReference.Hub("org/name", "step7"), settings()))
        .hasMessageContaining("no revision 'step7'")
        .hasMessageContaining(server.endpoint() + "/org/name");
  }

  @Test
  void aGatedModelSaysWhereToAskAndNeverShowsTheToken() {
    publish();
    server.gate("another");
    server.fault(
        "GET /api/",
        HubFault.status(
            403,
            Map.of("X-Error-Code", "GatedRepo", "X-Error-Message", "hf_secret may not see it")));
    HubSettings refused =
        new HubSettings(cache(), server.endpoint(), HubToken.of("HF_TOKEN", "hf_secret"), false);
    assertThatThrownBy(() -> fetch(MODEL, refused))
        .hasMessageContaining("gated")
        .hasMessageContaining("the token of HF_TOKEN")
        .hasMessageContaining("[secret] may not see it")
        .hasMessageContaining(server.endpoint() + "/org/name")
        .hasMessageNotContaining("hf_secret");
    assertThat(refused.toString()).doesNotContain("hf_secret");
  }

  @Test
  void aTokenThatCannotStandInAHeaderIsNotShown() {
    HubSettings odd =
        new HubSettings(cache(), server.endpoint(), HubToken.of("HF_TOKEN", "se cret"), false);
    assertThatThrownBy(() -> fetch(MODEL, odd))
        .hasMessageContaining("HF_TOKEN")
        .hasMessageNotContaining("cret\n")
        .hasMessageNotContaining("se cret");
  }

  @Test
  void aRepositoryWithoutWeightsIsOneClearError() {
    server.add(
        "org/name",
        "step1000",
        Map.of("config.json", "{}".getBytes(UTF_8), "model.gguf", new byte[3]));
    assertThatThrownBy(() -> fetch(MODEL, settings()))
        .hasMessageContaining("no weights as safetensors or as pytorch_model.bin");
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void anAdapterIsNoModel() {
    server.add("org/name", "step1000", Map.of("adapter_config.json", "{}".getBytes(UTF_8)));
    assertThatThrownBy(() -> fetch(MODEL, settings())).hasMessageContaining("holds an adapter");
  }

  @Test
  void offlineWithoutTheModelSaysWhatIsMissing() {
    publish();
    assertThatThrownBy(() -> fetch(MODEL, settings().offline(true)))
        .isInstanceOfSatisfying(
            EthogramException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.FILE_ACCESS))
        .hasMessageContaining("offline")
        .hasMessageContaining(cache().toString())
        .hasMessageContaining("HF_HUB_OFFLINE");
    assertThat(server.received()).isEmpty();
  }

  @Test
  void anotherKindOfServerIsNoHub() {
    server.fault("GET /api/", HubFault.status(200, Map.of()));
    assertThatThrownBy(() -> fetch(MODEL, settings())).hasMessageContaining("HF_ENDPOINT");
  }

  @Test
  void nobodyAtTheAddressIsToldAfterAFewAttempts() {
    server.close();
    assertThatThrownBy(() -> fetch(MODEL, settings())).hasMessageContaining("after 4 attempts");
  }

  @Test
  void theSettingsAreThoseOfThePythonClient() {
    HubSettings usual = HubSettings.from(Map.of(), home);
    assertThat(usual.cache()).isEqualTo(home.resolve(".cache/huggingface/hub"));
    assertThat(usual.endpoint()).isEqualTo("https://huggingface.co");
    assertThat(usual.offline()).isFalse();
    assertThat(HubSettings.from(Map.of("HF_HOME", "~/x"), home).cache())
        .isEqualTo(home.resolve("x/hub"));
    assertThat(HubSettings.from(Map.of("HF_HOME", "/x", "HF_HUB_CACHE", "/y"), home).cache())
        .hasToString("/y");
    assertThat(HubSettings.from(Map.of("HF_HUB_OFFLINE", "yes"), home).offline()).isTrue();
    assertThat(HubSettings.from(Map.of("HF_HUB_OFFLINE", "0"), home).offline()).isFalse();
    assertThat(HubSettings.from(Map.of("HF_ENDPOINT", "http://mirror/hf/"), home).endpoint())
        .isEqualTo("http://mirror/hf");
    assertThatThrownBy(
            () -> HubSettings.from(Map.of("HF_ENDPOINT", "https://me:password@mirror"), home))
        .hasMessageContaining("HF_ENDPOINT")
        .hasMessageNotContaining("password");
  }

  @Test
  void theTokenIsFoundWhereThePythonClientLooks() throws IOException {
    Files.createDirectories(home.resolve(".cache/huggingface"));
    Files.writeString(home.resolve(".cache/huggingface/token"), "from-file\n");
    Files.writeString(home.resolve("elsewhere"), "from-path");
    assertThat(authorization(Map.of())).hasValue("Bearer from-file");
    assertThat(authorization(Map.of("HF_TOKEN", " given "))).hasValue("Bearer given");
    assertThat(authorization(Map.of("HF_TOKEN_PATH", home.resolve("elsewhere").toString())))
        .hasValue("Bearer from-path");
    assertThat(authorization(Map.of("HF_HUB_DISABLE_IMPLICIT_TOKEN", "1"))).isEmpty();
  }

  private Optional<String> authorization(Map<String, String> environment) {
    return HubSettings.from(environment, home).token().map(HubToken::authorization);
  }

  private Snapshot fetch(ModelReference.Hub reference, HubSettings settings) {
    return hub(settings).fetch(reference, Progress.NONE, StopSignal.NEVER);
  }
}
