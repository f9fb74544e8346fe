using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Tests.Running;
using OneVisit.Functions.Uploads;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Uploads;

/// <summary>Files while a virus scanner is there, is away, and comes back.</summary>
public sealed class QuarantineTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>, IAsyncLifetime
{
    private readonly FakeClamd clamd = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await clamd.DisposeAsync();

    [Fact]
    public async Task A_clean_photo_is_in_the_case_at_once()
    {
        await using var office = await OpenAsync();
        var journey = await Journey.BeginAsync(office);

        using var sent = await SendAsync(office, $"cases/{journey.CaseId}/documents", Town.Resident);

        Assert.Equal((HttpStatusCode.Created, 1), (sent.StatusCode, await PapersAsync(journey)));
    }

    [Fact]
    public async Task A_photo_with_a_virus_is_refused_in_plain_words_and_kept_nowhere()
    {
        await using var office = await OpenAsync();
        var journey = await Journey.BeginAsync(office);
        clamd.Says = _ => "stream: Eicar-Signature FOUND\0";

        using var sent = await SendAsync(office, $"cases/{journey.CaseId}/documents", Town.Resident);

        Assert.Contains("重新拍一张照片", (await Office.ProblemAsync(sent)).Detail, StringComparison.Ordinal);
        Assert.Equal((0, 0), (await PapersAsync(journey), (await WaitingAsync(office)).Length));
    }

    [Fact]
    public async Task While_the_scanner_is_away_a_photo_waits_and_nobody_sees_it()
    {
        await using var office = await OpenAsync();
        var journey = await Journey.BeginAsync(office);
        clamd.Says = _ => "";

        using var sent = await SendAsync(office, $"cases/{journey.CaseId}/documents", Town.Resident);
        var answer = await Office.ReadAsync<DocumentView>(sent);
        using var fetched = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/documents/{answer.DocumentId}", Town.Agent);

        Assert.Equal((HttpStatusCode.Accepted, true, HttpStatusCode.NotFound, 0), (sent.StatusCode, answer.Checking, fetched.StatusCode, await PapersAsync(journey)));
    }

    [Fact]
    public async Task When_it_is_back_the_photo_goes_into_the_case_and_who_sent_it_is_told()
    {
        await using var office = await OpenAsync();
        var journey = await Journey.BeginAsync(office);
        clamd.Says = _ => "";
        using var sent = await SendAsync(office, $"cases/{journey.CaseId}/documents", Town.Resident);

        clamd.Says = _ => FakeClamd.Clean;
        await SettledAsync(office);

        Assert.Equal(1, await PapersAsync(journey));
        Assert.Contains(await journey.NoticesAsync(), notice => notice is { Kind: NoticeKinds.FileChecked, To: Town.Resident } && notice.Data["outcome"] == FileOutcomes.Kept && notice.Data["zh"].Length > 0);
    }

    [Fact]
    public async Task A_virus_found_later_is_deleted_and_who_sent_it_is_told()
    {
        await using var office = await OpenAsync();
        var journey = await Journey.BeginAsync(office);
        clamd.Says = _ => "";
        using var sent = await SendAsync(office, $"cases/{journey.CaseId}/documents", Town.Resident);

        clamd.Says = _ => "stream: Eicar-Signature FOUND\0";
        await SettledAsync(office);

        Assert.Equal(0, await PapersAsync(journey));
        Assert.Contains(await journey.NoticesAsync(), notice => notice is { Kind: NoticeKinds.FileChecked, To: Town.Resident } && notice.Data["outcome"] == FileOutcomes.Infected);
    }

    [Fact]
    public async Task A_photo_that_waits_for_an_application_goes_into_its_case_also_when_that_was_handed_in_meanwhile()
    {
        await using var office = await OpenAsync();
        var application = Applications.Ordinary();
        clamd.Says = _ => "";
        using var draft = await SendAsync(office, $"drafts/{application.SubmissionId}/documents", Town.Resident);
        using var taken = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, application);
        var caseId = (await Office.ReadAsync<CaseReceipt>(taken)).CaseId;

        clamd.Says = _ => FakeClamd.Clean;
        await SettledAsync(office);

