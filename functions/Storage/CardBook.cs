using Azure.Data.Tables;

namespace OneVisit.Storage;

/// <summary>Where the cards of a task lie in a conversation, so that they can be updated in place.</summary>
/// <param name="Participant">Whose conversation it is.</param>
/// <param name="TaskId">Task the card is for.</param>
/// <param name="ActivityId">The newest card.</param>
public sealed record CardPlace(string Participant, string CaseId, string TaskId, string ConversationId, string ActivityId)
{
    /// <summary>How many cards of one task are kept up to date in a conversation, the newest of them counted.</summary>
    public const int Kept = 5;

    /// <summary>Earlier cards of the same task in the same conversation, the newest first; <c>null</c>: there are none.</summary>
    public IReadOnlyList<string>? Earlier { get; init; }

    /// <summary>With the cards that lay there before and still are before somebody's eyes.</summary>
    public CardPlace After(CardPlace? before) => before?.ConversationId != ConversationId
        ? this
        : this with { Earlier = [.. (before.Earlier ?? []).Prepend(before.ActivityId).Where(id => id != ActivityId).Take(Kept - 1)] };
}

/// <summary>Table <c>Cards</c>: cards by participant and task.</summary>
public sealed class CardBook(OneVisitStorage storage)
{
    private readonly TableClient table = storage.Table(Names.Cards);

    /// <summary>Notes where a card lies, and with it what lies there from before.</summary>
    public Task PutAsync(CardPlace place, CancellationToken cancellation = default) => table.UpsertEntityAsync(
        Records.RowOf(OfPerson(place.Participant), OfTask(place.CaseId, place.TaskId), place), TableUpdateMode.Replace, cancellation);

    public async Task<CardPlace?> FindAsync(string participant, string caseId, string taskId, CancellationToken cancellation = default)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(OfPerson(participant), OfTask(caseId, taskId), cancellationToken: cancellation);
        return row.HasValue ? Records.Of<CardPlace>(row.Value!) : null;
    }

    /// <summary>Deletes places of cards noted before an instant, at most so many: what lies so long ago in a conversation is not updated any more.</summary>
    /// <returns>How many went.</returns>
    public Task<int> EraseAsync(DateTimeOffset before, int most, CancellationToken cancellation = default) =>
        OldRows.DeleteAsync(table, TableClient.CreateQueryFilter($"Timestamp lt {before}"), most, cancellation);

    private static string OfPerson(string participant) => Keys.Of("person", participant);

    private static string OfTask(string caseId, string taskId) => Keys.Of("task", caseId, taskId);
}
