using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Audit;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Audit;

/// <summary>Whoever changes a journal by hand is found out, and which entry it was is named.</summary>
public sealed partial class AuditTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    [Fact]
    public async Task A_night_is_anchored_once_and_finds_nothing_where_nothing_was_touched()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await AnchorAsync(office);
        await AnchorAsync(office);

        var night = Assert.Single((await office.GetAsync<AuditView>(Routes.Audit, Town.Reviewer)).Nights);
        var check = await office.GetAsync<JournalCheck>("audit/" + journey.CaseId, Town.Reviewer);

        Assert.Empty(night.Findings);
        Assert.True(night.Journals >= 2);
        Assert.Equal((null, 64), (check.Finding, check.Hash.Length));
    }

    [Fact]
    public async Task An_entry_that_was_changed_is_found_and_named()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await ChangeAsync(office, journey.CaseId, 1, row => row["Name"] = "somebody else");

        var finding = Assert.Single((await CheckAsync(office)).Findings);

        Assert.Equal((journey.CaseId, 1, "changed"), (finding.Journal, finding.Sequence, finding.Fault));
        Assert.Contains(journey.CaseId, finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_that_is_none_any_more_is_found_and_named()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await ChangeAsync(office, journey.CaseId, 2, row => row["Role"] = "emperor");

        var finding = Assert.Single((await CheckAsync(office)).Findings);

        Assert.Equal((journey.CaseId, 2, "unreadable"), (finding.Journal, finding.Sequence, finding.Fault));
    }

    [Fact]
    public async Task An_end_that_was_cut_off_with_its_head_is_found_by_the_anchor()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();
        await AnchorAsync(office);
        var last = (await Rows(office, journey.CaseId)).Count(row => row.RowKey is not ("head" or "key"));
        await Table(office).DeleteEntityAsync(journey.CaseId, Key(last));
        var end = (await Table(office).GetEntityAsync<TableEntity>(journey.CaseId, Key(last - 1))).Value.GetString("Hash");
        await ChangeAsync(office, journey.CaseId, "head", row => (row["Version"], row["Hash"]) = (last - 1, end));

        var finding = Assert.Single((await CheckAsync(office)).Findings);

        Assert.Equal((journey.CaseId, last, "missing"), (finding.Journal, finding.Sequence, finding.Fault));
    }

    [Fact]
    public async Task A_journal_that_is_gone_is_found_on_demand_once_and_by_short_stretches_as_well()
    {
        await using var office = await Office.OpenAsync(azurite);
        var gone = await Journey.BeginAsync(office);
        await Journey.BeginAsync(office);
        await AnchorAsync(office);
        foreach (var row in await Rows(office, gone.CaseId))
            await Table(office).DeleteEntityAsync(row.PartitionKey, row.RowKey);

        var found = Assert.Single((await CheckAsync(office)).Findings);
        var (stretches, after) = (new List<Domain.Audit.AuditFinding>(), (string?)null);
        do
        {
            (after, _, var findings) = await office.Services.GetRequiredService<AuditDesk>().LookAsync(after, 1, CancellationToken.None);
            stretches.AddRange(findings);
        }
        while (after is not null);

        Assert.Equal((gone.CaseId, "missing"), (found.Journal, found.Fault));
        Assert.Contains("整份不见了", found.Text, StringComparison.Ordinal);
        Assert.Equal(gone.CaseId, Assert.Single(stretches).Journal);
    }

    [Fact]
    public async Task A_journal_that_is_gone_is_missed_night_after_night()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await AnchorAsync(office);
        foreach (var row in await Rows(office, journey.CaseId))
            await Table(office).DeleteEntityAsync(row.PartitionKey, row.RowKey);

        office.Clock.Advance(TimeSpan.FromDays(1));
        await AnchorAsync(office);
        office.Clock.Advance(TimeSpan.FromDays(1));
        await AnchorAsync(office);
        var nights = (await office.GetAsync<AuditView>(Routes.Audit, Town.Reviewer)).Nights;

        Assert.All(nights.Take(2), night => Assert.Contains(night.Findings, finding => (finding.Journal, finding.Fault) == (journey.CaseId, "missing")));
        Assert.Contains(office.Logs.Lines, line => line.Contains(journey.CaseId, StringComparison.Ordinal) && line.Contains("not as it was written", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_journal_written_anew_in_itself_whole_is_not_the_one_that_was_anchored()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await AnchorAsync(office);
        var journal = office.Services.GetRequiredService<CaseJournal>();
        var real = await journal.ReadAsync(journey.CaseId);
        foreach (var row in await Rows(office, journey.CaseId))
            await Table(office).DeleteEntityAsync(row.PartitionKey, row.RowKey);
        await journal.AppendAsync(journey.CaseId, 0, [.. real.Entries.Select(entry => entry.Event)], Actor.System, Office.Morning);

        var finding = Assert.Single((await CheckAsync(office)).Findings);

        Assert.Equal((journey.CaseId, real.Entries.Length, "not-as-anchored"), (finding.Journal, finding.Sequence, finding.Fault));
    }

    [Fact]
    public async Task What_was_forged_since_the_last_anchor_is_found_even_with_right_hashes_and_under_what_is_written_on_top()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        var journal = office.Services.GetRequiredService<CaseJournal>();
        var anchored = await journal.VersionAsync(journey.CaseId);
        await AnchorAsync(office);
        await journey.CollectAsync();
        var real = await journal.ReadAsync(journey.CaseId);
        foreach (var entry in real.Entries.Skip(anchored))
            await Table(office).DeleteEntityAsync(journey.CaseId, Key(entry.Sequence));
        await ChangeAsync(office, journey.CaseId, "head", row => (row["Version"], row["Hash"]) = (anchored, real.Entries[anchored - 1].Hash));
        var forger = new CaseJournal(new OneVisitStorage(new StorageOptions { ConnectionString = azurite.ConnectionString, Prefix = office.Prefix }));
        foreach (var entry in real.Entries.Skip(anchored))
            await forger.AppendAsync(journey.CaseId, entry.Sequence - 1, [entry.Event], entry.Actor with { Name = "somebody else" }, entry.At);

        var finding = Assert.Single((await CheckAsync(office)).Findings);
        Assert.Equal((journey.CaseId, anchored + 1, "not-sealed"), (finding.Journal, finding.Sequence, finding.Fault));

        await journal.AppendAsync(journey.CaseId, real.Entries.Length, [new Exported("on request")], Actor.System, office.Clock.GetUtcNow());
        Assert.Equal("not-sealed", Assert.Single((await CheckAsync(office)).Findings).Fault);
    }

    [Fact]
    public async Task A_head_that_was_put_back_to_a_forged_end_is_found()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await AnchorAsync(office);
        await journey.CollectAsync();
        await ChangeAsync(office, journey.CaseId, "head", row => row.Remove("Seal"));

        Assert.Equal("not-sealed", Assert.Single((await CheckAsync(office)).Findings).Fault);
    }

    [Fact]
    public async Task What_an_earlier_release_wrote_without_a_seal_is_taken_until_the_first_anchor_of_this_one()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await ChangeAsync(office, journey.CaseId, "head", row => row.Remove("Seal"));
        await AnchorAsync(office);
        await journey.CollectAsync();
        office.Clock.Advance(TimeSpan.FromDays(1));

        await AnchorAsync(office);

        Assert.All((await office.GetAsync<AuditView>(Routes.Audit, Town.Reviewer)).Nights, night => Assert.Empty(night.Findings));
    }

    [Theory]
    [InlineData("head", "Version", "many")]
    [InlineData("00000002", "Body", 5)]
    [InlineData("00000002", "At", "yesterday")]
    public async Task One_row_of_another_kind_is_named_and_hides_no_other(string key, string property, object value)
    {
        await using var office = await Office.OpenAsync(azurite);
        var (first, second) = (await Journey.BeginAsync(office), await Journey.BeginAsync(office));
        await ChangeAsync(office, first.CaseId, key, row => row[property] = value);
        await ChangeAsync(office, second.CaseId, 1, row => row["Name"] = "somebody else");
        await Table(office).AddEntityAsync(new TableEntity("~no key of ours", "x"));

        var found = (await CheckAsync(office)).Findings.Select(finding => (finding.Journal, finding.Fault)).ToArray();

        Assert.Contains((first.CaseId, "unreadable"), found);
        Assert.Contains((second.CaseId, "changed"), found);
        Assert.Contains(("~no key of ours", "unreadable"), found);
    }

    [Fact]
    public async Task An_anchor_that_was_changed_is_told_of()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Journey.BeginAsync(office);
        await AnchorAsync(office);
        var blob = new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient(office.Prefix + "audit").GetBlobClient($"anchors/{Office.Morning.Year}.ndjson");
        var text = (await blob.DownloadContentAsync()).Value.Content.ToString();
        await blob.UploadAsync(BinaryData.FromString(text.Replace("\"journals\":", "\"journals\":1", StringComparison.Ordinal)), overwrite: true);

        Assert.Contains((await CheckAsync(office)).Findings, finding => finding.Fault == "anchor");
    }

    [Fact]
    public async Task Anchors_that_cannot_be_read_are_told_of_at_night_and_to_who_asks()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Journey.BeginAsync(office);
        await AnchorAsync(office);
        await Audit(office).GetBlobClient($"anchors/{Office.Morning.Year}.ndjson").UploadAsync(BinaryData.FromString("nothing\n"), overwrite: true);
        office.Clock.Advance(TimeSpan.FromDays(1));

        await AnchorAsync(office);

        Assert.Contains(office.Logs.Lines, line => line.Contains("not as it was written, from entry 0 on: anchor", StringComparison.Ordinal));
        Assert.Equal("anchor", Assert.Single(Assert.Single((await office.GetAsync<AuditView>(Routes.Audit, Town.Reviewer)).Nights).Findings).Fault);
    }

    [Fact]
    public async Task Anchors_that_were_taken_away_are_missed_from_then_on()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Journey.BeginAsync(office);
        await AnchorAsync(office);
        office.Clock.Advance(TimeSpan.FromDays(1));
        await Audit(office).GetBlobClient($"anchors/{Office.Morning.Year}.ndjson").DeleteAsync();

        await AnchorAsync(office);
        office.Clock.Advance(TimeSpan.FromDays(1));
        await AnchorAsync(office);

        Assert.All((await office.GetAsync<AuditView>(Routes.Audit, Town.Reviewer)).Nights, night => Assert.Contains(night.Findings, finding => finding.Fault == "anchor"));
        Assert.Contains((await CheckAsync(office)).Findings, finding => finding.Fault == "anchor");
    }

    [Fact]
    public async Task When_the_list_of_last_night_is_gone_that_of_the_night_before_is_compared_with()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await AnchorAsync(office);
        office.Clock.Advance(TimeSpan.FromDays(1));
        await AnchorAsync(office);
        await foreach (var list in Audit(office).GetBlobsAsync(BlobTraits.None, BlobStates.None, $"heads/of-{office.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd}", CancellationToken.None))
            await Audit(office).DeleteBlobAsync(list.Name);
        foreach (var row in await Rows(office, journey.CaseId))
            await Table(office).DeleteEntityAsync(row.PartitionKey, row.RowKey);
        office.Clock.Advance(TimeSpan.FromDays(1));

        await AnchorAsync(office);
        var found = (await office.GetAsync<AuditView>(Routes.Audit, Town.Reviewer)).Nights[0].Findings.Select(finding => (finding.Journal, finding.Fault)).ToArray();

        Assert.Contains(("", "anchor"), found);
        Assert.Contains((journey.CaseId, "missing"), found);
    }

    [Fact]
    public async Task A_case_that_its_applicants_number_does_not_lead_to_is_named_and_found_again()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        // Today first: else the office's own timer may still be at it when tomorrow is anchored.
        await AnchorAsync(office);
        var index = new TableServiceClient(azurite.ConnectionString).GetTableClient(office.Prefix + "Index");
        var row = await index.QueryAsync<TableEntity>(row => row.PartitionKey.CompareTo("id!") >= 0 && row.PartitionKey.CompareTo("id\"") < 0).SingleAsync();
        await index.DeleteEntityAsync(row.PartitionKey, row.RowKey);
        office.Clock.Advance(TimeSpan.FromDays(1));

        await AnchorAsync(office);
        office.Clock.Advance(TimeSpan.FromDays(1));
        await AnchorAsync(office);
        var nights = (await office.GetAsync<AuditView>(Routes.Audit, Town.Reviewer)).Nights;

        Assert.Equal((journey.CaseId, "not-indexed"), Assert.Single(nights.SelectMany(night => night.Findings).Select(finding => (finding.Journal, finding.Fault))));
        Assert.Empty(nights[0].Findings);
        Assert.True((await index.GetEntityIfExistsAsync<TableEntity>(row.PartitionKey, row.RowKey)).HasValue);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"kind":"submitted","applicant":null}""")]
    public async Task An_opening_that_tells_nothing_ends_no_night(string opening)
    {
        await using var office = await Office.OpenAsync(azurite);
        var (first, second) = (await Journey.BeginAsync(office), await Journey.BeginAsync(office));
        await ChangeAsync(office, first.CaseId, 1, row => row["Body"] = opening);
        await ChangeAsync(office, second.CaseId, 1, row => row["Name"] = "somebody else");

        await AnchorAsync(office);

        var found = Assert.Single((await office.GetAsync<AuditView>(Routes.Audit, Town.Reviewer)).Nights).Findings.Select(finding => finding.Journal).ToArray();
        Assert.Contains(first.CaseId, found);
        Assert.Contains(second.CaseId, found);
    }

    [Fact]
    public async Task A_case_that_was_given_to_another_number_by_hand_is_not_put_under_it()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        var index = new TableServiceClient(azurite.ConnectionString).GetTableClient(office.Prefix + "Index");
        var before = await index.QueryAsync<TableEntity>().CountAsync();
        await ChangeAsync(office, journey.CaseId, 1, row => row["Body"] = IdHash().Replace(row.GetString("Body"), "$1another-$2"));

        await AnchorAsync(office);

        Assert.Equal("changed", Assert.Single(Assert.Single((await office.GetAsync<AuditView>(Routes.Audit, Town.Reviewer)).Nights).Findings).Fault);
        Assert.Equal(before, await index.QueryAsync<TableEntity>().CountAsync());
    }

    [Theory]
    [InlineData("x y")]
    [InlineData("x\ny")]
    public async Task A_journal_under_no_name_of_ours_is_told_of_and_ends_no_night_to_come(string name)
    {
        await using var office = await Office.OpenAsync(azurite);
        var journal = office.Services.GetRequiredService<CaseJournal>();
        var real = await journal.ReadAsync((await Journey.BeginAsync(office)).CaseId);
        await journal.AppendAsync(name, 0, [real.Entries[0].Event], Actor.System, Office.Morning);

        for (var night = 0; night < 3; night++)
        {
            await AnchorAsync(office);
            office.Clock.Advance(TimeSpan.FromDays(1));
        }

        var nights = (await office.GetAsync<AuditView>(Routes.Audit, Town.Reviewer)).Nights;
        Assert.Equal(3, nights.Count);
        Assert.All(nights, night => Assert.StartsWith("x~00", Assert.Single(night.Findings).Journal, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Town.Officer)]
    [InlineData("resident:somebody")]
    public async Task Only_the_city_audits(string participant)
    {
        await using var office = await Office.OpenAsync(azurite);

        using var looked = await office.SendAsync(HttpMethod.Get, Routes.Audit, participant);
        using var checkedNow = await office.SendAsync(HttpMethod.Post, Routes.Audit, participant);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (looked.StatusCode, checkedNow.StatusCode));
    }

    private static Task AnchorAsync(Office office) => office.Services.GetRequiredService<AuditDesk>().AnchorAsync(CancellationToken.None);

    private static async Task<AuditStretch> CheckAsync(Office office)
    {
        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Audit, Town.Reviewer);
        return await Office.ReadAsync<AuditStretch>(answer);
    }

    private BlobContainerClient Audit(Office office) => new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient(office.Prefix + "audit");

    private TableClient Table(Office office) => new TableServiceClient(azurite.ConnectionString).GetTableClient(office.Prefix + "Journal");

    private async Task<List<TableEntity>> Rows(Office office, string caseId) => await Table(office).QueryAsync<TableEntity>(row => row.PartitionKey == caseId).ToListAsync();

    private Task ChangeAsync(Office office, string caseId, int sequence, Action<TableEntity> change) => ChangeAsync(office, caseId, Key(sequence), change);

    private async Task ChangeAsync(Office office, string caseId, string key, Action<TableEntity> change)
    {
        var row = (await Table(office).GetEntityAsync<TableEntity>(caseId, key)).Value;
        change(row);
        await Table(office).UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
    }

    [GeneratedRegex("(\"idHash\":\")(.)")]
    private static partial Regex IdHash();

    private static string Key(int sequence) => sequence.ToString("D8", CultureInfo.InvariantCulture);
}
