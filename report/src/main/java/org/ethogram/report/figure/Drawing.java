package org.ethogram.report.figure;

/** What can be shown as a picture and as the numbers behind it. */
public sealed interface Drawing permits Figure, HeatMap, Mosaic, StackedShares {
  /** Of its files, without an ending. */
  String name();

  /** The picture as an SVG document. */
  String svg(Ink ink);

  /** The numbers behind it, a line each, under a heading. */
  String csv();
}
