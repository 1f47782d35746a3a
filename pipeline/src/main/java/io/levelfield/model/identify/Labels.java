package io.levelfield.model.identify;

import io.levelfield.model.StageResult;
import io.levelfield.model.text.Message;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which schools bear which labels.
 *
 * @param identifications ordered by school and label
 * @param judged by label the schools its rule could be applied to; no entry where it could not be
 *     applied at all
 * @param help the schools that need help, the first to be helped first
 * @param contradictions schools whose labels say the opposite of their group's name, ordered by
 *     school
 * @param policy what the list of each label comes to, and lists of low results under other
 *     thresholds
 */
public record Labels(
    List<Identification> identifications,
    Map<Label, Set<String>> judged,
    List<NeedOfHelp> help,
    List<GroupContradiction> contradictions,
    List<PolicyOption> policy,
    List<Message> notes)
    implements StageResult {

  public Labels {
    identifications = List.copyOf(identifications);
    judged = Collections.unmodifiableMap(new TreeMap<>(judged));
    help = List.copyOf(help);
    contradictions = List.copyOf(contradictions);
    policy = List.copyOf(policy);
    notes = List.copyOf(notes);
  }

  @Override
  public Message summary() {
    return Message.of(
        "identify.summary",
        identifications.stream().filter(Identification::flag).count(),
        judged.size());
  }
}
