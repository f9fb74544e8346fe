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
        using var filed = await office.SendAsync(HttpMethod.Post, Routes.Complaints, null, new FileComplaint(Guid.NewGuid().ToString(), "complaint", "工作人员态度不好，让我跑了三趟", null, "13900001111"));
        var receipt = await Office.ReadAsync<ComplaintReceipt>(filed);
        await Bureau.DoAsync(office, receipt.ComplaintId, "answer-complaint-r1", Town.Reviewer, new(MatterActNames.Answered, Words: "核实了，已批评教育", Finding: "unfounded"));
        HoldView? placed = null;
        InThatNight(office, async () => placed = await HoldTests.PlaceAsync(office, new PlaceHold(receipt.ComplaintId, null, "新泰市人民法院", "案件还在审理")));

        await ErasureTests.NightAsync(office, years: 6);

        Assert.True(placed!.Stands);
        Assert.NotEmpty(await office.Services.GetRequiredService<SupervisionJournal>().ReadAsync(receipt.ComplaintId));
    }

    [Fact]
    public async Task Who_orders_a_hold_on_what_is_erased_at_that_moment_is_told_that_it_is_not_there()
    {
        await using var office = await OpenAsync();
        var journey = await ErasureTests.RefusedAsync(office);
        var journal = office.Services.GetRequiredService<CaseJournal>();
        meanwhile.After(RequestMethod.Put, "Oversight(PartitionKey='holds',", async () =>
        {
            var read = await journal.ReadAsync(journey.CaseId);
            await journal.AppendAsync(read, [new Erased("case-other", read.Version)], Actor.System, office.Clock.GetUtcNow());
        });

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Holds, Town.Reviewer, new PlaceHold(journey.CaseId, null, "新泰市人民法院", "案件还在审理"));
        var hold = Assert.Single(await office.GetAsync<HoldView[]>(Routes.Holds, Town.Reviewer));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal((false, "下令时已经到期删除"), (hold.Stands, hold.LiftReason));
    }

    // The office's own clock may still be at today's work.
    private void InThatNight(Office office, Func<Task> happens)
    {
        var today = office.Clock.GetUtcNow();
        meanwhile.After(RequestMethod.Get, "PartitionKey eq 'holds'", happens, () => office.Clock.GetUtcNow() > today.AddYears(1));
    }

    private Task<Office> OpenAsync() => Office.OpenAsync(azurite, services: replaced => replaced.AddSingleton(
        provider => new OneVisitStorage(provider.GetRequiredService<BackOfficeSettings>().Storage with { Transport = meanwhile })));
}
