using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Process;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Process;

public sealed class RecoveryTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    [Fact]
    public async Task After_a_restart_a_case_goes_on_where_it_was()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();

        await office.RestartAsync();
        await journey.SurveyAsync();
        await journey.VerifyAsync();

        Assert.Equal(["review-r1"], await journey.DeskOfAsync(Town.Officer));
    }

    [Fact]
    public async Task A_process_that_is_gone_is_started_again_by_the_reconciliation()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await KillProcessAsync(office, journey.CaseId);

        await office.MoveToAsync(office.Clock.GetUtcNow().AddMinutes(6));
        await UntilAsync(async () => await office.Host.Engine.Client.GetInstanceAsync(journey.CaseId) is { RuntimeStatus: OrchestrationRuntimeStatus.Running });
        await journey.CollectAsync();

        Assert.Equal(["survey-r1", "verify-r1"], (await journey.DeskOfAsync(Town.Officer)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_outcome_starts_a_process_that_is_gone()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await KillProcessAsync(office, journey.CaseId);

        await journey.CollectAsync();

        Assert.Equal(["survey-r1", "verify-r1"], (await journey.DeskOfAsync(Town.Officer)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_process_that_failed_is_replaced_by_the_next_act()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await office.Host.Engine.Client.TerminateInstanceAsync(journey.CaseId, (object)"failed");
        await office.Host.Engine.Client.WaitForInstanceCompletionAsync(journey.CaseId);

        await journey.CollectAsync();

        Assert.Equal(["survey-r1", "verify-r1"], (await journey.DeskOfAsync(Town.Officer)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_wake_up_that_was_lost_is_made_up_for_by_the_reconciliation()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await JournalWithoutBellAsync(office, journey.CaseId);

        await office.MoveToAsync(office.Clock.GetUtcNow().AddMinutes(6));
        await UntilAsync(async () => (await journey.DeskOfAsync(Town.Officer)).Length == 2);

        Assert.Equal(["survey-r1", "verify-r1"], (await journey.DeskOfAsync(Town.Officer)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_process_is_rebuilt_from_the_journal()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();
        var before = await journey.SeeAsync();

        using var answer = await office.SendAsync(HttpMethod.Post, $"cases/{journey.CaseId}/rebuild", Town.Reviewer);
        await office.SettleAsync();
        var after = await journey.SeeAsync();
        await journey.SurveyAsync();
        await journey.VerifyAsync();

        Assert.Equal(System.Net.HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal((before.Version, "review-r1"), (after.Version, string.Join(',', await journey.DeskOfAsync(Town.Officer))));
    }

    [Fact]
    public async Task Advancing_twice_changes_nothing()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        var before = (await journey.SeeAsync()).Version;
        _ = await journey.NoticesAsync();

        await using var request = office.Services.CreateAsyncScope();
        var advance = ActivatorUtilities.CreateInstance<AdvanceCase>(request.ServiceProvider);
        await advance.Run(journey.CaseId, default);
        await advance.Run(journey.CaseId, default);

        Assert.Equal((before, 0), ((await journey.SeeAsync()).Version, (await journey.NoticesAsync()).Count));
    }

    // As if the host had died between the journal and the bell.
    private static async Task JournalWithoutBellAsync(Office office, string caseId)
    {
        var cabinet = office.Services.GetRequiredService<OneVisit.Functions.Cases.CaseCabinet>();
        var catalogue = office.Services.GetRequiredService<CatalogueShelf>().InForce;
        var agent = Town.Staff.Single(member => member.Participant == Town.Agent);
        var form = new OutcomeForm(ActNames.Collected) { Materials = ["M04", "M05", "M07"] };
        Assert.IsType<OneVisit.Functions.Cases.Acted.Done>(await cabinet.ActAsync(
            caseId, (file, now) => CaseDecisions.CompleteTask(file.Current, "collect-r1", form, agent, file.Procedure, catalogue.Calendar, now), default));
    }

    private static async Task KillProcessAsync(Office office, string caseId)
    {
        var client = office.Host.Engine.Client;
        await client.TerminateInstanceAsync(caseId, (object)"gone");
        await client.WaitForInstanceCompletionAsync(caseId);
        await client.PurgeInstanceAsync(caseId);
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await holds())
            await again.WaitForNextTickAsync(patience.Token);
    }
}
