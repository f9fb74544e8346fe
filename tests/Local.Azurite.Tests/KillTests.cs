using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using OneVisit.Support;

namespace OneVisit.Local.Azurite.Tests;

/// <summary>Whatever Azurite has answered is still there after it was killed the hard way.</summary>
public sealed class KillTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task A_row_that_was_answered_survives_a_kill()
    {
        var table = await TableAsync();
        await table.AddEntityAsync(new TableEntity("case", "1") { ["Word"] = "低保" });

        await KillAndRestartAsync();

        Assert.Equal("低保", (await table.GetEntityAsync<TableEntity>("case", "1")).Value.GetString("Word"));
    }

    [Fact]
    public async Task A_changed_row_is_found_changed_and_a_deleted_one_stays_deleted()
    {
        var table = await TableAsync();
        await table.AddEntityAsync(new TableEntity("case", "changed") { ["N"] = 1 });
        await table.AddEntityAsync(new TableEntity("case", "deleted") { ["N"] = 1 });
        await table.UpsertEntityAsync(new TableEntity("case", "changed") { ["N"] = 2 }, TableUpdateMode.Replace);
        await table.DeleteEntityAsync("case", "deleted");

        await KillAndRestartAsync();

        Assert.Equal(["changed=2"], table.Query<TableEntity>("PartitionKey eq 'case'").Select(row => $"{row.RowKey}={row.GetInt32("N")}"));
    }

    [Fact]
    public async Task Rows_written_after_a_restart_survive_the_next_kill_too()
    {
        var table = await TableAsync();
        for (var round = 1; round <= 3; round++)
        {
            await table.AddEntityAsync(new TableEntity("round", $"{round}"));
            await KillAndRestartAsync();
        }

        Assert.Equal(3, table.Query<TableEntity>("PartitionKey eq 'round'").Count());
    }

    [Fact]
    public async Task A_transaction_survives_whole()
    {
        var table = await TableAsync();
        await table.SubmitTransactionAsync(Enumerable.Range(1, 5).Select(n => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("batch", $"{n}"))));

        await KillAndRestartAsync();

        Assert.Equal(5, table.Query<TableEntity>("PartitionKey eq 'batch'").Count());
    }

    [Fact]
    public async Task What_a_refused_transaction_took_back_does_not_come_back()
    {
        var table = await TableAsync();
        await table.AddEntityAsync(new TableEntity("refused", "kept") { ["N"] = 1 });
        Task RefusedAsync() => Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.UpsertReplace, new TableEntity("refused", "new") { ["N"] = 1 }),
            new(TableTransactionActionType.UpdateReplace, new TableEntity("refused", "kept") { ["N"] = 2, ETag = Azure.ETag.All }),
            new(TableTransactionActionType.Delete, new TableEntity("refused", "missing") { ETag = Azure.ETag.All }),
        ]));
        await RefusedAsync();

        await KillAndRestartAsync();
        await RefusedAsync();

        Assert.Equal(["kept=1"], table.Query<TableEntity>("PartitionKey eq 'refused'").Select(row => $"{row.RowKey}={row.GetInt32("N")}"));
    }

    [Fact]
    public async Task A_blob_survives_with_its_bytes()
    {
        var container = new BlobContainerClient(azurite.ConnectionString, azurite.UniquePrefix());
        await container.CreateAsync();
        await container.UploadBlobAsync("letter", BinaryData.FromString("决定书"));

        await KillAndRestartAsync();

        Assert.Equal("决定书", (await container.GetBlobClient("letter").DownloadContentAsync()).Value.Content.ToString());
    }

    [Fact]
    public async Task A_queued_message_survives_and_a_taken_one_is_gone()
    {
        var queue = new QueueClient(azurite.ConnectionString, azurite.UniquePrefix());
        await queue.CreateAsync();
        await queue.SendMessageAsync("first");
        await queue.SendMessageAsync("second");
        var first = (await queue.ReceiveMessageAsync()).Value;
        await queue.DeleteMessageAsync(first.MessageId, first.PopReceipt);

        await KillAndRestartAsync();

        Assert.Equal(["second"], (await queue.ReceiveMessagesAsync(10)).Value.Select(message => message.Body.ToString()));
    }

    private async Task<TableClient> TableAsync()
    {
        var table = new TableClient(azurite.ConnectionString, azurite.UniquePrefix());
        await table.CreateAsync();
        return table;
    }

    private async Task KillAndRestartAsync()
    {
        await azurite.Process.KillAsync();
        await azurite.Process.RestartAsync();
    }
}
