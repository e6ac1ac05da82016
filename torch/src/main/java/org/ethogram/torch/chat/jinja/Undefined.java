package org.ethogram.torch.chat.jinja;

/**
 * What a name or key stands for that has no value: false, empty and written as nothing; anything
 * else that is done with it is a fault.
 *
 * @param problem such as {@code 'x' is undefined}
 */
record Undefined(String problem) {}
