package org.ethogram.lab.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.ethogram.lab.recipe.Beginning;
import org.ethogram.lab.recipe.Recipe;
import org.ethogram.lab.recipe.Trained;
import org.ethogram.lab.recipe.TrainingData;
import org.ethogram.models.ModelIdentity;
import org.ethogram.torch.adapters.AdapterFolder;
import org.ethogram.torch.folder.ModelFolder;

/** SHA-256 of everything that a training reads. */
final class Inputs {
  private static final int SAMPLED_DOCUMENTS = 64;

  private Inputs() {}

  static SequencedMap<String, String> of(Recipe recipe) {
    SequencedMap<String, String> hashes = new LinkedHashMap<>();
    switch (recipe.beginning()) {
      case Beginning.Existing existing -> {
        try (ModelFolder model = ModelFolder.open(existing.folder())) {
          ModelIdentity identity = model.identity();
          hashes.put("sha256 of the model", identity.weightsHash());
          hashes.put("sha256 of the tokenizer", identity.tokenizerHash());
        }
      }
      case Beginning.Scratch scratch -> {
        if (scratch.tokenizer() instanceof Beginning.TokenizerOrigin.Given given) {
          hashes.put("sha256 of the tokenizer", hash(List.of(given.file())));
        }
      }
    }
    if (recipe.trained() instanceof Trained.GivenAdapter given) {
      hashes.put("sha256 of the adapter", AdapterFolder.hash(given.folder()));
    }
    if (recipe.data().source() instanceof TrainingData.GameDocuments games) {
      hashes.put("sha256 of the first documents", sample(games, recipe));
    }
    List<Path> files = files(recipe.data().source());
    if (!files.isEmpty()) {
      hashes.put("sha256 of the data", hash(files));
    }
    if (recipe.data().heldOut() instanceof TrainingData.HeldOut.Files held) {
      hashes.put("sha256 of what is held out", hash(held.files()));
    }
    return hashes;
  }

  private static List<Path> files(TrainingData.Source source) {
    return switch (source) {
      case TrainingData.Texts texts -> texts.files();
      case TrainingData.Lines lines -> lines.files();
      case TrainingData.GameDocuments _ -> List.of();
      case TrainingData.Supervised supervised -> supervised.files();
    };
  }

  /** Of the beginning of the corpus, so that another generator is another input. */
  private static String sample(TrainingData.GameDocuments games, Recipe recipe) {
    var few =
        new TrainingData.GameDocuments(
            games.family(), Math.min(SAMPLED_DOCUMENTS, games.documents()));
    List<String> documents =
        Documents.of(few, recipe.seed().derive("documents"), new BadRows(false));
    return HexFormat.of()
        .formatHex(sha256().digest(String.join("\n", documents).getBytes(StandardCharsets.UTF_8)));
  }

  /** Over the files, one after the other; of a single file, what sha256sum prints. */
  private static String hash(List<Path> files) {
    MessageDigest digest = sha256();
    for (Path file : files) {
      try (InputStream stream = new DigestInputStream(Files.newInputStream(file), digest)) {
        stream.transferTo(OutputStream.nullOutputStream());
      } catch (IOException e) {
        throw JsonRows.unreadable(file, e);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
