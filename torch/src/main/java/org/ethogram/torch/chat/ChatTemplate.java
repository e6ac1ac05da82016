package org.ethogram.torch.chat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.models.Prompt;
import org.ethogram.torch.chat.jinja.Template;
import org.ethogram.torch.chat.jinja.TemplateException;

/**
 * A model's own way of writing a conversation, as Hugging Face's {@code apply_chat_template}
 * renders it with {@code add_generation_prompt}.
 *
 * <p>The text holds the model's special tokens, a beginning of sequence among them where the
 * template writes one.
 */
public final class ChatTemplate {
  /** What {@code strftime_now} writes, so that a text does not depend on when it is made. */
  public static final LocalDate TODAY = LocalDate.of(2024, 7, 26);

  private final TemplateSource source;
  private final Map<String, Object> tokens;

  private ChatTemplate(TemplateSource source, Map<String, Object> tokens) {
    this.source = source;
    this.tokens = tokens;
  }

  /**
   * The template of a folder: {@code chat_template.jinja}, or {@code chat_template} in {@code
   * tokenizer_config.json}; nothing where it has neither. A template that cannot be read is found,
   * and {@link #problem} says why.
   *
   * @throws EthogramException {@code INVALID_MODEL} when {@code tokenizer_config.json} is damaged
   */
  public static Optional<ChatTemplate> of(Path folder) {
    TokenizerConfiguration configuration = TokenizerConfiguration.read(folder);
    return TemplateSource.find(folder, configuration)
        .map(source -> new ChatTemplate(source, configuration.specialTokens()));
  }

  /** Where it stands: a file, or a file and a field of it. */
  public String place() {
    return source.place();
  }

  /** Why it can render nothing, where it cannot. */
  public Optional<String> problem() {
    return source.problem().map(Throwable::getMessage);
  }

  /** SHA-256 of the template and the special tokens that it may write. */
  public String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String whole = source.text() + "\0" + new java.util.TreeMap<>(tokens);
      return HexFormat.of().formatHex(digest.digest(whole.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * The conversation up to where the assistant's next turn begins.
   *
   * @throws EthogramException {@code INVALID_MODEL} when the template cannot be read, {@code
   *     CAPABILITY_MISSING} when it fails with this conversation or refuses it
   */
  public String render(List<Prompt.Message> messages) {
    return written(messages, true);
  }

  /**
   * The conversation with nothing asked for behind its last turn, as models are trained on it.
   *
   * @throws EthogramException as {@link #render}
   */
  public String renderComplete(List<Prompt.Message> messages) {
    return written(messages, false);
  }

  private String written(List<Prompt.Message> messages, boolean asked) {
    Template template = source.template();
    Map<String, Object> variables = new HashMap<>(tokens);
    variables.put("messages", messages.stream().map(ChatTemplate::described).toList());
    variables.put("add_generation_prompt", asked);
    variables.put("tools", Template.none());
    variables.put("documents", Template.none());
    try {
      return template.render(variables, TODAY);
    } catch (TemplateException e) {
      List<String> roles = new ArrayList<>();
      messages.forEach(message -> roles.add(name(message.role())));
      throw new EthogramException(
          ErrorCode.CAPABILITY_MISSING,
          source.place() + ", line " + e.line(),
          "the chat template does not take a conversation of %s: %s"
              .formatted(roles.isEmpty() ? "no turns" : String.join(", ", roles), e.getMessage()),
          "Give it the turns that this model knows, or ask for plain text",
          e);
    }
  }

  private static Object described(Prompt.Message message) {
    return Map.of("role", name(message.role()), "content", message.content());
  }

  private static String name(Prompt.Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
