using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Domain.Cases;
using OneVisit.Local.Year;
using OneVisit.Local.Year.Books;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Year;

/// <summary>A city of computed people on the real back office; what must hold in its books is looked up in its store.</summary>
[Collection(SmallYearCollection.Name)]
public sealed class SimulatedYearTests(SmallYear small, AzuriteFixture azurite) : IClassFixture<SmallYear>
{
    [Fact]
    public async Task Everything_that_must_hold_holds_after_a_quarter() => Assert.True(await small.BrokenAsync() is [], string.Join('\n', await small.BrokenAsync()));

    [Fact]
    public async Task The_quarter_has_cases_that_were_late_decided_rated_and_reviewed()
    {
        var books = await small.Year.BooksAsync(CancellationToken.None);
        var events = books.Files.SelectMany(file => file.Entries).Select(entry => entry.Event).ToArray();

        Assert.Equal(60, books.Cases.Count);
        Type[] wanted = [typeof(Decided), typeof(Delivered), typeof(Filed), typeof(Rated), typeof(FileReviewed), typeof(Reminded), typeof(Escalated), typeof(PublicNoticeEnded), typeof(MandateGranted)];
        Assert.Empty(wanted.Except(events.Select(happened => happened.GetType())).Select(missing => missing.Name));
        Assert.Contains(events.OfType<TaskDone>(), done => done.Act is TaskAct.HandedOver);
    }

    [Fact]
    public async Task Days_of_the_next_year_became_firm_when_its_holidays_came_out()
    {
        var books = await small.Year.BooksAsync(CancellationToken.None);

        Assert.Contains(books.Files.SelectMany(file => file.Entries), entry => entry.Event is LimitsRecomputed { Cause: RecomputeCauses.Calendar });
    }

    [Fact]
    public async Task A_journal_that_was_tampered_with_is_named()
    {
        await using var changed = await ChangeAsync("Journal", row => row.RowKey == "00000002", row => row["Name"] = "somebody else");

        Assert.Contains(await small.BrokenAsync(), broken => broken.StartsWith("Every journal chain verifies: " + changed.Row.PartitionKey, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_line_that_is_missing_from_an_offices_list_of_work_is_named()
    {
        await using var changed = await ChangeAsync("Work", _ => true, change: null);

        Assert.Contains(await small.BrokenAsync(), broken => broken.StartsWith("The lists of work are the open tasks: only the journals say", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_projection_that_is_not_the_fold_is_named()
    {
        await using var changed = await ChangeAsync("Cases", _ => true, row => row["Record"] = row.GetString("Record").Replace("\"version\":", "\"version\":9", StringComparison.Ordinal));

        Assert.Contains(await small.BrokenAsync(), broken => broken.StartsWith("Projections equal folds: only the journals say", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_case_that_vanished_is_named()
    {
        await using var changed = await ChangeAsync("Journal", row => row.RowKey == "head", change: null);

        Assert.Contains(await small.BrokenAsync(), broken => broken.StartsWith($"No case is lost, doubled or nobody's: {changed.Row.PartitionKey}: promised", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_decision_that_the_matrix_does_not_cover_is_named()
    {
        await using var changed = await ChangeAsync(
            "Matters", row => row.PartitionKey.StartsWith("SQ-", StringComparison.Ordinal) && row.RowKey == "00000001",
            row => row["Body"] = row.GetString("Body").Replace("-01\"", "-02\"", StringComparison.Ordinal));

        Assert.Contains(await small.BrokenAsync(), broken => broken.StartsWith("Every decision of a point is within its line of the authority matrix", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_year() => Assert.Equal(await ReportAsync(), await ReportAsync());

    private async Task<string> ReportAsync()
    {
        var options = new YearOptions { Cases = 10, Points = 1, Days = 30, Seed = 3 };
        await using var year = await SimulatedYear.OpenAsync(options, azurite.ConnectionString, azurite.UniquePrefix(), CancellationToken.None);
        await year.RunAsync((_, _) => { }, CancellationToken.None);
        return new YearReport(await year.BooksAsync(CancellationToken.None)).Write(withMachine: false);
    }

    private async Task<Changed> ChangeAsync(string table, Func<TableEntity, bool> which, Action<TableEntity>? change)
    {
        var options = small.Year.City.Services.GetRequiredService<BackOfficeSettings>().Storage;
        var client = new TableClient(options.ConnectionString, options.Prefix + table);
        var row = await FirstAsync(client, which);
        if (change is null)
        {
            await client.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All);
            return new Changed(client, row);
        }
        var other = new TableEntity(row);
        change(other);
        await client.UpsertEntityAsync(other, TableUpdateMode.Replace);
        return new Changed(client, row);
    }

    private static async Task<TableEntity> FirstAsync(TableClient client, Func<TableEntity, bool> which)
    {
        await foreach (var row in client.QueryAsync<TableEntity>())
        {
            if (which(row))
                return row;
        }
        throw new InvalidOperationException("There is no such row.");
    }

    /// <summary>A row that is put back as it was.</summary>
    private sealed record Changed(TableClient Client, TableEntity Row) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Client.UpsertEntityAsync(Row, TableUpdateMode.Replace);
    }
}
