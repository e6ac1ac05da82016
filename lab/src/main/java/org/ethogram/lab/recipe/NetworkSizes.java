package org.ethogram.lab.recipe;

/**
 * The architecture and sizes of a network that is made anew.
 *
 * @param architecture such as {@code llama}
 * @param width of a hidden state; a multiple of {@code heads}
 * @param keyValueHeads divides {@code heads}
 * @param innerWidth width inside the perceptron
 * @param context most tokens in a sequence
 * @param rotaryFraction share of a head's coordinates that turn with the position
 * @param tiedEmbeddings whether the output embedding is the input embedding
 * @param deviation standard deviation of the first embeddings and matrices
 */
public record NetworkSizes(
    String architecture,
    int layers,
    int width,
    int heads,
    int keyValueHeads,
    int innerWidth,
    int context,
    double rotaryFraction,
    boolean tiedEmbeddings,
    double deviation) {
  void describe(Settings settings) {
    settings.put("scratch.architecture", architecture);
    settings.put("scratch.layers", layers);
    settings.put("scratch.width", width);
    settings.put("scratch.heads", heads);
    settings.put("scratch.key-value-heads", keyValueHeads);
    settings.put("scratch.inner-width", innerWidth);
    settings.put("scratch.context", context);
    settings.put("scratch.rotary-fraction", rotaryFraction);
    settings.put("scratch.tied-embeddings", tiedEmbeddings);
    settings.put("scratch.deviation", deviation);
  }
}
