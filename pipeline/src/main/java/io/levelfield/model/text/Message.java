package io.levelfield.model.text;

import java.io.Serializable;
import java.util.List;

/**
 * A sentence without a language: {@code Texts} puts it in words.
 *
 * @param code key of the sentence in the bundles, below {@code message.}; empty for nothing to say
 * @param facts numbers, texts, {@link LocalText}s and messages it is put with, in the sentence's
 *     order
 */
public record Message(String code, List<Object> facts) implements Serializable {

  /** Nothing to say, where a sentence may have a part more. */
  public static final Message NONE = new Message("", List.of());

  public Message {
    facts = List.copyOf(facts);
  }

  public static Message of(String code, Object... facts) {
    return new Message(code, List.of(facts));
  }

  /** For logs and stack traces, which no language is known for. */
  @Override
  public String toString() {
    return facts.isEmpty() ? code : code + facts;
  }
}
