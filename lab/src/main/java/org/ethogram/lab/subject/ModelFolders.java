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
}
