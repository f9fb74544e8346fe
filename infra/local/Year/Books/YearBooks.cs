using System.Collections.Immutable;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Oversight;
using OneVisit.Local.Year.Acting;
using OneVisit.Local.Year.Households;
using OneVisit.Local.Year.World;
using OneVisit.Storage;

namespace OneVisit.Local.Year.Books;

/// <summary>A case as its journal has it, with what was checked while it was read.</summary>
/// <param name="File"><c>null</c>: it cannot be read.</param>
public sealed record CaseBook(string CaseId, ChainReading Chain, CaseFile? File);

/// <summary>A matter of supervision, likewise.</summary>
public sealed record MatterBook(string MatterId, ChainReading Chain, MatterFile? File);

/// <summary>Everything the city wrote down, read from its store at one instant: what the report tells and the invariants check.</summary>
public sealed class YearBooks
{
    private const int AtOnce = 8;

    private YearBooks(YearOptions options, Workforce people, YearCity city, ActTally acts, Told told, IReadOnlyDictionary<string, (Resident Of, CaseReceipt Receipt)> receipts) =>
        (Options, People, City, Acts, Told, Receipts, Now) = (options, people, city, acts, told, receipts, city.Clock.GetUtcNow());

    public YearOptions Options { get; }

    public Workforce People { get; }

    public YearCity City { get; }

    public ActTally Acts { get; }

    public Told Told { get; }

    /// <summary>What residents were told to have, by the number of the case.</summary>
    public IReadOnlyDictionary<string, (Resident Of, CaseReceipt Receipt)> Receipts { get; }

    public DateTimeOffset Now { get; }

    public DateOnly Today => BeijingTime.DayOf(Now);

    /// <summary>Every journal there is, by number.</summary>
    public IReadOnlyList<CaseBook> Cases { get; private set; } = [];

    public IReadOnlyList<MatterBook> Matters { get; private set; } = [];

    public IReadOnlyList<Draw> Draws { get; private set; } = [];

    public IReadOnlyDictionary<string, PointAuthority> Points { get; private set; } = new Dictionary<string, PointAuthority>();

    public IReadOnlyList<CaseProjection> Projections { get; private set; } = [];

    /// <summary>Every line of every office's list of work.</summary>
    public IReadOnlyList<WorkItem> Work { get; private set; } = [];

    /// <summary>What hangs in the villages.</summary>
    public IReadOnlyList<PostedNotice> Board { get; private set; } = [];

    public IReadOnlyList<RegisteredCase> Register { get; private set; } = [];

    /// <summary>Requests to the store while the year went, without those of reading its books.</summary>
    public int Requests { get; private init; }

    public IReadOnlyList<(string Kind, int Count)> RequestsByKind { get; private init; } = [];

    public TimeSpan Took { get; private init; }

    /// <summary>Processor time of this program meanwhile.</summary>
    public TimeSpan OwnWork { get; private init; }

    /// <summary>Cases that can be read.</summary>
    public IEnumerable<CaseFile> Files => Cases.Where(book => book.File is not null).Select(book => book.File!);

    internal static async Task<YearBooks> ReadAsync(
        SimulatedYear year, YearOptions options, Workforce people, IReadOnlyDictionary<string, (Resident Of, CaseReceipt Receipt)> receipts, CancellationToken stop)
    {
        var books = new YearBooks(options, people, year.City, year.Acts, year.Told, receipts)
        {
            Requests = year.City.Tally.Total, RequestsByKind = year.City.Tally.ByKind, Took = year.Took, OwnWork = year.OwnWork,
        };
        await books.FillAsync(year.City.Services, stop);
        return books;
    }

