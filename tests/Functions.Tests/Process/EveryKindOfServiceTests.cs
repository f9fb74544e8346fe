using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Process;

/// <summary>Services of every kind go from the application to the end: with an amount a month, a sum once, or nothing but the thing itself.</summary>
public sealed class EveryKindOfServiceTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private static readonly string[] Everybody = [Town.Second, Town.Agent, Town.Officer, Town.Chief, Town.Filing, Town.Bureau];

    [Theory]
    [InlineData("D1.2", 500, null, 0)]
    [InlineData("D5.1", 500, null, 0)]
    [InlineData("D7.1", 500, null, 0)]
    [InlineData("D8.1", 500, null, 0)]
    [InlineData("D3.1", null, 500, 0)]
    [InlineData("D4.1", null, null, 0)]
    [InlineData("A5.2", null, null, 0)]
    [InlineData("A1.2", null, null, 2)]
    [InlineData("A3.2", null, null, 0)]
    public async Task It_is_approved_and_closed(string service, int? monthly, int? once, int visits)
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.ApplyAsync(office, service);

        var closed = await ToTheEndAsync(office, journey);

        Assert.Equal(("closed", "approved", visits), (closed.Status, closed.Decision!.Outcome, closed.Visits));
        Assert.Equal(((decimal?)monthly, (decimal?)once), (closed.Decision.MonthlyAmount, closed.Decision.OnceAmount));
        Assert.Single((await journey.NoticesAsync()).Where(notice => notice.Kind == NoticeKinds.CaseApproved).DistinctBy(notice => notice.NoticeId));
    }

    private static async Task<CaseView> ToTheEndAsync(Office office, Journey journey)
    {
        for (var step = 0; step < 30 && await journey.SeeAsync() is { Status: not "closed" }; step++)
        {
            if (await NextAsync(office) is not var (who, task))
                await office.MoveToAsync(office.Clock.GetUtcNow().AddDays(8));
            else
                await journey.DoAsync(task.TaskId, who, FormFor(task));
        }
        return await journey.SeeAsync();
    }

    private static async Task<(string Who, TaskView Task)?> NextAsync(Office office)
    {
        foreach (var who in Everybody)
        {
            if ((await office.GetAsync<TaskView[]>(Routes.Work, who)).FirstOrDefault() is { } task)
                return (who, task);
        }
        return null;
    }

    private static TaskOutcome FormFor(TaskView task) => new(
        task.Actions[0], Investigators: ["甲", "乙"], MonthlyIncomeFound: 1300, MembersFound: 4, Verification: "consistent", Amount: 500,
        Materials: [.. task.Materials.Where(paper => paper is { HeldBy: null, Status: "needed" }).Select(paper => paper.Code)]) { Second = "zhai-deputy" };
}
