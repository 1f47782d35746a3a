package io.levelfield.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.text.Message;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
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

    assertThat(RemotePaths.reason(new RuntimeException("wrapped", remote)))
        .isEqualTo(Message.of("elsewhere.other", "denied"));
  }

  @Test
  void whatAnOperatorCanMendIsTold() {
    var library = new ClassNotFoundException("Class S3AFileSystem not found");
    var denied = new AccessDeniedException("s3a://b/x.csv");
    denied.initCause(new IOException("Forbidden (Status Code: 403)"));

    assertThat(RemotePaths.reason(new IOException(new RuntimeException(library))))
        .isEqualTo(Message.of("elsewhere.no-library", "Class S3AFileSystem not found"));
    assertThat(RemotePaths.reason(new IOException(denied)))
        .isEqualTo(Message.of("elsewhere.denied", "Forbidden (Status Code: 403)"));
  }
}
