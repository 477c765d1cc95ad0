namespace Wavetank.Studies.Sweeping.Storage;

/// <summary>The tables of a sweep's database. docs/reference/sweep.md says what is in them.</summary>
internal static class Schema
{
    /// <summary>"WtSw": by this number a database is known as a sweep's (PRAGMA application_id).</summary>
    internal const int ApplicationId = 0x57745377;

    /// <summary>Counts the changes of the tables (PRAGMA user_version).</summary>
    internal const int Version = 1;

    internal const string Tables = """
        CREATE TABLE sweep (
          id INTEGER PRIMARY KEY CHECK (id = 1),
          wavetank TEXT NOT NULL,
          scenario_name TEXT NOT NULL,
          scenario_file TEXT NOT NULL,
          scenario_text TEXT NOT NULL,
          scenario_sha256 TEXT NOT NULL,
          command TEXT NOT NULL,
          design TEXT NOT NULL CHECK (design IN ('grid', 'latin-hypercube')),
          description TEXT NOT NULL,
          seeds TEXT NOT NULL,
          confidence REAL NOT NULL,
          precision REAL,
          precision_metrics TEXT NOT NULL,
          complete INTEGER NOT NULL CHECK (complete IN (0, 1))
        ) STRICT;
        CREATE TABLE parameter (
          position INTEGER PRIMARY KEY,
          path TEXT NOT NULL UNIQUE,
          unit TEXT
        ) STRICT;
        CREATE TABLE parameter_value (
          parameter INTEGER NOT NULL REFERENCES parameter,
          position INTEGER NOT NULL,
          value TEXT NOT NULL,
          number REAL,
          PRIMARY KEY (parameter, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE setting (
          point INTEGER NOT NULL,
          parameter INTEGER NOT NULL REFERENCES parameter,
          value TEXT NOT NULL,
          number REAL,
          PRIMARY KEY (point, parameter)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE metric (
          name TEXT PRIMARY KEY,
          position INTEGER,
          unit TEXT NOT NULL,
          better TEXT CHECK (better IN ('lower', 'higher')),
          summary TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE run (
          point INTEGER NOT NULL,
          seed INTEGER NOT NULL,
          status TEXT NOT NULL CHECK (status IN ('completed', 'failed')),
          outcome TEXT,
          digest TEXT,
          events INTEGER NOT NULL,
          simulated_ns INTEGER NOT NULL,
          expectations_failed INTEGER NOT NULL,
          error TEXT,
          PRIMARY KEY (point, seed)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE value (
          point INTEGER NOT NULL,
          seed INTEGER NOT NULL,
          metric TEXT NOT NULL REFERENCES metric,
          value REAL NOT NULL,
          PRIMARY KEY (point, seed, metric),
          FOREIGN KEY (point, seed) REFERENCES run
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE statistic (
          point INTEGER NOT NULL,
          metric TEXT NOT NULL REFERENCES metric,
          runs INTEGER NOT NULL,
          mean REAL NOT NULL,
          standard_deviation REAL NOT NULL,
          low REAL,
          high REAL,
          method TEXT NOT NULL CHECK (method IN ('student-t', 'bootstrap')),
          PRIMARY KEY (point, metric)
        ) STRICT, WITHOUT ROWID;
        """;

    /// <summary>Refuses a database that is not a sweep's, or that another version made.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="file">The database.</param>
    /// <param name="advice">What to do then.</param>
    /// <exception cref="SweepException">It is such a one.</exception>
    internal static void RefuseStranger(string path, SqliteFile file, string advice)
    {
        if (file.Number("PRAGMA application_id") != ApplicationId)
            throw new SweepException($"{path}: is not the database of a sweep; {advice}");
        if (file.Number("PRAGMA user_version") != Version)
            throw new SweepException($"{path}: was made by another version of Wavetank, whose tables differ; {advice}");
    }
}