        Assert.Equal((HttpStatusCode.Accepted, 1), (draft.StatusCode, await PapersAsync(Journey.Of(office, caseId))));
    }

    [Fact]
    public async Task A_photo_released_before_the_application_is_handed_in_is_in_its_case_afterwards()
    {
        await using var office = await OpenAsync();
        var application = Applications.Ordinary();
        clamd.Says = _ => "";
        using var draft = await SendAsync(office, $"drafts/{application.SubmissionId}/documents", Town.Resident);
        clamd.Says = _ => FakeClamd.Clean;
        await SettledAsync(office);

        using var taken = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, application);

        Assert.Equal(1, await PapersAsync(Journey.Of(office, (await Office.ReadAsync<CaseReceipt>(taken)).CaseId)));
    }

    [Fact]
    public async Task One_file_that_the_scanner_cannot_look_at_holds_up_none_of_the_others()
    {
        await using var office = await OpenAsync();
        var journey = await Journey.BeginAsync(office);
        clamd.Says = _ => "";
        byte[] hard = SampleFiles.Photo("hard"), easy = SampleFiles.Photo("easy");
        foreach (var photo in new[] { hard, easy })
            (await SendAsync(office, $"cases/{journey.CaseId}/documents", Town.Resident, photo)).Dispose();

        clamd.Says = file => file.AsSpan().SequenceEqual(hard) ? "stream: broken ERROR\0" : FakeClamd.Clean;
        await UntilAsync(office, waiting => waiting.Length == 1);

        Assert.Equal(1, await PapersAsync(journey));
    }

    [Fact]
    public async Task A_photo_that_waits_while_the_household_changes_its_telephone_is_kept_and_the_new_one_is_told()
    {
        await using var office = await OpenAsync();
        var journey = await Journey.BeginAsync(office);
        clamd.Says = _ => "";
        using var sent = await SendAsync(office, $"cases/{journey.CaseId}/documents", Town.Resident);
        await office.Services.GetRequiredService<CaseCabinet>().ActAsync(journey.CaseId, (file, now) => CaseDecisions.MoveTo(file.Current, "resident:new-telephone", now), CancellationToken.None);

        clamd.Says = _ => FakeClamd.Clean;
        await SettledAsync(office);

        Assert.Single((await office.Services.GetRequiredService<CaseCabinet>().FindAsync(journey.CaseId, CancellationToken.None))!.Current.Documents);
        var told = Assert.Single(await journey.NoticesAsync(), notice => notice.Kind == NoticeKinds.FileChecked);
        Assert.Equal(("resident:new-telephone", FileOutcomes.Kept), (told.To, told.Data["outcome"]));
    }

    [Fact]
    public async Task While_the_scanner_is_away_and_the_sealing_key_changes_who_sent_a_file_is_still_known_when_the_old_key_is_gone()
    {
        await using var office = await OpenAsync();
        var journey = await Journey.BeginAsync(office);
        clamd.Says = _ => "";
        using var sent = await SendAsync(office, $"cases/{journey.CaseId}/documents", Town.Resident);
        var (senders, ring, before) = (office.Services.GetRequiredService<Senders>(), office.Services.GetRequiredService<KeyRing>(), office.Services.GetRequiredService<KeyRing>().Keys);
        var (old, next) = (Enumerable.Repeat((byte)1, SealingKeys.KeyLength).ToArray(), Enumerable.Repeat((byte)2, SealingKeys.KeyLength).ToArray());
        var then = new Senders(new Sealer(new SealingKeys("old", new Dictionary<string, byte[]> { ["old"] = old })), new LookupHash(new byte[32]));
        await office.Services.GetRequiredService<QuarantineStore>().NoteAsync(Assert.Single(await WaitingAsync(office)), then.Seal(Town.Resident));

        ring.Replace(new SealingKeys("next", new Dictionary<string, byte[]> { ["old"] = old, ["next"] = next }));
        await office.Services.GetRequiredService<QuarantineRounds>().RunAsync(office.Host.Engine.Client, CancellationToken.None);
        ring.Replace(new SealingKeys("next", new Dictionary<string, byte[]> { ["next"] = next }));
        var sender = senders.Open(Assert.Single(await WaitingAsync(office)).Note);
        ring.Replace(before);

        Assert.Equal(Town.Resident, sender);
    }

    [Fact]
    public async Task A_file_released_after_its_case_was_erased_is_kept_nowhere()
    {
        await using var office = await OpenAsync();
        var journey = await Journey.BeginAsync(office);
        clamd.Says = _ => "";
        using var sent = await SendAsync(office, $"cases/{journey.CaseId}/documents", Town.Resident);
        var journal = office.Services.GetRequiredService<CaseJournal>();
        var read = await journal.ReadAsync(journey.CaseId);
        await journal.AppendAsync(read, [new Erased("case-other", read.Version)], Actor.System, office.Clock.GetUtcNow());

        clamd.Says = _ => FakeClamd.Clean;
        await SettledAsync(office);

        Assert.Empty(await office.Services.GetRequiredService<DocumentStore>().ListAsync(journey.CaseId));
    }

    private Task<Office> OpenAsync() => Office.OpenAsync(azurite, services: replaced => replaced.AddSingleton<IVirusScan>(new ClamdScan(clamd.Address, TimeSpan.FromSeconds(20))));

    private static async Task<int> PapersAsync(Journey journey) => (await journey.SeeAsync()).Materials.Single(material => material.Code == "M07").Documents.Count;

    private static Task SettledAsync(Office office) => UntilAsync(office, waiting => waiting.Length == 0);

    // The clock is moved until the round of a minute has come: it runs beside the process.
    private static async Task UntilAsync(Office office, Func<QuarantinedPaper[], bool> enough)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!enough(await WaitingAsync(office)))
        {
            await office.MoveToAsync(office.Clock.GetUtcNow().AddMinutes(1));
            await pause.WaitForNextTickAsync(patience.Token);
        }
        await office.SettleAsync();
    }

    private static async Task<QuarantinedPaper[]> WaitingAsync(Office office)
    {
        var waiting = new List<QuarantinedPaper>();
        await foreach (var paper in office.Services.GetRequiredService<QuarantineStore>().ListAsync())
            waiting.Add(paper);
        return [.. waiting];
    }

    private static Task<HttpResponseMessage> SendAsync(Office office, string route, string who, byte[]? photo = null)
    {
        var body = new ByteArrayContent(photo ?? SampleFiles.Photo());
        body.Headers.Add(Headers.Material, "M07");
        return office.SendAsync(HttpMethod.Post, route, who, body);
    }
}
