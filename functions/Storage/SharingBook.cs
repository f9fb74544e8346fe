using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using OneVisit.Domain.Calendars;

namespace OneVisit.Storage;

/// <summary>A look-up as it is written down: who asked, about whom (a keyed hash, never the number), why, on which basis, for which fields, and whether an answer came.</summary>
/// <param name="About">Number of the case, or the submission id of an application that has none yet.</param>
/// <param name="By">Participant for whom it was asked, or <c>system</c>.</param>
/// <param name="Answer"><c>asked</c>: nobody wrote what came; <c>answered</c> or <c>unknown</c>; <c>yes</c>, <c>no</c> or <c>value</c> in rows from when the kind of answer stood here.</param>
/// <param name="Reason">Why it is not known.</param>
/// <param name="AsOf">The day of which the registry speaks.</param>
public sealed record LoggedLookUp(
    string Id, DateTimeOffset At, string By, string Purpose, string About, string Question, string Registry, string Basis, IReadOnlyList<string> Fields, string PersonHash,
    string Answer = LoggedLookUp.Asked, string? Reason = null, DateOnly? AsOf = null)
{
    public const string Asked = "asked";
    public const string Answered = "answered";
}

/// <summary>A case of which registries still owe an answer.</summary>
/// <param name="Tries">How often they were asked.</param>
/// <param name="NextAt">When they are asked again.</param>
public sealed record AwaitedAnswers(string CaseId, int Tries, DateTimeOffset NextAt);

/// <summary>Table <c>Sharing</c>: every look-up by month, and the cases that wait for answers.</summary>
public sealed class SharingBook(OneVisitStorage storage)
{
    private const string Awaited = "awaited";
    private const string NextAt = "NextAt";
    private const string Person = "Person";
    private readonly TableClient table = storage.Table(Names.Sharing);

    /// <summary>Writes look-ups of one moment, all or none; written again they take their own place.</summary>
    public Task WriteAsync(IReadOnlyCollection<LoggedLookUp> lookUps, CancellationToken cancellation = default) => table.SubmitTransactionAsync(
        lookUps.Select(lookUp => new TableTransactionAction(TableTransactionActionType.UpsertReplace, LineOf(lookUp))), cancellation);

    /// <summary>Deletes what was looked up in months that ended before a day, at most so many.</summary>
    /// <returns>How many went.</returns>
    public Task<int> EraseAsync(DateOnly before, int most, CancellationToken cancellation = default)
    {
        var (from, to) = (Keys.Of("look-ups") + "!", PartitionOf(before));
        return OldRows.DeleteAsync(table, TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to}"), most, cancellation);
    }

    /// <summary>What registries were asked about somebody, in order.</summary>
    /// <param name="from">Any day of the first month that is looked at.</param>
    /// <param name="to">Any day of the last.</param>
    public async IAsyncEnumerable<LoggedLookUp> AboutAsync(string personHash, DateOnly from, DateOnly to, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {PartitionOf(from)} and PartitionKey le {PartitionOf(to)} and Person eq {personHash}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            yield return Records.Of<LoggedLookUp>(row);
    }

    /// <summary>The look-ups of a month in their order.</summary>
    /// <param name="month">Any day of it, in Beijing.</param>
    public IAsyncEnumerable<LoggedLookUp> MonthAsync(DateOnly month, CancellationToken cancellation = default) => Records.AllAsync<LoggedLookUp>(table, PartitionOf(month), cancellation);

    public Task AwaitAsync(AwaitedAnswers awaited, CancellationToken cancellation = default)
    {
        var row = Records.RowOf(Awaited, Keys.Of(awaited.CaseId), awaited);
        row[NextAt] = awaited.NextAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        return table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    public Task StopAwaitingAsync(string caseId, CancellationToken cancellation = default) => table.DeleteEntityAsync(Awaited, Keys.Of(caseId), Azure.ETag.All, cancellation);

    /// <summary>Cases whose registries are to be asked again by then, at most so many.</summary>
    public async Task<IReadOnlyList<AwaitedAnswers>> AwaitedAsync(DateTimeOffset by, int most, CancellationToken cancellation = default)
    {
        var until = by.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        var cases = new List<AwaitedAnswers>();
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Awaited} and NextAt le {until}"), cancellationToken: cancellation))
        {
            cases.Add(Records.Of<AwaitedAnswers>(row));
            if (cases.Count == most)
                break;
        }
        return cases;
    }

    private static TableEntity LineOf(LoggedLookUp lookUp)
    {
        var row = Records.RowOf(PartitionOf(BeijingTime.DayOf(lookUp.At)), RowOf(lookUp), lookUp);
        row[Person] = lookUp.PersonHash;
        return row;
    }

    private static string PartitionOf(DateOnly day) => Keys.OfMonth("look-ups", day);

    private static string RowOf(LoggedLookUp lookUp) => Keys.Of(lookUp.At.UtcDateTime.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture), lookUp.Id);
}
