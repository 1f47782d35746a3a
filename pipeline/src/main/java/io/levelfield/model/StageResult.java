package io.levelfield.model;

import io.levelfield.model.text.Message;
import java.util.List;

/** What a stage gives: its records, and what is to be said of them. */
public interface StageResult {

  /** What the stage came to, in a few words. */
  Message summary();

  /** What the reader of the tables must know. */
  List<Message> notes();
}
