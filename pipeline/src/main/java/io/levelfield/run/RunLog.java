package io.levelfield.run;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * The log file of one run. While it is open, every event of Levelfield, Spark and Hadoop that
 * {@code logback.xml} lets through is appended to it; before and after, events are dropped.
 */
public final class RunLog implements AutoCloseable {
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{1} - %msg%n";

  private final Path file;
  private final FileAppender<ILoggingEvent> appender;

  private RunLog(Path file, FileAppender<ILoggingEvent> appender) {
    this.file = file;
    this.appender = appender;
  }

  /**
   * Opens the log; missing parent directories are made.
   *
   * @throws IllegalStateException if the file can't be written
   */
  public static RunLog openAt(Path file) {
    Logger root = root();
    LoggerContext context = root.getLoggerContext();

    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern(PATTERN);
    encoder.start();

    FileAppender<ILoggingEvent> appender = new FileAppender<>();
    appender.setContext(context);
    appender.setName(file.toString());
    appender.setFile(file.toString());
    appender.setEncoder(encoder);
    appender.start();
    if (!appender.isStarted()) {
      throw new IllegalStateException("The log file %s can't be written.".formatted(file));
    }
    root.addAppender(appender);
    return new RunLog(file, appender);
  }

  /** Where the events go, to be named to the user. */
  public Path file() {
    return file;
  }

  @Override
  public void close() {
    root().detachAppender(appender);
    appender.stop();
    appender.getEncoder().stop();
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }
}
