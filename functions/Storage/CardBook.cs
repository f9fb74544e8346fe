using Azure.Data.Tables;

namespace OneVisit.Storage;

/// <summary>Where a card lies in a conversation, so that it can be updated in place.</summary>
/// <param name="Participant">Whose conversation it is.</param>
/// <param name="TaskId">Task the card is for.</param>
public sealed record CardPlace(string Participant, string CaseId, string TaskId, string ConversationId, string ActivityId, string? ServiceUrl = null);

/// <summary>Table <c>Cards</c>: cards by participant, and by task for those who have to be told when it is done.</summary>
public sealed class CardBook(OneVisitStorage storage)
{
    private readonly TableClient table = storage.Table(Names.Cards);

    /// <summary>Notes where a card lies; the newest card of a participant for a task counts.</summary>
    public async Task PutAsync(CardPlace place, CancellationToken cancellation = default)
    {
        await table.UpsertEntityAsync(Records.RowOf(OfPerson(place.Participant), OfTask(place.CaseId, place.TaskId), place), TableUpdateMode.Replace, cancellation);
        await table.UpsertEntityAsync(Records.RowOf(OfTask(place.CaseId, place.TaskId), OfPerson(place.Participant), place), TableUpdateMode.Replace, cancellation);
    }

    public async Task<CardPlace?> FindAsync(string participant, string caseId, string taskId, CancellationToken cancellation = default)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(OfPerson(participant), OfTask(caseId, taskId), cancellationToken: cancellation);
        return row.HasValue ? Records.Of<CardPlace>(row.Value!) : null;
    }

    /// <summary>Everybody's card of one task.</summary>
    public Task<IReadOnlyList<CardPlace>> ListOfTaskAsync(string caseId, string taskId, CancellationToken cancellation = default) => ListAsync(OfTask(caseId, taskId), cancellation);

    /// <summary>Every card that a participant got.</summary>
    public Task<IReadOnlyList<CardPlace>> ListOfParticipantAsync(string participant, CancellationToken cancellation = default) => ListAsync(OfPerson(participant), cancellation);

    private async Task<IReadOnlyList<CardPlace>> ListAsync(string partition, CancellationToken cancellation)
    {
        var places = new List<CardPlace>();
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == partition, cancellationToken: cancellation))
            places.Add(Records.Of<CardPlace>(row));
        return places;
    }

    private static string OfPerson(string participant) => Keys.Of("person", participant);

    private static string OfTask(string caseId, string taskId) => Keys.Of("task", caseId, taskId);
}
