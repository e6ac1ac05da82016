package org.ethogram.lab.subject;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ethogram.core.Progress;
import org.ethogram.core.StopSignal;
import org.ethogram.lab.store.Subject;
import org.ethogram.models.Capability;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.ModelIdentity;
import org.ethogram.models.ModelScale;
import org.ethogram.models.budget.Budget;
import org.ethogram.models.cache.ResponseCache;
import org.ethogram.models.chat.ConversationModel;
import org.ethogram.models.remote.Access;
import org.ethogram.models.remote.CachedModel;
import org.ethogram.models.remote.Endpoint;
import org.ethogram.models.remote.RemoteOptions;
import org.ethogram.models.remote.RemoteProvider;
import org.ethogram.models.remote.Secret;

/**
 * A model behind a provider's interface.
 *
 * @param instruction of the conversation in which it is asked; absent where it completes text
 * @param cache file of its answers
 */
record RemoteEntry(
    RemoteProvider provider,
    Endpoint endpoint,
    Access access,
    Optional<String> instruction,
    Spending spending,
    Path cache,
    Facts facts)
    implements SubjectEntry {
  /** What the study file says about the model. */
  record Facts(String label, String family, String size, ModelScale scale) {}

  @Override
  public List<ForeseenSubject> foresee(Workplace workplace) {
    return List.of(
        new ForeseenSubject(
            facts.label(), ForeseenSubject.State.READY, Optional.of(subject()), means()));
  }

  @Override
  public Map<String, Means> remoteSubjects() {
    secret();
    return Map.of(facts.label(), means());
  }

  @Override
  public List<PreparedSubject> prepare(Workplace workplace, Progress progress, StopSignal stop) {
    Optional<Secret> secret = secret();
    Budget budget =
        new Budget(
            spending.limits(),
            spending.price().map(price -> Map.of(endpoint.model(), price)).orElse(Map.of()));
    return List.of(new PreparedSubject(subject(), () -> open(secret, budget), List.of(), means()));
  }

  private Optional<Secret> secret() {
    return provider.secret(endpoint, access, System.getenv());
  }

  private LanguageModel open(Optional<Secret> secret, Budget budget) {
    ResponseCache kept = ResponseCache.open(cache);
    RemoteOptions options = RemoteOptions.standard().withBudget(budget).withCache(kept);
    LanguageModel model = new CachedModel(provider.open(endpoint, secret, access, options), kept);
    return instruction.<LanguageModel>map(said -> new ConversationModel(model, said)).orElse(model);
  }

  private Subject subject() {
    return new Subject(facts.label(), facts.family(), facts.size(), false, identity());
  }

  private ModelIdentity identity() {
    ModelIdentity plain = provider.identity(endpoint);
    var scaled =
        new ModelIdentity(
            plain.name(),
            plain.revision(),
            plain.architecture(),
            plain.weightsHash(),
            plain.tokenizerHash(),
            facts.scale());
    return instruction.map(said -> ConversationModel.identity(scaled, said)).orElse(scaled);
  }

  private Means means() {
    Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
    capabilities.addAll(provider.capabilities(access));
    if (instruction.isPresent()) {
      capabilities.remove(Capability.SCORING);
    }
    int beside = instruction.map(said -> said.getBytes(UTF_8).length).orElse(0);
    return new Means(
        capabilities,
        Optional.of(new Terms(access.scoring(), spending.limits(), spending.price(), beside)));
  }
}
