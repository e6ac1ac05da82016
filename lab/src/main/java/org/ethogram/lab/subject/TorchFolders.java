package org.ethogram.lab.subject;

import java.nio.file.Path;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.ModelIdentity;
import org.ethogram.torch.engine.LocalModel;
import org.ethogram.torch.folder.ModelFolder;

/** Hugging Face folders opened on this machine. */
public final class TorchFolders implements ModelFolders {
  @Override
  public ModelIdentity identify(Path folder) {
    try (ModelFolder opened = ModelFolder.open(folder)) {
      return opened.identity();
    }
  }

  @Override
  public LanguageModel open(Path folder) {
    return LocalModel.open(folder);
  }
}
