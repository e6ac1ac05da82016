package org.ethogram.torch.chat.jinja;

import java.util.List;

/** A sequence that equals no list. */
record Tuple(List<Object> items) {}
