package org.ethogram.torch.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.bytedeco.javacpp.PointerScope;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.models.ModelIdentity;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.network.ConfigurationFile;
import org.ethogram.torch.runtime.Placement;
import org.ethogram.torch.runtime.PlacementChoice;
import org.ethogram.torch.safetensors.SafetensorsWriter;
import org.ethogram.torch.weights.WeightFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model as a Hugging Face folder: {@code config.json}, safetensors or PyTorch's own files (one
 * file, or several with an index) and {@code tokenizer.json}.
 *
 * <p>A folder that is damaged or does not fit together is an {@link EthogramException} with {@code
 * INVALID_MODEL} that names the file and the tensor or field.
 */
public final class ModelFolder implements AutoCloseable {
  private static final String CONFIGURATION = "config.json";
  private static final String GENERATION = "generation_config.json";
  private static final String TOKENIZER = "tokenizer.json";
  private static final String PIECES = "tokenizer.model";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path folder;
  private final ConfigurationFile configuration;
  private final WeightFiles weights;
  private final CausalNetwork network;

  private ModelFolder(
      Path folder, ConfigurationFile configuration, WeightFiles weights, CausalNetwork network) {
    this.folder = folder;
    this.configuration = configuration;
    this.weights = weights;
    this.network = network;
  }

  /** Opens a folder whose network is only read: its parameters lie in the mapped files. */
  public static ModelFolder open(Path folder) {
    return open(folder, PlacementChoice.SINGLE_ON_CPU);
  }

  /** Opens a folder whose network is only read, on a device and with numbers of a type. */
  public static ModelFolder open(Path folder, PlacementChoice choice) {
    return open(folder, false, choice);
  }

  /** Opens a folder whose network may be trained: its parameters are copies. */
  public static ModelFolder openWritable(Path folder) {
    return open(folder, true, PlacementChoice.SINGLE_ON_CPU);
  }

  private static ModelFolder open(Path folder, boolean writable, PlacementChoice choice) {
    if (!Files.isDirectory(folder)) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          folder.toString(),
          "there is no such folder",
          "Give the folder that holds config.json");
    }
    Path file = folder.resolve(CONFIGURATION);
    ConfigurationFile configuration = new ConfigurationFile(file, JsonFile.read(file));
    Architecture architecture = Architecture.of(configuration);
    Placement placement = choice.resolve();
    WeightFiles weights = WeightFiles.open(folder);
    try (var _ = new PointerScope()) {
      StoredParameters parameters = new StoredParameters(weights, writable, placement);
      CausalNetwork network = architecture.build(configuration, parameters);
      parameters.requireAllTaken();
      return new ModelFolder(folder, configuration, weights, network);
    } catch (RuntimeException e) {
      weights.close();
      throw e;
    }
  }

  /**
   * Writes {@code config.json} and {@code model.safetensors}; the weights appear last, so a folder
   * that has them is complete as far as this goes.
   */
  public static void save(Path folder, CausalNetwork network) {
    Path file = folder.resolve(CONFIGURATION);
    try {
      Files.createDirectories(folder);
      ObjectNode configuration = network.configurationJson();
      configuration.put("torch_dtype", network.placement().typeName());
      Files.writeString(file, JSON.writeValueAsString(configuration) + "\n");
    } catch (IOException e) {
      throw unwritable(file, e);
    }
    SafetensorsWriter.write(
        folder.resolve(WeightFormat.SAFETENSORS.single()),
        network.parameters(),
        Map.of("format", "pt"));
  }

  public Path folder() {
    return folder;
  }

  /**
   * {@code tokenizer.json}; {@code tokenizer.model} of SentencePiece where that is all there is.
   */
  public Path tokenizerFile() {
    Path pieces = folder.resolve(PIECES);
    Path file = folder.resolve(TOKENIZER);
    return !Files.exists(file) && Files.exists(pieces) ? pieces : file;
  }

  public ConfigurationFile configuration() {
    return configuration;
  }

  /**
   * {@code generation_config.json}, which says among other things what ends an answer; empty where
   * there is none.
   */
  public JsonNode generation() {
    Path file = folder.resolve(GENERATION);
    return Files.exists(file) ? JsonFile.read(file) : JSON.createObjectNode();
  }

  /** The network; it lives until this folder is closed. */
  public CausalNetwork network() {
    return network;
  }

  /** The shape of every parameter by its Hugging Face name, in the order of the network. */
  public SequencedMap<String, List<Long>> parameterShapes() {
    SequencedMap<String, List<Long>> shapes = new LinkedHashMap<>();
    try (var _ = new PointerScope()) {
      network
          .parameters()
          .forEach(
              (name, tensor) -> shapes.put(name, Arrays.stream(tensor.shape()).boxed().toList()));
    }
    return shapes;
  }

  /** Names and hashes; reads every weight file once. */
  public ModelIdentity identity() {
    FamilyPlace place = FamilyPlace.read(folder);
    Path tokenizer = tokenizerFile();
    return new ModelIdentity(
        place.name(),
        place.revision(),
        network.architecture(),
        hash(weights.paths()),
        Files.exists(tokenizer) ? hash(List.of(tokenizer)) : "",
        place.scale(network.nonEmbeddingParameters()));
  }

  @Override
  public void close() {
    network.close();
    weights.close();
  }

  /** SHA-256 over the files, one after the other; of a single file, what sha256sum prints. */
  private static String hash(List<Path> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : files) {
        try (InputStream stream = new DigestInputStream(Files.newInputStream(file), digest)) {
          stream.transferTo(java.io.OutputStream.nullOutputStream());
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EthogramException unwritable(Path file, IOException cause) {
    return new EthogramException(
        ErrorCode.FILE_ACCESS,
        file.toString(),
        "cannot be written (" + cause + ")",
        "Check that the folder may be written to and has room",
        cause);
  }
}
