using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Tests.Oversight;
using OneVisit.Functions.Tests.Retention;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Process;

/// <summary>The journal moves on between the writing of a notice and its telling: it reaches who has the case then, or who goes there, once.</summary>
public sealed class NoticesTooLateTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const string Mother = "resident:bW90aGVyczEyMzQ1Njc4OQ";
    private const string Elsewhere = "resident:new-telephone";
    private const string Why = "还缺一张病历";

    [Fact]
    public async Task On_another_telephone_the_household_hears_what_was_on_its_way_to_the_first()
    {
        await using var office = await Office.OpenAsync(azurite);
        var (journey, lost) = await AskedForPapersAsync(office, Applications.Ordinary());
        await MoveAsync(office, journey, Elsewhere);

        using var first = await AskAsync(office, lost.NoticeId, Town.Resident);
        var copy = Assert.Single(await LyingAsync(office), notice => notice.Kind == NoticeKinds.MaterialRequested);
        using var told = await AskAsync(office, copy.NoticeId, Elsewhere);

        Assert.Equal((HttpStatusCode.Gone, ProblemCodes.NoticeGone), (first.StatusCode, (await Office.ProblemAsync(first)).Code));
        Assert.Equal((Elsewhere, journey.CaseId, Notice.WithoutWords), (copy.To, copy.CaseId, copy.Version));
        Assert.Equal(Why, (await Office.ReadAsync<NoticeTelling>(told)).Data["reason"]);
    }

    [Fact]
    public async Task However_often_it_is_asked_for_the_copy_has_one_id_by_which_it_is_told_once()
    {
        await using var office = await Office.OpenAsync(azurite);
        var (journey, lost) = await AskedForPapersAsync(office, Applications.Ordinary());
        await MoveAsync(office, journey, Elsewhere);

        for (var times = 0; times < 3; times++)
            (await AskAsync(office, lost.NoticeId, Town.Resident)).Dispose();

        var copies = (await LyingAsync(office)).Where(notice => notice.Kind == NoticeKinds.MaterialRequested).ToArray();
        Assert.Equal((3, 1), (copies.Length, copies.Select(copy => copy.NoticeId).Distinct().Count()));
    }

    [Fact]
    public async Task What_nobody_could_have_had_is_sent_to_nobody()
    {
        await using var office = await Office.OpenAsync(azurite);
        var (journey, lost) = await AskedForPapersAsync(office, Applications.Ordinary());
        await MoveAsync(office, journey, Elsewhere);
        _ = await LyingAsync(office);

        using var stranger = await AskAsync(office, lost.NoticeId.Replace(Town.Resident.Replace(':', '-'), Town.OtherResident.Replace(':', '-'), StringComparison.Ordinal), Town.OtherResident);

        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        Assert.Empty(await LyingAsync(office));
    }

    [Fact]
    public async Task It_goes_to_the_person_who_took_the_case_back_and_to_who_acts_when_they_have_it_again()
    {
        await using var office = await Office.OpenAsync(azurite);
        var (journey, lost) = await AskedForPapersAsync(office, Acting.ForMother());
        await Acting.GiveMotherAPhoneAsync(office, journey, "13700001111");
        await Acting.ProvesAsync(office, Mother, Applications.Name, Applications.IdNumber);
        (await AskAsync(office, lost.NoticeId, Town.Resident)).Dispose();
        var hers = Assert.Single(await LyingAsync(office), notice => notice.Kind == NoticeKinds.MaterialRequested);
        await Acting.ProvesAsync(office, Town.Resident, Acting.Name, Acting.IdNumber);

        using var late = await AskAsync(office, hers.NoticeId, Mother);
        var back = Assert.Single(await LyingAsync(office), notice => notice.Kind == NoticeKinds.MaterialRequested);

        Assert.Equal((Mother, HttpStatusCode.Gone), (hers.To, late.StatusCode));
        Assert.Equal((lost.NoticeId, Town.Resident), (back.NoticeId, back.To));
    }

    [Fact]
    public async Task When_nobody_can_be_told_any_more_the_township_goes_there_and_does_not_when_somebody_can_again()
    {
        await using var office = await Office.OpenAsync(azurite);
        var (journey, lost) = await AskedForPapersAsync(office, Acting.ForMother());
        await Acting.GiveMotherAPhoneAsync(office, journey, "13700001111");
        await Acting.EndAsync(office, journey);
        _ = await LyingAsync(office);

        using var ended = await AskAsync(office, lost.NoticeId, Town.Resident);
        var errands = (await LyingAsync(office)).Where(notice => notice.Kind == NoticeKinds.ClientNotice).ToArray();
        using var told = await AskAsync(office, errands[0].NoticeId, errands[0].To);
        await Acting.ProvesAsync(office, Mother, Applications.Name, Applications.IdNumber);
        _ = await LyingAsync(office);
        using var late = await AskAsync(office, errands[0].NoticeId, errands[0].To);
        var hers = Assert.Single(await LyingAsync(office), notice => notice.Kind == NoticeKinds.MaterialRequested);

        Assert.Contains(Town.Officer, errands.Select(notice => notice.To));
        Assert.All(errands, notice => Assert.StartsWith(Participants.StaffPrefix, notice.To, StringComparison.Ordinal));
        var data = (await Office.ReadAsync<NoticeTelling>(told)).Data;
        Assert.Equal((NoticeKinds.MaterialRequested, true, false), (data["kind"], data.ContainsKey("items"), data.ContainsKey("reason")));
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone, Mother), (ended.StatusCode, late.StatusCode, hers.To));
    }

    [Fact]
    public async Task What_is_written_of_a_household_that_nobody_can_be_told_for_is_on_its_way_to_the_township_at_once()
    {
        await using var office = await Office.OpenAsync(azurite);
        var (journey, _) = await AskedForPapersAsync(office, Acting.ForMother());
        var (told, file) = (office.Services.GetRequiredService<Functions.Process.CaseNotices>(), await FileAsync(office, journey));
        var asked = file.Entries.Last(entry => entry.Event is MaterialRequested).Sequence;
        await Acting.EndAsync(office, journey);

        // As if it was published only now.
        var late = (await told.AfterAsync(await FileAsync(office, journey), asked - 1, CancellationToken.None)).Where(notice => notice.NoticeId.StartsWith($"{journey.CaseId}.{asked}.", StringComparison.Ordinal)).ToArray();

        Assert.Contains(late, notice => (notice.Kind, notice.To) == (NoticeKinds.ClientNotice, Town.Officer));
        Assert.DoesNotContain(late, notice => notice.To == Town.Resident);
    }

    [Fact]
    public async Task Of_what_it_draws_the_household_hears_on_its_new_telephone_too()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Bureau.FiledAsync(office);
        using var reported = await office.SendAsync(HttpMethod.Post, $"cases/{journey.CaseId}/changes", Town.Agent, new ReportChange("change-submission-09", "death", "婆婆昨天夜里走了"));
        Assert.True(reported.IsSuccessStatusCode, await reported.Content.ReadAsStringAsync());
        await office.SettleAsync();
        var lost = Assert.Single(await LyingAsync(office), notice => notice.Kind == NoticeKinds.BenefitReview);
        await MoveAsync(office, journey, Elsewhere);

        using var first = await AskAsync(office, lost.NoticeId, Town.Resident);
        var copy = Assert.Single(await LyingAsync(office), notice => notice.Kind == NoticeKinds.BenefitReview);
        using var told = await AskAsync(office, copy.NoticeId, Elsewhere);

        Assert.Equal((HttpStatusCode.Gone, Elsewhere, HttpStatusCode.OK), (first.StatusCode, copy.To, told.StatusCode));
    }

    [Fact]
    public async Task Of_a_case_that_was_erased_meanwhile_it_is_said_that_it_was_and_of_one_that_never_was_nothing()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await ErasureTests.RefusedAsync(office);
        var lost = (await LyingAsync(office)).First(notice => notice is { Kind: NoticeKinds.CaseAccepted, To: Town.Resident });
        await ErasureTests.NightAsync(office, years: 11);

        using var erased = await AskAsync(office, lost.NoticeId, Town.Resident);
        using var never = await AskAsync(office, lost.NoticeId.Replace(journey.CaseId, "XT260101-ZZZZZZ", StringComparison.Ordinal), Town.Resident);

        Assert.Equal((HttpStatusCode.Gone, ProblemCodes.Erased), (erased.StatusCode, (await Office.ProblemAsync(erased)).Code));
        Assert.Equal(HttpStatusCode.NotFound, never.StatusCode);
    }

    [Fact]
    public async Task While_it_is_being_erased_it_is_so_too()
    {
        await using var office = await Office.OpenAsync(azurite);
        var (journey, lost) = await AskedForPapersAsync(office, Applications.Ordinary());
        var journal = office.Services.GetRequiredService<CaseJournal>();
        var read = await journal.ReadAsync(journey.CaseId);
        await journal.AppendAsync(read, [new Erased("case-other", read.Version)], Actor.System, office.Clock.GetUtcNow());

        using var erased = await AskAsync(office, lost.NoticeId, Town.Resident);

        Assert.Equal(ProblemCodes.Erased, (await Office.ProblemAsync(erased)).Code);
    }

    private static async Task<(Journey Journey, Notice Lost)> AskedForPapersAsync(Office office, SubmitCase form)
    {
        var journey = await Journey.BeginAsync(office, form);
        if (form.Representative is null)
            await journey.CollectAsync();
        else
            await journey.DoAsync("collect-r1", Town.Officer, new(ActNames.Collected, Materials: ["M04", "M05", "M07", "M14"], InPerson: false));
        await journey.SurveyAsync();
        await journey.DoAsync("verify-r1", Town.Officer, new(ActNames.RequestMaterial, Materials: ["M08"], Reason: Why, LegalReason: "data-contradict"));
        await office.SettleAsync();
        return (journey, Assert.Single(await LyingAsync(office), notice => notice.Kind == NoticeKinds.MaterialRequested));
    }

    private static async Task MoveAsync(Office office, Journey journey, string participant)
    {
        var moved = await office.Services.GetRequiredService<CaseCabinet>().ActAsync(journey.CaseId, (file, now) => CaseDecisions.MoveTo(file.Current, participant, now), CancellationToken.None);
        Assert.IsType<Acted.Done>(moved);
    }

    private static async Task<CaseFile> FileAsync(Office office, Journey journey) => (await office.Services.GetRequiredService<CaseCabinet>().FindAsync(journey.CaseId, CancellationToken.None))!;

    private static Task<HttpResponseMessage> AskAsync(Office office, string noticeId, string who) => office.SendAsync(HttpMethod.Get, $"my/notices/{noticeId}", who);

    // As they lie, taken from there.
    private static async Task<IReadOnlyList<Notice>> LyingAsync(Office office)
    {
        var (queue, lying) = (office.Services.GetRequiredService<NoticeQueue>(), new List<Notice>());
        while (await queue.ReceiveAsync(32) is { Count: > 0 } batch)
        {
            foreach (var received in batch)
            {
                lying.Add(received.Notice);
                await queue.DeleteAsync(received);
            }
        }
        return lying;
    }
}
