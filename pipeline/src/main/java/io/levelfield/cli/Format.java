package io.levelfield.cli;

/** What a command prints in: words for people, or a tree for programs. */
enum Format {
  TEXT,
  JSON
}
