using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using OneVisit.Contracts;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Cases;

public sealed class PersonalDataTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task Nowhere_is_a_person_kept_or_logged_in_clear()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        using var wrong = await office.SendAsync(
            HttpMethod.Post, Routes.Cases, Town.Resident, Applications.Ordinary() with { Applicant = new(Applications.Name, "370982197001010017", Applications.Phone, Town.Village) });
        await journey.ToDecisionAsync();

        var everything = string.Join('\n', (string[])[.. office.Logs.Lines, .. await TablesAsync(), .. await BlobNamesAsync(), .. await QueuesAsync(), await ProcessAsync(office)]);

        Assert.Contains(journey.CaseId, everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Applications.IdNumber, everything, StringComparison.Ordinal);
        Assert.DoesNotContain("370982197001010017", everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Applications.Phone, everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Applications.Name, everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_lines_about_a_case_carry_its_number()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        await journey.CollectAsync();

        Assert.Contains(office.Logs.Lines, line => line.Contains($"[CaseId, {journey.CaseId}]", StringComparison.Ordinal) && line.Contains("collected", StringComparison.Ordinal));
    }

    private async Task<List<string>> TablesAsync()
    {
        var service = new TableServiceClient(azurite.ConnectionString);
        var found = new List<string>();
        await foreach (var table in service.QueryAsync())
        {
            await foreach (var row in service.GetTableClient(table.Name).QueryAsync<TableEntity>())
                found.Add(string.Join(' ', row.Select(column => $"{column.Key}={column.Value}")));
        }
        return found;
    }

    private async Task<List<string>> BlobNamesAsync()
    {
        var service = new BlobServiceClient(azurite.ConnectionString);
        var found = new List<string>();
        await foreach (var container in service.GetBlobContainersAsync())
        {
            await foreach (var blob in service.GetBlobContainerClient(container.Name).GetBlobsAsync())
                found.Add(blob.Name);
        }
        return found;
    }

    private async Task<List<string>> QueuesAsync()
    {
        var service = new QueueServiceClient(azurite.ConnectionString, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        var found = new List<string>();
        await foreach (var queue in service.GetQueuesAsync())
        {
            foreach (var message in (await service.GetQueueClient(queue.Name).PeekMessagesAsync(32)).Value)
                found.Add(message.Body.ToString());
        }
        return found;
    }

    // The process's own file as it lies on the disk, its log beside it included.
    private static async Task<string> ProcessAsync(Office office)
    {
        var bytes = new StringBuilder();
        foreach (var file in Directory.GetFiles(office.Folder, "process.db*").Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            bytes.Append(await reader.ReadToEndAsync());
        }
        return bytes.ToString();
    }
}
