package io.levelfield.run;

import de.siegmar.fastcsv.reader.CsvReader;
import io.levelfield.model.UserProblem;
import io.levelfield.model.text.Message;
import io.levelfield.stats.Replicates;
import java.io.Serializable;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.Utils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.stat.descriptive.DescriptiveStatistics;

/** Spark for the length of a run. An application that runs already is used and left running. */
final class SparkRuntime implements AutoCloseable {
  /** One class of each jar that tasks use and a Spark installation lacks. */
  private static final List<Class<?>> SHIPPED =
      List.of(
          SparkRuntime.class,
          CsvReader.class,
          RealMatrix.class,
          DescriptiveStatistics.class,
          MaxEval.class,
          UniformRandomProvider.class,
          ZigguratSampler.class);

  private final SparkMaster master;
  private final SparkSession session;
  private final JavaSparkContext context;
  private final boolean started;
  private final Optional<ExecutorWatch> watch;

  /**
   * Starts Spark.
   *
   * @throws ClusterProblem if the cluster cannot be used
   */
  SparkRuntime(SparkMaster master) {
    this.master = master;
    // Executors call back at the address from which the master was reached: on this machine alone
    // that is the loopback's, and nowhere need the machine's name resolve. IPv6 is left to Spark.
    Optional<String> address =
        master
            .driverAddress()
            .filter(Inet4Address.class::isInstance)
            .filter(found -> !master.isCluster() || System.getenv("SPARK_LOCAL_IP") == null)
            .map(InetAddress::getHostAddress);
    // Before the first setting, or Spark looks the name up whatever is set.
    address.ifPresent(Utils::setCustomHostname);
    var conf =
        new SparkConf()
            .setMaster(master.url())
            .setAppName("levelfield")
            .setIfMissing("spark.ui.enabled", "false")
            .setIfMissing("spark.driver.maxResultSize", "0")
            .setIfMissing("spark.sql.shuffle.partitions", "8")
            // SQL only saves the groups' model: compiling a program for its few rows takes longer.
            .setIfMissing("spark.sql.codegen.wholeStage", "false")
            .setIfMissing("spark.sql.codegen.factoryMode", "NO_CODEGEN")
            .setIfMissing("spark.sql.adaptive.enabled", "false")
            .setIfMissing("spark.log.structuredLogging.enabled", "false");
    address.ifPresent(host -> conf.setIfMissing("spark.driver.host", host));
    started = SparkEnv.get() == null;
    session = start(conf, master);
    context = JavaSparkContext.fromSparkContext(session.sparkContext());
    if (master.isCluster()) {
      SHIPPED.forEach(this::ship);
      watch = Optional.of(new ExecutorWatch(context.sc()));
    } else {
      watch = Optional.empty();
    }
  }

  private static SparkSession start(SparkConf conf, SparkMaster master) {
    try {
      return SparkSession.builder().config(conf).getOrCreate();
    } catch (Exception e) { // Scala's checked exceptions are not declared
      if (!master.isCluster()) {
        throw new IllegalStateException("Spark does not start", e);
      }
      // What listens there did not take the application: Spark stops the context it is starting.
      throw e instanceof IllegalStateException
          ? master.noAnswer(e)
          : master.problem(Message.of("spark.not-started", firstLine(e)), e);
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /** Gives the executors the jar that a class comes from. */
  private void ship(Class<?> of) {
    context.addJar(of.getProtectionDomain().getCodeSource().getLocation().toString());
  }

  JavaSparkContext context() {
    return context;
  }

  /** What a failure of work on Spark is: the cluster's, or else the work's own. */
  RuntimeException failure(Exception e) {
    Throwable root = e;
    while (root.getCause() != null && !(root instanceof UserProblem)) {
      root = root.getCause();
    }
    if (root instanceof UserProblem told) {
      return told;
    }
    Optional<Message> gaveUp = watch.flatMap(ExecutorWatch::gaveUp);
    if (gaveUp.isPresent()) {
      return master.problem(gaveUp.get(), e);
    }
    // An exception of a task's is the cause of Spark's; without one, executors or the master went.
    if (master.isCluster() && (root instanceof SparkException || context.sc().isStopped())) {
      return master.problem(Message.of("spark.job-lost"), e);
    }
    return e instanceof RuntimeException own
        ? own
        : new IllegalStateException(root.toString().lines().findFirst().orElse(""), e);
  }

  /** Runs replicates as tasks; what they share is broadcast. */
  Replicates replicates() {
    return new Replicates() {
      @Override
      public <S extends Serializable, T extends Serializable> List<T> run(
          S shared, int count, Work<S, T> work) {
        Broadcast<S> broadcast = context.broadcast(shared);
        try {
          List<Integer> numbers = IntStream.range(0, count).boxed().toList();
          int slices = Math.min(count, 4 * context.defaultParallelism());
          return context
              .parallelize(numbers, slices)
              .map(number -> work.run(broadcast.value(), number))
              .collect();
        } finally {
          broadcast.destroy();
        }
      }
    };
  }

  @Override
  public void close() {
    watch.ifPresent(ExecutorWatch::close);
    if (started) {
      session.stop();
    }
  }
}
