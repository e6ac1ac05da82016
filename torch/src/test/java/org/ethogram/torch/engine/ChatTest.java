package org.ethogram.torch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.assertj.core.util.DoubleComparator;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.models.Capability;
import org.ethogram.models.Completion;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.Prompt;
import org.ethogram.models.Prompt.Role;
import org.ethogram.models.Sampling;
import org.ethogram.models.ScoreRequest;
import org.ethogram.torch.adapters.Adapter;
import org.ethogram.torch.adapters.AdapterFolder;
import org.ethogram.torch.adapters.LoraConfiguration;
import org.ethogram.torch.adapters.TargetModules;
import org.ethogram.torch.folder.ModelFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Token 0 of the models here begins every text and is written {@code <|endoftext|>}. */
class ChatTest {
  private static final String BODY =
      "{% for message in messages %}{{ message.role[0] + ':' + message.content }}"
          + "{{ eos_token if message.role == 'assistant' }}\n{% endfor %}"
          + "{% if add_generation_prompt %}{{ 'a:' }}{% endif %}";
  private static final String BEGINNING = "{{ bos_token }}";
  private static final Prompt.Chat HELLO = chat(Role.USER, "Hello");
  private static final List<String> ANSWERS = List.of(" oak", " rose");

  @TempDir Path folder;

  @BeforeEach
  void save() {
    SmallModel.GROUPED_LLAMA.save(folder);
  }

  @Test
  void aConversationIsReadAsItsTemplateWritesItWithOneBeginning() throws IOException {
    template(BEGINNING + BODY);
    try (LocalModel model = LocalModel.open(folder)) {
      assertThat(model.capabilities()).contains(Capability.CHAT);
      // A plain text gets its beginning from the tokenizer, a conversation from its template.
      assertThat(model.score(new ScoreRequest(HELLO, ANSWERS)))
          .usingRecursiveComparison()
          .withComparatorForType(new DoubleComparator(1e-4), Double.class)
          .isEqualTo(model.score(new ScoreRequest(Prompt.of("u:Hello\na:"), ANSWERS)));
      Completion answer = complete(model, HELLO);
      assertThat(answer.usage().promptTokens()).isEqualTo(1 + "u:Hello\na:".length());
      assertThat(answer.text()).isEqualTo(complete(model, Prompt.of("u:Hello\na:")).text());
    }
  }

  @Test
  void aTemplateThatWritesNoBeginningGetsNone() throws IOException {
    template(BODY);
    try (LocalModel model = LocalModel.open(folder)) {
      assertThat(complete(model, HELLO).usage().promptTokens()).isEqualTo("u:Hello\na:".length());
    }
  }

  @Test
  void specialTokensInsideAConversationAreSingleTokens() throws IOException {
    template(BEGINNING + BODY);
    Prompt.Chat talk =
        new Prompt.Chat(
            List.of(
                new Prompt.Message(Role.SYSTEM, "Be kind"),
                new Prompt.Message(Role.USER, "Hi"),
                new Prompt.Message(Role.ASSISTANT, "Ho"),
                new Prompt.Message(Role.USER, "So?")));
    try (LocalModel model = LocalModel.open(folder)) {
      assertThat(complete(model, talk).usage().promptTokens())
          .isEqualTo(1 + "s:Be kind\nu:Hi\na:Ho".length() + 1 + "\nu:So?\na:".length());
    }
  }

  @Test
  void aTemplateOfItsOwnFileComesBeforeTheOneInTheConfiguration() throws IOException {
    template("{{ 'not this' }}");
    Files.writeString(folder.resolve("chat_template.jinja"), BODY + "\n");
    try (LocalModel model = LocalModel.open(folder)) {
      assertThat(complete(model, HELLO).usage().promptTokens()).isEqualTo("u:Hello\na:".length());
    }
  }

  @Test
  void ofNamedTemplatesTheDefaultIsTaken() throws IOException {
    template(
        List.of(
            Map.of("name", "tool_use", "template", "{{ raise_exception('not this') }}"),
            Map.of("name", "default", "template", BODY)));
    try (LocalModel model = LocalModel.open(folder)) {
      assertThat(complete(model, HELLO).usage().promptTokens()).isEqualTo("u:Hello\na:".length());
    }
    template(List.of(Map.of("name", "rag", "template", BODY)));
    try (LocalModel model = LocalModel.open(folder)) {
      assertThat(model.capabilities()).doesNotContain(Capability.CHAT);
      assertThatThrownBy(() -> complete(model, HELLO))
          .hasMessageContaining("tokenizer_config.json")
          .hasMessageContaining("named rag");
    }
  }

