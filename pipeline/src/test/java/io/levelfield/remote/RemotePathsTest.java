package io.levelfield.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemotePathsTest {
  @ParameterizedTest
  @CsvSource({
    "a/b.csv, a/b.csv",
    "/data/profile:/x.csv, /data/profile:/x.csv",
    "file:///data/x.csv, /data/x.csv",
    "file:/data/x.csv, /data/x.csv",
    "C:/data/x.csv, C:/data/x.csv"
  })
  void whatIsNoAddressIsAPathOfThisMachine(String text, String path) throws IOException {
    assertThat(RemotePaths.isElsewhere(text)).isFalse();
    assertThat(RemotePaths.of(text)).isEqualTo(Path.of(path));
  }

  @Test
  void aReasonIsOneLine() {
    var remote = new IOException("denied\nat org.apache.hadoop");

    assertThat(RemotePaths.reason(new RuntimeException("wrapped", remote))).isEqualTo("denied");
  }
}
