package io.levelfield.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class RunLogTest {
  @TempDir Path directory;

  @Test
  void keepsWhatIsLoggedWhileItIsOpen() throws Exception {
    Path file = directory.resolve("прогон/levelfield.log");
    LoggerFactory.getLogger("io.levelfield.run").info("before");
    try (RunLog log = RunLog.openAt(file)) {
      LoggerFactory.getLogger("io.levelfield.run").info("школа №1 in {}", log.file().getFileName());
    }
    LoggerFactory.getLogger("io.levelfield.run").info("after");

    assertThat(Files.readAllLines(file))
        .singleElement()
        .asString()
        .endsWith("INFO  i.l.run - школа №1 in levelfield.log");
  }

  @Test
  void keepsOnlyTheWarningsOfLibraries() throws Exception {
    Path file = directory.resolve("levelfield.log");
    try (RunLog log = RunLog.openAt(file)) {
      LoggerFactory.getLogger("org.apache.spark.Probe").info("a job started");
      LoggerFactory.getLogger("org.apache.spark.Probe").warn("no room for {}", log.file());
    }

    assertThat(Files.readString(file)).contains("no room for").doesNotContain("a job started");
  }

  @Test
  void refusesFileThatCannotBeWritten() {
    assertThatThrownBy(() -> RunLog.openAt(directory))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(directory.toString());
  }
}
