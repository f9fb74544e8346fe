using System.Net;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Audit;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Audit;

/// <summary>What a reviewer looked into, and what stays as it is, cries no more; whatever changes afterwards does.</summary>
public sealed class AcceptedTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const string Reason = "备份恢复时少了一行，已查明";

    [Fact]
    public async Task What_was_accepted_stays_in_the_list_and_is_no_alarm_until_it_changes_again()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await ChangeAsync(office, journey.CaseId, row => row["Name"] = "somebody else");
        var accepted = await AcceptAsync(office, journey.CaseId);
        Assert.Equal((journey.CaseId, 1, "changed", Reason), (accepted.Journal, accepted.Sequence, accepted.Fault, accepted.Reason));

        await NightAsync(office);

        var audit = await office.GetAsync<AuditView>(Routes.Audit, Town.Reviewer);
        Assert.True(Assert.Single(audit.Nights[0].Findings).IsAccepted);
        Assert.Equal(accepted, Assert.Single(audit.Accepted));
        Assert.DoesNotContain(office.Logs.Lines, line => line.Contains($"Journal {journey.CaseId} is not as it was written", StringComparison.Ordinal));

        await ChangeAsync(office, journey.CaseId, row => row["Name"] = "somebody else again");
        await NightAsync(office);
        Assert.False(Assert.Single((await office.GetAsync<AuditView>(Routes.Audit, Town.Reviewer)).Nights[0].Findings).IsAccepted);
        Assert.Contains(office.Logs.Lines, line => line.Contains($"Journal {journey.CaseId} is not as it was written", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_journal_that_was_written_anew_and_accepted_is_anchored_as_it_is_and_watched_from_there()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await NightAsync(office);
        await RewriteAsync(office, journey.CaseId);
        Assert.Equal("not-as-anchored", (await CheckAsync(office, journey.CaseId)).Finding!.Fault);

        await AcceptAsync(office, journey.CaseId);
        Assert.Null((await CheckAsync(office, journey.CaseId)).Finding);
        await NightAsync(office);
        Assert.Empty((await office.GetAsync<AuditView>(Routes.Audit, Town.Reviewer)).Nights[0].Findings);

        // The same once more, a day after it was accepted: what was accepted then is no excuse for it.
        await RewriteAsync(office, journey.CaseId);
        await NightAsync(office);
        Assert.Equal("not-as-anchored", Assert.Single((await office.GetAsync<AuditView>(Routes.Audit, Town.Reviewer)).Nights[0].Findings).Fault);
    }

    [Fact]
    public async Task A_journal_that_is_gone_and_was_accepted_is_missed_no_more()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await NightAsync(office);
        foreach (var row in await RowsAsync(office, journey.CaseId))
            await Table(office).DeleteEntityAsync(row.PartitionKey, row.RowKey);

        var seen = await CheckAsync(office, journey.CaseId);
        Assert.Equal("missing", seen.Finding!.Fault);
        await AcceptAsync(office, journey.CaseId);
        await NightAsync(office);

        Assert.Empty((await office.GetAsync<AuditView>(Routes.Audit, Town.Reviewer)).Nights[0].Findings);
        using var again = await PutAsync(office, journey.CaseId, seen.Stands, Reason);
        Assert.Equal(ProblemCodes.AlreadyDone, (await Office.ProblemAsync(again)).Code);
    }

    [Fact]
    public async Task What_was_accepted_says_nothing_of_the_same_at_a_later_time_and_is_accepted_again()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await NightAsync(office);
        var rows = await TakeAwayAsync(office, journey.CaseId);
        await AcceptAsync(office, journey.CaseId);
        foreach (var row in rows)
            await Table(office).AddEntityAsync(row);
        await NightAsync(office);

        await TakeAwayAsync(office, journey.CaseId);
        Assert.Equal("missing", (await CheckAsync(office, journey.CaseId)).Finding!.Fault);
        await AcceptAsync(office, journey.CaseId);
        await NightAsync(office);

        Assert.Empty((await office.GetAsync<AuditView>(Routes.Audit, Town.Reviewer)).Nights[0].Findings);
    }

    [Fact]
    public async Task A_list_of_heads_without_its_anchor_is_accepted_and_the_next_one_is_not()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Journey.BeginAsync(office);
        await NightAsync(office);
        await LoseAnchorAsync(office, new(2026, 1, 5));
        Assert.Equal("anchor", (await CheckAsync(office, "ANCHORS")).Finding!.Fault);

        await AcceptAsync(office, "ANCHORS");
        Assert.True((await CheckAsync(office, "ANCHORS")).Finding!.IsAccepted);
        await NightAsync(office);
        Assert.True(Assert.Single((await office.GetAsync<AuditView>(Routes.Audit, Town.Reviewer)).Nights[0].Findings).IsAccepted);

        await LoseAnchorAsync(office, new(2026, 1, 6));
        Assert.False((await CheckAsync(office, "ANCHORS")).Finding!.IsAccepted);
    }

    [Fact]
    public async Task Only_what_was_looked_at_is_accepted_with_a_reason_and_by_a_reviewer()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        using var nothing = await PutAsync(office, journey.CaseId, (await CheckAsync(office, journey.CaseId)).Stands, Reason);
        Assert.Equal(ProblemCodes.SomebodyWasFirst, (await Office.ProblemAsync(nothing)).Code);
        await ChangeAsync(office, journey.CaseId, row => row["Name"] = "somebody else");
        var seen = await CheckAsync(office, journey.CaseId);

        using var noReason = await PutAsync(office, journey.CaseId, seen.Stands, "嗯");
        using var notSeen = await PutAsync(office, journey.CaseId, "broken.00", Reason);
        using var unknown = await PutAsync(office, "XT261124-ZZZZZZ", seen.Stands, Reason);
        using var officer = await PutAsync(office, journey.CaseId, seen.Stands, Reason, Town.Officer);

        Assert.Equal(
            [HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict, HttpStatusCode.NotFound, HttpStatusCode.Forbidden],
            new[] { noReason, notSeen, unknown, officer }.Select(answer => answer.StatusCode));
        Assert.Empty((await office.GetAsync<AuditView>(Routes.Audit, Town.Reviewer)).Accepted);
        Assert.False((await CheckAsync(office, journey.CaseId)).Finding!.IsAccepted);
    }

    [Fact]
    public async Task No_number_of_a_person_is_kept_for_good_in_a_reason()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await ChangeAsync(office, journey.CaseId, row => row["Name"] = "somebody else");

        var accepted = await AcceptAsync(office, journey.CaseId, $"已问过本人 370982197001010016，电话 13800000000");

        Assert.DoesNotContain("370982197001010016", accepted.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("13800000000", accepted.Reason, StringComparison.Ordinal);
    }

    private async Task<List<TableEntity>> TakeAwayAsync(Office office, string caseId)
    {
        var rows = await RowsAsync(office, caseId);
        foreach (var row in rows)
            await Table(office).DeleteEntityAsync(row.PartitionKey, row.RowKey);
        return rows;
    }

    private static async Task NightAsync(Office office)
    {
        var desk = office.Services.GetRequiredService<AuditDesk>();
        // Today first: else the office's own timer may still be at it when tomorrow is anchored.
        await desk.AnchorAsync(CancellationToken.None);
        office.Clock.Advance(TimeSpan.FromDays(1));
        await desk.AnchorAsync(CancellationToken.None);
    }

    private static Task<JournalCheck> CheckAsync(Office office, string journal) => office.GetAsync<JournalCheck>("audit/" + journal, Town.Reviewer);

    private static async Task<AcceptedFindingView> AcceptAsync(Office office, string journal, string reason = Reason)
    {
        using var answer = await PutAsync(office, journal, (await CheckAsync(office, journal)).Stands, reason);
        return await Office.ReadAsync<AcceptedFindingView>(answer);
    }

    private static Task<HttpResponseMessage> PutAsync(Office office, string journal, string? stands, string reason, string participant = Town.Reviewer) =>
        office.SendAsync(HttpMethod.Put, $"audit/{journal}/accepted", participant, new AcceptAuditFinding(stands, reason));

    private async Task RewriteAsync(Office office, string caseId)
    {
        var journal = office.Services.GetRequiredService<CaseJournal>();
        var real = await journal.ReadAsync(caseId);
        foreach (var row in await RowsAsync(office, caseId))
            await Table(office).DeleteEntityAsync(row.PartitionKey, row.RowKey);
        await journal.AppendAsync(caseId, 0, [.. real.Entries.Select(entry => entry.Event)], Actor.System, office.Clock.GetUtcNow());
    }

    private async Task ChangeAsync(Office office, string caseId, Action<TableEntity> change)
    {
        var row = (await Table(office).GetEntityAsync<TableEntity>(caseId, (await RowsAsync(office, caseId))[0].RowKey)).Value;
        change(row);
        await Table(office).UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
    }

    private async Task LoseAnchorAsync(Office office, DateOnly day) =>
        await new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient(office.Prefix + "audit").GetBlobClient($"heads/{day:yyyy-MM-dd}-0123456789abcdef.txt").UploadAsync(BinaryData.FromString(""));

    private async Task<List<TableEntity>> RowsAsync(Office office, string caseId) => await Table(office).QueryAsync<TableEntity>(row => row.PartitionKey == caseId).ToListAsync();

    private TableClient Table(Office office) => new TableServiceClient(azurite.ConnectionString).GetTableClient(office.Prefix + "Journal");
}
