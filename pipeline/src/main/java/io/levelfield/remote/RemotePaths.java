package io.levelfield.remote;

import io.levelfield.model.input.FileAddress;
import io.levelfield.model.text.Message;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;

/** Paths by address: of this machine, or of a file system that Hadoop knows. */
public final class RemotePaths {
  private static final String HERE = "file:";

  /** Hadoop keeps what it has connected to as well, but its settings take long to gather. */
  private static final Map<URI, RemoteFiles> KNOWN = new ConcurrentHashMap<>();

  private RemotePaths() {}

  /** Whether a text is the address of a file elsewhere, such as hdfs://host/data.csv. */
  public static boolean isElsewhere(String text) {
    return FileAddress.is(text) && !text.startsWith(HERE);
  }

  /**
   * A path as texts name it.
   *
   * @param text an address, one of the scheme file: too, or a path of this machine
   * @throws IOException if there is no such file system
   * @throws InvalidPathException if the text is no path
   */
  public static Path of(String text) throws IOException {
    if (!isElsewhere(text)) {
      return Path.of(FileAddress.is(text) ? text.substring(HERE.length()) : text);
    }
    int end = text.indexOf(':') + 1;
    if (text.startsWith("//", end)) {
      end = text.indexOf('/', end + 2);
      end = end < 0 ? text.length() : end;
    }
    return files(root(text.substring(0, end) + "/")).getPath("/" + text.substring(end));
  }

  private static RemoteFiles files(URI root) throws IOException {
    RemoteFiles known = KNOWN.get(root);
    if (known != null) {
      return known;
    }
    try {
      var files = new RemoteFiles(root, FileSystem.get(root, settings()));
      KNOWN.put(root, files);
      return files;
    } catch (RuntimeException e) { // a host without address, a library that is not there
      throw new IOException(e);
    }
  }

  /** Hadoop's settings, with those that Spark has for it (spark.hadoop.*), on executors too. */
  static Configuration settings() {
    SparkEnv spark = SparkEnv.get();
    return spark == null
        ? SparkHadoopUtil.get().conf()
        : SparkHadoopUtil.get().newConfiguration(spark.conf());
  }

  private static URI root(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new InvalidPathException(text, e.getReason());
    }
  }

  /** What lies at the bottom of what Hadoop throws, without the stack trace of another machine. */
  public static Message reason(Throwable thrown) {
    Throwable bottom = thrown;
    boolean denied = false;
    while (bottom.getCause() != null) {
      denied |= bottom instanceof AccessDeniedException;
      bottom = bottom.getCause();
    }
    if (bottom instanceof ClassNotFoundException) {
      return Message.of("elsewhere.no-library", line(bottom));
    }
    if (bottom instanceof UnsupportedFileSystemException) {
      return Message.of("elsewhere.no-such");
    }
    return Message.of(denied ? "elsewhere.denied" : "elsewhere.other", line(bottom));
  }

  private static String line(Throwable thrown) {
    return Optional.ofNullable(thrown.getMessage())
        .flatMap(told -> told.lines().findFirst())
        .orElseGet(thrown::toString);
  }
}
