namespace OneVisit.Bot.Safekeeping;

/// <summary>One of the pages on which the city keeps watch over what is kept.</summary>
/// <param name="Name">In its address, and of its words.</param>
/// <param name="Acts">Operations of the back office that it is made of; it is for who may do one of them.</param>
internal sealed record KeeperTab(string Name, params string[] Acts)
{
    public static KeeperTab Holds { get; } = new("holds", "ListHolds", "OrderHold", "EndHold");

    public static KeeperTab Retention { get; } = new("retention", "ShowRetention");

    public static KeeperTab Exports { get; } = new("exports", "ExportOnRequest");

    public static KeeperTab Cases { get; } = new("cases", "TakeNoticeDown", "WithdrawIssuedPaper", "NoteArchived", "ExcludeFromRates", "RebuildProcess");

    public static KeeperTab Points { get; } = new("points", "SuspendPoint", "LiftPointSuspension");

    public static KeeperTab Audit { get; } = new("audit", "ShowAudit", "CheckJournals", "CheckJournal", "AcceptFinding");

    public static KeeperTab KeysOfSeal { get; } = new("keys", "ShowKeys");

    public static IReadOnlyList<KeeperTab> All { get; } = [Holds, Retention, Exports, Cases, Points, Audit, KeysOfSeal];

    /// <summary>Whoever may do one of these has something to look for here.</summary>
    public static string AllActs { get; } = string.Join(' ', All.SelectMany(tab => tab.Acts));

    public string Path => "/safekeeping/" + Name;
}
