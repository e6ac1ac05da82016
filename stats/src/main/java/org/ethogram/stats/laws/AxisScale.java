package org.ethogram.stats.laws;

/** How a quantity such as parameters, tokens or steps becomes decades. */
public enum AxisScale {
  /** For quantities above 0; 0 has no place on it. */
  LOG10,
  /** log10(1 + x), for counts that start at 0 such as steps of feedback. */
  LOG10_ONE_PLUS;

  public boolean accepts(double x) {
    return Double.isFinite(x) && (this == LOG10 ? x > 0 : x >= 0);
  }

  public double decades(double x) {
    return Math.log10(this == LOG10 ? x : 1 + x);
  }

  /** The x that lies at these decades. */
  public double place(double decades) {
    double power = Math.pow(10, decades);
    return this == LOG10 ? power : power - 1;
  }
}