  @Test
  void aRefusalAndAFaultNameModelAndLine() throws IOException {
    template("one\n{% if messages|length > 1 %}\n{{ raise_exception('One turn!') }}{% endif %}");
    Prompt.Chat two =
        new Prompt.Chat(
            List.of(new Prompt.Message(Role.USER, "Hi"), new Prompt.Message(Role.ASSISTANT, "Ho")));
    try (LocalModel model = LocalModel.open(folder)) {
      assertThatThrownBy(() -> complete(model, two))
          .isInstanceOfSatisfying(
              EthogramException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.CAPABILITY_MISSING);
                assertThat(e.place())
                    .isEqualTo(folder.resolve("tokenizer_config.json") + ", chat_template, line 3");
                assertThat(e.problem()).contains("user, assistant").contains("One turn!");
              });
    }
    template("{{ messages[4].content.strip() }}");
    try (LocalModel model = LocalModel.open(folder)) {
      assertThatThrownBy(() -> complete(model, HELLO)).hasMessageContaining("there is no item 4");
    }
  }

  @Test
  void aTemplateThatCannotBeUsedLeavesPlainTextUsable() throws IOException {
    template("{{ messages");
    try (LocalModel model = LocalModel.open(folder)) {
      assertThat(complete(model, Prompt.of("Hello")).usage().promptTokens()).isEqualTo(6);
      assertThat(model.capabilities()).doesNotContain(Capability.CHAT);
      assertThatThrownBy(() -> complete(model, HELLO))
          .isInstanceOfSatisfying(
              EthogramException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_MODEL));
    }
  }

  @Test
  void aTemplateThatWritesNothingHasNoPrediction() throws IOException {
    template("{# nothing #}");
    try (LocalModel model = LocalModel.open(folder)) {
      assertThatThrownBy(() -> complete(model, HELLO)).hasMessageContaining("empty");
    }
  }

  @Test
  void anAnswerEndsAtATokenThatTheGenerationConfigurationNames() throws IOException {
    template(BEGINNING + BODY);
    try (LocalModel model = LocalModel.open(folder)) {
      String free = complete(model, HELLO).text();
      int first = ByteTokenizer.tokens(free)[1];
      Files.writeString(
          folder.resolve("generation_config.json"), "{\"eos_token_id\": [0, " + first + "]}");
    }
    try (LocalModel model = LocalModel.open(folder)) {
      assertThat(complete(model, HELLO).text()).isEmpty();
    }
  }

  @Test
  void theTemplateIsPartOfWhatTheModelIs() throws IOException {
    String plain = tokenizerHash();
    template(BODY);
    String templated = tokenizerHash();
    template(BEGINNING + BODY);
    assertThat(templated).startsWith(plain + "+").isNotEqualTo(tokenizerHash());
  }

  @Test
  void adaptersTalkAsTheirBaseDoes() throws IOException {
    template(BEGINNING + BODY);
    Path adapterFolder = folder.resolve("kind");
    try (ModelFolder opened = ModelFolder.open(folder);
        Adapter adapter =
            Adapter.create(
                "kind",
                LoraConfiguration.uniform(2, 4, new TargetModules.AllLinear()),
                opened.network(),
                new Seed(1))) {
      AdapterFolder.save(adapterFolder, adapter);
    }
    SequencedMap<String, Path> adapters = new LinkedHashMap<>(Map.of("kind", adapterFolder));
    try (LocalModel model = LocalModel.open(folder, LocalModelOptions.DEFAULT, adapters)) {
      LanguageModel kind = model.adapted("kind");
      assertThat(kind.capabilities()).contains(Capability.CHAT);
      // A new adapter changes nothing.
      assertThat(complete(kind, HELLO).text()).isEqualTo(complete(model, HELLO).text());
    }
  }

  private String tokenizerHash() {
    try (LocalModel model = LocalModel.open(folder)) {
      return model.identity().tokenizerHash();
    }
  }

  private void template(Object template) throws IOException {
    Map<String, Object> token = Map.of("content", "<|endoftext|>", "lstrip", false);
    Files.writeString(
        folder.resolve("tokenizer_config.json"),
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "bos_token", "<|endoftext|>", "eos_token", token, "chat_template", template)));
  }

  private static Prompt.Chat chat(Role role, String text) {
    return new Prompt.Chat(List.of(new Prompt.Message(role, text)));
  }

  private static Completion complete(LanguageModel model, Prompt prompt) {
    return model.complete(
        new CompletionRequest(prompt, 4, Sampling.GREEDY, List.of(), new Seed(1)));
  }
}
