using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Audit;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Retention;
using OneVisit.Functions.Sealing;
using OneVisit.Functions.Tests.Board;
using OneVisit.Functions.Tests.Mandates;
using OneVisit.Functions.Tests.Running;
using OneVisit.Functions.Uploads;
using OneVisit.Storage;
using OneVisit.Storage.MasterKeys;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Sealing;

/// <summary>The look-up key is changed while the office works, and the old one thrown away: nobody is lost.</summary>
public sealed class LookupKeyTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private static readonly SubmitCase Application = Applications.Ordinary(submissionId: "submission-0000001");
    private readonly Vault vault = new();

    [Fact]
    public async Task Before_during_and_after_a_change_everything_about_a_person_is_found()
    {
        await using var office = await OpenAsync();
        var journey = await Journey.BeginAsync(office, Application);
        var mothers = await Journey.BeginAsync(office, Acting.ForMother());
        await FindsAsync(office, journey, mothers);
        await vault.ChangeAsync(office, "k2");

        for (var goes = 0; goes < 12; goes++)
        {
            await FindsAsync(office, journey, mothers);
            await BreakOffAsync(office);
            await RotateAsync(office, mostWritten: 1);
        }
        await SettleAsync(office);

        var view = await ShowAsync(office);
        Assert.Equal(("k2", true), (view.Current, view.IsDone));
        Assert.All(view.Kinds, kind => Assert.Equal(0, kind.Left));
        Assert.Equal(new OlderKey("k1", 0, true), Assert.Single(view.Older));
        await vault.ForgetAsync(office, "k1");
        await FindsAsync(office, journey, mothers);
        Assert.All(await office.Services.GetRequiredService<LookedUpRows>().PersonsAsync("k2", null).ToListAsync(), row => Assert.Fail(row.Cursor));
    }

    [Fact]
    public async Task What_a_release_before_wrote_in_clear_is_found_after_the_change_as_well()
    {
        await using var office = await OpenAsync();
        var journey = await Journey.BeginAsync(office, Application);
        await AsOfBeforeAsync(office, journey.CaseId);
        var body = await BodyAsync(office, journey.CaseId);

        await vault.ChangeAsync(office, "k2");
        await SettleAsync(office);
        await vault.ForgetAsync(office, "k1");

        Assert.Contains($"\"idHash\":\"{vault.Hash("k1")}\"", body, StringComparison.Ordinal);
        await FindsAsync(office, journey, null);
        await office.Services.GetRequiredService<AuditDesk>().AnchorAsync(CancellationToken.None);
        Assert.Equal(1, await RowsAsync(office, journey.CaseId));
    }

    [Fact]
    public async Task Gone_before_the_pass_began_the_old_key_still_has_what_stood_under_it_written_anew()
    {
        await using var office = await OpenAsync();
        var journey = await Journey.BeginAsync(office, Application);
        await vault.ChangeAsync(office, "k2");
        await vault.ForgetAsync(office, "k1");
        Assert.False((await ShowAsync(office)).IsDone);

        await SettleAsync(office);

        await FindsAsync(office, journey, null);
        Assert.True((await ShowAsync(office)).IsDone);
    }

    [Fact]
    public async Task In_a_journal_nobody_finds_a_person_by_a_look_up_key()
    {
        await using var office = await OpenAsync();
        var journey = await Journey.BeginAsync(office, Application);

        Assert.DoesNotContain(vault.Hash("k1"), await BodyAsync(office, journey.CaseId), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_is_missing_is_written_again_under_the_key_that_counts()
    {
        await using var office = await OpenAsync();
        var journey = await Journey.BeginAsync(office, Application);
        await vault.ChangeAsync(office, "k2");
        var index = office.Services.GetRequiredService<CaseIndex>();
        await index.RemoveApplicantAsync(new(vault.Hash("k1"), "k2." + vault.Hash("k2")), journey.CaseId);

        await office.Services.GetRequiredService<AuditDesk>().AnchorAsync(CancellationToken.None);

        Assert.Equal([journey.CaseId], (await index.OfPersonAsync("k2." + vault.Hash("k2"))).Own);
    }

    [Fact]
    public async Task Staff_whose_number_was_handed_in_before_are_kept_out_and_keep_the_old_key_needed_until_it_is_handed_in_anew()
    {
        await using var office = await OpenAsync();
        var officer = Town.Staff.Single(member => member.Id == "zhai-officer-2");
        var (staff, personal) = (office.Services.GetRequiredService<StaffDirectory>(), office.Services.GetRequiredService<PersonalData>());
        await staff.SeedAsync([officer with { IdHash = personal.IdHash(Someone).Text }]);
        await vault.ChangeAsync(office, "k2");
        await SettleAsync(office);

        var journey = await Journey.BeginAsync(office, Application);
        Assert.Equal("孟凡强", Assert.Single((await office.GetAsync<CaseView>($"cases/{journey.CaseId}", Town.Reviewer)).Relatives!).Name);
        Assert.Equal(1, (await ShowAsync(office)).Kinds.Single(kind => kind.Kind == "staff").Left);
        Assert.Equal(new OlderKey("k1", 1, false), Assert.Single((await ShowAsync(office)).Older));

        await staff.SeedAsync([officer with { IdHash = personal.IdHash(Someone).Text }]);
        office.Clock.Advance(TimeSpan.FromDays(1));
        await RotateAllAsync(office);
        Assert.Equal(new OlderKey("k1", 0, true), Assert.Single((await ShowAsync(office)).Older));
    }

    [Fact]
    public async Task A_hold_on_a_person_holds_through_the_change_and_where_it_cannot_be_told_of_whom_it_holds_everybody()
    {
        await using var office = await OpenAsync();
        var journey = await Journey.BeginAsync(office, Application);
        await HoldAsync(office, Applications.IdNumber);
        await HoldAsync(office, Acting.IdNumber);
        await vault.ChangeAsync(office, "k2");
        await SettleAsync(office);

        Assert.Equal(1, (await ShowAsync(office)).Kinds.Single(kind => kind.Kind == "holds").Left);
        var standing = (await office.Services.GetRequiredService<RetentionBook>().HoldsAsync()).Standing;
        Assert.Contains(standing, hold => hold.PersonHash == "k2." + vault.Hash("k2"));
        await vault.ForgetAsync(office, "k1");
        Assert.True(await HoldsAsync(office, journey));
        foreach (var hold in await office.GetAsync<HoldView[]>(Routes.Holds, Town.Reviewer))
        {
            if (hold.Person == "370982********0016")
                using (await office.SendAsync(HttpMethod.Post, $"holds/{hold.HoldId}/lift", Town.Reviewer, new LiftHold("核查结束了"))) { }
        }
        Assert.True(await HoldsAsync(office, journey));
        office.Clock.Advance(TimeSpan.FromDays(1));
        await RotateAllAsync(office);
        Assert.True(Assert.Single((await ShowAsync(office)).Older).IsGone);
    }

    [Fact]
    public async Task What_registries_were_asked_is_told_to_the_person_after_the_change_too()
    {
        await using var office = await OpenAsync();
        var journey = await Journey.BeginAsync(office, Application);
        var book = office.Services.GetRequiredService<SharingBook>();
        await book.WriteAsync([Asked("l1", journey.CaseId, vault.Hash("k1")), Asked("l2", "submission-0000001", vault.Hash("k1")), Asked("l3", "submission-9999999", "nobody-who-came")]);
        await vault.ChangeAsync(office, "k2");
        await SettleAsync(office);

        Assert.Equal(["l1", "l2"], await book.AboutAsync("k2." + vault.Hash("k2"), new(2026, 11, 1), new(2026, 11, 30)).Select(asked => asked.Id).Order().ToListAsync());
        Assert.Equal(1, (await ShowAsync(office)).Kinds.Single(kind => kind.Kind == "look-ups").Left);

        static LoggedLookUp Asked(string id, string about, string hash) => new(id, Office.Morning, Town.Resident, "data-check", about, "vehicles", "traffic", "授权书", ["owner"], hash, "value");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_notice_ends_and_comes_down_though_the_key_of_its_time_is_gone(bool ofBefore)
    {
        await using var office = await OpenAsync();
        var journey = await NoticeTests.HangingAsync(office);
        var before = (await NoticeTests.BoardOf(office, Town.Village)).Notices.Single().Number;
        if (ofBefore)
            await AsOfBeforeAsync(office, journey.CaseId);
        await vault.ChangeAsync(office, "k2");
        await vault.ForgetAsync(office, "k1");
        using var rebuilt = await office.SendAsync(HttpMethod.Post, $"cases/{journey.CaseId}/rebuild", Town.Reviewer);

        Assert.Equal(before, (await NoticeTests.BoardOf(office, Town.Village)).Notices.Single().Number);
        Assert.Equal(ofBefore ? "" : before, (await office.GetAsync<CaseFolder>($"cases/{journey.CaseId}/folder", Town.Reviewer)).Notices.Single().Number);
        await office.MoveToAsync(Office.Morning.AddDays(8));
        Assert.Equal(0, await HungAsync(office));
        Assert.Equal(["decide-r1"], await journey.DeskOfAsync(Town.Chief));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_notice_is_taken_down_though_the_key_of_its_time_is_gone(bool ofBefore)
    {
        await using var office = await OpenAsync();
        var journey = await NoticeTests.HangingAsync(office);
        var before = (await NoticeTests.BoardOf(office, Town.Village)).Notices.Single().Number;
        if (ofBefore)
            await AsOfBeforeAsync(office, journey.CaseId);
        await vault.ChangeAsync(office, "k2");
        await vault.ForgetAsync(office, "k1");

        using var answer = await office.SendAsync(HttpMethod.Post, $"cases/{journey.CaseId}/notice/take-down", Town.Reviewer, new Contracts.TakeNoticeDown(TakeDownCauses.Endangered, "前夫在找她，不能让人知道住在哪里"));

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(before, Assert.Single((await NoticeTests.BoardOf(office, Town.Village)).TakenDown));
        Assert.Equal(0, await HungAsync(office));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Only_notices_of_a_release_before_need_the_old_key_until_they_are_over(bool ofBefore, int needed)
    {
        await using var office = await OpenAsync();
        var journey = await NoticeTests.HangingAsync(office);
        if (ofBefore)
        {
            await AsOfBeforeAsync(office, journey.CaseId);
            using var rebuilt = await office.SendAsync(HttpMethod.Post, $"cases/{journey.CaseId}/rebuild", Town.Reviewer);
        }
        await vault.ChangeAsync(office, "k2");
        await SettleAsync(office);

        Assert.Equal(needed, await LeftAsync(office, "notices"));
        office.Clock.Advance(TimeSpan.FromDays(30));
        await RotateAllAsync(office);
        Assert.Equal(new OlderKey("k1", 0, true), Assert.Single((await ShowAsync(office)).Older));
    }

    [Fact]
    public async Task Codes_of_complaints_and_on_agents_slips_keep_the_old_key_needed()
    {
        await using var office = await OpenAsync();
        var slip = await ApplyingForClientsTests.ApplyAsync(office, Applications.Ordinary());
        await ComplainAsync(office);
        await vault.ChangeAsync(office, "k2");
        await SettleAsync(office);

        Assert.Equal((1, 1, 1), (await LeftAsync(office, "codes"), await LeftAsync(office, "slips"), await LeftAsync(office, "claims-complaints")));
        Assert.False(Assert.Single((await ShowAsync(office)).Older).MayBeDisabled);

        using var taken = await ApplyingForClientsTests.ClaimAsync(office, slip.CaseId, slip.ClaimCode!);
        office.Clock.Advance(TimeSpan.FromDays(31));
        await RotateAllAsync(office);
        Assert.Equal((1, 0, 0), (await LeftAsync(office, "codes"), await LeftAsync(office, "slips"), await LeftAsync(office, "claims-complaints")));
        office.Clock.Advance(TimeSpan.FromDays(150));
        await RotateAllAsync(office);
        Assert.Equal(new OlderKey("k1", 0, true), Assert.Single((await ShowAsync(office)).Older));
    }

    [Fact]
    public async Task A_pass_that_breaks_off_wherever_it_is_taken_up_is_told_of_since_when()
    {
        await using var office = await OpenAsync();
        await Journey.BeginAsync(office, Application);
        var table = office.Services.GetRequiredService<OneVisitStorage>().Table("Board");
        await table.AddEntityAsync(new Azure.Data.Tables.TableEntity("township!370982103", "torn") { ["Record"] = "{" });
        await vault.ChangeAsync(office, "k2");
        var began = office.Clock.GetUtcNow();
        await Assert.ThrowsAnyAsync<System.Text.Json.JsonException>(() => RotateAsync(office));
        Assert.DoesNotContain(office.Logs.Lines, line => line.Contains("has not come on since", StringComparison.Ordinal));
        office.Clock.Advance(KeyPass.Patience + TimeSpan.FromMinutes(1));
        await Assert.ThrowsAnyAsync<System.Text.Json.JsonException>(() => RotateAsync(office));
        var torn = await ShowAsync(office);
        await table.DeleteEntityAsync("township!370982103", "torn");
        await RotateAllAsync(office);

        Assert.Equal(began, torn.StillSince);
        Assert.Contains(office.Logs.Lines, line => line.Contains("The pass over what people are found by has not come on since", StringComparison.Ordinal));
        Assert.Null((await ShowAsync(office)).StillSince);
    }

    [Fact]
    public async Task What_should_be_written_anew_by_itself_and_is_not_after_two_days_is_told_of()
    {
        await using var office = await OpenAsync();
        var journey = await Journey.BeginAsync(office, Application);
        await vault.ChangeAsync(office, "k2");
        await office.Services.GetRequiredService<OneVisitStorage>().Table("Journal").DeleteEntityAsync(journey.CaseId, "key");
        await SettleAsync(office);
        Assert.DoesNotContain(office.Logs.Lines, line => line.Contains("The change of the look-up key stands still", StringComparison.Ordinal));
        office.Clock.Advance(KeyRotation.Patience);
        await RotateAllAsync(office);

        Assert.Contains(office.Logs.Lines, line => line.Contains("The change of the look-up key stands still: 2 rows", StringComparison.Ordinal));
        Assert.Equal((1, 1), (await LeftAsync(office, "persons"), await LeftAsync(office, "claims")));
    }

    [Fact]
    public async Task The_code_on_a_slip_and_a_complaints_code_count_after_the_change_and_the_same_sent_again_is_the_same()
    {
        await using var office = await OpenAsync();
        var slip = await ApplyingForClientsTests.ApplyAsync(office, Applications.Ordinary());
        var complaint = await ComplainAsync(office);
        await vault.ChangeAsync(office, "k2");
        await RotateAllAsync(office);

        Assert.Equal(complaint with { Guidance = null }, await ComplainAsync(office) with { Guidance = null });
        Assert.Equal(HttpStatusCode.OK, (await ApplyingForClientsTests.ClaimAsync(office, slip.CaseId, slip.ClaimCode!)).StatusCode);
    }

    [Fact]
    public async Task What_became_of_a_file_is_told_after_the_change_where_there_is_no_case_yet()
    {
        await using var office = await OpenAsync();
        await vault.ChangeAsync(office, "k2");
        var place = office.Services.GetRequiredService<PersonalData>().SubmissionKeys(Town.Resident, "submission-0000009")[0];
        var notice = office.Services.GetRequiredService<FileNotices>().Of(Town.Resident, place, null, "M07", DocumentStore.IdOf("photo"u8), FileOutcomes.Infected);

        using var told = await office.SendAsync(HttpMethod.Get, $"my/notices/{notice.NoticeId}", Town.Resident);

        Assert.Equal(FileOutcomes.Infected, (await Office.ReadAsync<NoticeTelling>(told)).Data["outcome"]);
    }

    [Fact]
    public async Task A_client_applied_for_under_a_key_that_is_called_as_a_vault_calls_it_can_be_spoken_for()
    {
        await using var office = await OpenAsync();
        await vault.ChangeAsync(office, "0123456789abcdef0123456789abcdef");
        var slip = await ApplyingForClientsTests.ApplyAsync(office);
        var client = (await office.Services.GetRequiredService<CaseCabinet>().FindAsync(slip.CaseId, CancellationToken.None))!.Current.Participant;

        using var notice = await office.SendAsync(HttpMethod.Get, $"my/notices/{slip.CaseId}.1.case-received.{client.Replace(':', '-')}", client);

        Assert.NotEqual(HttpStatusCode.Unauthorized, notice.StatusCode);
    }

    private Task<Office> OpenAsync() => Office.OpenAsync(azurite, services: replaced => replaced.AddSingleton(vault.Keys));

    private static ResidentId Someone => Assert.IsType<IdReading.Valid>(ResidentId.Read(Applications.IdNumber, new DateOnly(2026, 11, 24))).Id;

    private static async Task FindsAsync(Office office, Journey journey, Journey? mothers)
    {
        var (index, personal) = (office.Services.GetRequiredService<CaseIndex>(), office.Services.GetRequiredService<PersonalData>());
        Assert.Equal(new[] { journey.CaseId, mothers?.CaseId }.OfType<string>().Order(StringComparer.Ordinal), (await index.OfPersonAsync(personal.IdHash(Someone))).Own);
        if (mothers is not null)
        {
            var acting = Assert.IsType<IdReading.Valid>(ResidentId.Read(Acting.IdNumber, new DateOnly(2026, 11, 24))).Id;
            Assert.Equal([mothers.CaseId], (await index.OfPersonAsync(personal.IdHash(acting))).Acted);
        }
        using var again = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, Application);
        Assert.Equal((HttpStatusCode.OK, journey.CaseId), (again.StatusCode, (await Office.ReadAsync<CaseReceipt>(again)).CaseId));
    }

    private static Task RotateAsync(Office office, int mostWritten = KeyRotation.MostWritten) => office.Services.GetRequiredService<LookupRotation>().TurnAsync(CancellationToken.None, mostWritten);

    private static async Task RotateAllAsync(Office office)
    {
        for (var goes = 0; goes < 3; goes++)
            await RotateAsync(office);
    }

    private static async Task SettleAsync(Office office)
    {
        await RotateAllAsync(office);
        office.Clock.Advance(KeyPass.Settled);
        await RotateAllAsync(office);
    }

    // The program ends somewhere in a go: what was written is, what was noted is not.
    private static async Task BreakOffAsync(Office office)
    {
        using var end = new CancellationTokenSource();
        var go = office.Services.GetRequiredService<LookupRotation>().TurnAsync(end.Token, mostWritten: 1);
        await end.CancelAsync();
        try
        {
            await go;
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static async Task<LookupKeysView> ShowAsync(Office office) => (await office.GetAsync<KeysView>(Routes.Keys, Town.Reviewer)).LookUps!;

    private static async Task<int?> LeftAsync(Office office, string kind) => (await ShowAsync(office)).Kinds.Single(known => known.Kind == kind).Left;

    // Rows, whatever the page shows of them.
    private static async Task<int> HungAsync(Office office) => await office.Services.GetRequiredService<OneVisitStorage>().Table("Board")
        .QueryAsync<Azure.Data.Tables.TableEntity>().CountAsync(row => row.PartitionKey.StartsWith("township!", StringComparison.Ordinal));

    private static async Task HoldAsync(Office office, string idNumber)
    {
        using var placed = await office.SendAsync(HttpMethod.Post, Routes.Holds, Town.Reviewer, new PlaceHold(null, idNumber, "市纪委监委", "正在核查，先不要删"));
        Assert.Equal(HttpStatusCode.Created, placed.StatusCode);
    }

    private static async Task<bool> HoldsAsync(Office office, Journey journey)
    {
        var (book, cabinet) = (office.Services.GetRequiredService<RetentionBook>(), office.Services.GetRequiredService<CaseCabinet>());
        return (await Holds.ReadAsync(book, cabinet, CancellationToken.None)).Hold((await cabinet.FindAsync(journey.CaseId, CancellationToken.None))!.Current);
    }

    private static async Task<ComplaintReceipt> ComplainAsync(Office office)
    {
        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Complaints, null, new FileComplaint("submission-0000077", "complaint", "办理人员态度不好，来回跑了三趟"));
        return await Office.ReadAsync<ComplaintReceipt>(answer);
    }

    // As a release wrote it that sealed neither words nor hashes, and did not note the number of a notice.
    private static async Task AsOfBeforeAsync(Office office, string caseId)
    {
        var storage = office.Services.GetRequiredService<OneVisitStorage>();
        var (table, read) = (storage.Table("Journal"), await office.Services.GetRequiredService<CaseJournal>().ReadAsync(caseId));
        var key = (await table.GetEntityAsync<Azure.Data.Tables.TableEntity>(caseId, "key")).Value;
        await foreach (var row in table.QueryAsync<Azure.Data.Tables.TableEntity>(row => row.PartitionKey == caseId))
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey);
        var journal = new CaseJournal(storage);
        foreach (var (entry, version) in read.Entries.Select((entry, version) => (entry, version)))
            Assert.IsType<AppendResult.Appended>(await journal.AppendAsync(caseId, version, [entry.Event is PublicNoticeOpened posted ? posted with { Number = null } : entry.Event], entry.Actor, entry.At));
        await table.UpsertEntityAsync(key);
    }

    private static async Task<string> BodyAsync(Office office, string caseId) =>
        (await office.Services.GetRequiredService<OneVisitStorage>().Table("Journal").GetEntityAsync<Azure.Data.Tables.TableEntity>(caseId, "00000001")).Value.GetString("Body");

    private static async Task<int> RowsAsync(Office office, string caseId) => await office.Services.GetRequiredService<OneVisitStorage>().Table("Index")
        .QueryAsync<Azure.Data.Tables.TableEntity>(row => row.RowKey == caseId).CountAsync(row => row.PartitionKey.StartsWith("id!", StringComparison.Ordinal));

    /// <summary>Keys that the test changes, as a keeper does in the vault.</summary>
    private sealed class Vault : IMasterKeySource
    {
        private readonly Dictionary<string, byte[]> keys = new() { ["k1"] = Of(1) };
        private readonly Dictionary<string, DateTimeOffset> from = [];
        private string current = "k1";

        public Vault() => Keys = new(this, new KeyRing(new SealingKeys(current, keys)));

        public LookupKeys Keys { get; }

        public Task<SealingKeys> ReadAsync(CancellationToken cancellation) => Task.FromResult(new SealingKeys(current, keys, from));

        public Task ChangeAsync(Office office, string id)
        {
            office.Clock.Advance(TimeSpan.FromMinutes(1));
            (keys[current = id], from[id]) = (Of(2), office.Clock.GetUtcNow());
            return office.Services.GetRequiredService<KeyRefresh>().RefreshAsync(CancellationToken.None);
        }

        public Task ForgetAsync(Office office, string id)
        {
            keys.Remove(id);
            return office.Services.GetRequiredService<KeyRefresh>().RefreshAsync(CancellationToken.None);
        }

        /// <summary>Of <see cref="Someone"/>, without the id of the key.</summary>
        public string Hash(string id) => new LookupHash(Of(id == "k1" ? (byte)1 : (byte)2)).Of(Someone).Text;

        private static byte[] Of(byte fill) => [.. Enumerable.Repeat(fill, SealingKeys.KeyLength)];
    }
}
