package org.ethogram.report.figure;

/** A level that the points are compared with, such as chance or the truth of a corpus. */
public record ReferenceLine(String label, double y, Tone tone) {}
