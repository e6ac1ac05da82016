package org.ethogram.cli.hub;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ethogram.cli.display.DisplayMode;
import org.ethogram.cli.display.Displays;
import org.ethogram.cli.display.Interruption;
import org.ethogram.cli.display.JsonLines;
import org.ethogram.core.Progress;
import org.ethogram.core.StopSignal;
import org.ethogram.models.reference.BraceExpansion;
import org.ethogram.models.reference.ModelReference;
import org.ethogram.torch.hub.Hub;
import org.ethogram.torch.hub.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ethogram models download}. */
@Command(
    name = "download",
    description = {
      "Fetches models of the Hugging Face hub into its own cache and prints their folders.",
      "What is there already is not fetched again; a broken download goes on where it ended."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class DownloadCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;

  @Parameters(
      arity = "1..*",
      paramLabel = "MODEL",
      description = {
        "org/name@revision; the revision is main where it is left out.",
        "Braces stand for several: 'org/name-{70m,160m}@step{1000..143000..1000}'."
      })
  private List<String> models;

  @Option(
      names = "--refresh",
      description = "Ask where the revision is now, even if the cache has it.")
  private boolean refresh;

  @Mixin private HubOptions hub;

  @Option(names = "--json", description = "Print one JSON object a model.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  public DownloadCommand() {}

  @Override
  public Integer call() {
    List<ModelReference.Hub> references =
        models.stream()
            .flatMap(model -> BraceExpansion.expand(model).stream())
            .map(ModelReference::hub)
            .toList();
    PrintWriter output = specification.commandLine().getOut();
    PrintWriter errors = specification.commandLine().getErr();
    Progress progress = Displays.of(DisplayMode.preferred(), errors, errors);
    StopSignal stop = Interruption.listen(errors);
    Hub asked = hub.hub();
    for (ModelReference.Hub reference : references) {
      print(
          output,
          refresh
              ? asked.refresh(reference, progress, stop)
              : asked.fetch(reference, progress, stop));
    }
    return 0;
  }

  private void print(PrintWriter output, Snapshot snapshot) {
    if (!json) {
      output.println(snapshot.folder());
      output.flush();
      return;
    }
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("repository", snapshot.repository());
    line.put("revision", snapshot.revision());
    line.put("commit", snapshot.commit());
    line.put("folder", snapshot.folder().toString());
    JsonLines.print(output, line);
  }
}
