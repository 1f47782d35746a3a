package io.levelfield.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.text.Texts;
import java.util.List;

/**
 * A school that needs help as every list of them tells it: why, how certain that is, what next, who
 * helps.
 *
 * @param rank place in the queue, 1 first
 * @param municipality empty where the register names none
 * @param strength code of the strongest evidence; empty where it cannot be told
 * @param uneven whether the evidence of one need is stronger than that of another; findings then
 *     tell that of each
 * @param needs what help is needed for, with the evidence
 * @param reasons the first reason of each need
 * @param exit what would end the foremost need; empty where nothing of one year would
 * @param findings each need with all its reasons
 * @param foremost conditions to work on first, in words; empty where none is told
 * @param next what the authority may do with the school next; empty where the tables say no more
 *     than that help is needed
 * @param partner name of the partner school; empty where there is none
 * @param withoutPartner why there is none, in words; empty where there is one or nobody says
 */
public record HelpedSchool(
    long rank,
    String schoolId,
    String name,
    String municipality,
    String strength,
    boolean uneven,
    List<String> needs,
    List<String> reasons,
    String exit,
    List<String> findings,
    String foremost,
    List<String> next,
    String partner,
    String withoutPartner) {

  /** The table with the reasons; tables for everyone tell of no school that needs help. */
  static final String REASONS = "identification";

  public HelpedSchool {
    needs = List.copyOf(needs);
    reasons = List.copyOf(reasons);
    findings = List.copyOf(findings);
    next = List.copyOf(next);
  }

  /** The schools that the table of schools gives a place in the queue, in its order. */
  public static List<HelpedSchool> of(RunRows tables, Texts texts) {
    return new HelpQueue(tables, texts).tell(queue(tables));
  }

  /** Rows of the table of schools that have a place in the queue, in its order. */
  public static List<ObjectNode> queue(RunRows tables) {
    return HelpQueue.of(tables.rows("schools"));
  }

  /** How certain it is that help is needed, in words; empty where it cannot be told. */
  public String certainty(Texts texts) {
    return strength.isEmpty() ? "" : texts.get("strength." + strength);
  }
}
