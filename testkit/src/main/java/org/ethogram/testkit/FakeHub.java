package org.ethogram.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A Hugging Face hub on loopback, which misbehaves to order.
 *
 * <p>Small files come from the hub itself, with git's hash as their etag; large ones are redirects
 * to another host name ({@code localhost} instead of {@code 127.0.0.1}), with their SHA-256.
 */
public final class FakeHub implements AutoCloseable {
  private static final Pattern LISTING =
      Pattern.compile("/api/models/(.+?)/revision/([^/?]+)(?:\\?.*)?");
  private static final Pattern FILE = Pattern.compile("/(.+?)/resolve/([^/]+)/(.+)");
  private static final Pattern STORED = Pattern.compile("/stored/([0-9a-f]{64})/.+");
  private static final Pattern FROM = Pattern.compile("bytes=(\\d+)-");

  private final FakeProvider server;
  private final Map<String, Commit> commits = new ConcurrentHashMap<>();
  private final Map<String, String> revisions = new ConcurrentHashMap<>();
  private final Map<String, byte[]> stored = new ConcurrentHashMap<>();
  private final Map<String, Queue<HubFault>> faults = new ConcurrentHashMap<>();
  private volatile Optional<String> token = Optional.empty();

  private record Commit(SortedMap<String, byte[]> files, Set<String> large) {}

  private FakeHub() {
    this.server = FakeProvider.start(this::answer);
  }

  public static FakeHub start() {
    return new FakeHub();
  }

  public String endpoint() {
    return server.address().toString();
  }

  /**
   * Puts a revision of a repository on the hub.
   *
   * @param large those of the files that are stored on the other host
   * @return its commit
   */
  public String add(
      String repository, String revision, Map<String, byte[]> files, String... large) {
    var sorted = new TreeMap<>(files);
    StringBuilder all = new StringBuilder(repository);
    sorted.forEach((name, content) -> all.append(name).append(sha256(content)));
    String commit = sha1(all.toString().getBytes(UTF_8));
    commits.put(repository + '/' + commit, new Commit(sorted, Set.of(large)));
    revisions.put(repository + '/' + revision, commit);
    sorted.values().forEach(content -> stored.put(sha256(content), content));
    return commit;
  }

  /** Everything is gated from now on, but for who has this token. */
  public void gate(String needed) {
    token = Optional.of(needed);
  }

  /**
   * What is done, in order, with the next requests of which {@code METHOD PATH} has this part.
   * Requests for a large file go to {@code /resolve/} first and then to {@code /stored/}.
   */
  public void fault(String part, HubFault... next) {
    faults.computeIfAbsent(part, key -> new ArrayDeque<>()).addAll(List.of(next));
  }

  /** Every request so far. */
  public List<Received> received() {
    return server.received();
  }

  /** How often something of which {@code METHOD PATH} has this part was asked for. */
  public long asked(String part) {
    return received().stream().filter(request -> line(request).contains(part)).count();
  }

  /** The etag of a small file: git's hash of a blob. */
  public static String gitHash(byte[] content) {
    byte[] head = ("blob " + content.length + '\0').getBytes(UTF_8);
    byte[] all = Arrays.copyOf(head, head.length + content.length);
    System.arraycopy(content, 0, all, head.length, content.length);
    return sha1(all);
  }

  /** The etag of a large file. */
  public static String sha256(byte[] content) {
    return hash("SHA-256", content);
  }

  @Override
  public void close() {
    server.close();
  }

  private Answer answer(Received request) {
    Optional<HubFault> fault = nextFault(line(request));
    return fault.isPresent() ? fault.get().answer(request, this::rightly) : rightly(request);
  }

  private synchronized Optional<HubFault> nextFault(String line) {
    return faults.entrySet().stream()
        .filter(entry -> line.contains(entry.getKey()) && !entry.getValue().isEmpty())
        .findFirst()
        .map(entry -> entry.getValue().remove());
  }

