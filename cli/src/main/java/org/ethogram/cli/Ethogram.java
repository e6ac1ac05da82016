package org.ethogram.cli;

import org.ethogram.cli.display.StandardOutput;
import org.ethogram.cli.doctor.DoctorCommand;
import org.ethogram.cli.fit.FitCommand;
import org.ethogram.cli.fit.TrendCommand;
import org.ethogram.cli.games.GamesCommand;
import org.ethogram.cli.models.ModelsCommand;
import org.ethogram.cli.organisms.OrganismsCommand;
import org.ethogram.cli.run.RunCommand;
import org.ethogram.cli.serve.ServeCommand;
import org.ethogram.cli.train.TrainCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the command line. */
@Command(
    name = "ethogram",
    description = "A laboratory for the social behaviour of language models and how it scales.",
    mixinStandardHelpOptions = true,
    versionProvider = CodeVersion.class,
    subcommands = {
      RunCommand.class,
      TrainCommand.class,
      ModelsCommand.class,
      ServeCommand.class,
      OrganismsCommand.class,
      GamesCommand.class,
      FitCommand.class,
      TrendCommand.class,
      DoctorCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "  0:all went well",
      "  1:some of the work failed; what succeeded is kept",
      "  2:the command, a file or a model cannot be used as given",
      "  3:a limit on cost, tokens or time was reached",
      "130:interrupted; the same command continues"
    },
    footer = {
      "",
      "Every option can be given as an environment variable: --max-tokens is ETHOGRAM_MAX_TOKENS."
    })
public final class Ethogram implements Runnable {
  @Spec private CommandSpec specification;

  @SuppressWarnings("NullAway.Init") // picocli sets the specification
  public Ethogram() {}

  public static void main(String[] arguments) {
    StandardOutput output = StandardOutput.install();
    CommandLine commandLine = commandLine();
    int exitCode = commandLine.execute(arguments);
    System.exit(
        output.failure().map(lost -> Failures.tell(lost, commandLine.getErr())).orElse(exitCode));
  }

  static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new Ethogram());
    commandLine.setDefaultValueProvider(new EnvironmentDefaults(System.getenv()));
    commandLine.setExecutionExceptionHandler(new Failures());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExpandAtFiles(false); // a prompt may begin with @
    return commandLine;
  }

  @Override
  public void run() {
    throw new ParameterException(specification.commandLine(), "A command is needed.");
  }
}
