package org.ethogram.lab.subject;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.StopSignal;
import org.ethogram.lab.store.Subject;
import org.ethogram.lab.yaml.Section;
import org.ethogram.lab.yaml.Value;
import org.ethogram.models.ModelIdentity;
import org.ethogram.models.ModelProvider;

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
    return name.map(written -> new Remote(value.address(), written, label, family));
  }

  /** A model behind a provider's interface. */
  private record Remote(String address, String name, String label, String family)
      implements SubjectEntry {
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
      String model = name.substring(slash + 1);
      ModelProvider provider = provider(name.substring(0, slash));
      ModelIdentity identity = provider.identify(model);
      var subject = new Subject(label, family, label, false, identity);
      return new PreparedSubject(subject, () -> provider.open(model), List.of());
    }

    private ModelProvider provider(String wanted) {
      return ServiceLoader.load(ModelProvider.class).stream()
          .map(ServiceLoader.Provider::get)
          .filter(provider -> provider.name().equals(wanted))
          .findFirst()
          .orElseThrow(
              () ->
                  new EthogramException(
                      ErrorCode.CAPABILITY_MISSING,
                      address,
                      "no provider '" + wanted + "' of remote models is installed",
                      "This version runs local models: use 'organisms:' or 'folder:'"));
    }
  }
}
