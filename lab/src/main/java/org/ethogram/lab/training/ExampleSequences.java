package org.ethogram.lab.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.torch.chat.ChatTemplate;
import org.ethogram.training.batches.TokenSequence;
import org.ethogram.training.supervised.ConversationReader;
import org.ethogram.training.supervised.Demonstrations;

/** Examples as sequences; what does not fit in the context is noted as bad. */
record ExampleSequences(TrainingTokenizer tokenizer, int context, BadRows bad) {
  /** Every example is read alone, so no order is drawn. */
  private static final Seed NONE = new Seed(0);

  List<TokenSequence> of(List<Example> examples) {
    boolean talks = examples.stream().anyMatch(Example.Talk.class::isInstance);
    Optional<ConversationReader> reader = talks ? Optional.of(reader()) : Optional.empty();
    List<TokenSequence> sequences = new ArrayList<>();
    for (Example example : examples) {
      sequence(example, reader).ifPresent(sequences::add);
    }
    return sequences;
  }

  private Optional<TokenSequence> sequence(Example example, Optional<ConversationReader> reader) {
    try {
      return Optional.of(alone(example, reader).sequence(0));
    } catch (EthogramException e) {
      if (e.code() != ErrorCode.CONTEXT_OVERFLOW && e.code() != ErrorCode.CAPABILITY_MISSING) {
        throw e;
      }
      bad.add(
          example.place(),
          e.code() == ErrorCode.CONTEXT_OVERFLOW
              ? "it does not fit in a context of " + context
              : e.problem());
      return Optional.empty();
    }
  }

  private Demonstrations alone(Example example, Optional<ConversationReader> reader) {
    return switch (example) {
      case Example.Pair pair ->
          new Demonstrations(
              List.of(pair.demonstration()),
              tokenizer.tokenizer(),
              tokenizer.requiredEnd(),
              context,
              NONE);
      case Example.Talk talk ->
          Demonstrations.of(List.of(talk.conversation()), reader.orElseThrow(), context, NONE);
    };
  }

  private ConversationReader reader() {
    ChatTemplate template =
        ChatTemplate.of(tokenizer.folder())
            .orElseThrow(
                () ->
                    new EthogramException(
                        ErrorCode.INVALID_MODEL,
                        tokenizer.folder().toString(),
                        "the model has no chat template to write conversations by",
                        "Use a model with one, or give prompts and completions"));
    return new ConversationReader(template, tokenizer.tokenizer(), tokenizer.requiredEnd());
  }
}
