using Azure;
using Azure.Data.Tables;
using OneVisit.Support;

namespace OneVisit.Local.Azurite.Tests;

/// <summary>A disk that is full, and has room again: what was refused may be there or not, what was answered is.</summary>
public sealed class FullDiskTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private AzuriteProcess _azurite = null!;

    public async Task InitializeAsync()
    {
        await NpmPackages.EnsureInstalledAsync(Console.WriteLine);
        _azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(_folder.Path, 0, 0, 0));
    }

    [Fact]
    public async Task What_is_answered_after_there_is_room_again_survives_a_kill()
    {
        var table = await TableAsync();
        await table.AddEntityAsync(new TableEntity("row", "before"));
        await using (await FullDisk.ForAsync(_azurite.ProcessId, LogLength() + 100))
            await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("row", "refused")));
        await table.AddEntityAsync(new TableEntity("row", "after"));

        await _azurite.KillAsync();
        await _azurite.RestartAsync();

        Assert.Equal(["after", "before"], table.Query<TableEntity>("PartitionKey eq 'row'").Select(row => row.RowKey).Except(["refused"]));
    }

    [Fact]
    public async Task A_transaction_cut_off_while_it_was_being_written_is_not_there_at_all()
    {
        var table = await TableAsync();
        var before = LogLength();
        await table.SubmitTransactionAsync(Enumerable.Range(1, 5).Select(n => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("batch", $"{n}"))));
        await _azurite.KillAsync();
        await using (var log = new FileStream(Log(), FileMode.Open)) log.SetLength((before + log.Length) / 2);

        await _azurite.RestartAsync();

        Assert.Empty(table.Query<TableEntity>("PartitionKey eq 'batch'"));
    }

    public async Task DisposeAsync()
    {
        await _azurite.DisposeAsync();
        _folder.Dispose();
    }

    private string Log() => Directory.GetFiles(_folder.Path, "__azurite_db_table__.json.log-*").Order().Last();

    private long LogLength() => new FileInfo(Log()).Length;

    private async Task<TableClient> TableAsync()
    {
        var options = new TableClientOptions();
        options.Retry.MaxRetries = 0;
        var table = new TableClient(_azurite.ConnectionString, "full", options);
        await table.CreateAsync();
        return table;
    }
}
