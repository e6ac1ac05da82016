package org.ethogram.torch.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.network.DecoderNetwork;
import org.ethogram.torch.network.DecoderSizes;
import org.ethogram.torch.network.RotaryScaling;
import org.ethogram.torch.network.llama.LlamaConfiguration;
import org.ethogram.torch.runtime.Natives;

/**
 * A LLaMA in llama2.c's first file format: seven 32-bit sizes, then float32 weights kind by kind,
 * each kind over all layers.
 *
 * <p>Source: export.py and run.c of github.com/karpathy/llama2.c. Its queries and keys turn
 * neighbouring coordinates; here they are reordered so that the halves of a head turn.
 */
public final class Llama2cFile {
  private static final int HEADER = 7 * Integer.BYTES;

  private final Path file;
  private final ByteBuffer bytes;
  private final Map<String, float[]> values = new HashMap<>();

  private Llama2cFile(Path file, ByteBuffer bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /**
   * @throws EthogramException {@code INVALID_MODEL} when the sizes do not fit the file
   */
  public static CausalNetwork read(Path file) {
    try {
      byte[] content = Files.readAllBytes(file);
      return new Llama2cFile(file, ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN))
          .network();
    } catch (IOException e) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          file.toString(),
          "cannot be read (" + e + ")",
          "Check that the file is there and readable",
          e);
    }
  }

  private CausalNetwork network() {
    require(bytes.remaining() >= HEADER, "it is too short for its header");
    int width = size("width");
    int inner = size("inner width");
    int layers = size("layers");
    int heads = size("heads");
    int keyValueHeads = size("key and value heads");
    int vocabulary = bytes.getInt();
    int context = size("context");
    boolean tied = vocabulary > 0;
    int rows = Math.abs(vocabulary);
    boolean fits = width % (2 * heads) == 0 && heads % keyValueHeads == 0 && rows > 0;
    require(fits, "its sizes do not divide each other");
    DecoderSizes sizes =
        new DecoderSizes(
            rows,
            width,
            inner,
            layers,
            heads,
            keyValueHeads,
            width / heads,
            context,
            10_000,
            RotaryScaling.none(),
            1e-5,
            tied,
            OptionalInt.of(1),
            OptionalInt.of(2));
    readWeights(sizes);
    Natives.start();
    try (var _ = new PointerScope()) {
      return new DecoderNetwork(
          new LlamaConfiguration(sizes, false, false),
          (name, shape) -> Tensor.create(values.get(name), shape));
    }
  }

  private void readWeights(DecoderSizes sizes) {
    long width = sizes.width();
    long shared = (long) sizes.keyValueHeads() * sizes.headSize();
    long inner = sizes.innerWidth();
    long perLayer = 2 * width + 2 * width * width + 2 * shared * width + 3 * inner * width;
    long embedding = sizes.vocabulary() * width;
    long rotary = (long) sizes.contextLength() * sizes.headSize();
    long numbers =
        (sizes.tiedEmbeddings() ? 1 : 2) * embedding + sizes.layers() * perLayer + width + rotary;
    require(
        bytes.remaining() == numbers * Float.BYTES,
        "its sizes ask for %d bytes of weights, but %d follow the header"
            .formatted(numbers * Float.BYTES, bytes.remaining()));
    take("model.embed_tokens.weight", embedding);
    takeLayers(sizes, "input_layernorm", width);
    takeLayers(sizes, "self_attn.q_proj", width * width);
    takeLayers(sizes, "self_attn.k_proj", shared * width);
    takeLayers(sizes, "self_attn.v_proj", shared * width);
    takeLayers(sizes, "self_attn.o_proj", width * width);
    takeLayers(sizes, "post_attention_layernorm", width);
    takeLayers(sizes, "mlp.gate_proj", inner * width);
    takeLayers(sizes, "mlp.down_proj", inner * width);
    takeLayers(sizes, "mlp.up_proj", inner * width);
    take("model.norm.weight", width);
    bytes.position(bytes.position() + Math.toIntExact(rotary * Float.BYTES));
    if (!sizes.tiedEmbeddings()) {
      take("lm_head.weight", embedding);
    }
  }

  private void takeLayers(DecoderSizes sizes, String name, long count) {
    for (int layer = 0; layer < sizes.layers(); layer++) {
      String parameter = "model.layers." + layer + "." + name + ".weight";
      float[] taken = take(parameter, count);
      if (name.endsWith("q_proj") || name.endsWith("k_proj")) {
        values.put(parameter, halvesTogether(taken, sizes.headSize(), sizes.width()));
      }
    }
  }

  /** Row 2i + s of a head becomes row i + s x headSize / 2. */
  private static float[] halvesTogether(float[] interleaved, int headSize, int width) {
    float[] rows = new float[interleaved.length];
    for (int row = 0; row < rows.length / width; row++) {
      int within = row % headSize;
      int target = row - within + within / 2 + within % 2 * (headSize / 2);
      System.arraycopy(interleaved, row * width, rows, target * width, width);
    }
    return rows;
  }

  private float[] take(String name, long count) {
    float[] taken = new float[Math.toIntExact(count)];
    bytes.asFloatBuffer().get(taken);
    bytes.position(bytes.position() + taken.length * Float.BYTES);
    values.put(name, taken);
    return taken;
  }

  private int size(String what) {
    int size = bytes.getInt();
    require(size > 0 && size < 1 << 20, "its header gives no " + what + ": " + size);
    return size;
  }

  private void require(boolean holds, String problem) {
    if (!holds) {
      throw new EthogramException(
          ErrorCode.INVALID_MODEL,
          file.toString(),
          problem,
          "Use a .bin file of llama2.c's first format (version 0)");
    }
  }
}
