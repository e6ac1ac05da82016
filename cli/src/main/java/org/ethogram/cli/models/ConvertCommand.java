package org.ethogram.cli.models;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ethogram.cli.display.JsonLines;
import org.ethogram.cli.hub.HubOptions;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.folder.Llama2cFile;
import org.ethogram.torch.folder.ModelFolder;
import org.ethogram.torch.folder.WeightConversion;
import org.ethogram.torch.weights.WeightFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ethogram models convert}. */
@Command(
    name = "convert",
    description =
        "Writes a model as a Hugging Face folder with one safetensors file: a folder whose weights"
            + " are PyTorch's or in parts, or a llama2.c .bin file.",
    mixinStandardHelpOptions = true)
final class ConvertCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;

  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description =
          "A Hugging Face folder, org/name@revision of its hub, or a file in llama2.c's first"
              + " format.")
  private String model;

  @Mixin private HubOptions hub;

  @Parameters(index = "1", paramLabel = "DIR", description = "Made where it is absent.")
  private Path folder;

  @Option(
      names = "--tokenizer",
      paramLabel = "FILE",
      description =
          "A tokenizer.json to copy; a llama2.c file has none, and cannot be prompted without.")
  private @Nullable Path tokenizer;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ConvertCommand() {}

  @Override
  public Integer call() {
    Path file = file(model);
    if (Files.isRegularFile(file)) {
      convertFile(file);
    } else {
      convertFolder(hub.folder(model, specification.commandLine().getErr()));
    }
    if (tokenizer != null) {
      SmallFiles.copy(tokenizer, folder.resolve("tokenizer.json"));
    }
    var output = specification.commandLine().getOut();
    if (json) {
      JsonLines.print(output, Map.of("folder", folder.toString()));
    } else {
      output.println("Wrote " + folder);
      output.flush();
    }
    return 0;
  }

  private void convertFile(Path file) {
    if (WeightFormat.PYTORCH.single().equals(String.valueOf(file.getFileName()))) {
      throw new ParameterException(
          specification.commandLine(), file + " is part of a folder: give the folder");
    }
    try (var network = Llama2cFile.read(file)) {
      ModelFolder.save(folder, network);
    }
  }

  /** The weights come last, so that a folder that has them is complete. */
  private void convertFolder(Path from) {
    if (!Files.isRegularFile(from.resolve("config.json"))) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          from.toString(),
          Files.isDirectory(from) ? "it holds no config.json" : "there is no such file or folder",
          "Give the folder that holds config.json, or a llama2.c file");
    }
    SmallFiles.copy(SmallFiles.DESCRIPTION, from, folder);
    SmallFiles.copy(SmallFiles.TEXT, from, folder);
    WeightConversion.toSafetensors(from, folder);
  }

  private Path file(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new ParameterException(
          specification.commandLine(), "'" + name + "' is no name of a file or folder", e);
    }
  }
}
