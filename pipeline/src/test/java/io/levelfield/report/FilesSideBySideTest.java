package io.levelfield.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FilesSideBySideTest {
  private final FilesSideBySide files = new FilesSideBySide();
  private final AtomicInteger written = new AtomicInteger();

  @Test
  void allAreWrittenBeforeAFailureIsTold() {
    for (int file = 0; file < 20; file++) {
      int own = file;
      files.add(
          () -> {
            if (own == 3) {
              throw new IOException("no space left on device");
            }
            written.incrementAndGet();
          });
    }

    assertThatThrownBy(files::write)
        .isInstanceOf(IOException.class)
        .hasMessage("no space left on device");
    assertThat(written).hasValue(19);
  }

  @Test
  void aFaultIsToldAsItIs() {
    var fault = new UncheckedIOException(new IOException("broken pipe"));
    files.add(
        () -> {
          throw fault;
        });

    assertThatThrownBy(files::write).isSameAs(fault);
  }
}
