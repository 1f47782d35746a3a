package io.levelfield.ingest;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.text.Message;
import io.levelfield.remote.RemotePaths;
import io.levelfield.study.InputFiles;
import io.levelfield.text.FileFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Finds the files a study's path names. */
final class InputPaths {
  private static final Pattern WEB = Pattern.compile("https?:/");

  private InputPaths() {}

  /**
   * A file and how the study names it.
   *
   * @param year what its path says, where the study's pattern has a place for it
   */
  record Named(Path path, String name, OptionalInt year) {
    Named(Path path, String name) {
      this(path, name, OptionalInt.empty());
    }
  }

  /**
   * What a path names.
   *
   * @param files in the order of their names
   * @param none why there are none; absent where there are
   */
  record Found(List<Named> files, Optional<Message> none) {
    Found {
      files = List.copyOf(files);
    }

    private static Found none(Message why) {
      return new Found(List.of(), Optional.of(why));
    }
  }

  /**
   * Expands a path.
   *
   * @param base the study's directory
   * @param pattern a path relative to it, or a glob, with {@code {year}} for a year
   * @return the files in the order of their names, at least one
   * @throws InputsRefused if a glob matches nothing, or the pattern is none
   */
  static List<Named> expand(Path base, String pattern) {
    Found found = find(base, pattern);
    found
        .none()
        .ifPresent(
            why -> {
              throw new InputsRefused(why);
            });
    return found.files();
  }

  /**
   * A path as the study means it.
   *
   * @throws InputsRefused if it is of a file system elsewhere that does not answer
   */
  private static Path resolved(Path base, String path) {
    try {
      if (!RemotePaths.isElsewhere(path)) {
        return base.resolve(RemotePaths.of(path)).normalize();
      }
      if (WEB.matcher(path).lookingAt()) {
        throw new InputsRefused(Message.of("inputs.web", path));
      }
      Path remote = RemotePaths.of(path).normalize();
      requireAnswer(remote);
      return remote;
    } catch (IOException e) {
      throw new InputsRefused(Message.of("inputs.elsewhere", path, RemotePaths.reason(e)), e);
    }
  }

  private static void requireAnswer(Path remote) throws IOException {
    try {
      Files.readAttributes(remote, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      return; // an answer too; the file that lacks is told of when it is opened
    }
  }

  /** Expands a path that may match nothing yet. */
  static Found find(Path base, String pattern) {
    try {
      return matches(base, pattern);
    } catch (PatternSyntaxException e) {
      throw new InputsRefused(Message.of("inputs.no-pattern", pattern), e);
    } catch (InvalidPathException e) {
      throw new InputsRefused(Message.of("inputs.impossible-path", pattern), e);
    }
  }

  private static Found matches(Path base, String pattern) {
    boolean withYear = pattern.contains(InputFiles.YEAR_IN_PATH);
    Path literal = resolved(base, pattern);
    if (!withYear && (Files.exists(literal) || !pattern.matches(".*[*?\\[{].*"))) {
      return new Found(List.of(new Named(literal, pattern)), Optional.empty());
    }
    int firstGlob = indexOfGlob(pattern);
    int slash = pattern.lastIndexOf('/', firstGlob);
    String prefix = slash < 0 ? "" : pattern.substring(0, slash + 1);
    Path root = resolved(base, prefix);
    BiFunction<Path, Path, Optional<Named>> matcher =
        matcher(prefix, pattern.substring(prefix.length()));
    if (!Files.isDirectory(root)) {
      return Found.none(
          Message.of("inputs.no-directory", pattern, root.toAbsolutePath().toString()));
    }
    try (Stream<Path> files = Files.walk(root)) {
      List<Named> found =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !isAside(file.getFileName().toString()))
              .sorted()
              .map(file -> matcher.apply(root, file))
              .flatMap(Optional::stream)
              .toList();
      return found.isEmpty()
          ? Found.none(Message.of("inputs.no-match", pattern, root.toAbsolutePath().toString()))
          : new Found(found, Optional.empty());
    } catch (IOException e) {
      throw unlistable(pattern, e);
    } catch (UncheckedIOException e) {
      throw unlistable(pattern, e.getCause());
    }
  }

  /** Whether a file only accompanies others: hidden ones, and Excel's mark of an open workbook. */
  private static boolean isAside(String name) {
    return name.startsWith(".") || name.startsWith("~$");
  }

  /** Takes a directory and a file below it; gives the file where it fits. */
  private static BiFunction<Path, Path, Optional<Named>> matcher(String prefix, String pattern) {
    if (pattern.contains(InputFiles.YEAR_IN_PATH)) {
      var years = new YearInPath(pattern);
      return (root, file) -> {
        OptionalInt year = years.of(root.relativize(file));
        return year.isPresent()
            ? Optional.of(new Named(file, prefix + root.relativize(file), year))
            : Optional.empty();
      };
    }
    PathMatcher glob = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    return (root, file) ->
        glob.matches(root.relativize(file))
            ? Optional.of(new Named(file, prefix + root.relativize(file)))
            : Optional.empty();
  }

  private static InputsRefused unlistable(String pattern, IOException e) {
    return new InputsRefused(Message.of("inputs.unreadable", pattern, FileFault.of(e)), e);
  }

  private static int indexOfGlob(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      if ("*?[{".indexOf(pattern.charAt(i)) >= 0) {
        return i;
      }
    }
    return pattern.length();
  }
}
