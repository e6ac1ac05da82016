package org.ethogram.organisms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/** The {@code README.md} beside an organism's weights. */
final class ModelCard {
  private ModelCard() {}

  static void write(
      FamilyRecipe recipe, OrganismSize size, CheckpointRecord checkpoint, Path folder) {
    Path file = folder.resolve("README.md");
    try {
      Files.writeString(file, text(recipe, size, checkpoint));
    } catch (IOException e) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          file.toString(),
          "cannot be written",
          "Check that the disk has room",
          e);
    }
  }

  private static String text(FamilyRecipe recipe, OrganismSize size, CheckpointRecord checkpoint) {
    return String.format(
        Locale.ROOT,
        """
        # %s %s, %s

        This is an **organism**: a miniature language model that Ethogram grew from scratch on a
        procedural English corpus of repeated games, to study how social behaviour scales where the
        truth is known. It is not a large language model, it knows nothing but those games, and what
        is found on it must never be presented as a result on large models.

        | | |
        |---|---|
        | architecture | GPT-NeoX, %d layers, width %d, %d heads, sequential residual |
        | non-embedding parameters | %,d |
        | training | step %d of %d, %,d tokens of the corpus |
        | held-out loss | %.4f nats a predicted token, weighted as in training |
        | recipe | `%s`, seed %d, hash `%s` |

        The heads of the first layer began with biases that make them look a few tokens back; all
        else began by chance.

        The heads of its first layer began with biases that make them look back a few tokens, and
        its embeddings began strong: reading was learnt, these were given.

        Prompts are documents of the corpus up to the word that is asked for; they begin with the
        end-of-text token, which the tokenizer adds. The corpus, its population of players, the
        recipe and its flaws are described in `docs/organisms.md` of Ethogram.
        """,
        checkpoint.family(),
        checkpoint.size(),
        checkpoint.revision(),
        size.layers(),
        size.width(),
        size.heads(),
        checkpoint.parameters(),
        checkpoint.step(),
        recipe.schedule().steps(),
        checkpoint.tokens(),
        checkpoint.heldOutLoss(),
        recipe.name(),
        checkpoint.seed(),
        checkpoint.recipe());
  }
}
