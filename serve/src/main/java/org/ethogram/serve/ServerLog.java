package org.ethogram.serve;

/** Hears what a server does, from many threads at once. */
public interface ServerLog {
  ServerLog NONE =
      new ServerLog() {
        @Override
        public void answered(AnsweredRequest request) {}

        @Override
        public void failed(Throwable failure) {}
      };

  void answered(AnsweredRequest request);

  /** A failure whose client was told only that there was one. */
  void failed(Throwable failure);
}
