using Azure.Data.Tables;

namespace OneVisit.Storage;

/// <summary>Of whose training it was told that it ends, in table <c>Directory</c>: once for each last day.</summary>
public sealed class TrainingWarnings(OneVisitStorage storage)
{
    private static readonly string Partition = Keys.Of("training-warned");
    private readonly TableClient table = storage.Table(Names.Directory);

    public async Task<bool> IsToldAsync(string warning, CancellationToken cancellation = default) =>
        (await table.GetEntityIfExistsAsync<TableEntity>(Partition, Keys.Of(warning), cancellationToken: cancellation)).HasValue;

    public Task NoteAsync(string warning, CancellationToken cancellation = default) =>
        table.UpsertEntityAsync(new TableEntity(Partition, Keys.Of(warning)), TableUpdateMode.Replace, cancellation);
}
