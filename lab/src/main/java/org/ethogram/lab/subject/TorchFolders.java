package org.ethogram.lab.subject;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.ModelIdentity;
import org.ethogram.torch.engine.LocalModel;
import org.ethogram.torch.folder.ModelFolder;

/** Hugging Face folders opened on this machine. */
public final class TorchFolders implements ModelFolders {
  /** Models that adapters stand on, so that a base is hashed once for all checkpoints on it. */
  private final Map<Path, ModelIdentity> bases = new ConcurrentHashMap<>();

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

  @Override
  public ModelIdentity identify(Path folder, Path adapter) {
    return AdaptedFolder.identity(bases.computeIfAbsent(folder, this::identify), adapter);
  }

  @Override
  public LanguageModel open(Path folder, Path adapter) {
    return AdaptedFolder.open(folder, adapter, identify(folder, adapter));
  }
}
