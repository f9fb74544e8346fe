using System.Globalization;
using Azure.Data.Tables;

namespace OneVisit.Storage;

/// <summary>A decided case as the city's register has it: what a draw needs to know without its journal.</summary>
/// <param name="On">Day on which it was filed or, when refused, closed.</param>
/// <param name="Point">Office of the township.</param>
/// <param name="Decider">Participant who decided.</param>
public sealed record RegisteredCase(
    string CaseId, string Service, DateOnly On, string Point, int BasePercent, int DaysUsed, int DaysCommitted, string Decider, DateTimeOffset DecidedAt, bool Relatives);

/// <summary>A matter, a draw or a point that somebody has to look after.</summary>
/// <param name="Version">Of the journal up to which everything that follows was done; 0 before the first time.</param>
/// <param name="NextAlarm">When the clock itself has something to do; <c>null</c>: only people do.</param>
public sealed record OpenMatter(string Id, int Version, DateTimeOffset? NextAlarm = null);

/// <summary>
/// Table <c>Oversight</c>: the register of decided cases by month, the first decisions of each representative, the cases that were complained about, and
/// what is open in supervision. All of it can be made anew from the journals.
/// </summary>
public sealed class OversightBook(OneVisitStorage storage)
{
    private const string Complained = "complained";
    private const string Open = "open";
    private const string OfRelatives = "relatives";
    private readonly TableClient table = storage.Table(Names.Oversight);

    /// <summary>Enters a decided case; entered again it stays one.</summary>
    public async Task RegisterAsync(RegisteredCase decided, CancellationToken cancellation = default)
    {
        await table.UpsertEntityAsync(new TableEntity(PartitionOf(decided.Decider), RowOf(decided.DecidedAt, decided.CaseId)) { ["CaseId"] = decided.CaseId }, TableUpdateMode.Replace, cancellation);
        await table.UpsertEntityAsync(Records.RowOf(PartitionOf(decided.On), Keys.Of(decided.CaseId), decided), TableUpdateMode.Replace, cancellation);
    }

    /// <summary>The decided cases of a month, by number.</summary>
    public async Task<IReadOnlyList<RegisteredCase>> MonthAsync(DateOnly month, CancellationToken cancellation = default) =>
        await Records.AllAsync<RegisteredCase>(table, PartitionOf(month), cancellation).ToListAsync(cancellation);

    /// <summary>The first decisions of a representative, the earliest first.</summary>
    public async Task<IReadOnlyList<string>> FirstDecisionsAsync(string decider, int most, CancellationToken cancellation = default)
    {
        var partition = PartitionOf(decider);
        var cases = new List<string>();
        if (most == 0)
            return cases;
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == partition, maxPerPage: most, cancellationToken: cancellation))
        {
            cases.Add(row.GetString("CaseId"));
            if (cases.Count == most)
                break;
        }
        return cases;
    }

    /// <summary>Somebody complained about the case: the next draw takes it.</summary>
    public Task NoteComplaintAsync(string caseId, string complaint, CancellationToken cancellation = default) =>
        table.UpsertEntityAsync(new TableEntity(Complained, Keys.Of(caseId, complaint)) { ["CaseId"] = caseId }, TableUpdateMode.Replace, cancellation);

    /// <summary>Cases complained about that no draw has taken yet.</summary>
    public async Task<IReadOnlyList<string>> ComplainedAsync(CancellationToken cancellation = default)
    {
        var cases = new List<string>();
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == Complained, cancellationToken: cancellation))
            cases.Add(row.GetString("CaseId"));
        return [.. cases.Distinct()];
    }

    /// <summary>A draw took the case.</summary>
    public async Task TakeComplaintsAsync(string caseId, CancellationToken cancellation = default)
    {
        var (from, to) = (Keys.Of(caseId) + "!", Keys.After(Keys.Of(caseId) + "!"));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Complained} and RowKey ge {from} and RowKey lt {to}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            await table.DeleteEntityAsync(Complained, row.RowKey, Azure.ETag.All, cancellation);
    }

    /// <summary>A case stands in the register of relatives; entered again it stands there once.</summary>
    public Task NoteRelativesAsync(string caseId, CancellationToken cancellation = default) =>
        table.UpsertEntityAsync(new TableEntity(OfRelatives, Keys.Of(caseId)) { ["CaseId"] = caseId }, TableUpdateMode.Replace, cancellation);

    /// <summary>Cases in the register of relatives, by number.</summary>
    public async Task<IReadOnlyList<string>> RelativesAsync(CancellationToken cancellation = default)
    {
        var cases = new List<string>();
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == OfRelatives, cancellationToken: cancellation))
            cases.Add(row.GetString("CaseId"));
        return cases;
    }

    /// <summary>A case that was erased stands in no register of relatives, and no draw takes it for a complaint.</summary>
    public async Task ForgetAsync(string caseId, CancellationToken cancellation = default)
    {
        await table.DeleteEntityAsync(OfRelatives, Keys.Of(caseId), Azure.ETag.All, cancellation);
        await TakeComplaintsAsync(caseId, cancellation);
    }

    public Task PutOpenAsync(OpenMatter open, CancellationToken cancellation = default) =>
        table.UpsertEntityAsync(Records.RowOf(Open, Keys.Of(open.Id), open), TableUpdateMode.Replace, cancellation);

    public Task RemoveOpenAsync(string id, CancellationToken cancellation = default) => table.DeleteEntityAsync(Open, Keys.Of(id), Azure.ETag.All, cancellation);

    /// <returns><c>null</c>: nothing is left to do for it.</returns>
    public async Task<OpenMatter?> FindOpenAsync(string id, CancellationToken cancellation = default)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Open, Keys.Of(id), cancellationToken: cancellation);
        return row.HasValue ? Records.Of<OpenMatter>(row.Value!) : null;
    }

    /// <summary>A draw of the month took the case: no other draw of it does.</summary>
    public Task NoteDrawnAsync(DateOnly month, string caseId, CancellationToken cancellation = default) =>
        table.UpsertEntityAsync(new TableEntity(DrawnIn(month), Keys.Of(caseId)) { ["CaseId"] = caseId }, TableUpdateMode.Replace, cancellation);

    /// <summary>Cases that draws of the month took so far.</summary>
    public async Task<IReadOnlySet<string>> DrawnAsync(DateOnly month, CancellationToken cancellation = default)
    {
        var partition = DrawnIn(month);
        var cases = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == partition, cancellationToken: cancellation))
            cases.Add(row.GetString("CaseId"));
        return cases;
    }

    /// <summary>Everything that is open, one range of one partition.</summary>
    public async Task<IReadOnlyList<OpenMatter>> ListOpenAsync(CancellationToken cancellation = default) =>
        await Records.AllAsync<OpenMatter>(table, Open, cancellation).ToListAsync(cancellation);

    private static string DrawnIn(DateOnly month) => Keys.OfMonth("drawn", month);

    private static string PartitionOf(DateOnly day) => Keys.OfMonth("register", day);

    private static string PartitionOf(string decider) => Keys.Of("decider", decider);

    private static string RowOf(DateTimeOffset at, string caseId) => Keys.Of(at.UtcDateTime.ToString("yyyyMMddHHmmssfffffff", CultureInfo.InvariantCulture), caseId);
}
