package org.ethogram.cli.organisms;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.ethogram.organisms.FamilyRecipe;
import org.ethogram.organisms.OrganismCache;
import org.ethogram.organisms.OrganismCheckpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ethogram organisms list}. */
@Command(
    name = "list",
    description = "Lists the families that can be grown and the checkpoints in the cache.",
    mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;

  @SuppressWarnings("NullAway.Init") // picocli sets the specification
  ListCommand() {}

  @Override
  public Integer call() {
    PrintWriter output = specification.commandLine().getOut();
    output.println("families: " + String.join(", ", FamilyRecipe.names()));
    List<OrganismCheckpoint> checkpoints = new OrganismCache(OrganismCache.standardRoot()).list();
    if (checkpoints.isEmpty()) {
      output.println("None is grown yet; grow one with: ethogram organisms grow");
    } else {
      Checkpoints.print(output, checkpoints);
    }
    output.flush();
    return 0;
  }
}
