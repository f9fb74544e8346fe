using System.Net;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Process;

/// <summary>Storage dies in the middle and comes back: nothing is lost, work goes on.</summary>
public sealed class AzuriteKilledTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task An_act_while_storage_is_dead_is_not_taken_and_may_be_tried_again()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        await azurite.Process.KillAsync();
        using var during = await journey.TryAsync("collect-r1", Town.Agent, new(ActNames.Collected, Materials: ["M04", "M05", "M07"]));
        await azurite.Process.RestartAsync();
        await journey.CollectAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, during.StatusCode);
        Assert.Equal(["survey-r1", "verify-r1"], (await journey.DeskOfAsync(Town.Officer)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_reminder_that_fell_due_while_storage_was_dead_is_made_up_for()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        await azurite.Process.KillAsync();
        await office.MoveToAsync(BeijingTime.StartOf(new DateOnly(2026, 11, 27)).AddMinutes(1));
        await azurite.Process.RestartAsync();
        await office.MoveToAsync(office.Clock.GetUtcNow().AddSeconds(20));

        Assert.Contains(await journey.NoticesAsync(), notice => notice.Kind == NoticeKinds.TaskReminder);
    }

    [Fact]
    public async Task An_application_that_broke_off_is_finished_by_sending_it_again()
    {
        await using var office = await Office.OpenAsync(azurite);
        var application = Applications.Ordinary();

        await azurite.Process.KillAsync();
        using var during = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, application);
        await azurite.Process.RestartAsync();
        using var after = await office.SendAsync(HttpMethod.Post, Routes.Cases, Town.Resident, application);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.Created), (during.StatusCode, after.StatusCode));
    }
}
