package org.ethogram.cli.organisms;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ethogram organisms}. */
@Command(
    name = "organisms",
    description = "Grows, lists and looks into miniature models.",
    mixinStandardHelpOptions = true,
    subcommands = {GrowCommand.class, ListCommand.class, InspectCommand.class})
public final class OrganismsCommand implements Runnable {
  @Spec private CommandSpec specification;

  @SuppressWarnings("NullAway.Init") // picocli sets the specification
  public OrganismsCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        specification.commandLine(), "One of grow, list and inspect is needed.");
  }
}
