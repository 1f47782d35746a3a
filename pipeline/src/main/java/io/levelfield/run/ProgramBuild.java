package io.levelfield.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What tells one build of the program from another: two of the same version may read a file
 * differently.
 */
final class ProgramBuild {
  private ProgramBuild() {}

  /**
   * The hash of the jar that runs; the version, where classes lie in a directory.
   *
   * @throws UncheckedIOException if the jar cannot be read
   */
  static String id() {
    Path program = program();
    if (!Files.isRegularFile(program)) {
      return Manifest.version();
    }
    try {
      return new DigestUtils(DigestUtils.getSha256Digest()).digestAsHex(program);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path program() {
    try {
      return Path.of(
          ProgramBuild.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the program does not know where it lies", e);
    }
  }
}
