package org.ethogram.lab.subject;

import java.util.List;
import java.util.Optional;
import org.ethogram.core.CacheFolder;
import org.ethogram.core.Progress;
import org.ethogram.core.StopSignal;
import org.ethogram.lab.store.Subject;
import org.ethogram.lab.yaml.Section;
import org.ethogram.lab.yaml.Value;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.cache.ResponseCache;
import org.ethogram.models.remote.Access;
import org.ethogram.models.remote.CachedModel;
import org.ethogram.models.remote.Endpoint;
import org.ethogram.models.remote.RemoteOptions;
import org.ethogram.models.remote.RemoteProvider;

/** {@code - remote: provider/model}, answered by whatever providers are on the class path. */
public final class RemoteKind implements SubjectKind {
  @Override
  public String key() {
    return "remote";
  }

  @Override
  public Optional<SubjectEntry> read(Value value, Section entry, Context context) {
    Optional<String> name = value.text();
    String label = entry.text("label", name.orElse(""));
    String family = entry.text("family", name.orElse(""));
    if (name.isPresent() && !name.get().matches("[^/]+/.+")) {
      value.problem("is '" + name.get() + "': expected provider/model");
      return Optional.empty();
    }
    return name.map(written -> new Remote(written, label, family));
  }

  /** A model behind a provider's interface. */
  private record Remote(String name, String label, String family) implements SubjectEntry {
    @Override
    public List<ForeseenSubject> foresee(Workplace workplace) {
      return List.of(ForeseenSubject.ready(prepared()));
    }

    @Override
    public List<PreparedSubject> prepare(Workplace workplace, Progress progress, StopSignal stop) {
      return List.of(prepared());
    }

    private PreparedSubject prepared() {
      int slash = name.indexOf('/');
      var provider = RemoteProvider.named(name.substring(0, slash));
      Endpoint endpoint =
          provider.endpoint(name.substring(slash + 1), Access.USUAL, System.getenv());
      var subject = new Subject(label, family, label, false, provider.identity(endpoint));
      return new PreparedSubject(subject, () -> open(provider, endpoint), List.of());
    }

    private static LanguageModel open(RemoteProvider provider, Endpoint endpoint) {
      var secret = provider.secret(endpoint, Access.USUAL, System.getenv());
      var cache = ResponseCache.open(CacheFolder.path().resolve("responses.db"));
      RemoteOptions options = RemoteOptions.standard().withCache(cache);
      return new CachedModel(provider.open(endpoint, secret, Access.USUAL, options), cache);
    }
  }
}
