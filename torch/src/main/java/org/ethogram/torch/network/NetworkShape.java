package org.ethogram.torch.network;

/**
 * The sizes that a caller of a network needs.
 *
 * @param vocabulary rows of the output embedding, padding included
 * @param width length of a hidden state
 * @param heads query heads of a layer
 * @param keyValueHeads key and value heads of a layer; divides {@code heads}
 * @param headSize length of a query, key or value
 * @param contextLength most tokens in a sequence
 */
public record NetworkShape(
    int vocabulary,
    int width,
    int layers,
    int heads,
    int keyValueHeads,
    int headSize,
    int contextLength) {}
