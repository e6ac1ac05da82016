package org.ethogram.cli.organisms;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.ethogram.core.Seed;
import org.ethogram.organisms.FamilyRecipe;
import org.ethogram.organisms.OrganismSize;
import org.ethogram.training.language.Corpus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ethogram organisms inspect}. */
@Command(
    name = "inspect",
    description = "Shows a family's recipe and a few documents of the corpus it reads.",
    mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;

  @Parameters(index = "0", defaultValue = "default", paramLabel = "FAMILY")
  private String family;

  @Option(
      names = "--documents",
      defaultValue = "3",
      paramLabel = "N",
      description = "How many documents to show.")
  private int documents;

  @Option(
      names = "--from",
      defaultValue = "100000",
      paramLabel = "INDEX",
      description = "The first document; the curriculum begins at 0.")
  private long from;

  @Option(names = "--seed", defaultValue = "1", description = "Of the corpus.")
  private long seed;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  InspectCommand() {}

  @Override
  public Integer call() {
    PrintWriter output = specification.commandLine().getOut();
    FamilyRecipe recipe = FamilyRecipe.named(family);
    output.println(recipe);
    for (OrganismSize member : recipe.members()) {
      output.println(
          "  "
              + member.name()
              + ": "
              + member.nonEmbeddingParameters()
              + " non-embedding parameters, "
              + member.layers()
              + " layers of width "
              + member.width()
              + ", "
              + member.heads()
              + " heads");
    }
    output.println("checkpoints at steps " + recipe.steps());
    Corpus corpus = recipe.corpusOf(new Seed(seed));
    for (long index = from; index < from + documents; index++) {
      output.println();
      output.println("document " + index + ":");
      output.print(corpus.document(index).text());
    }
    output.flush();
    return 0;
  }
}
