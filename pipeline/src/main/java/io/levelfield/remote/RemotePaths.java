package io.levelfield.remote;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.deploy.SparkHadoopUtil;

/** Paths by address: of this machine, or of a file system that Hadoop knows. */
public final class RemotePaths {
  private static final Pattern ADDRESS = Pattern.compile("([a-z][a-z0-9+.-]*)://.*");
  private static final Pattern OF_THIS_MACHINE = Pattern.compile("file:/+");

  private RemotePaths() {}

  /** Whether a text is the address of a file elsewhere, such as hdfs://host/data.csv. */
  public static boolean isAddress(String text) {
    return ADDRESS.matcher(text).matches() && !OF_THIS_MACHINE.matcher(text).lookingAt();
  }

  /**
   * A path as texts name it.
   *
   * @param text an address, one of the scheme file: too, or a path of this machine
   * @throws IOException if there is no such file system
   * @throws InvalidPathException if the text is no path
   */
  public static Path of(String text) throws IOException {
    if (!isAddress(text)) {
      return Path.of(OF_THIS_MACHINE.matcher(text).replaceFirst("/"));
    }
    int path = text.indexOf('/', text.indexOf("://") + "://".length());
    URI root = root(path < 0 ? text : text.substring(0, path));
    try {
      // With the settings that a job's Spark has (spark.hadoop.*), on executors too.
      FileSystem files = FileSystem.get(root, SparkHadoopUtil.get().conf());
      return new RemoteFiles(root, files).getPath(path < 0 ? "/" : text.substring(path));
    } catch (RuntimeException e) { // a host without address, a library that is not there
      throw new IOException(reason(e), e);
    }
  }

  private static URI root(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new InvalidPathException(text, e.getReason());
    }
  }

  /** What lies at the bottom of what Hadoop throws. */
  public static String reason(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }
}
