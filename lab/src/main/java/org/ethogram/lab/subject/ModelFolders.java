package org.ethogram.lab.subject;

import java.nio.file.Path;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.ModelIdentity;

/** What a study asks of Hugging Face folders. */
public interface ModelFolders {
  /**
   * Who the model in a folder is, without loading its weights; checks the folder as far as that
   * goes.
   */
  ModelIdentity identify(Path folder);

  /** The model in a folder. */
  LanguageModel open(Path folder);

  /**
   * Who the model in a folder is with an adapter in the PEFT library's files: its training is the
   * adapter's, as far as the adapter's folder says.
   */
  ModelIdentity identify(Path folder, Path adapter);

  /** The model in a folder with an adapter on. */
  LanguageModel open(Path folder, Path adapter);
}
