package io.levelfield.study;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.levelfield.model.text.Message;
import java.io.IOException;
import java.util.Optional;

/**
 * Looks through a study's YAML before anything is made of it. A study is written by people: it
 * needs neither aliases, which can make a little text unpack to very much, nor tags, which name
 * programs' classes, and nothing in it lies deep.
 */
final class PlainYaml {
  /** A study with every setting there is takes a twentieth of it. */
  static final int MOST_BYTES = 1 << 20;

  /** The deepest setting there is lies in eight. */
  static final int MOST_NESTED = 32;

  private PlainYaml() {}

  /**
   * What a study may not hold, and where it stands.
   *
   * @param line from 1
   * @param column from 1
   */
  record Fault(Message told, int line, int column) {
    private Fault(Message told, JsonLocation at) {
      this(told, at.getLineNr(), at.getColumnNr());
    }
  }

  /**
   * Finds the first of these.
   *
   * @throws IOException if the text is no YAML
   */
  static Optional<Fault> find(YAMLParser yaml) throws IOException {
    int nested = 0;
    for (JsonToken token = yaml.nextToken(); token != null; token = yaml.nextToken()) {
      nested += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (nested > MOST_NESTED) {
        return fault(Message.of("study.yaml-deep", MOST_NESTED), yaml);
      }
      if (yaml.isCurrentAlias()) {
        return fault(Message.of("study.yaml-alias", yaml.getText()), yaml);
      }
      if (yaml.getTypeId() != null) {
        return fault(Message.of("study.yaml-tag", yaml.getTypeId()), yaml);
      }
    }
    return Optional.empty();
  }

  private static Optional<Fault> fault(Message told, YAMLParser yaml) {
    return Optional.of(new Fault(told, yaml.currentTokenLocation()));
  }
}
