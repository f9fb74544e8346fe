using Azure.Data.Tables;

namespace OneVisit.Storage;

/// <summary>Where a card lies in a conversation, so that it can be updated in place.</summary>
/// <param name="Participant">Whose conversation it is.</param>
/// <param name="TaskId">Task the card is for.</param>
public sealed record CardPlace(string Participant, string CaseId, string TaskId, string ConversationId, string ActivityId);

/// <summary>Table <c>Cards</c>: cards by participant and task.</summary>
public sealed class CardBook(OneVisitStorage storage)
{
    private readonly TableClient table = storage.Table(Names.Cards);

    /// <summary>Notes where a card lies; the newest card of a participant for a task counts.</summary>
    public Task PutAsync(CardPlace place, CancellationToken cancellation = default) => table.UpsertEntityAsync(
        Records.RowOf(OfPerson(place.Participant), OfTask(place.CaseId, place.TaskId), place), TableUpdateMode.Replace, cancellation);

    public async Task<CardPlace?> FindAsync(string participant, string caseId, string taskId, CancellationToken cancellation = default)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(OfPerson(participant), OfTask(caseId, taskId), cancellationToken: cancellation);
        return row.HasValue ? Records.Of<CardPlace>(row.Value!) : null;
    }

    private static string OfPerson(string participant) => Keys.Of("person", participant);

    private static string OfTask(string caseId, string taskId) => Keys.Of("task", caseId, taskId);
}
