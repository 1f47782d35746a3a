package io.levelfield.model.support;

/**
 * How many schools a topic is hard for.
 *
 * @param subject empty where the diagnostics name none
 * @param asked schools that were asked
 * @param difficult schools of these of which it is a difficulty
 * @param common whether these are so many that the topic is the network's
 */
public record SharedTopic(
    int year, String subject, String topic, int asked, int difficult, boolean common) {

  /** Share of the schools asked, 0 to 1. */
  public double share() {
    return (double) difficult / asked;
  }
}
