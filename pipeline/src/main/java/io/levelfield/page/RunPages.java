package io.levelfield.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.levelfield.report.PublishedRun;
import io.levelfield.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What people read of a run, made from its tables: the page, the note for the head and the letters
 * to schools. The same run gives the same bytes.
 */
public final class RunPages {
  /** One file with everything in it, which asks nothing of a network. */
  public static final String PAGE = "report.html";

  /** The analytical note for the head of the authority. */
  public static final String NOTE = "note.html";

  /** Letters to schools, each on a sheet of its own. */
  public static final String LETTERS = "letters.html";

  /** The page for everyone, beside the tables it is made from. */
  public static final String INDEX = PublishedRun.PUBLIC + "/index.html";

  private static final String NO_BREAK = "\u00a0";

  private final PublishedRun run;
  private final Words words;
  private final RunTables tables;
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

  private RunPages(PublishedRun run) {
    this.run = run;
    this.words = new Words(Texts.in(run.language()));
    this.tables = new RunTables(run);
  }

  /**
   * Makes the files and puts them beside the run's tables.
   *
   * @param page whether the page is wanted, and the one for everyone where there are such tables
   * @param office whether the note and the letters are
   * @return where they stand
   * @throws io.levelfield.report.RunProblem if the run cannot be read or written
   */
  public static List<Path> write(PublishedRun run, boolean page, boolean office) {
    var pages = new RunPages(run);
    List<Path> written = new ArrayList<>();
    if (page) {
      written.add(run.put(PAGE, pages.page()));
    }
    if (office) {
      written.add(run.put(NOTE, pages.note()));
      written.add(run.put(LETTERS, pages.letters()));
    }
    if (page && run.isPublic()) {
      written.add(run.put(INDEX, pages.index()));
    }
    return written;
  }

  private String index() {
    return rendered("public.jte", PublicPart.of(run.publicTables(), words));
  }

  private String page() {
    return rendered(
        "report.jte",
        new PageView(
            words,
            RunFacts.of(run, words),
            Overview.of(tables, words),
            GroupsPart.of(tables, words),
            ListsPart.of(tables, words),
            SupportPart.of(tables, words),
            QualityPart.of(tables, words),
            ScriptText.json(PageData.of(tables, words)),
            Assets.load()));
  }

  private String note() {
    SupportPart support = SupportPart.of(tables, words);
    return paper(
        "note.jte",
        new NoteView(
            words,
            RunFacts.of(run, words),
            Overview.of(tables, words),
            Note.of(tables, words),
            GroupsPart.of(tables, words),
            ListsPart.of(tables, words),
            support,
            indicators(support),
            Assets.office()));
  }

  /** Without a programme its indicators are no matter of the note. */
  private Grid indicators(SupportPart support) {
    Grid grid = support.grid(words);
    return run.manifest().path("configuration").hasNonNull("programme")
        ? grid
        : new Grid(grid.caption(), grid.heads(), List.of());
  }

  private String letters() {
    String replyTo =
        run.manifest()
            .path("configuration")
            .path("outputs")
            .path("reply_to")
            .asText(words.get("letter.blank"));
    return paper(
        "letters.jte", new LettersView(words, Letter.of(tables, words), replyTo, Assets.office()));
  }

  /** A paper of the office, in which no line begins with a sign of per cent. */
  private String paper(String template, Object view) {
    return rendered(template, view).replace(" %", NO_BREAK + "%");
  }

  private String rendered(String template, Object view) {
    var text = new StringOutput();
    templates.render(template, Map.of("view", view), text);
    return text.toString();
  }
}
