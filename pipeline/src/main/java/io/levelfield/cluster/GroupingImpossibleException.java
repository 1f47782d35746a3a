package io.levelfield.cluster;

/** The schools at hand cannot be grouped as asked; the message is written for the user. */
public final class GroupingImpossibleException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public GroupingImpossibleException(String message) {
    super(message);
  }
}
