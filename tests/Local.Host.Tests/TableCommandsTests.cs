using System.Text.RegularExpressions;
using Azure.Data.Tables;
using OneVisit.Local.Azurite;

namespace OneVisit.Local.Host.Tests;

public sealed class TableCommandsTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("onevisit-copies-");
    private AzuriteProcess _azurite = null!;

    public async Task InitializeAsync()
    {
        await NpmPackages.EnsureInstalledAsync(Console.WriteLine);
        _azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(Path.Combine(_folder.FullName, "azurite"), 0, 0, 0));
    }

    [Fact]
    public async Task A_city_whose_tables_were_deleted_is_filled_again_from_the_copies()
    {
        var journal = new TableClient(_azurite.ConnectionString, "Journal");
        await journal.CreateAsync();
        await journal.AddEntityAsync(new TableEntity("XT261124-KQ7M2A", "0001") { ["event"] = "提交" });
        var copies = Path.Combine(_folder.FullName, "copies");

        var copied = await RunAsync(TableCommands.Copy, copies);
        await journal.DeleteAsync();
        var filled = await RunAsync(TableCommands.Fill, copies);

        Assert.Contains("Journal: 1 rows", copied, StringComparison.Ordinal);
        Assert.Contains("Journal: 1 rows", filled, StringComparison.Ordinal);
        Assert.Equal("提交", (await journal.GetEntityAsync<TableEntity>("XT261124-KQ7M2A", "0001")).Value["event"]);
    }

    [Fact]
    public async Task Without_a_folder_it_says_what_is_missing() =>
        Assert.Contains("folder", (await Assert.ThrowsAsync<LocalSetupException>(() => TableCommands.RunAsync(TableCommands.Copy, [], TextWriter.Null))).Message, StringComparison.Ordinal);

    public async Task DisposeAsync()
    {
        await _azurite.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task<string> RunAsync(string command, string folder)
    {
        var output = new StringWriter();
        string Port(string service) => Regex.Match(_azurite.ConnectionString, service + "Endpoint=http://127.0.0.1:(?<port>[0-9]+)/").Groups["port"].Value;
        await TableCommands.RunAsync(command, [folder, "--blob-port", Port("Blob"), "--queue-port", Port("Queue"), "--table-port", Port("Table")], output);
        return output.ToString();
    }
}
