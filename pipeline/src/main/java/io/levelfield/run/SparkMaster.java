package io.levelfield.run;

import io.levelfield.model.text.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import org.apache.spark.package$;
import org.apache.spark.scheduler.ExternalClusterManager;

/** A Spark master's URL as a user gave it. */
record SparkMaster(String url) {
  /** All cores of this machine. */
  static final SparkMaster HERE = new SparkMaster("local[*]");

  private static final Pattern LOCAL = Pattern.compile("local(\\[(\\*|[1-9]\\d*)(, *\\d+)?\\])?");
  private static final String STANDALONE = "spark://";

  /** How long a master may take to accept a connection, in milliseconds. */
  private static final int PATIENCE = 5_000;

  /** Whether tasks run in other processes than this one. */
  boolean isCluster() {
    return !LOCAL.matcher(url).matches();
  }

  /**
   * Asks a standalone cluster whether it is there. Spark itself asks for a minute and then tells of
   * a context that was stopped.
   *
   * @return this machine's address as the cluster sees it; absent where Spark must find it
   * @throws ClusterProblem if Spark cannot use such a URL, or nothing answers
   */
  Optional<InetAddress> driverAddress() {
    if (!isCluster()) {
      return Optional.of(InetAddress.getLoopbackAddress());
    }
    if (!url.startsWith(STANDALONE)) {
      return managedElsewhere();
    }
    List<InetSocketAddress> masters = addresses();
    IOException silence = new IOException(url);
    for (InetSocketAddress master : masters) {
      try (var socket = new Socket()) {
        socket.connect(master, PATIENCE);
        return Optional.of(socket.getLocalAddress());
      } catch (IOException e) {
        silence.addSuppressed(e);
      }
    }
    throw noAnswer(silence);
  }

  /** YARN and Kubernetes are known where their libraries are on the class path. */
  private Optional<InetAddress> managedElsewhere() {
    for (ExternalClusterManager manager : ServiceLoader.load(ExternalClusterManager.class)) {
      if (manager.canCreate(url)) {
        return Optional.empty();
      }
    }
    throw unusable(null);
  }

  /** One or, where others stand by, several: {@code spark://HOST:PORT,HOST:PORT}. */
  private List<InetSocketAddress> addresses() {
    List<InetSocketAddress> addresses = new ArrayList<>();
    for (String address : url.substring(STANDALONE.length()).split(",", -1)) {
      try {
        var uri = new URI(STANDALONE + address);
        if (uri.getHost() == null || uri.getPort() < 1 || !uri.getAuthority().equals(address)) {
          throw unusable(null);
        }
        addresses.add(new InetSocketAddress(uri.getHost(), uri.getPort()));
      } catch (URISyntaxException | IllegalArgumentException e) {
        throw unusable(e);
      }
    }
    return addresses;
  }

  private ClusterProblem unusable(Exception cause) {
    return problem(Message.of("spark.unusable-master"), cause);
  }

  /** Nothing answers as a Spark master of this version does. */
  ClusterProblem noAnswer(Exception cause) {
    return problem(Message.of("spark.no-answer", package$.MODULE$.SPARK_VERSION_SHORT()), cause);
  }

  ClusterProblem problem(Message explanation, Exception cause) {
    return new ClusterProblem(url, explanation, cause);
  }
}
