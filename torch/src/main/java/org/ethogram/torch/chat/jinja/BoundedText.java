package org.ethogram.torch.chat.jinja;

/** Text under construction that cannot outgrow memory. */
final class BoundedText {
  /** Characters; beyond any context. */
  static final int MOST = 4_000_000;

  private final StringBuilder text = new StringBuilder();

  BoundedText append(String more) {
    if (text.length() + (long) more.length() > MOST) {
      throw new TemplateFault("it writes more than " + MOST + " characters");
    }
    text.append(more);
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
