namespace OneVisit.Local.DurableTask.Store;

/// <summary>
/// The file: instances; their histories; what has reached them and is not yet history (inbox); activities to run; timers to fire.
/// Times are UTC ticks.
/// </summary>
internal static class Schema
{
    /// <summary>The timer "task" that stands for a start planned for later.</summary>
    public const int PlannedStart = -1;

    public const string Script = """
        CREATE TABLE IF NOT EXISTS instances(
          id TEXT PRIMARY KEY, execution TEXT NOT NULL, name TEXT NOT NULL, status INTEGER NOT NULL,
          input TEXT, output TEXT, custom_status TEXT, failure TEXT, created INTEGER NOT NULL, updated INTEGER NOT NULL,
          parent TEXT, parent_execution TEXT, parent_name TEXT, parent_task INTEGER, trace TEXT, version TEXT NOT NULL DEFAULT '') WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS instances_by_parent ON instances(parent) WHERE parent IS NOT NULL;
        CREATE TABLE IF NOT EXISTS history(
          instance TEXT NOT NULL, sequence INTEGER NOT NULL, kind INTEGER NOT NULL, task INTEGER NOT NULL,
          name TEXT, data TEXT, at INTEGER NOT NULL, PRIMARY KEY(instance, sequence)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS inbox(
          sequence INTEGER PRIMARY KEY AUTOINCREMENT, instance TEXT NOT NULL, execution TEXT,
          kind INTEGER NOT NULL, task INTEGER NOT NULL, name TEXT, data TEXT);
        CREATE INDEX IF NOT EXISTS inbox_by_instance ON inbox(instance, sequence);
        CREATE TABLE IF NOT EXISTS activities(
          sequence INTEGER PRIMARY KEY AUTOINCREMENT, instance TEXT NOT NULL, execution TEXT NOT NULL, task INTEGER NOT NULL,
          name TEXT NOT NULL, input TEXT, trace TEXT);
        CREATE INDEX IF NOT EXISTS activities_by_instance ON activities(instance);
        CREATE TABLE IF NOT EXISTS timers(
          instance TEXT NOT NULL, task INTEGER NOT NULL, execution TEXT NOT NULL, due INTEGER NOT NULL,
          PRIMARY KEY(instance, task)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS timers_by_due ON timers(due);
        """;

    /// <summary>What a file lacks that was made before versions were kept.</summary>
    public const string AddVersion = "ALTER TABLE instances ADD COLUMN version TEXT NOT NULL DEFAULT ''";

    public const string CountVersion = "SELECT COUNT(*) FROM pragma_table_info('instances') WHERE name='version'";
}
