package org.ethogram.training.tokenizer;

/** Two neighbouring tokens that become one. */
record Merge(int left, int right) {}
