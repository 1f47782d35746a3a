package io.levelfield.cli;

/** A command whose outcome a program may read. */
interface Programmable {
  /** Whether it is to be told as JSON. */
  boolean json();
}
