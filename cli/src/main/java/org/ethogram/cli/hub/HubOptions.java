package org.ethogram.cli.hub;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import org.ethogram.cli.display.DisplayMode;
import org.ethogram.cli.display.Displays;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.StopSignal;
import org.ethogram.models.reference.ModelReference;
import org.ethogram.torch.hub.Hub;
import org.ethogram.torch.hub.HubSettings;
import picocli.CommandLine.Option;

/** How a command comes to the folder of a model that may have to be fetched first. */
public final class HubOptions {
  @Option(
      names = "--offline",
      description = "Ask no hub: a model that its cache does not have is an error.")
  private boolean offline;

  private final Map<String, String> environment;

  public HubOptions() {
    this(System.getenv());
  }

  /** The options where the variables are not those of this process. */
  public HubOptions(Map<String, String> environment) {
    this.environment = environment;
  }

  /** The hub of the environment, offline where that is asked for. */
  public Hub hub() {
    return new Hub(HubSettings.from(environment).offline(offline));
  }

  /**
   * The folder of a model on this machine.
   *
   * @param model a folder, or {@code org/name@revision}
   * @param errors where progress is shown
   * @throws EthogramException when the model is neither, or cannot be fetched
   */
  public Path folder(String model, PrintWriter errors) {
    return switch (ModelReference.parse(model)) {
      case ModelReference.Folder(Path path) -> path;
      case ModelReference.Hub reference -> folder(reference, errors);
      case ModelReference.Remote _, ModelReference.Scripted _, ModelReference.Human _ ->
          throw new EthogramException(
              ErrorCode.USAGE,
              model,
              "it is no model on this machine",
              "Give a Hugging Face folder or org/name@revision");
    };
  }

  /** The folder of a model of the hub, fetched where its cache does not have it. */
  public Path folder(ModelReference.Hub reference, PrintWriter errors) {
    return hub()
        .fetch(reference, Displays.of(DisplayMode.preferred(), errors, errors), StopSignal.NEVER)
        .folder();
  }

  /**
   * The folder of a model of the hub that is in its cache.
   *
   * @throws EthogramException when it would have to be fetched first
   */
  public Path fetched(ModelReference.Hub reference) {
    return hub()
        .find(reference)
        .orElseThrow(
            () ->
                new EthogramException(
                    ErrorCode.FILE_ACCESS,
                    reference.toString(),
                    "it has to be fetched before what follows can be planned",
                    "Run ethogram models download " + reference))
        .folder();
  }
}
