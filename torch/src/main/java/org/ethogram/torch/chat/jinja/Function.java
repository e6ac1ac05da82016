package org.ethogram.torch.chat.jinja;

/** What a template can call. */
@FunctionalInterface
interface Function {
  Object call(Arguments arguments);
}
