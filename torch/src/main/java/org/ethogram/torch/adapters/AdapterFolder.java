package org.ethogram.torch.adapters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.safetensors.SafetensorsFile;
import org.ethogram.torch.safetensors.SafetensorsWriter;
import org.ethogram.torch.serialization.CheckpointFile;
import org.ethogram.torch.weights.WeightFile;
import org.ethogram.torch.weights.WeightFormat;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An adapter as the PEFT library keeps it: {@code adapter_config.json} and {@code
 * adapter_model.safetensors}, or {@code adapter_model.bin} of its first versions.
 *
 * <p>Whatever does not fit the model is an {@link EthogramException} with {@code INVALID_MODEL}
 * that names the file and the key or field: nothing is passed over.
 */
public final class AdapterFolder {
  private static final String CONFIGURATION = "adapter_config.json";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private AdapterFolder() {}

  /**
   * @param name by which it is told from other adapters of the network
   */
  public static Adapter load(String name, Path folder, CausalNetwork network) {
    if (!Files.isDirectory(folder)) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          folder.toString(),
          "there is no such folder",
          "Give the folder that holds " + CONFIGURATION);
    }
    Path file = folder.resolve(CONFIGURATION);
    LoraConfiguration configuration = ConfigurationReader.read(file);
    try (var _ = new PointerScope();
        WeightFile weights = open(folder)) {
      StoredValues values = new StoredValues(weights);
      Adapter adapter = AdapterBuilder.build(name, configuration, network, values, file.toString());
      try {
        values.requireAllTaken(network);
      } catch (EthogramException e) {
        adapter.close();
        throw e;
      }
      return adapter;
    }
  }

  private static WeightFile open(Path folder) {
    Path file = weights(folder);
    WeightFile opened =
        file.endsWith(WeightFormat.PYTORCH.adapter())
            ? CheckpointFile.openIncomplete(file)
            : SafetensorsFile.openIncomplete(file);
    try {
      opened.requireNoHoles();
      return opened;
    } catch (EthogramException e) {
      opened.close();
      throw e;
    }
  }

  private static Path weights(Path folder) {
    return WeightFormat.ofAdapter(name -> Files.exists(folder.resolve(name)))
        .map(format -> folder.resolve(format.adapter()))
        .orElseThrow(
            () ->
                invalid(
                    folder.resolve(WeightFormat.SAFETENSORS.adapter()).toString(),
                    "the weights are missing",
                    "Save the adapter in the safetensors format"));
  }

  /** Writes both files, the weights last; the folder is made where it is absent. */
  public static void save(Path folder, Adapter adapter) {
    Path file = folder.resolve(CONFIGURATION);
    try {
      Files.createDirectories(folder);
      Files.writeString(
          file, JSON.writeValueAsString(ConfigurationWriter.json(adapter.configuration())) + "\n");
    } catch (IOException e) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          file.toString(),
          "cannot be written (" + e + ")",
          "Check that the folder may be written to and has room",
          e);
    }
    SafetensorsWriter.write(
        folder.resolve(WeightFormat.SAFETENSORS.adapter()),
        adapter.parameters(),
        Map.of("format", "pt"));
  }

  /** SHA-256 over the configuration, then the weights. */
  public static String hash(Path folder) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(Files.readAllBytes(folder.resolve(CONFIGURATION)));
      digest.update(Files.readAllBytes(weights(folder)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static EthogramException invalid(String place, String problem, String remedy) {
    return new EthogramException(ErrorCode.INVALID_MODEL, place, problem, remedy);
  }
}
