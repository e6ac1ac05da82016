package org.ethogram.cli.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ethogram.cli.display.JsonLines;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.folder.Llama2cFile;
import org.ethogram.torch.folder.ModelFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ethogram models convert}. */
@Command(
    name = "convert",
    description = "Writes a llama2.c .bin file as a Hugging Face folder.",
    mixinStandardHelpOptions = true)
final class ConvertCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;

  @Parameters(index = "0", paramLabel = "FILE.bin", description = "llama2.c's first format.")
  private Path file;

  @Parameters(index = "1", paramLabel = "DIR", description = "Made where it is absent.")
  private Path folder;

  @Option(
      names = "--tokenizer",
      paramLabel = "FILE",
      description = "A tokenizer.json to copy; without one the folder cannot be prompted.")
  private @Nullable Path tokenizer;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ConvertCommand() {}

  @Override
  public Integer call() {
    try (var network = Llama2cFile.read(file)) {
      ModelFolder.save(folder, network);
    }
    if (tokenizer != null) {
      copy(tokenizer, folder.resolve("tokenizer.json"));
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

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          from.toString(),
          "cannot be copied (" + e + ")",
          "Check that it is there, and that the folder may be written to",
          e);
    }
  }
}
