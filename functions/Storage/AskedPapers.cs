using Azure.Data.Tables;
using OneVisit.Domain.Sharing;

namespace OneVisit.Storage;

/// <summary>Papers that were asked for although a registry keeps such records, by the month in which they were, in table <c>Sharing</c>. It can be made anew from the journals.</summary>
public sealed class AskedPapers(OneVisitStorage storage)
{
    private readonly TableClient table = storage.Table(Names.Sharing);

    /// <summary>Entered again a paper stands once, as it is known now.</summary>
    public async Task PutAsync(IEnumerable<AskedPaper> papers, CancellationToken cancellation = default)
    {
        foreach (var ofMonth in papers.GroupBy(paper => PartitionOf(paper.On)))
        {
            await table.SubmitTransactionAsync(
                ofMonth.Select(paper => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Records.RowOf(ofMonth.Key, Keys.Of(paper.CaseId, paper.Material), paper))), cancellation);
        }
    }

    /// <param name="month">Any day of it.</param>
    public IAsyncEnumerable<AskedPaper> MonthAsync(DateOnly month, CancellationToken cancellation = default) => Records.AllAsync<AskedPaper>(table, PartitionOf(month), cancellation);

    private static string PartitionOf(DateOnly day) => Keys.OfMonth("asked", day);
}
