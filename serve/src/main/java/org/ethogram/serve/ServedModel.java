package org.ethogram.serve;

import java.util.OptionalInt;
import org.ethogram.models.LanguageModel;

/**
 * A model that a server answers for. The server does not close it.
 *
 * @param contextLength most tokens of a prompt and its completion, where it is known
 */
public record ServedModel(LanguageModel model, OptionalInt contextLength) {}
