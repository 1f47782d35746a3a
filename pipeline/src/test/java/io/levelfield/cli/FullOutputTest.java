package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A command whose output goes nowhere has failed. */
class FullOutputTest {

  private static final class FullDisk extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("No space left on device");
    }
  }

  @Test
  void aFullDeviceIsTold() {
    PrintStream oldOut = System.out;
    PrintStream oldErr = System.err;
    var err = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(new FullDisk(), true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));

      assertThat(Main.run("assign", "--help")).isEqualTo(ExitCode.WRONG_ARGUMENTS);
    } finally {
      System.setOut(oldOut);
      System.setErr(oldErr);
    }
    assertThat(err.toString(StandardCharsets.UTF_8)).containsAnyOf("disk full", "заполнен");
  }
}
