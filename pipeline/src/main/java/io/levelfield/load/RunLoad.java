package io.levelfield.load;

import static io.levelfield.load.PostgresName.quoted;

import io.levelfield.model.text.Message;
import io.levelfield.report.PublishedRun;
import io.levelfield.study.JdbcSettings;
import io.levelfield.study.OutputSettings;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Loads a published run into a database, in one transaction: readers see the rows of before until
 * all new ones are there, and a load that fails leaves them.
 */
public final class RunLoad {
  /** Class of SQL states: the server lets this user not in. */
  private static final String NO_ACCESS = "28";

  private final PublishedRun run;
  private final OutputSettings outputs;
  private final JdbcSettings settings;
  private final RunsTable runs;

  private RunLoad(PublishedRun run, OutputSettings outputs, JdbcSettings settings) {
    this.run = run;
    this.outputs = outputs;
    this.settings = settings;
    this.runs = new RunsTable(settings.schema());
  }

  /**
   * Outputs of a study with another database.
   *
   * @param url of another database than the study's, or of one where it names none
   * @param schema another than the study's
   * @throws io.levelfield.study.StudyProblem if they are no database's
   */
  public static OutputSettings settings(
      OutputSettings own, Optional<String> url, Optional<String> schema) {
    if (url.isEmpty() && schema.isEmpty()) {
      return own;
    }
    Optional<JdbcSettings> jdbc = own.jdbc();
    return own.with(
        new JdbcSettings(
            url.or(() -> jdbc.map(JdbcSettings::url)).orElse(null),
            schema.or(() -> jdbc.map(JdbcSettings::schema)).orElse(null),
            jdbc.map(JdbcSettings::userVariable).orElse(null),
            jdbc.map(JdbcSettings::passwordVariable).orElse(null)));
  }

  /**
   * Loads a run.
   *
   * @param outputs where to, and how many runs of the study stay
   * @param environment variables, in which user and password stand
   * @return what was loaded
   * @throws LoadProblem if nothing was
   */
  public static Message load(
      PublishedRun run, OutputSettings outputs, Map<String, String> environment) {
    JdbcSettings settings =
        outputs.jdbc().orElseThrow(() -> new LoadProblem(Message.of("load.not-asked", run.id())));
    try {
      return new RunLoad(run, outputs, settings).load(environment);
    } catch (SQLException | IOException e) {
      throw new LoadProblem(refusal(settings, e), e).leaving(run.directory());
    } catch (LoadProblem e) {
      throw e.leaving(run.directory());
    }
  }

  private static Message refusal(JdbcSettings settings, Exception e) {
    String why = String.valueOf(e.getMessage());
    return e instanceof SQLException sql && String.valueOf(sql.getSQLState()).startsWith(NO_ACCESS)
        ? Message.of(
            "load.no-access",
            settings.url(),
            why,
            settings.userVariable(),
            settings.passwordVariable())
        : Message.of("load.refused", settings.url(), why);
  }

  private Message load(Map<String, String> environment) throws SQLException, IOException {
    try (Connection database = Database.connect(settings, environment)) {
      database.setAutoCommit(false); // what is not committed goes when the connection is closed
      lock(database);
      List<TableInSchema> tables =
          run.toHandOn().stream()
              .map(table -> new TableInSchema(settings.schema(), table))
              .toList();
      prepare(database, tables);
      runs.replace(database, run);
      set(database, TableInSchema.RUN_SETTING, run.id());
      long rows = 0;
      for (TableInSchema table : tables) {
        rows += table.copy(database);
      }
      runs.keepNewest(database, run, outputs.keep());
      database.commit();
      return Message.of("load.done", tables.size(), rows, settings.url(), settings.schema());
    }
  }

  /** Two loads into one schema go one after the other. */
  private void lock(Connection database) throws SQLException {
    try (PreparedStatement lock =
        database.prepareStatement("SELECT pg_advisory_xact_lock(hashtext(?), hashtext(?))")) {
      lock.setString(1, RunLoad.class.getName());
      lock.setString(2, settings.schema());
      lock.execute();
    }
  }

  private static void set(Connection database, String setting, String value) throws SQLException {
    try (PreparedStatement set = database.prepareStatement("SELECT set_config(?, ?, true)")) {
      set.setString(1, setting);
      set.setString(2, value);
      set.execute();
    }
  }

  private void prepare(Connection database, List<TableInSchema> tables) throws SQLException {
    var present = TablesInDatabase.read(database, settings.schema());
    if (present.has(RunsTable.NAME)) {
      runs.requireSameContract(database, run);
    }
    List<String> statements = new ArrayList<>();
    if (!hasSchema(database)) { // who may not make schemas may yet write to this one
      statements.add("CREATE SCHEMA " + quoted(settings.schema()));
    }
    statements.addAll(runs.preparation(present));
    tables.forEach(table -> statements.addAll(table.preparation(present)));
    try (Statement all = database.createStatement()) {
      all.execute(String.join(";\n", statements));
    }
  }

  private boolean hasSchema(Connection database) throws SQLException {
    try (PreparedStatement query =
        database.prepareStatement("SELECT 1 FROM pg_namespace WHERE nspname = ?")) {
      query.setString(1, PostgresName.of(settings.schema()));
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }
}
