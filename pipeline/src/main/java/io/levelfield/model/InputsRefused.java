package io.levelfield.model;

/**
 * The inputs cannot be used as they are; the message says where, what was expected and what to do.
 */
public final class InputsRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InputsRefused(String message) {
    super(message);
  }

  public InputsRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
