package org.ethogram.training.supervised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.Seed;
import org.ethogram.core.StopSignal;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.Prompt;
import org.ethogram.models.Prompt.Message;
import org.ethogram.models.Prompt.Role;
import org.ethogram.models.Sampling;
import org.ethogram.torch.chat.ChatTemplate;
import org.ethogram.torch.engine.LocalModel;
import org.ethogram.torch.folder.ModelFolder;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.network.neox.NeoxConfiguration;
import org.ethogram.torch.network.neox.NeoxNetwork;
import org.ethogram.torch.tokenizer.Tokenizer;
import org.ethogram.training.batches.Batching;
import org.ethogram.training.batches.MicroBatches;
import org.ethogram.training.batches.TokenSequence;
import org.ethogram.training.language.HuggingFaceFolder;
import org.ethogram.training.language.LanguageTraining;
import org.ethogram.training.language.LanguageTrainingSettings;
import org.ethogram.training.language.TrainedParameters;
import org.ethogram.training.optimization.AdamW;
import org.ethogram.training.optimization.LearningRateSchedule;
import org.ethogram.training.tokenizer.BytePairTokenizer;
import org.ethogram.training.tokenizer.BytePairTrainer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every byte is a token, and {@code <|endoftext|>} is one more, written behind an answer. */
class ConversationTest {
  private static final BytePairTokenizer BYTES = new BytePairTrainer(257, 1).train();
  private static final int END = BytePairTokenizer.END_OF_TEXT_TOKEN;
  private static final String TURNS =
      "{% for turn in messages %}{{ turn.role[0] + ':' + turn.content }}"
          + "{{ '<|endoftext|>' if turn.role == 'assistant' }};{% endfor %}"
          + "{% if add_generation_prompt %}{{ 'a:' }}{% endif %}";

  @TempDir Path folder;

  @BeforeEach
  void saveTheBase() {
    try (CausalNetwork network =
        NeoxNetwork.initialise(
            NeoxConfiguration.organism(BYTES.vocabularySize(), 32, 2, 2, 24), new Seed(4))) {
      HuggingFaceFolder.write(network, BYTES, folder);
    }
  }

  @Test
  void whatTheAssistantSaysIsPredictedToItsEndAndNothingElse() throws IOException {
    template(TURNS);
    assertThat(predicted(read(talk("x", "yes", "z", "no"))))
        .isEqualTo("......[yes<>].......[no<>].");
  }

  @Test
  void aTemplateThatWritesNoEndGetsOne() throws IOException {
    template("{% for turn in messages %}{{ turn.content }}{% endfor %}");
    assertThat(predicted(read(talk("x", "yes")))).isEqualTo(".[yes<>]");
  }

  @Test
  void aTemplateThatRewritesThePastIsRefusedWithTheTurn() throws IOException {
    template("{{ messages | length }}" + TURNS);
    assertThatThrownBy(() -> read(talk("x", "yes")))
        .isInstanceOfSatisfying(
            EthogramException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.CAPABILITY_MISSING);
              assertThat(e.place()).endsWith("turn 2");
            });
  }

  @Test
  void aModelLearnsToAnswerInAConversation() throws IOException {
    template(TURNS);
    List<Conversation> conversations = new ArrayList<>();
    for (int which = 0; which < 8; which++) {
      conversations.add(talk(letter(which), Integer.toString(which)));
    }
    Path taught = folder.resolve("taught");
    try (ModelFolder base = ModelFolder.openWritable(folder);
        Tokenizer tokenizer = Tokenizer.open(base.tokenizerFile())) {
      Demonstrations demonstrations =
          Demonstrations.of(conversations, reader(tokenizer), 24, new Seed(6));
      try (LanguageTraining training =
          new LanguageTraining(
              base.network(),
              TrainedParameters.all(base.network()),
              demonstrations,
              settings(),
              folder.resolve("run"))) {
        training.run(Set.of(), _ -> {}, Progress.NONE.begin("tune", 1, "steps"), StopSignal.NEVER);
      }
      HuggingFaceFolder.write(base.network(), BYTES, taught);
    }
    Files.copy(folder.resolve("chat_template.jinja"), taught.resolve("chat_template.jinja"));
    try (LocalModel model = LocalModel.open(taught)) {
      for (int which = 0; which < 8; which++) {
        Prompt asked = new Prompt.Chat(List.of(new Message(Role.USER, letter(which))));
        assertThat(
                model
                    .complete(
                        new CompletionRequest(asked, 4, Sampling.GREEDY, List.of(), new Seed(1)))
                    .text())
            .isEqualTo(Integer.toString(which));
      }
    }
  }

  @Test
  void aConversationThatTheUserEndsIsRefused() {
    assertThatThrownBy(() -> new Conversation(List.of(new Message(Role.USER, "x"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String letter(int which) {
    return Character.toString((char) ('a' + which));
  }

  /** What the user and the assistant say in turn. */
  private static Conversation talk(String... said) {
    List<Message> messages = new ArrayList<>();
    for (String text : said) {
      messages.add(new Message(messages.size() % 2 == 0 ? Role.USER : Role.ASSISTANT, text));
    }
    return new Conversation(messages);
  }

  private TokenSequence read(Conversation conversation) {
    try (Tokenizer tokenizer = Tokenizer.open(folder.resolve("tokenizer.json"))) {
      return reader(tokenizer).sequence(conversation);
    }
  }

  private ConversationReader reader(Tokenizer tokenizer) {
    return new ConversationReader(ChatTemplate.of(folder).orElseThrow(), tokenizer, END);
  }

  private void template(String text) throws IOException {
    Files.writeString(folder.resolve("chat_template.jinja"), text);
  }

  /** A dot for a token that is read, the predicted ones in brackets. */
  private static String predicted(TokenSequence sequence) {
    StringBuilder shown = new StringBuilder();
    boolean inside = false;
    for (int i = 0; i < sequence.length(); i++) {
      boolean predicted = sequence.weights()[i] > 0;
      if (predicted != inside) {
        shown.append(predicted ? '[' : ']');
      }
      inside = predicted;
      int token = sequence.tokens()[i];
      shown.append(predicted ? (token == END ? "<>" : Character.toString(token - 1)) : ".");
    }
    return shown.append(inside ? "]" : "").toString();
  }

  private static LanguageTrainingSettings settings() {
    return new LanguageTrainingSettings(
        LearningRateSchedule.cosine(0.01, 5, 120, 0.1),
        new MicroBatches(96, 1, Batching.PACKED),
        24,
        new AdamW.Settings(0.9, 0.95, 1e-8, 0),
        1,
        50,
        new Seed(2));
  }
}
