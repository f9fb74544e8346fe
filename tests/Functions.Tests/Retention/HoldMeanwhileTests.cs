using System.Net;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Tests.Oversight;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Retention;

/// <summary>A hold that is ordered while the night's erasing is at it either holds or is answered as too late.</summary>
public sealed class HoldMeanwhileTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private readonly Meanwhile meanwhile = new();

    [Fact]
    public async Task A_case_that_is_held_after_the_nights_holds_were_read_is_not_erased()
    {
        await using var office = await OpenAsync();
        var journey = await ErasureTests.RefusedAsync(office);
        HoldView? placed = null;
        InThatNight(office, async () => placed = await HoldTests.PlaceAsync(office, new PlaceHold(journey.CaseId, null, "新泰市人民法院", "案件还在审理")));

        await ErasureTests.NightAsync(office, years: 11);

        Assert.True(placed!.Stands);
        Assert.Equal(journey.CaseId, (await journey.SeeAsync()).CaseId);
    }

    [Fact]
    public async Task A_complaint_that_is_held_after_the_nights_holds_were_read_is_not_erased()
    {
        await using var office = await OpenAsync();
        var complaint = await ErasureTests.AnsweredComplaintAsync(office);
        HoldView? placed = null;
        InThatNight(office, async () => placed = await HoldTests.PlaceAsync(office, new PlaceHold(complaint, null, "新泰市人民法院", "案件还在审理")));

        await ErasureTests.NightAsync(office, years: 6);

        Assert.True(placed!.Stands);
        Assert.NotEmpty(await office.Services.GetRequiredService<SupervisionJournal>().ReadAsync(complaint));
    }

    [Fact]
    public async Task Who_orders_a_hold_on_what_is_erased_at_that_moment_is_told_that_it_is_not_there()
    {
        await using var office = await OpenAsync();
        var journey = await ErasureTests.RefusedAsync(office);
        var journal = office.Services.GetRequiredService<CaseJournal>();
        meanwhile.After(RequestMethod.Put, "Oversight(PartitionKey='holds-all',", async () =>
        {
            var read = await journal.ReadAsync(journey.CaseId);
            await journal.AppendAsync(read, [new Erased("case-other", read.Version)], Actor.System, office.Clock.GetUtcNow());
        });

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Holds, Town.Reviewer, new PlaceHold(journey.CaseId, null, "新泰市人民法院", "案件还在审理"));
        var hold = Assert.Single(await office.GetAsync<HoldView[]>(Routes.Holds, Town.Reviewer));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal((false, "下令时已经到期删除"), (hold.Stands, hold.LiftReason));
    }

    [Fact]
    public async Task A_case_that_is_held_after_the_last_look_at_the_holds_is_not_erased()
    {
        await using var office = await OpenAsync();
        var journey = await ErasureTests.RefusedAsync(office);
        HoldView? placed = null;
        InThatNight(office, async () => placed = await HoldTests.PlaceAsync(office, new PlaceHold(null, Applications.IdNumber, "新泰市人民法院", "案件还在审理")), look: 2);

        await ErasureTests.NightAsync(office, years: 11);

        Assert.True(placed!.Stands);
        Assert.Equal(journey.CaseId, (await journey.SeeAsync()).CaseId);
    }

    [Fact]
    public async Task A_hold_that_comes_after_it_was_decided_is_too_late_and_the_next_night_erases_although_the_first_broke_off()
    {
        await using var office = await OpenAsync();
        var journey = await ErasureTests.RefusedAsync(office);
        var book = office.Services.GetRequiredService<RetentionBook>();
        Assert.True(await book.TryDecideAsync(journey.CaseId, await book.HoldsAsync()));

        using var onCase = await office.SendAsync(HttpMethod.Post, Routes.Holds, Town.Reviewer, new PlaceHold(journey.CaseId, null, "新泰市人民法院", "案件还在审理"));
        var onPerson = await HoldTests.PlaceAsync(office, new PlaceHold(null, Applications.IdNumber, "新泰市人民法院", "案件还在审理"));
        await ErasureTests.NightAsync(office, years: 11);
        using var gone = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}", Town.Resident);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (onCase.StatusCode, gone.StatusCode));
        Assert.True(onPerson.Stands);
        Assert.Empty((await book.HoldsAsync()).Decided);
    }

    [Fact]
    public async Task What_was_decided_and_is_not_over_any_more_may_be_held_again()
    {
        await using var office = await OpenAsync();
        var journey = await Bureau.FiledAsync(office);
        var book = office.Services.GetRequiredService<RetentionBook>();
        await book.TryDecideAsync(journey.CaseId, await book.HoldsAsync());

        // It is still drawn: the case is looked at, and left.
        await ErasureTests.NightAsync(office, years: 60);

        Assert.Empty((await book.HoldsAsync()).Decided);
        Assert.True((await HoldTests.PlaceAsync(office, new PlaceHold(journey.CaseId, null, "新泰市人民法院", "案件还在审理"))).Stands);
    }

    [Fact]
    public async Task A_decision_made_when_another_had_just_erased_the_case_and_broken_off_is_forgotten_the_next_night()
    {
        await using var office = await OpenAsync();
        var journey = await ErasureTests.RefusedAsync(office);
        var book = office.Services.GetRequiredService<RetentionBook>();
        await ErasureTests.NightAsync(office, years: 11);
        using var gone = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}", Town.Resident);
        Assert.True(await book.TryDecideAsync(journey.CaseId, await book.HoldsAsync()));

        await ErasureTests.NightAsync(office, years: 0, days: 1);

        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Empty((await book.HoldsAsync()).Decided);
    }

    [Fact]
    public async Task A_complaint_of_which_it_was_decided_and_that_is_not_over_may_be_held_again()
    {
        await using var office = await OpenAsync();
        using var filed = await office.SendAsync(HttpMethod.Post, Routes.Complaints, null, new FileComplaint(Guid.NewGuid().ToString(), "complaint", "去了三次都没人在窗口"));
        var number = (await Office.ReadAsync<ComplaintReceipt>(filed)).ComplaintId;
        var book = office.Services.GetRequiredService<RetentionBook>();
        Assert.True(await book.TryDecideAsync(number, await book.HoldsAsync()));

        await ErasureTests.NightAsync(office, years: 0, days: 1);

        Assert.Empty((await book.HoldsAsync()).Decided);
    }

    // The office's own clock may still be at today's work.
    private void InThatNight(Office office, Func<Task> happens, int look = 1)
    {
        var (today, looks) = (office.Clock.GetUtcNow(), 0);
        meanwhile.After(RequestMethod.Get, "PartitionKey eq 'holds'", happens, () => office.Clock.GetUtcNow() > today.AddYears(1) && ++looks == look);
    }

    private Task<Office> OpenAsync() => Office.OpenAsync(azurite, services: replaced => replaced.AddSingleton(
        provider => new OneVisitStorage(provider.GetRequiredService<BackOfficeSettings>().Storage with { Transport = meanwhile })));
}
