using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Local.Year.Releases;

/// <summary>A journal as a release wrote it, with what that release made of it.</summary>
public sealed record RecordedJournal(string CaseId, IReadOnlyList<RecordedEntry> Entries, IReadOnlyDictionary<string, string> Told)
{
    /// <summary>Told as whoever reads the recording has it: words stay sealed in it, as in the table.</summary>
    public static RecordedJournal Of(Case current, ImmutableArray<Entry> entries)
    {
        RecordedEntry[] recorded = [.. entries.Select(RecordedEntry.Of)];
        return new(current.CaseId, recorded, Tell(Case.Of([.. recorded.Select((entry, i) => entry.Read(i + 1))])));
    }

    /// <summary>The entries as today's program reads them.</summary>
    public ImmutableArray<Entry> Read() => [.. Entries.Select((entry, i) => entry.Read(i + 1))];

    /// <summary>What a case is, in words that any later release must still find in the same journal.</summary>
    public static IReadOnlyDictionary<string, string> Tell(Case current)
    {
        var told = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["version"] = current.Version.ToString(CultureInfo.InvariantCulture),
            ["status"] = current.Status.Code(),
            ["round"] = current.Round.ToString(CultureInfo.InvariantCulture),
            ["procedure"] = $"{current.Application.Service} {current.Application.ProcedureVersion}",
            ["promise"] = current.Promise is { } promise ? $"{promise.AcceptedOn:yyyy-MM-dd} to {promise.Due.On:yyyy-MM-dd}" : "",
            ["mandate"] = current.Mandate is { } mandate ? $"{mandate.HolderOffice} until {mandate.ExpiresOn:yyyy-MM-dd}, revoked {mandate.RevokedAt:O}" : "",
            ["documents"] = string.Join(' ', current.Documents.Select(document => document.Material)),
            ["notice"] = current.Notice is { } notice ? $"{notice.From:yyyy-MM-dd} to {notice.Until:yyyy-MM-dd}, {notice.Amount}, ended {notice.EndedAt:O}" : "",
            ["decision"] = current.Decision is { } decision ? $"{JsonSerializer.Serialize(decision.Outcome, JournalJson.Options)} by {decision.By.Participant} {decision.At:O}" : "",
            ["delivered, filed, closed"] = $"{current.DeliveredAt:O} {current.FiledAt:O} {current.RegisterNumber} {current.ClosedAt:O}",
            ["rating"] = current.Rating is { } rating ? $"{rating.Stars} {rating.Comment}, excluded {rating.Excluded is not null}, satisfied {rating.Satisfied}" : "",
            ["visits"] = string.Join(' ', current.Visits.Select(visit => visit.TaskId)),
            ["reviews"] = string.Join(' ', current.Reviews.Select(review => $"{review.Matter} {review.Score}")),
            ["asked for, refused"] = $"{current.Requests.Length} {current.RefusedRequests.Length}",
        };
        foreach (var task in current.Tasks)
        {
            told[$"task {task.TaskId}"] = $"{task.Kind.Code()} {task.Role.Code()} {task.Office} due {task.Due.On:yyyy-MM-dd}, "
                + (task.Done is { } done ? $"{done.Act.Name} by {done.By.Participant} {done.At:O}" : "open");
        }
        return told;
    }
}

/// <summary>One entry, as its row had it.</summary>
public sealed record RecordedEntry(DateTimeOffset At, Actor Actor, string Body, string PreviousHash, string Hash)
{
    public static RecordedEntry Of(Entry entry) => new(entry.At, entry.Actor, entry.Body, entry.PreviousHash, entry.Hash);

    public Entry Read(int sequence) => new(sequence, At, Actor, JournalJson.Read(Body), Body, PreviousHash, Hash);
}
