package org.ethogram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ethogram.testkit.Answer;
import org.ethogram.testkit.FakeProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ethogram models complete} and {@code score} with models that are elsewhere. */
class RemoteCommandsTest {
  private static final String OAK =
      """
      {"id":"c","object":"text_completion","created":1,"model":"m","choices":[{"index":0,\
      "text":" oak","finish_reason":"stop","logprobs":null}],"usage":{"prompt_tokens":2,\
      "completion_tokens":1,"total_tokens":3}}\
      """;

  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @TempDir private Path folder;

  private int execute(String... arguments) {
    CommandLine commandLine = Ethogram.commandLine();
    commandLine.setOut(new PrintWriter(output, true));
    commandLine.setErr(new PrintWriter(errors, true));
    return commandLine.execute(arguments);
  }

  private int complete(FakeProvider provider, String... more) {
    return execute(
        Stream.concat(
                Stream.of(
                    "models",
                    "complete",
                    "--model=openai:m",
                    "--endpoint=" + provider.address() + "/v1",
                    "--prompt=A tree:"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void anEndpointCompletesAndASecondRunIsFree() {
    try (var provider = FakeProvider.inOrder(Answer.json(OAK))) {
      String cache = "--cache=" + folder.resolve("answers.db");
      assertThat(complete(provider, cache)).isZero();
      assertThat(complete(provider, cache)).isZero();
      assertThat(output.toString().lines()).containsExactly("A tree: oak", "A tree: oak");
      assertThat(provider.received()).hasSize(1);
    }
  }

  @Test
  void aBudgetEndsWithExitCodeThree() {
    try (var provider = FakeProvider.inOrder(Answer.json(OAK))) {
      assertThat(complete(provider, "--max-calls=0")).isEqualTo(3);
      assertThat(complete(provider, "--max-cost=0.1")).isEqualTo(2);
      assertThat(complete(provider, "--max-cost=0.1", "--price=m=2.5,10")).isZero();
      assertThat(provider.received()).hasSize(1);
    }
  }

  @Test
  void theKeyIsSentAndShownNowhere() throws IOException {
    // Any variable that is always set can play the key.
    String key = System.getenv("PATH");
    try (var provider =
        FakeProvider.inOrder(
            Answer.json(OAK.replace(" oak", " " + key)),
            Answer.status(401, "{\"error\":{\"message\":\"bad key " + key + "\"}}"))) {
      String cache = "--cache=" + folder.resolve("answers.db");
      assertThat(complete(provider, "--key-variable=PATH", cache, "--json")).isZero();
      assertThat(complete(provider, "--key-variable=PATH", cache, "--seed=2")).isEqualTo(2);
      assertThat(provider.received().getFirst().headers())
          .containsEntry("authorization", "Bearer " + key);
      assertThat(output + errors.toString()).contains("[secret]").doesNotContain(key);
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
              .doesNotContain(key);
        }
      }
    }
  }

  @Test
  void aChoiceIsCountedWithItsInterval() throws IOException {
    Path script = folder.resolve("script.json");
    Files.writeString(script, "{\" oak\": 0.6, \" elm\": 0.2, \" hm\": 0.2}");
    String[] choose = {
      "models", "choose", "--model=scripted:" + script, "--prompt=A", "--option=Elm", "--option=oak"
    };
    assertThat(execute(choose)).isZero();
    assertThat(output.toString())
        .containsPattern("Elm +0\\.\\d{3} \\[0\\.\\d{3}, 0\\.\\d{3}]  \\d+ of \\d+")
        .containsPattern("100 asked, \\d+ unmatched, 0 refused");
    choose[5] = "--option=elm ";
    assertThat(execute(choose)).isEqualTo(2);
    assertThat(errors.toString()).contains("two or more different texts");
  }

  @Test
  void aDryRunOfAStudyShowsWhatARemoteSubjectComesTo() throws IOException {
    try (var provider = FakeProvider.inOrder(Answer.json(OAK))) {
      Path study =
          Files.writeString(
              folder.resolve("study.yaml"),
              """
              study: s
              subjects:
                - {remote: openai/m, endpoint: "%s/v1", price: {prompt: 1, completion: 2},
                   budget: {calls: 10, money: 1000}}
              evaluations: {cooperation: {games: chicken, elicitation: sampled, matches: 1}}
              """
                  .formatted(provider.address()));
      assertThat(execute("run", study.toString(), "--dry-run")).isZero();
      assertThat(output.toString())
          .containsPattern("openai/m +[\\d,]+ to [\\d,]+ requests; [\\d,]+ to [\\d,]+ tokens")
          .containsPattern("cost \\d+\\.\\d{4} to \\d+\\.\\d{4}")
          .contains("budget 10 calls: one run will not do", "budget 1000.0 of money: enough");
      String exact = "evaluations.cooperation.elicitation=exact";
      assertThat(execute("run", study.toString(), "--dry-run", "--set", exact)).isEqualTo(2);
      assertThat(errors.toString()).contains("'openai/m' for 'cooperation'", "ETH-105");
      assertThat(provider.received()).isEmpty();
    }
  }

  @Test
  void whatCannotBeAskedIsSaidWithExitCodeTwo() {
    for (List<String> model :
        List.of(
            List.of("opnai:gpt", "openai"),
            List.of("openai:", "no model is named"),
            List.of("anthropic:x", "plain text"),
            List.of("scripted:absent.json", "cannot be read"))) {
      assertThat(
              execute(
                  "models",
                  "complete",
                  "--model=" + model.get(0),
                  "--endpoint=http://127.0.0.1:9",
                  "--prompt=x"))
          .isEqualTo(2);
      assertThat(errors.toString()).contains(model.get(1));
    }
  }

  @Test
  void aScriptCompletesAndScores() throws IOException {
    Path script = folder.resolve("script.json");
    Files.writeString(script, "{\" oak\": 0.75, \" elm\": 0.25}");
    assertThat(execute("models", "complete", "--model=scripted:" + script, "--prompt=A")).isZero();
    assertThat(
            execute(
                "models",
                "score",
                "--model=scripted:" + script,
                "--prompt=A",
                "--continuation= elm"))
        .isZero();
    // ln 0.25
    assertThat(output.toString()).contains("A oak", "-1.3863");
  }

  @Test
  void theMostProbableTokensAreToldInTextAndJson() throws IOException {
    Path script = folder.resolve("script.json");
    Files.writeString(script, "{\" oak\": 0.75, \" elm\": 0.25}");
    String model = "--model=scripted:" + script;
    String top = "--top-logprobs=2";
    assertThat(execute("models", "complete", model, "--prompt=A", top)).isZero();
    assertThat(execute("models", "score", model, "--prompt=A", "--continuation= elm", top))
        .isZero();
    assertThat(output.toString().lines())
        .containsExactly(
            "A oak",
            "       -0.2877  \" oak\"         of  \" oak\" -0.2877  \" elm\" -1.3863",
            "   -1.3863   elm",
            "       -1.3863  \" elm\"         of  \" oak\" -0.2877  \" elm\" -1.3863");
    output.getBuffer().setLength(0);
    assertThat(execute("models", "complete", model, "--prompt=A", top, "--json")).isZero();
    JsonNode line = JsonMapper.shared().readTree(output.toString());
    assertThat(line.at("/top_logprobs/0/1/token").asString()).isEqualTo(" elm");
    assertThat(line.at("/top_logprobs/0/1/logprob").asDouble()).isEqualTo(Math.log(.25));
    for (String wrong : List.of("21", "-1")) {
      assertThat(execute("models", "complete", model, "--prompt=A", "--top-logprobs=" + wrong))
          .isEqualTo(2);
      assertThat(errors.toString()).contains("--top-logprobs must lie in 0 to 20, not " + wrong);
    }
  }

  @Test
  void anEndpointIsAskedForTheMostProbableTokens() {
    try (var provider = FakeProvider.inOrder(Answer.json(OAK))) {
      assertThat(complete(provider, "--top-logprobs=3")).isZero();
      assertThat(provider.received().getFirst().body()).contains("\"logprobs\":3");
    }
  }
}
