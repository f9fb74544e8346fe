using System.Diagnostics;
using System.Globalization;
using System.Net;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Documents;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Audit;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Retention;
using OneVisit.Functions.Tests.Oversight;
using OneVisit.Functions.Tests.Running;
using OneVisit.Functions.Uploads;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Retention;

/// <summary>What is over is gone at night, what is held or still kept is not, and the journals can be checked all the same.</summary>
public sealed class ErasureTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const string Why = "名下有汽车，不符合规定";

    [Fact]
    public async Task A_case_past_its_time_is_gone_with_its_papers_and_words_and_its_journal_still_holds()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await RefusedAsync(office);
        await AnchorAsync(office);
        var before = await Rows(office, "Journal", journey.CaseId);

        await NightAsync(office, years: 11);
        using var seen = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}", Town.Resident);
        await AnchorAsync(office);
        var check = await office.GetAsync<JournalCheck>("audit/" + journey.CaseId, Town.Reviewer);
        var after = await Rows(office, "Journal", journey.CaseId);

        Assert.Equal(HttpStatusCode.NotFound, seen.StatusCode);
        Assert.Empty(await office.GetAsync<CaseSummary[]>(Routes.MyCases, Town.Resident));
        Assert.Null(check.Finding);
        Assert.Empty((await office.GetAsync<AuditView>(Routes.Audit, Town.Reviewer)).Nights[0].Findings);
        Assert.Equal(before.Count + 1, after.Count);
        Assert.Equal("erased", after.Where(row => row.RowKey is not ("head" or "key")).MaxBy(row => row.RowKey)!.GetString("Type"));
        Assert.Empty(await BlobsAsync(office, journey.CaseId));
        var left = await EverythingAsync(office);
        Assert.All(new[] { Why, "张*", "370982********0016", "核对发现名下有汽车" }, gone => Assert.DoesNotContain(gone, left, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_erased_is_told_by_number_and_rule_and_still_counts_in_the_figures()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await RefusedAsync(office);

        await NightAsync(office, years: 11);
        var told = await office.GetAsync<RetentionView>(Routes.Retention, Town.Reviewer);
        using var rebuilt = await office.SendAsync(HttpMethod.Post, Routes.StatisticsRebuild, Town.Reviewer);
        var figures = await Rows(office, "Statistics", row => row.RowKey.Contains(journey.CaseId, StringComparison.Ordinal));

        Assert.Equal((journey.CaseId, "case-other"), Assert.Single(told.Erased) is { } erased ? (erased.Id, erased.Rule) : default);
        Assert.Equal(("case-other", 1, told.Erased[0].On), Assert.Single(told.Lately) is { } lately ? (lately.Rule, lately.Count, lately.Last) : default);
        Assert.True(rebuilt.IsSuccessStatusCode);
        Assert.Single(figures);
    }

    [Fact]
    public async Task Within_its_time_nothing_is_erased_and_the_resident_is_told_until_when()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await RefusedAsync(office);

        await NightAsync(office, years: 9);
        using var asked = await office.SendAsync(HttpMethod.Post, Routes.MyErasure, Town.Resident, new AskErasure());
        var kept = Assert.Single((await Office.ReadAsync<ErasureAnswer>(asked)).Kept);

        Assert.Equal((journey.CaseId, new DateOnly(2036, 11, 24)), (kept.CaseId, kept.Until!.Value));
        Assert.Contains("10 年", kept.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_over_is_erased_at_once_for_who_asks_unless_it_is_held(bool held)
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await RefusedAsync(office);
        if (held)
            await HoldTests.PlaceAsync(office, new PlaceHold(journey.CaseId, null, "新泰市人民法院", "案件还在审理"));
        await AfterTheNightAsync(office, years: 11);

        using var asked = await office.SendAsync(HttpMethod.Post, Routes.MyErasure, Town.Resident, new AskErasure());
        var answer = await Office.ReadAsync<ErasureAnswer>(asked);
        using var after = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}", Town.Officer);

        Assert.Equal((string[])(held ? [] : [journey.CaseId]), answer.Erased!.Select(gone => gone.CaseId));
        Assert.Equal((string[])(held ? [journey.CaseId] : []), answer.Kept.Select(kept => kept.CaseId));
        Assert.Equal(held ? HttpStatusCode.OK : HttpStatusCode.NotFound, after.StatusCode);
        Assert.DoesNotContain("法院", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_hears_what_is_kept_beside_their_cases_how_long_and_by_which_law()
    {
        await using var office = await Office.OpenAsync(azurite);
        using var stranger = await office.SendAsync(HttpMethod.Post, Routes.MyErasure, Town.Resident, new AskErasure());
        await RefusedAsync(office);
        using var asked = await office.SendAsync(HttpMethod.Post, Routes.MyErasure, Town.Resident, new AskErasure());

        Assert.Equal(["2 天", "180 天"], (await Office.ReadAsync<ErasureAnswer>(stranger)).Beside!.Select(kept => kept.Keep));
        Assert.Equal(["2 天", "180 天", "3 年", "长期"], (await Office.ReadAsync<ErasureAnswer>(asked)).Beside!.Select(kept => kept.Keep));
    }

    [Fact]
    public async Task Years_after_it_ended_the_number_of_a_public_notice_leads_to_nobody()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Bureau.FiledAsync(office);
        var numbers = async () => (await Rows(office, "Board", row => row.PartitionKey.StartsWith("number!", StringComparison.Ordinal))).Count;
        var (leftovers, plan) = (office.Services.GetRequiredService<Leftovers>(), office.Services.GetRequiredService<CatalogueShelf>().InForce.Retention);

        await AfterTheNightAsync(office, years: 4);
        await leftovers.EraseAsync(plan, Office.Today, CancellationToken.None);
        var within = await numbers();
        await AfterTheNightAsync(office, years: 2);
        await leftovers.EraseAsync(plan, Office.Today, CancellationToken.None);

        Assert.Equal((1, 0), (within, await numbers()));
    }

    // As if the night of that day had done its work before anything was over.
    private static async Task AfterTheNightAsync(Office office, int years)
    {
        var (book, then) = (office.Services.GetRequiredService<RetentionBook>(), office.Clock.GetUtcNow().AddYears(years));
        while (await book.TryPutRoundAsync(await book.RoundAsync(), new ErasingRound(BeijingTime.DayOf(then), 0, IsDone: true)) is null)
        {
        }
        office.Clock.MoveTo(then);
    }

    [Fact]
    public async Task What_is_still_drawn_is_never_erased()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Bureau.FiledAsync(office);

        await NightAsync(office, years: 60);

        Assert.Equal(journey.CaseId, (await journey.SeeAsync()).CaseId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_case_that_is_held_or_whose_person_is_stays_until_the_hold_is_lifted(bool person)
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await RefusedAsync(office);
        var hold = await HoldTests.PlaceAsync(office, person ? new PlaceHold(null, Applications.IdNumber, "新泰市人民法院", "案件还在审理") : new PlaceHold(journey.CaseId, null, "新泰市人民法院", "案件还在审理"));

        await NightAsync(office, years: 11);
        var held = await journey.SeeAsync();
        using var lifted = await office.SendAsync(HttpMethod.Post, $"holds/{hold.HoldId}/lift", Town.Reviewer, new LiftHold("案件已经审结"));
        await NightAsync(office, years: 0, days: 1);
        using var gone = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}", Town.Resident);

        Assert.Equal(journey.CaseId, held.CaseId);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task An_erasure_that_broke_off_after_its_first_step_hides_the_case_at_once_and_is_finished_the_next_night()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await RefusedAsync(office);
        var journal = office.Services.GetRequiredService<CaseJournal>();
        var read = await journal.ReadAsync(journey.CaseId);
        await journal.AppendAsync(read, [new Erased("case-other", read.Version)], Actor.System, office.Clock.GetUtcNow());

        using var hidden = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}", Town.Officer);
        await NightAsync(office, years: 11);

        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.Empty(await BlobsAsync(office, journey.CaseId));
        Assert.DoesNotContain(Why, await EverythingAsync(office), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_moved_twice_is_found_by_none_of_its_conversations()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await RefusedAsync(office);
        foreach (var next in (string[])["resident:b", "resident:c"])
        {
            Assert.IsType<Acted.Done>(await office.Services.GetRequiredService<CaseCabinet>().ActAsync(journey.CaseId, (file, now) => CaseDecisions.MoveTo(file.Current, next, now), default));
            await office.Services.GetRequiredService<CaseIndex>().AddAsync(IndexKind.Participant, next, journey.CaseId);
        }

        await NightAsync(office, years: 11);

        Assert.Empty(await Rows(office, "Index", row => row.GetString("CaseId") == journey.CaseId));
    }

    [Fact]
    public async Task A_case_in_which_somebody_acted_is_not_found_by_them_either()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, Acting.ForMother());
        var plan = office.Services.GetRequiredService<CatalogueShelf>().InForce.Retention;
        var before = await Rows(office, "Index", row => row.GetString("CaseId") == journey.CaseId);

        await office.Services.GetRequiredService<CaseErasure>().EraseAsync(journey.CaseId, (await office.Services.GetRequiredService<CaseJournal>().ReadAsync(journey.CaseId)).Version, plan.Rules[0].Id, office.Host.Engine.Client, CancellationToken.None);

        Assert.Contains(before, row => row.RowKey.StartsWith("acted", StringComparison.Ordinal));
        Assert.Empty(await Rows(office, "Index", row => row.GetString("CaseId") == journey.CaseId));
        Assert.DoesNotContain("李*", await EverythingAsync(office), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Done_twice_in_a_night_it_is_done_once()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await RefusedAsync(office);

        await NightAsync(office, years: 11);
        var once = await Rows(office, "Journal", journey.CaseId);
        await NightAsync(office, years: 0);
        await NightAsync(office, years: 0, days: 1);

        Assert.Equal(once.Count, (await Rows(office, "Journal", journey.CaseId)).Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_case_whose_data_key_was_lost_is_erased_all_the_same_when_its_time_is_over(bool atNight)
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await RefusedAsync(office);
        await AnchorAsync(office);
        await LoseKeyAsync(office, journey.CaseId);
        if (atNight)
            await NightAsync(office, years: 11);
        else
            await AfterTheNightAsync(office, years: 11);
        using var asked = await office.SendAsync(HttpMethod.Post, Routes.MyErasure, Town.Resident, new AskErasure());
        await AnchorAsync(office);
        var (rows, check, told) = (await Rows(office, "Journal", journey.CaseId), await office.GetAsync<JournalCheck>("audit/" + journey.CaseId, Town.Reviewer), await office.GetAsync<RetentionView>(Routes.Retention, Town.Reviewer));

        Assert.Equal(atNight ? 0 : 1, (await Office.ReadAsync<ErasureAnswer>(asked)).Erased!.Count);
        Assert.Equal("erased", rows.Where(row => row.RowKey is not ("head" or "key")).MaxBy(row => row.RowKey)!.GetString("Type"));
        Assert.Null(check.Finding);
        Assert.Empty((await office.GetAsync<AuditView>(Routes.Audit, Town.Reviewer)).Nights[0].Findings);
        Assert.Equal((journey.CaseId, "case-other"), Assert.Single(told.Erased) is { } erased ? (erased.Id, erased.Rule) : default);
        Assert.Contains((await office.Services.GetRequiredService<ErasureLedger>().ListAsync(told.Erased[0].On)).Things, thing => thing.Id == journey.CaseId);
        Assert.Empty(await BlobsAsync(office, journey.CaseId));
        Assert.Empty(await Rows(office, "Index", row => row.GetString("CaseId") == journey.CaseId));
        Assert.Empty(await Rows(office, "Cases", row => row.RowKey.Contains(journey.CaseId, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_case_whose_data_key_was_lost_leaves_no_number_of_its_notice_behind()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Board.NoticeTests.HangingAsync(office);
        await LoseKeyAsync(office, journey.CaseId);

        await office.Services.GetRequiredService<CaseErasure>().EraseAsync(
            journey.CaseId, (await office.Services.GetRequiredService<LostCases>().ReadAsync(journey.CaseId, CancellationToken.None)).Version, "case-other", office.Host.Engine.Client, CancellationToken.None);

        Assert.Empty(await Rows(office, "Board", _ => true));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Applications.IdNumber)]
    public async Task A_case_whose_data_key_was_lost_stays_as_long_as_it_or_its_person_is_held(string? person)
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await RefusedAsync(office);
        var hold = await HoldTests.PlaceAsync(office, new PlaceHold(person is null ? journey.CaseId : null, person, "新泰市人民法院", "案件还在审理"));
        await LoseKeyAsync(office, journey.CaseId);

        await NightAsync(office, years: 11);
        var held = await Rows(office, "Index", row => row.GetString("CaseId") == journey.CaseId);
        using var lifted = await office.SendAsync(HttpMethod.Post, $"holds/{hold.HoldId}/lift", Town.Reviewer, new LiftHold("案件已经审结"));
        await NightAsync(office, years: 0, days: 1);

        Assert.NotEmpty(held);
        Assert.Empty(await Rows(office, "Index", row => row.GetString("CaseId") == journey.CaseId));
    }

    [Fact]
    public async Task A_case_whose_data_key_was_lost_is_not_erased_before_its_time_nor_where_its_journal_was_changed_as_well()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await RefusedAsync(office);
        await LoseKeyAsync(office, journey.CaseId);
        await NightAsync(office, years: 9);
        var within = await Rows(office, "Index", row => row.GetString("CaseId") == journey.CaseId);
        var row = (await Rows(office, "Journal", journey.CaseId)).First(row => row.RowKey == "00000003");
        row["Participant"] = "somebody-else";
        await Table(office, "Journal").UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);

        await NightAsync(office, years: 2);

        Assert.NotEmpty(within);
        Assert.NotEmpty(await Rows(office, "Index", row => row.GetString("CaseId") == journey.CaseId));
        Assert.Contains(office.Logs.Lines, line => line.Contains($"{journey.CaseId} could not be erased", StringComparison.Ordinal));
    }

    private Task LoseKeyAsync(Office office, string caseId) => Table(office, "Journal").DeleteEntityAsync(caseId, "key");

    [Fact]
    public async Task Content_taken_out_by_hand_is_found_by_the_audit()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await RefusedAsync(office);
        var row = (await Rows(office, "Journal", journey.CaseId)).First(row => row.RowKey == "00000003");
        (row["Body"], row["Blank"]) = ("{}", true);
        await Table(office, "Journal").UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);

        var check = await office.GetAsync<JournalCheck>("audit/" + journey.CaseId, Town.Reviewer);

        Assert.Equal((3, "changed"), (check.Finding!.Sequence, check.Finding.Fault));
    }

    [Fact]
    public async Task A_complaint_is_gone_five_years_after_it_was_answered()
    {
        await using var office = await Office.OpenAsync(azurite);
        var complaint = await AnsweredComplaintAsync(office);
        await AnchorAsync(office);

        await NightAsync(office, years: 6);
        var check = await office.GetAsync<JournalCheck>("audit/" + complaint, Town.Reviewer);

        Assert.Null(check.Finding);
        Assert.DoesNotContain("已批评教育", await EverythingAsync(office), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_complaint_whose_data_key_was_lost_is_gone_five_years_after_it_was_answered()
    {
        await using var office = await Office.OpenAsync(azurite);
        var complaint = await AnsweredComplaintAsync(office);
        var key = (await Rows(office, "Matters", complaint)).Single(row => row.RowKey == "key");
        key["Wrapped"] = "torn";
        await Table(office, "Matters").UpdateEntityAsync(key, key.ETag, TableUpdateMode.Replace);

        await NightAsync(office, years: 6);

        Assert.Contains(await Rows(office, "Matters", complaint), row => row.GetString("Type") == "erased");
        Assert.Equal("{}", (await Rows(office, "Matters", complaint)).Single(row => row.RowKey == "00000001").GetString("Body"));
        Assert.Null((await office.GetAsync<JournalCheck>("audit/" + complaint, Town.Reviewer)).Finding);
    }

    [Fact]
    public async Task What_was_uploaded_and_never_sent_is_gone_after_thirty_days_or_at_once_when_asked()
    {
        await using var office = await Office.OpenAsync(azurite);
        var (old, unwanted) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        await UploadDraftAsync(office, old);
        await UploadDraftAsync(office, unwanted);

        using var asked = await office.SendAsync(HttpMethod.Post, Routes.MyErasure, Town.Resident, new AskErasure(unwanted));
        var answer = await Office.ReadAsync<ErasureAnswer>(asked);
        var left = await BlobsAsync(office, "drafts/");
        var (leftovers, plan, stored) = (office.Services.GetRequiredService<Leftovers>(), office.Services.GetRequiredService<CatalogueShelf>().InForce.Retention, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date));
        await leftovers.EraseAsync(plan, stored.AddDays(28), CancellationToken.None);
        var within = await BlobsAsync(office, "drafts/");
        await leftovers.EraseAsync(plan, stored.AddDays(32), CancellationToken.None);

        Assert.Single(within);
        Assert.Equal((1, 1), (answer.Drafts, left.Count));
        Assert.Empty(await BlobsAsync(office, "drafts/"));
    }

    [Fact]
    public async Task What_waits_in_quarantine_is_erased_with_its_case_and_its_draft()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await RefusedAsync(office);
        var (quarantine, papers) = (office.Services.GetRequiredService<QuarantineStore>(), office.Services.GetRequiredService<CasePapers>());
        var (unwanted, old) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        foreach (var place in (QuarantinePlace[])[new QuarantinePlace.Case(journey.CaseId), papers.PlaceOfDraft(Town.Resident, unwanted), papers.PlaceOfDraft(Town.Resident, old)])
            await quarantine.PutAsync(place, "M04", DocumentType.Jpeg, BinaryData.FromBytes(SampleFiles.Photo()), office.Services.GetRequiredService<Senders>().Seal(Town.Resident));

        using var asked = await office.SendAsync(HttpMethod.Post, Routes.MyErasure, Town.Resident, new AskErasure(unwanted));
        var answer = await Office.ReadAsync<ErasureAnswer>(asked);
        var (leftovers, plan, stored) = (office.Services.GetRequiredService<Leftovers>(), office.Services.GetRequiredService<CatalogueShelf>().InForce.Retention, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date));
        await leftovers.EraseAsync(plan, stored.AddDays(28), CancellationToken.None);
        var within = await BlobsAsync(office, "quarantine/drafts/");
        await leftovers.EraseAsync(plan, stored.AddDays(32), CancellationToken.None);
        await office.Services.GetRequiredService<CaseErasure>().EraseAsync(journey.CaseId, (await office.Services.GetRequiredService<CaseJournal>().ReadAsync(journey.CaseId)).Version, plan.Rules[0].Id, office.Host.Engine.Client, CancellationToken.None);

        Assert.Equal((1, 1), (answer.Drafts, within.Count));
        Assert.Empty(await BlobsAsync(office, "quarantine/"));
    }

    [Fact]
    public async Task How_much_somebody_sent_is_forgotten_with_the_codes()
    {
        await using var office = await Office.OpenAsync(azurite);
        await UploadDraftAsync(office, Guid.NewGuid().ToString());
        var (leftovers, plan, stored) = (office.Services.GetRequiredService<Leftovers>(), office.Services.GetRequiredService<CatalogueShelf>().InForce.Retention, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date));

        await leftovers.EraseAsync(plan, stored, CancellationToken.None);
        var today = await Rows(office, "Index", row => row.PartitionKey.StartsWith("uploads!", StringComparison.Ordinal));
        await leftovers.EraseAsync(plan, stored.AddYears(1), CancellationToken.None);

        Assert.Single(today);
        Assert.Empty(await Rows(office, "Index", row => row.PartitionKey.StartsWith("uploads!", StringComparison.Ordinal)));
    }

    /// <summary>A refused case, closed.</summary>
    internal static async Task<Journey> RefusedAsync(Office office)
    {
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();
        await journey.SurveyAsync();
        await journey.VerifyAsync();
        await journey.DoAsync("review-r1", Town.Officer, new(ActNames.ProposeRefusal, Reason: "核对发现名下有汽车"));
        await journey.DoAsync("decide-r1", Town.Chief, new(ActNames.Refuse, Reason: Why));
        await journey.SeeAsync();
        return journey;
    }

    /// <returns>Its number.</returns>
    internal static async Task<string> AnsweredComplaintAsync(Office office)
    {
        using var filed = await office.SendAsync(HttpMethod.Post, Routes.Complaints, null, new FileComplaint(Guid.NewGuid().ToString(), "complaint", "工作人员态度不好，让我跑了三趟", null, "13900001111"));
        var complaint = (await Office.ReadAsync<ComplaintReceipt>(filed)).ComplaintId;
        await Bureau.DoAsync(office, complaint, "answer-complaint-r1", Town.Reviewer, new(MatterActNames.Answered, Words: "核实了，已批评教育", Finding: "unfounded"));
        return complaint;
    }

    internal static async Task NightAsync(Office office, int years, int days = 0)
    {
        office.Clock.MoveTo(office.Clock.GetUtcNow().AddYears(years).AddDays(days));
        var book = office.Services.GetRequiredService<RetentionBook>();
        var today = BeijingTime.DayOf(office.Clock.GetUtcNow());
        // The office's own clock may be at it already: then it is waited for.
        for (var began = Stopwatch.StartNew(); await book.RoundAsync() is not { IsDone: true } round || round.Day != today;)
        {
            Assert.True(began.Elapsed < TimeSpan.FromMinutes(5), "The night's work does not end.");
            await office.Services.GetRequiredService<ErasingDesk>().GoOnAsync(office.Host.Engine.Client, CancellationToken.None);
        }
    }

    private static Task AnchorAsync(Office office) => office.Services.GetRequiredService<AuditDesk>().AnchorAsync(CancellationToken.None);

    private static async Task UploadDraftAsync(Office office, string submissionId)
    {
        var photo = new ByteArrayContent(SampleFiles.Photo(submissionId));
        photo.Headers.Add(Headers.Material, "M04");
        using var answer = await office.SendAsync(HttpMethod.Post, $"drafts/{submissionId}/documents", Town.Resident, photo);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private TableClient Table(Office office, string name) => new TableServiceClient(azurite.ConnectionString).GetTableClient(office.Prefix + name);

    private Task<List<TableEntity>> Rows(Office office, string table, string partition) => Rows(office, table, row => row.PartitionKey == partition);

    private async Task<List<TableEntity>> Rows(Office office, string table, Func<TableEntity, bool> which) => (await Table(office, table).QueryAsync<TableEntity>().ToListAsync()).FindAll(row => which(row));

    private async Task<List<string>> BlobsAsync(Office office, string part)
    {
        var found = new List<string>();
        await foreach (var blob in new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient(office.Prefix + "documents").GetBlobsAsync())
        {
            if (blob.Name.Contains(part, StringComparison.Ordinal))
                found.Add(blob.Name);
        }
        return found;
    }

    // Names of staff stand in the directory, and what waits to be told is the queue's: neither is the case's.
    private async Task<string> EverythingAsync(Office office)
    {
        var found = new List<string>();
        foreach (var table in (string[])["Journal", "Cases", "Work", "Index", "Matters", "Oversight", "Board", "Register", "Sharing", "Statistics"])
        {
            foreach (var row in await Rows(office, table, _ => true))
                found.Add(string.Create(CultureInfo.InvariantCulture, $"{table} {row.PartitionKey} {row.RowKey} {string.Join(' ', row.Select(column => $"{column.Key}={column.Value}"))}"));
        }
        return string.Join('\n', found);
    }
}
