package org.ethogram.cli.organisms;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ethogram.cli.display.DisplayMode;
import org.ethogram.cli.display.Displays;
import org.ethogram.cli.display.Interruption;
import org.ethogram.core.Progress;
import org.ethogram.core.Seed;
import org.ethogram.organisms.FamilyRecipe;
import org.ethogram.organisms.OrganismCache;
import org.ethogram.organisms.OrganismCheckpoint;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ethogram organisms grow}. */
@Command(
    name = "grow",
    description = {
      "Grows a family of miniature models from scratch, or finds it in the cache.",
      "A family that was interrupted goes on where it was."
    },
    mixinStandardHelpOptions = true)
final class GrowCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;

  @Parameters(
      index = "0",
      defaultValue = "default",
      paramLabel = "FAMILY",
      description = "A recipe's name; default is the one that studies use.")
  private String family;

  @Option(names = "--seed", defaultValue = "1", description = "Of weights and corpus.")
  private long seed;

  @Option(names = "--display", description = "${COMPLETION-CANDIDATES}")
  private @Nullable DisplayMode display;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  GrowCommand() {}

  @Override
  public Integer call() {
    PrintWriter output = specification.commandLine().getOut();
    PrintWriter errors = specification.commandLine().getErr();
    DisplayMode mode = display == null ? DisplayMode.preferred() : display;
    Progress progress = Displays.of(mode, output, errors);
    List<OrganismCheckpoint> checkpoints =
        new OrganismCache(OrganismCache.standardRoot())
            .grow(
                FamilyRecipe.named(family), new Seed(seed), progress, Interruption.listen(errors));
    if (mode != DisplayMode.JSON) {
      Checkpoints.print(output, checkpoints);
      output.printf(
          Locale.ROOT,
          "%d checkpoints in %s%n",
          checkpoints.size(),
          Checkpoints.folder(checkpoints));
      output.flush();
    }
    return 0;
  }
}
