using System.Net;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Retention;
using OneVisit.Functions.Tests.Oversight;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Retention;

/// <summary>Tables that are filled from last night's copy bring back what was erased since. It is erased again before anybody opens.</summary>
public sealed class RestoreTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    [Fact]
    public async Task What_was_erased_after_the_copy_is_erased_again_and_once()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await ErasureTests.RefusedAsync(office);
        var complaint = await ErasureTests.AnsweredComplaintAsync(office);
        var copy = await CopyAsync(office);
        await ErasureTests.NightAsync(office, years: 11);
        await FillAsync(office, copy);

        using var back = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}", Town.Officer);
        var again = await AgainAsync(office);
        using var gone = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}", Town.Officer);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (back.StatusCode, gone.StatusCode));
        Assert.Equal(new ErasedAgainView(2, 0), again);
        Assert.Equal(new ErasedAgainView(0, 0), await AgainAsync(office));
        foreach (var journal in (string[])[journey.CaseId, complaint])
        {
            Assert.True((await office.Services.GetRequiredService<JournalKeys>().FindAsync(journal))!.IsDestroyed);
            Assert.Null((await office.GetAsync<JournalCheck>("audit/" + journal, Town.Reviewer)).Finding is { Fault: "changed" } changed ? changed : null);
        }
    }

    [Fact]
    public async Task Nobody_has_to_ask_the_next_night_does_it_by_itself()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await ErasureTests.RefusedAsync(office);
        await ErasureTests.NightAsync(office, years: 9, days: 360);
        var copy = await CopyAsync(office);
        await ErasureTests.NightAsync(office, years: 0, days: 10);
        await FillAsync(office, copy);

        await ErasureTests.NightAsync(office, years: 0, days: 1);

        Assert.True((await office.Services.GetRequiredService<JournalKeys>().FindAsync(journey.CaseId))!.IsDestroyed);
        Assert.Equal(new ErasedAgainView(0, 0), await AgainAsync(office));
    }

    [Fact]
    public async Task What_is_held_since_it_came_back_is_left()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await ErasureTests.RefusedAsync(office);
        var copy = await CopyAsync(office);
        await ErasureTests.NightAsync(office, years: 11);
        await FillAsync(office, copy);
        await HoldTests.PlaceAsync(office, new PlaceHold(journey.CaseId, null, "新泰市人民法院", "案件还在审理"));

        Assert.Equal(new ErasedAgainView(0, 1), await AgainAsync(office));
        Assert.Equal(journey.CaseId, (await journey.SeeAsync()).CaseId);
    }

    [Fact]
    public async Task The_ledger_says_what_was_erased_and_nothing_of_whom()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await ErasureTests.RefusedAsync(office);
        await ErasureTests.NightAsync(office, years: 11);
        var ledger = office.Services.GetRequiredService<ErasureLedger>();

        var month = Assert.Single(await ledger.MonthsAsync());
        Assert.Equal((journey.CaseId, "case-other"), Assert.Single((await ledger.ListAsync(month)).Things) is { } line ? (line.Id, line.Rule) : default);
        Assert.Empty(await ledger.MonthsAsync(month.AddMonths(1)));
    }

    [Fact]
    public async Task A_line_that_cannot_be_read_is_told_of_and_hides_no_other()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await ErasureTests.RefusedAsync(office);
        var copy = await CopyAsync(office);
        await ErasureTests.NightAsync(office, years: 11);
        await FillAsync(office, copy);
        using var broken = new MemoryStream("{\"id\":\"XT26\n{}\nnull\n"u8.ToArray());
        await (await LedgerAsync(office)).AppendBlockAsync(broken);

        Assert.Equal(new ErasedAgainView(1, 0), await AgainAsync(office));
        Assert.True((await office.Services.GetRequiredService<JournalKeys>().FindAsync(journey.CaseId))!.IsDestroyed);
        Assert.Contains(office.Logs.Lines, line => line.Contains("3 lines of what was erased", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_erased_before_there_was_a_ledger_is_in_it_after_the_next_night_and_once()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await ErasureTests.RefusedAsync(office);
        await ErasureTests.NightAsync(office, years: 11);
        await (await LedgerAsync(office)).DeleteAsync();

        await ErasureTests.NightAsync(office, years: 0, days: 1);
        await ErasureTests.NightAsync(office, years: 0, days: 1);
        var lines = (await (await LedgerAsync(office)).DownloadContentAsync()).Value.Content.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Contains(journey.CaseId, Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erasure_that_broke_off_and_is_finished_months_later_is_of_the_day_on_which_its_journal_says_so()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await ErasureTests.RefusedAsync(office);
        var (journal, day) = (office.Services.GetRequiredService<CaseJournal>(), BeijingTime.DayOf(office.Clock.GetUtcNow()));
        var read = await journal.ReadAsync(journey.CaseId);
        await journal.AppendAsync(read, [new Erased("case-other", read.Version)], Actor.System, office.Clock.GetUtcNow());
        office.Clock.MoveTo(office.Clock.GetUtcNow().AddDays(40));

        await office.Services.GetRequiredService<CaseErasure>().GoOnAsync(journey.CaseId, office.Host.Engine.Client, CancellationToken.None);

        Assert.Equal([new ErasedThing(journey.CaseId, "case-other", day)], await office.Services.GetRequiredService<RetentionBook>().ErasedAsync(day));
        Assert.Equal(day, Assert.Single((await office.Services.GetRequiredService<ErasureLedger>().ListAsync(day)).Things).On);
    }

    [Theory]
    [InlineData(Town.Officer)]
    [InlineData(Town.Resident)]
    public async Task Only_the_citys_reviewers_ask_for_it(string who)
    {
        await using var office = await Office.OpenAsync(azurite);
        using var answer = await office.SendAsync(HttpMethod.Post, Routes.EraseAgain, who);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static async Task<AppendBlobClient> LedgerAsync(Office office)
    {
        var month = Assert.Single(await office.Services.GetRequiredService<ErasureLedger>().MonthsAsync());
        return office.Services.GetRequiredService<OneVisitStorage>().Container("audit").GetAppendBlobClient($"erased/{month:yyyy-MM}.ndjson");
    }

    private static async Task<ErasedAgainView> AgainAsync(Office office)
    {
        using var answer = await office.SendAsync(HttpMethod.Post, Routes.EraseAgain, Town.Reviewer);
        return await Office.ReadAsync<ErasedAgainView>(answer);
    }

    private static async Task<Dictionary<string, string>> CopyAsync(Office office)
    {
        var copies = new TableCopies(office.Services.GetRequiredService<OneVisitStorage>());
        var copy = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in copies.Tables)
        {
            using var text = new StringWriter();
            await copies.WriteAsync(table, text);
            copy[table] = text.ToString();
        }
        return copy;
    }

    private async Task FillAsync(Office office, Dictionary<string, string> copy)
    {
        var copies = new TableCopies(office.Services.GetRequiredService<OneVisitStorage>());
        foreach (var (table, text) in copy)
        {
            var rows = new TableServiceClient(azurite.ConnectionString).GetTableClient(office.Prefix + table);
            await foreach (var row in rows.QueryAsync<TableEntity>())
                await rows.DeleteEntityAsync(row.PartitionKey, row.RowKey);
            await copies.FillAsync(table, new StringReader(text));
            // This night's work is done: nothing is erased by the office's own clock.
            var (book, today) = (office.Services.GetRequiredService<RetentionBook>(), BeijingTime.DayOf(office.Clock.GetUtcNow()));
            if (table == "Oversight")
                await book.TryPutRoundAsync(await book.RoundAsync(), new ErasingRound(today, 0, IsDone: true));
        }
    }
}