  private Answer.Bytes rightly(Received request) {
    Matcher shelf = STORED.matcher(request.path());
    if (shelf.matches()) {
      byte[] content = stored.get(shelf.group(1));
      return content == null
          ? refused(404, "EntryNotFound", "no such file")
          : content(request, content, Map.of("ETag", "\"other\""));
    }
    if (token.isPresent()) {
      String given = request.headers().getOrDefault("authorization", "");
      if (!given.equals("Bearer " + token.get())) {
        return refused(
            given.isEmpty() ? 401 : 403, "GatedRepo", "Access to this model is restricted.");
      }
    }
    Matcher listing = LISTING.matcher(request.path());
    Matcher file = FILE.matcher(request.path());
    return listing.matches()
        ? listing(request, listing.group(1), listing.group(2).replace("%2F", "/"))
        : file.matches()
            ? file(request, file.group(1), file.group(2), file.group(3))
            : refused(404, "", "Not Found");
  }

  private Answer.Bytes listing(Received request, String repository, String revision) {
    String asked = repository + '/' + revision;
    String commit = revisions.getOrDefault(asked, revision);
    Commit found = commits.get(repository + '/' + commit);
    if (found == null) {
      boolean known = revisions.keySet().stream().anyMatch(key -> key.startsWith(repository + '/'));
      return known
          ? refused(404, "RevisionNotFound", "Invalid rev id: " + revision)
          : refused(401, "RepoNotFound", "Invalid username or password.");
    }
    String names =
        found.files().keySet().stream()
            .map(name -> "{\"rfilename\":\"" + name + "\"}")
            .collect(Collectors.joining(","));
    String body =
        "{\"id\":\"" + repository + "\",\"sha\":\"" + commit + "\",\"siblings\":[" + names + "]}";
    return content(request, body.getBytes(UTF_8), Map.of());
  }

  private Answer.Bytes file(Received request, String repository, String revision, String name) {
    String commit = revisions.getOrDefault(repository + '/' + revision, revision);
    Commit found = commits.get(repository + '/' + commit);
    if (found == null || !found.files().containsKey(name)) {
      return refused(404, "EntryNotFound", "Entry not found");
    }
    byte[] content = Objects.requireNonNull(found.files().get(name));
    if (!found.large().contains(name)) {
      return content(
          request, content, Map.of("ETag", '"' + gitHash(content) + '"', "X-Repo-Commit", commit));
    }
    Map<String, String> headers = new HashMap<>();
    headers.put("X-Repo-Commit", commit);
    headers.put("X-Linked-Etag", '"' + sha256(content) + '"');
    headers.put("X-Linked-Size", Integer.toString(content.length));
    headers.put(
        "Location",
        "http://localhost:"
            + server.address().getPort()
            + "/stored/"
            + sha256(content)
            + "/"
            + name);
    return new Answer.Bytes(302, headers, 0, new byte[0], true);
  }

  private static Answer.Bytes content(
      Received request, byte[] content, Map<String, String> headers) {
    if (request.method().equals("HEAD")) {
      return new Answer.Bytes(200, headers, content.length, new byte[0], true);
    }
    Matcher range = FROM.matcher(request.headers().getOrDefault("range", ""));
    if (!range.matches()) {
      return new Answer.Bytes(200, headers, content.length, content, true);
    }
    int from = Integer.parseInt(range.group(1));
    if (from >= content.length) {
      return new Answer.Bytes(416, Map.of(), 0, new byte[0], true);
    }
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Range", "bytes " + from + '-' + (content.length - 1) + '/' + content.length);
    byte[] rest = Arrays.copyOfRange(content, from, content.length);
    return new Answer.Bytes(206, all, rest.length, rest, true);
  }

  private static Answer.Bytes refused(int status, String code, String message) {
    return new Answer.Bytes(
        status, Map.of("X-Error-Code", code, "X-Error-Message", message), 0, new byte[0], true);
  }

  private static String line(Received request) {
    return request.method() + ' ' + request.path();
  }

  private static String sha1(byte[] content) {
    return hash("SHA-1", content);
  }

  private static String hash(String algorithm, byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
