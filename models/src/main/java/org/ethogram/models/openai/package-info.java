/** Models behind an interface like OpenAI's: OpenAI, vLLM, llama.cpp, Ollama and others. */
@NullMarked
package org.ethogram.models.openai;

import org.jspecify.annotations.NullMarked;
