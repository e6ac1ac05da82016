package org.ethogram.cli.models;

import org.ethogram.cli.hub.DownloadCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ethogram models}. */
@Command(
    name = "models",
    description =
        "Looks into a model, lets it complete text, lets it score continuations; merges adapters;"
            + " fetches models.",
    mixinStandardHelpOptions = true,
    subcommands = {
      InspectCommand.class,
      CompleteCommand.class,
      ScoreCommand.class,
      ChooseCommand.class,
      MergeCommand.class,
      ConvertCommand.class,
      DownloadCommand.class
    })
public final class ModelsCommand implements Runnable {
  @Spec private CommandSpec specification;

  @SuppressWarnings("NullAway.Init") // picocli sets the specification
  public ModelsCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        specification.commandLine(),
        "One of inspect, complete, score, choose, merge, convert and download is needed.");
  }
}
