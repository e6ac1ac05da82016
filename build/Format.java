import com.google.googlejavaformat.java.Formatter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds every Java source of the project against google-java-format.
 *
 * <p>{@code check} fails and lists the files that differ; {@code write} rewrites them.
 */
public final class Format {
  private Format() {}

  public static void main(String[] arguments) throws Exception {
    boolean write = arguments[0].equals("write");
    Path root = Path.of(arguments[1]);
    List<Path> sources;
    try (var paths = Files.walk(root)) {
      sources =
          paths
              .filter(path -> path.toString().endsWith(".java"))
              .filter(path -> !root.relativize(path).toString().contains("target"))
              .toList();
    }
    Formatter formatter = new Formatter();
    List<Path> different = new ArrayList<>();
    for (Path source : sources) {
      String text = Files.readString(source);
      String formatted = formatter.formatSourceAndFixImports(text);
      if (!formatted.equals(text)) {
        different.add(root.relativize(source));
        if (write) {
          Files.writeString(source, formatted);
        }
      }
    }
    different.forEach(
        path -> System.out.println((write ? "formatted " : "not formatted: ") + path));
    if (!write && !different.isEmpty()) {
      System.out.println("Run: mvn -N verify -Dformat=write");
      System.exit(1);
    }
  }
}
