package io.levelfield.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.levelfield.report.PublishedRun;
import io.levelfield.text.Texts;
import java.nio.file.Path;
import java.util.Map;

/**
 * {@code report.html}: one file with everything in it, which asks nothing of a network. The same
 * run gives the same bytes.
 */
public final class ReportPage {
  /** Name of the page in the run's directory. */
  public static final String FILE = "report.html";

  private ReportPage() {}

  /**
   * Makes the page and puts it beside the run's tables.
   *
   * @return where it stands
   * @throws io.levelfield.report.RunProblem if the run cannot be read or written
   */
  public static Path write(PublishedRun run) {
    return run.put(FILE, html(run));
  }

  /** The page as text. */
  static String html(PublishedRun run) {
    var words = new Words(Texts.in(run.language()));
    var tables = new RunTables(run);
    var script = new StringOutput();
    PageView view =
        new PageView(
            words,
            RunFacts.of(run, words),
            Overview.of(tables, words),
            GroupsPart.of(tables, words),
            ListsPart.of(tables, words),
            SupportPart.of(tables, words),
            QualityPart.of(tables, words),
            ScriptText.json(PageData.of(tables, words)),
            Assets.load());
    TemplateEngine.createPrecompiled(ContentType.Html)
        .render("report.jte", Map.of("view", view), script);
    return script.toString();
  }
}
