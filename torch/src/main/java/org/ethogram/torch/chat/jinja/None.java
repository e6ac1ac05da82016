package org.ethogram.torch.chat.jinja;

/** Python's {@code None}. */
enum None {
  NONE
}
