package org.ethogram.lab.subject;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ethogram.core.CacheFolder;
import org.ethogram.core.EthogramException;
import org.ethogram.lab.yaml.Section;
import org.ethogram.lab.yaml.Value;
import org.ethogram.models.ModelScale;
import org.ethogram.models.chat.ConversationModel;
import org.ethogram.models.remote.Access;
import org.ethogram.models.remote.Endpoint;
import org.ethogram.models.remote.RemoteProvider;
import org.ethogram.models.remote.Scoring;

/**
 * {@code - remote: provider/model}.
 *
 * <p>Beside it may stand {@code endpoint}, {@code key-variable}, {@code scoring} ({@code none},
 * {@code echo} or {@code vllm}), {@code chat} with {@code instruction}, {@code price} and {@code
 * budget} (see {@link Spending}), {@code cache}, {@code label}, {@code family}, {@code size},
 * {@code parameters} and {@code tokens}.
 */
public final class RemoteKind implements SubjectKind {
  private static final String CHAT = "chat";
  private static final String INSTRUCTION = "instruction";

  @Override
  public String key() {
    return "remote";
  }

  @Override
  public Optional<SubjectEntry> read(Value value, Section entry, Context context) {
    Optional<String> name = value.text();
    String label = entry.text("label", name.orElse(""));
    var facts =
        new RemoteEntry.Facts(
            label, entry.text("family", label), entry.text("size", label), scale(entry));
    Access access =
        new Access(
            entry.get("endpoint").flatMap(Value::text),
            entry.get("key-variable").flatMap(Value::text),
            scoring(entry),
            false);
    Optional<String> instruction = instruction(entry);
    Spending spending = Spending.read(entry);
    Path cache =
        entry
            .get("cache")
            .flatMap(Value::text)
            .map(text -> context.folder().resolve(text).normalize())
            .orElseGet(() -> CacheFolder.path().resolve("responses.db"));
    Optional<RemoteProvider> provider = name.flatMap(text -> provider(text, value));
    if (provider.isEmpty()) {
      return Optional.empty();
    }
    check(provider.get(), access, instruction, entry, value);
    String model = name.get().substring(name.get().indexOf('/') + 1);
    return endpoint(provider.get(), model, access, entry)
        .map(
            endpoint ->
                new RemoteEntry(
                    provider.get(), endpoint, access, instruction, spending, cache, facts));
  }

  private static Optional<RemoteProvider> provider(String name, Value value) {
    if (!name.matches("[^/]+/.+")) {
      value.problem("is '" + name + "': expected provider/model");
      return Optional.empty();
    }
    try {
      return Optional.of(RemoteProvider.named(name.substring(0, name.indexOf('/'))));
    } catch (EthogramException e) {
      value.problem("cannot be '" + name + "': " + e.problem() + ". " + e.remedy());
      return Optional.empty();
    }
  }

  private static Scoring scoring(Section entry) {
    return entry
        .get("scoring")
        .flatMap(value -> value.choice(Scoring.words()))
        .map(Scoring::of)
        .orElse(Scoring.NONE);
  }

  /** What a conversation begins with; absent where plain text is completed. */
  private static Optional<String> instruction(Section entry) {
    Optional<Value> written = entry.get(INSTRUCTION);
    if (!entry.flag(CHAT, false)) {
      written.ifPresent(value -> value.problem("is given, but not 'chat: true'"));
      return Optional.empty();
    }
    return Optional.of(written.flatMap(Value::text).orElse(ConversationModel.CONTINUE));
  }

  private static void check(
      RemoteProvider provider,
      Access access,
      Optional<String> instruction,
      Section entry,
      Value value) {
    if (instruction.isEmpty() && !provider.completesText()) {
      value.problem(
          "answers conversations only, and an evaluation's texts are none: write 'chat: true' to"
              + " have each of them asked for in a conversation");
    }
    if (access.scoring() == Scoring.NONE) {
      return;
    }
    if (!provider.canScore()) {
      entry.problem("scoring", "'" + provider.name() + "' tells no log-probabilities of a prompt");
    } else if (instruction.isPresent()) {
      entry.problem("scoring", "a conversation cannot be scored: leave out 'scoring' or 'chat'");
    }
  }

  private static Optional<Endpoint> endpoint(
      RemoteProvider provider, String model, Access access, Section entry) {
    try {
      return Optional.of(provider.endpoint(model, access, System.getenv()));
    } catch (EthogramException e) {
      entry.problem("endpoint", e.place() + ": " + e.problem() + ". " + e.remedy());
      return Optional.empty();
    }
  }

  private static ModelScale scale(Section entry) {
    return new ModelScale(
        count(entry, "parameters"),
        count(entry, "tokens"),
        OptionalLong.empty(),
        OptionalLong.empty());
  }

  private static OptionalLong count(Section entry, String key) {
    List<Long> written =
        entry.get(key).flatMap(value -> value.integer(0, Long.MAX_VALUE)).stream().toList();
    return written.isEmpty() ? OptionalLong.empty() : OptionalLong.of(written.getFirst());
  }
}
