package org.ethogram.lab.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.OptionalInt;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.folder.ModelFolder;
import org.ethogram.torch.tokenizer.Tokenizer;
import org.ethogram.training.tokenizer.BytePairTokenizer;
import org.ethogram.training.tokenizer.BytePairTrainer;

/**
 * The tokenizer of a training, and the token that ends a text.
 *
 * @param folder that holds its {@code tokenizer.json} and what belongs to it
 */
record TrainingTokenizer(Path folder, Tokenizer tokenizer, OptionalInt endToken)
    implements AutoCloseable {
  private static final String FILE = "tokenizer.json";
  private static final List<String> FILES =
      List.of(
          FILE,
          "tokenizer_config.json",
          "special_tokens_map.json",
          "added_tokens.json",
          "chat_template.jinja");
  private static final long LEAST_COUNT = 2;

  static TrainingTokenizer ofModel(ModelFolder model) {
    return new TrainingTokenizer(
        model.folder(),
        Tokenizer.open(model.tokenizerFile()),
        model.configuration().token("eos_token_id"));
  }

  /**
   * @param file a {@code tokenizer.json}
   */
  static TrainingTokenizer given(Path file, Path folder) {
    Tokenizer tokenizer = Tokenizer.open(file);
    try {
      Files.createDirectories(folder);
      Files.copy(file, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
      for (String name : FILES) {
        Path beside = file.resolveSibling(name);
        if (!name.equals(FILE) && Files.exists(beside)) {
          Files.copy(beside, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      tokenizer.close();
      throw uncopied(folder, e);
    }
    return new TrainingTokenizer(folder, tokenizer, EndOfText.of(file));
  }

  /**
   * Learns byte pairs from the texts.
   *
   * @param folder where its files are written
   */
  static TrainingTokenizer learnt(List<String> texts, int vocabulary, int context, Path folder) {
    BytePairTrainer trainer = new BytePairTrainer(vocabulary, LEAST_COUNT);
    texts.forEach(trainer::count);
    BytePairTokenizer learnt = trainer.train();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw uncopied(folder, e);
    }
    learnt.write(folder, context);
    return new TrainingTokenizer(
        folder,
        Tokenizer.open(folder.resolve(FILE)),
        OptionalInt.of(BytePairTokenizer.END_OF_TEXT_TOKEN));
  }

  /** What stands before a text: what the tokenizer puts there, or the token that ends one. */
  int[] beginning() {
    int[] added = tokenizer.beginning();
    return added.length > 0 ? added : new int[] {requiredEnd()};
  }

  int requiredEnd() {
    return endToken.orElseThrow(
        () ->
            new EthogramException(
                ErrorCode.INVALID_MODEL,
                folder.toString(),
                "no token is named that ends a text",
                "Give eos_token_id in config.json, or eos_token in tokenizer_config.json"));
  }

  Path file() {
    return folder.resolve(FILE);
  }

  /** Puts the tokenizer's files beside weights. */
  void copyTo(Path checkpoint) {
    for (String name : FILES) {
      try {
        if (Files.exists(folder.resolve(name))) {
          Files.copy(
              folder.resolve(name), checkpoint.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
      } catch (IOException e) {
        throw uncopied(checkpoint, e);
      }
    }
  }

  private static EthogramException uncopied(Path folder, IOException cause) {
    return new EthogramException(
        ErrorCode.FILE_ACCESS,
        folder.toString(),
        "the tokenizer cannot be written there (" + cause + ")",
        "Check that the folder may be written to and has room",
        cause);
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
