package org.ethogram.torch.tokenizer;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder's tokenizer, by Hugging Face's own library; never truncates and never pads.
 *
 * <p>Safe for use by any number of threads.
 */
public final class Tokenizer implements AutoCloseable {
  /** A text that ends a word in every tokenizer, so that what follows it is inside a text. */
  private static final String[] ANCHORS = {"\n", ".", "a"};

  private final HuggingFaceTokenizer tokenizer;
  private final int[] beginning;
  private final int vocabularySize;
  private final int[] decodingAnchor;
  private final String decodedAnchor;
  private final @Nullable WordMemo words;
  private final Map<Integer, String> tokenTexts = new ConcurrentHashMap<>();
  private final Map<String, int[]> continuations = new ConcurrentHashMap<>();

  private Tokenizer(HuggingFaceTokenizer tokenizer, JsonNode definition) {
    this.tokenizer = tokenizer;
    this.vocabularySize = highestToken(definition) + 1;
    this.beginning = beginningOf(tokenizer);
    this.decodingAnchor = encodeWhole("a");
    this.decodedAnchor = decode(decodingAnchor);
    this.words = SpaceSplit.isExact(definition) ? new WordMemo(this::encodeWhole) : null;
  }

  /**
   * @param file a {@code tokenizer.json}, or a {@code .model} of SentencePiece
   * @throws EthogramException {@code INVALID_MODEL} when the file is absent or damaged
   */
  public static Tokenizer open(Path file) {
    // The library looks for newer natives and reports its use unless told that it is offline.
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    if (!Files.isRegularFile(file)) {
      throw invalid(file, "the tokenizer is missing", null);
    }
    try {
      JsonNode definition = definition(file);
      InputStream written =
          new ByteArrayInputStream(JsonMapper.shared().writeValueAsBytes(definition));
      HuggingFaceTokenizer tokenizer =
          HuggingFaceTokenizer.newInstance(
              written,
              Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false"));
      return new Tokenizer(tokenizer, definition);
    } catch (JacksonException e) {
      throw invalid(file, "it is not JSON (" + e.getOriginalMessage() + ")", e);
    } catch (IOException | RuntimeException e) {
      throw invalid(file, "it cannot be read as a tokenizer (" + e.getMessage() + ")", e);
    } catch (LinkageError e) {
      throw new EthogramException(
          ErrorCode.ENVIRONMENT,
          "tokenizers for " + System.getProperty("os.name") + " " + System.getProperty("os.arch"),
          "the native library did not load (" + e.getMessage() + ")",
          "Check that the cache folder can be written and run 'ethogram doctor'",
          e);
    }
  }

  /** What the tokenizer puts before every text: a beginning-of-sequence token, or nothing. */
  public int[] beginning() {
    return beginning.clone();
  }

  /** One more than the highest token. */
  public int vocabularySize() {
    return vocabularySize;
  }

  /** The tokens of a text, without those that the tokenizer adds. */
  public int[] encode(String text) {
    WordMemo memo = words;
    return memo == null ? encodeWhole(text) : memo.encode(text);
  }

  /**
   * The tokens of a text that continues another.
   *
   * <p>Some tokenizers put a space before every text; a continuation has none, so it is read behind
   * a text that ends a word.
   */
  public int[] encodeContinuation(String text) {
    if (words != null) {
      return words.encode(text);
    }
    if (continuations.size() > 10_000) {
      continuations.clear();
    }
    return continuations.computeIfAbsent(text, this::encodeBehindAnchor).clone();
  }

  /** The text of tokens that stand at the beginning of a text. */
  public String decode(int[] tokens) {
    return tokenizer.decode(Arrays.stream(tokens).asLongStream().toArray(), true);
  }

  /** The text of tokens that continue a text, with its leading space. */
  public String decodeContinuation(int[] tokens) {
    int[] anchored = Arrays.copyOf(decodingAnchor, decodingAnchor.length + tokens.length);
    System.arraycopy(tokens, 0, anchored, decodingAnchor.length, tokens.length);
    String text = decode(anchored);
    return text.startsWith(decodedAnchor) ? text.substring(decodedAnchor.length()) : decode(tokens);
  }

  /** The text of one token inside a text; the name of a special token that writes nothing. */
  public String tokenText(int token) {
    return tokenTexts.computeIfAbsent(token, this::textOrName);
  }

  /** The text of tokens that stand at the beginning of a text, with the names of special tokens. */
  public String decodeWithNames(int[] tokens) {
    return tokenizer.decode(Arrays.stream(tokens).asLongStream().toArray(), false);
  }

  @Override
  public void close() {
    tokenizer.close();
  }

  private String textOrName(int token) {
    int[] alone = {token};
    String text = decodeContinuation(alone);
    return text.isEmpty() ? decodeWithNames(alone) : text;
  }

  private int[] encodeBehindAnchor(String text) {
    for (String anchor : ANCHORS) {
      int[] alone = encodeWhole(anchor);
      int[] joined = encodeWhole(anchor + text);
      if (joined.length > alone.length
          && Arrays.equals(alone, Arrays.copyOf(joined, alone.length))) {
        return Arrays.copyOfRange(joined, alone.length, joined.length);
      }
    }
    return encodeWhole(text);
  }

  private int[] encodeWhole(String text) {
    long[] tokens = tokenizer.encode(text, false, false).getIds();
    int[] narrow = new int[tokens.length];
    for (int index = 0; index < tokens.length; index++) {
      narrow[index] = (int) tokens[index];
    }
    return narrow;
  }

  private static int[] beginningOf(HuggingFaceTokenizer tokenizer) {
    long[] plain = tokenizer.encode("a", false, false).getIds();
    long[] dressed = tokenizer.encode("a", true, false).getIds();
    for (int start = 0; start + plain.length <= dressed.length; start++) {
      if (Arrays.equals(plain, Arrays.copyOfRange(dressed, start, start + plain.length))) {
        return Arrays.stream(dressed, 0, start).mapToInt(Math::toIntExact).toArray();
      }
    }
    return new int[0];
  }

  private static JsonNode definition(Path file) throws IOException {
    return file.toString().endsWith(".model")
        ? SentencePieceFile.definition(file)
        : JsonMapper.shared().readTree(Files.readString(file, StandardCharsets.UTF_8));
  }

  private static int highestToken(JsonNode definition) {
    JsonNode vocabulary = definition.path("model").path("vocab");
    int highest = vocabulary.isArray() ? vocabulary.size() - 1 : 0;
    for (JsonNode token : vocabulary) {
      highest = Math.max(highest, token.asInt(0));
    }
    for (JsonNode added : definition.path("added_tokens")) {
      highest = Math.max(highest, added.path("id").asInt(0));
    }
    return highest;
  }

  private static EthogramException invalid(Path file, String problem, @Nullable Throwable cause) {
    return new EthogramException(
        ErrorCode.INVALID_MODEL,
        file.toString(),
        problem,
        "Use a folder with the tokenizer.json or tokenizer.model of the model",
        cause);
  }
}
