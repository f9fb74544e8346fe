using Microsoft.Extensions.DependencyInjection;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Process;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Process;

/// <summary>Turns of a case's process are few, and each does all there is to do.</summary>
public sealed class TurnTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const string CaseId = "XT261124-CGFAD5";

    [Fact]
    public void Processes_begun_by_the_release_before_tell_a_turn_the_case_alone() =>
        Assert.Equal(new TurnOrder(CaseId, null), TurnOrder.Read(CaseId));

    [Fact]
    public void A_turn_tells_the_next_how_far_the_case_was_published()
    {
        var order = new TurnOrder(CaseId, new Published(12, "W/\"datetime'2026-11-24T01%3A00%3A00.123Z'\""));

        Assert.Equal(order, TurnOrder.Read(order.ToText()));
    }

    [Fact]
    public async Task Who_comes_next_has_their_task_by_the_very_act_that_leads_to_it()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();

        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var row in office.Services.GetRequiredService<OneVisitStorage>().Table(Names.Journal).QueryAsync<Azure.Data.Tables.TableEntity>(row => row.PartitionKey == journey.CaseId))
            rows[row.RowKey] = row.GetString(JournalRows.Attempt);
        var file = (await office.Services.GetRequiredService<CaseCabinet>().FindAsync(journey.CaseId, CancellationToken.None))!;
        string AppendOf(Func<Domain.Cases.CaseEvent, bool> isIt) => rows[JournalRows.KeyOf(file.Entries.First(entry => isIt(entry.Event)).Sequence)];

        Assert.Equal(
            AppendOf(happened => happened is Domain.Cases.TaskDone { TaskId: "collect-r1" }), AppendOf(happened => happened is Domain.Cases.TaskOpened { TaskId: "survey-r1" }));
    }

    [Fact]
    public async Task A_row_that_fell_behind_is_put_right_although_the_process_thinks_it_wrote_it()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();
        var (projections, storage) = (office.Services.GetRequiredService<CaseProjections>(), office.Services.GetRequiredService<OneVisitStorage>());
        var written = await projections.FindAsync(journey.CaseId);
        await storage.Table(Names.Cases).DeleteEntityAsync(journey.CaseId, "case", Azure.ETag.All);
        await projections.PutAsync(written! with { Version = 1 });

        await office.MoveToAsync(office.Clock.GetUtcNow().AddMinutes(6));

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await projections.FindAsync(journey.CaseId, patience.Token) != written)
            await again.WaitForNextTickAsync(patience.Token);
    }

    [Fact]
    public async Task A_row_that_was_lost_is_written_again_by_the_next_act()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();
        await office.Services.GetRequiredService<OneVisitStorage>().Table(Names.Cases).DeleteEntityAsync(journey.CaseId, "case", Azure.ETag.All);

        await journey.VerifyAsync();

        var file = (await office.Services.GetRequiredService<CaseCabinet>().FindAsync(journey.CaseId, CancellationToken.None))!;
        Assert.Equal(CaseProjection.Of(file.Current), await office.Services.GetRequiredService<CaseProjections>().FindAsync(journey.CaseId));
        Assert.Equal(["survey-r1"], await journey.DeskOfAsync(Town.Officer));
    }
}
