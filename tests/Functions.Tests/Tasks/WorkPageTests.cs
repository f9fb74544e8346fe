using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Services;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Tasks;

public sealed class WorkPageTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    [Fact]
    public async Task Behind_the_last_task_of_a_page_comes_the_next()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Journey.BeginAsync(office, mandate: false);
        await Journey.BeginAsync(office, mandate: false);

        var all = await office.GetAsync<TaskView[]>(Routes.Work, Town.Officer);
        var behind = await office.GetAsync<TaskView[]>(WorkPages.Behind(all[0].DueOn, all[0].CaseId, all[0].TaskId), Town.Officer);

        Assert.Equal(all.Skip(1).Select(task => task.CaseId), behind.Select(task => task.CaseId));
    }

    [Fact]
    public async Task Lines_that_are_work_no_more_do_not_hide_those_behind_them()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, mandate: false);
        var queue = office.Services.GetRequiredService<WorkQueue>();
        for (var i = 0; i < WorkPages.Size + 5; i++)
            await queue.PutAsync(new WorkItem("township/370982103", Role.TownshipOfficer, $"XT200101-00000{(char)('A' + i)}"[..15], "collect-r1", "collect", new DateOnly(2020, 1, 1 + i)));

        Assert.Equal([journey.CaseId], (await office.GetAsync<TaskView[]>(Routes.Work, Town.Officer)).Select(task => task.CaseId));
    }

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("2026-11-24/XT")]
    [InlineData("2026-13-24/XT261124-7K2M9Q/collect-r1")]
    public async Task A_page_behind_nothing_that_could_be_a_task_is_refused(string after)
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Get, $"{Routes.Work}?{WorkPages.After}={Uri.EscapeDataString(after)}", Town.Officer);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