    private async Task FillAsync(IServiceProvider services, CancellationToken stop)
    {
        var storage = services.GetRequiredService<OneVisitStorage>();
        var (cabinet, journal, matters, supervision) = (
            services.GetRequiredService<CaseCabinet>(), services.GetRequiredService<CaseJournal>(), services.GetRequiredService<MatterCabinet>(), services.GetRequiredService<SupervisionJournal>());
        Cases = await AllAsync(await HeadsAsync(storage, Names.Journal, stop), caseId => CaseAsync(caseId, journal, cabinet, stop), stop);
        var ids = await HeadsAsync(storage, Names.Matters, stop);
        Matters = await AllAsync(ids.Where(MatterNumber.IsMatter), id => MatterAsync(id, supervision, matters, stop), stop);
        var draws = services.GetRequiredService<Draws>();
        Draws = [.. (await AllAsync(ids.Where(MatterNumber.IsDraw), id => draws.FindAsync(id, stop), stop)).OfType<Draw>()];
        var points = services.GetRequiredService<Points>();
        Points = (await AllAsync(People.All.Select(member => member.Posts[0].Office).Where(office => office.StartsWith("township/", StringComparison.Ordinal)).Distinct(), office => points.FindAsync(office, stop), stop))
            .ToDictionary(point => point.Point, StringComparer.Ordinal);
        Projections = await RowsAsync<CaseProjection>(storage, Names.Cases, null, stop);
        Work = await RowsAsync<WorkItem>(storage, Names.Work, null, stop);
        Board = await RowsAsync<PostedNotice>(storage, Names.Board, "PartitionKey ge 'township!' and PartitionKey lt 'township~'", stop);
        Register = await RowsAsync<RegisteredCase>(storage, Names.Oversight, "PartitionKey ge 'register!' and PartitionKey lt 'register~'", stop);
    }

    private static async Task<CaseBook> CaseAsync(string caseId, CaseJournal journal, CaseCabinet cabinet, CancellationToken stop)
    {
        try
        {
            var read = await journal.ReadAsync(caseId, stop);
            return new CaseBook(caseId, read.Verify(), await cabinet.FileOfAsync(read.Entries, read.Key, stop));
        }
        catch (Exception unreadable) when (unreadable is JournalDamagedException or InvalidDataException)
        {
            return new CaseBook(caseId, new ChainReading.Broken((unreadable as JournalDamagedException)?.Sequence ?? 1, ChainFault.Changed), null);
        }
    }

    private static async Task<MatterBook> MatterAsync(string id, SupervisionJournal journal, MatterCabinet matters, CancellationToken stop)
    {
        try
        {
            return new MatterBook(id, JournalChain.Verify(id, await journal.ReadAsync(id, stop)), await matters.FindAsync(id, stop));
        }
        catch (Exception unreadable) when (unreadable is JournalDamagedException or InvalidDataException)
        {
            return new MatterBook(id, new ChainReading.Broken(1, ChainFault.Changed), null);
        }
    }

    private static async Task<T[]> AllAsync<T>(IEnumerable<string> ids, Func<string, Task<T>> read, CancellationToken stop)
    {
        var all = ids.Order(StringComparer.Ordinal).ToArray();
        var found = new T[all.Length];
        await Parallel.ForAsync(0, all.Length, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (i, _) => found[i] = await read(all[i]));
        return found;
    }

    private static async Task<IReadOnlyList<string>> HeadsAsync(OneVisitStorage storage, string table, CancellationToken stop)
    {
        var ids = new List<string>();
        await foreach (var row in storage.Table(table).QueryAsync<TableEntity>("RowKey eq 'head'", select: ["PartitionKey"], cancellationToken: stop))
            ids.Add(row.PartitionKey);
        return ids;
    }

    private static async Task<IReadOnlyList<T>> RowsAsync<T>(OneVisitStorage storage, string table, string? filter, CancellationToken stop)
    {
        var records = new List<T>();
        await foreach (var row in storage.Table(table).QueryAsync<TableEntity>(filter, cancellationToken: stop))
            records.Add(Records.Of<T>(row));
        return records;
    }
}
