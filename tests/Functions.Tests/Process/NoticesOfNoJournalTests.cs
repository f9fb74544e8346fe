using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Staffing;
using OneVisit.Functions.Tests.Oversight;
using OneVisit.Functions.Tests.Running;
using OneVisit.Functions.Uploads;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Process;

/// <summary>What no journal of a case tells again is confirmed like the rest: files that waited for the scanner, trainings, steps of complaints.</summary>
public sealed class NoticesOfNoJournalTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    [Fact]
    public async Task What_became_of_a_file_is_told_as_it_was_signed_and_to_who_sent_it_alone()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        var notice = await CheckedAsync(office, journey, Town.Resident, FileOutcomes.Kept);

        using var told = await AskAsync(office, notice.NoticeId, Town.Resident);
        using var another = await AskAsync(office, notice.NoticeId, Town.OtherResident);
        using var forged = await AskAsync(office, notice.NoticeId.Replace(FileOutcomes.Kept, FileOutcomes.Infected, StringComparison.Ordinal), Town.Resident);
        using var made = await AskAsync(office, $"file-checked.{journey.CaseId}.M07.abc.{FileOutcomes.Infected}", Town.Resident);
        var telling = await Office.ReadAsync<NoticeTelling>(told);

        Assert.Equal((FileOutcomes.Kept, journey.CaseId, true), (telling.Data["outcome"], telling.CaseId, telling.Data["zh"].Length > 0));
        Assert.All((HttpResponseMessage[])[another, forged, made], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.Empty(NoticeWords.Without(notice).Data);
        Assert.InRange(notice.NoticeId.Length, 1, 200);
    }

    [Fact]
    public async Task On_a_new_telephone_what_became_of_the_file_is_told_there()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        var notice = await CheckedAsync(office, journey, Town.Resident, FileOutcomes.Infected);
        await office.Services.GetRequiredService<CaseCabinet>().ActAsync(journey.CaseId, (file, now) => CaseDecisions.MoveTo(file.Current, "resident:new-telephone", now), CancellationToken.None);
        _ = await journey.NoticesAsync();

        using var first = await AskAsync(office, notice.NoticeId, Town.Resident);
        var copy = Assert.Single(await journey.NoticesAsync(), each => each.Kind == NoticeKinds.FileChecked);

        Assert.Equal((HttpStatusCode.Gone, "resident:new-telephone", FileOutcomes.Infected), (first.StatusCode, copy.To, copy.Data["outcome"]));
    }

    [Fact]
    public async Task One_that_nobody_signed_is_told_to_nobody()
    {
        await using var office = await Office.OpenAsync(azurite);

        using var told = await AskAsync(office, "file-checked.XT260101-ZZZZZZ.M07.0123456789abcdef", Town.Resident);

        Assert.Equal(HttpStatusCode.NotFound, told.StatusCode);
    }

    [Fact]
    public async Task A_training_that_ends_is_told_as_the_directory_has_it_and_not_when_it_was_passed_anew()
    {
        await using var office = await Office.OpenAsync(azurite, opening: new DateTimeOffset(2027, 1, 5, 1, 0, 0, TimeSpan.Zero));
        await TrainedAsync(office, new DateOnly(2027, 2, 4));
        await new WarnOfTrainings(
            office.Services.GetRequiredService<StaffDirectory>(), office.Services.GetRequiredService<TrainingWarnings>(), office.Services.GetRequiredService<TrainingNotices>(), office.Services.GetRequiredService<NoticeQueue>(),
            office.Services.GetRequiredService<CatalogueShelf>().InForce, office.Clock).Run(null!, default);
        var lying = (await office.Services.GetRequiredService<NoticeQueue>().ReceiveAsync(32)).Select(received => received.Notice).Single(notice => notice is { Kind: NoticeKinds.TrainingEnds, To: Town.Chief });

        using var told = await AskAsync(office, lying.NoticeId, Town.Chief);
        using var stranger = await AskAsync(office, lying.NoticeId.Replace("chief", "officer", StringComparison.Ordinal), Town.Officer);
        using var forged = await AskAsync(office, lying.NoticeId.Replace("low-income-decisions", "no-such-training", StringComparison.Ordinal), Town.Chief);
        await TrainedAsync(office, new DateOnly(2029, 2, 4));
        using var late = await AskAsync(office, lying.NoticeId, Town.Chief);

        Assert.Equal(["until"], lying.Data.Keys);
        Assert.Equal(("yes", "2027-02-04"), (await Office.ReadAsync<NoticeTelling>(told)).Data is var data ? (data["own"], data["until"]) : default);
        Assert.NotEqual(HttpStatusCode.OK, stranger.StatusCode);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Gone), (forged.StatusCode, late.StatusCode));
    }

    [Fact]
    public async Task Steps_of_a_complaint_are_confirmed_to_who_has_them_and_to_nobody_else()
    {
        await using var office = await Office.OpenAsync(azurite);
        using var filed = await office.SendAsync(HttpMethod.Post, Routes.Complaints, null, new FileComplaint(Guid.NewGuid().ToString(), "complaint", "去了三次都没人在窗口"));
        var number = (await Office.ReadAsync<ComplaintReceipt>(filed)).ComplaintId;
        var opened = (await office.Services.GetRequiredService<NoticeQueue>().ReceiveAsync(32)).Select(received => received.Notice).Single(notice => notice.CaseId == number && notice.To == Town.Reviewer);

        using var told = await AskAsync(office, opened.NoticeId, Town.Reviewer);
        using var resident = await AskAsync(office, opened.NoticeId.Replace(Town.Reviewer.Replace(':', '-'), Town.Resident.Replace(':', '-'), StringComparison.Ordinal), Town.Resident);
        using var forged = await AskAsync(office, opened.NoticeId.Replace(NoticeKinds.TaskOpened, NoticeKinds.TaskReminder, StringComparison.Ordinal), Town.Reviewer);

        Assert.Equal((NoticeKinds.TaskOpened, number, opened.TaskId), (await Office.ReadAsync<NoticeTelling>(told)) is var telling ? (telling.Kind, telling.CaseId, telling.TaskId) : default);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (resident.StatusCode, forged.StatusCode));
    }

    [Fact]
    public async Task What_the_office_has_to_tell_somebody_takes_nothing_from_what_they_may_ask()
    {
        await using var office = await Office.OpenAsync(azurite, services: services => services.AddSingleton(new CallerPace(3)));

        for (var told = 0; told < 3; told++)
            Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(office, "XT260101-ZZZZZZ.1.case-accepted.x", Town.Resident)).StatusCode);
        using var mine = await office.SendAsync(HttpMethod.Get, Routes.MyCases, Town.Resident);
        using var more = await AskAsync(office, "XT260101-ZZZZZZ.1.case-accepted.x", Town.Resident);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (mine.StatusCode, more.StatusCode));
    }

    private static async Task<Notice> CheckedAsync(Office office, Journey journey, string sender, string outcome) => office.Services.GetRequiredService<FileNotices>().Of(
        sender, journey.CaseId, await office.Services.GetRequiredService<CaseCabinet>().FindAsync(journey.CaseId, CancellationToken.None), "M07", DocumentStore.IdOf("photo"u8), outcome);

    private static Task TrainedAsync(Office office, DateOnly until) => office.Services.GetRequiredService<StaffDirectory>().SeedAsync(
        Town.Staff.Where(member => member.Participant == Town.Chief).Select(member => member with { Trainings = [new("low-income-decisions", until.AddYears(-2), until)] }));

    private static Task<HttpResponseMessage> AskAsync(Office office, string noticeId, string who) => office.SendAsync(HttpMethod.Get, $"my/notices/{noticeId}", who);
}
