package org.ethogram.lab.recipe;

import java.util.Map;

/**
 * The architecture and sizes of a network that is made anew.
 *
 * @param architecture such as {@code llama}
 * @param width of a hidden state; a multiple of {@code heads}
 * @param keyValueHeads divides {@code heads}
 * @param innerWidth width inside the perceptron
 * @param context most tokens in a sequence
 * @param tiedEmbeddings whether the output embedding is the input embedding
 */
public record NetworkSizes(
    String architecture,
    int layers,
    int width,
    int heads,
    int keyValueHeads,
    int innerWidth,
    int context,
    boolean tiedEmbeddings) {
  void describe(Map<String, String> settings) {
    settings.put("scratch.architecture", architecture);
    settings.put("scratch.layers", Integer.toString(layers));
    settings.put("scratch.width", Integer.toString(width));
    settings.put("scratch.heads", Integer.toString(heads));
    settings.put("scratch.key-value-heads", Integer.toString(keyValueHeads));
    settings.put("scratch.inner-width", Integer.toString(innerWidth));
    settings.put("scratch.context", Integer.toString(context));
    settings.put("scratch.tied-embeddings", Boolean.toString(tiedEmbeddings));
  }
}
