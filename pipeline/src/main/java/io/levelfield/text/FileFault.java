package io.levelfield.text;

import io.levelfield.model.text.Message;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.zip.ZipException;

/** Why a file could not be read or written, in words where the cause is a usual one. */
public final class FileFault {
  private FileFault() {}

  public static Message of(IOException e) {
    if (e instanceof NoSuchFileException) {
      return Message.of("file.none");
    }
    if (e instanceof AccessDeniedException) {
      return Message.of("file.denied");
    }
    if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
      return Message.of("file.no-directory");
    }
    if (e instanceof ZipException || e instanceof EOFException) {
      return Message.of("file.damaged");
    }
    if (e.getMessage() != null && e.getMessage().contains("No space left on device")) {
      return Message.of("file.disk-full");
    }
    return Message.of("file.other", e.toString().lines().findFirst().orElse(""));
  }
}
