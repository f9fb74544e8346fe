using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Staffing;

/// <summary>Somebody leaves or falls ill: all their open work goes to another in one act.</summary>
public sealed class HandOverTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const string Head = "staff:zhai-head";

    [Fact]
    public async Task All_households_of_an_agent_go_to_the_colleague_named_and_are_told_kindly()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journeys = new[] { await NamedAsync(office), await NamedAsync(office), await NamedAsync(office) };

        var done = await HandAsync(office, Head, "shi-agent", new("qin-agent", "生病住院一个月"));
        await office.SettleAsync();

        Assert.Equal(["moved", "moved", "moved"], done.Cases.Select(line => line.Outcome));
        Assert.NotNull(done.FinishedAt);
        Assert.Equal(journeys.Select(journey => journey.CaseId).Order(), (await journeys[0].NoticesAsync()).Where(notice => notice is { Kind: NoticeKinds.AgentChanged, To: Town.Resident } && notice.Data["who"] == "秦芳" && notice.Data["cause"] == "handed-over").Select(notice => notice.CaseId).Order());
        Assert.Equal(3, (await journeys[0].DeskOfAsync(Town.NeighbourAgent)).Length);
        Assert.Empty(await journeys[0].DeskOfAsync(Town.Agent));
        Assert.Equal(3, (await office.GetAsync<ClientView[]>(Routes.Clients, Town.NeighbourAgent)).Length);
    }

    [Fact]
    public async Task Every_case_journals_its_own_entry_with_who_did_it_and_why()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await NamedAsync(office);

        await HandAsync(office, Head, "shi-agent", new("qin-agent", "生病住院一个月"));

        var entry = (await office.Services.GetRequiredService<CaseCabinet>().FindAsync(journey.CaseId, default))!.Entries.Single(entry => entry.Event is WorkHandedOver);
        Assert.Equal((Head, Role.TownshipHead, "生病住院一个月"), (entry.Actor.Participant, entry.Actor.Role, ((WorkHandedOver)entry.Event).Reason));
        // Why is the office's own affair.
        Assert.DoesNotContain((await journey.SeeAsync()).Timeline, line => line.Note?.Contains("住院", StringComparison.Ordinal) == true);
        Assert.Contains((await journey.SeeAsync()).Timeline, line => line.Kind == "work-handed-over");
    }

    [Fact]
    public async Task Asked_for_twice_it_is_done_once()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await NamedAsync(office);

        var first = await HandAsync(office, Head, "shi-agent", new("qin-agent", "生病住院一个月"));
        var second = await HandAsync(office, Head, "shi-agent", new("qin-agent", "生病住院一个月"));

        Assert.Equal((first.Id, "moved"), (second.Id, second.Cases.Single().Outcome));
        Assert.Single((await office.Services.GetRequiredService<CaseCabinet>().FindAsync(journey.CaseId, default))!.Entries, entry => entry.Event is WorkHandedOver);
    }

    [Fact]
    public async Task Of_several_who_could_come_who_has_least_to_do_gets_the_next_household()
    {
        await using var office = await Office.OpenAsync(azurite);
        foreach (var _ in Enumerable.Range(0, 4))
            await NamedAsync(office);
        await office.Services.GetRequiredService<StaffDirectory>().SeedAsync([Agent("shi-agent-3", "史红"), Agent("shi-agent-4", "史强")]);

        var done = await HandAsync(office, Head, "shi-agent", new(null, "调到别的单位"));

        Assert.Equal([("史强", 2), ("史红", 2)], done.Cases.GroupBy(line => line.To!).Select(some => (some.Key, some.Count())).OrderBy(some => some.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_case_of_their_kin_is_left_out_and_said()
    {
        await using var office = await Office.OpenAsync(azurite);
        await NamedAsync(office);
        var related = await NamedAsync(office);
        await office.Services.GetRequiredService<CaseCabinet>().ActAsync(related.CaseId, (_, _) => new Decision.Accepted(Actor.System, [new RelativeDeclared("秦芳", RelativeSource.Staff, "姑姑", Town.NeighbourAgent)]), default);

        var done = await HandAsync(office, Head, "shi-agent", new("qin-agent", "生病住院一个月"));

        Assert.Equal(["conflict", "moved"], done.Cases.Select(line => line.Outcome).Order(StringComparer.Ordinal));
        Assert.Equal(related.CaseId, done.Cases.Single(line => line.Outcome == "conflict").CaseId);
        Assert.Contains("collect-r1", await related.DeskOfAsync(Town.Agent));
    }

    [Fact]
    public async Task What_broke_off_goes_on_by_itself()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await NamedAsync(office);
        var head = new Actor(Head, "郑海涛", Role.TownshipHead, Town.Point);
        // The power went after the act was written down and before anything was listed.
        await office.Services.GetRequiredService<HandOverBook>().PutAsync(new("shi-agent-20261124-qin-agent", "shi-agent", "史建国", "生病住院一个月", head, office.Clock.GetUtcNow(), "qin-agent", "秦芳"));

        await office.MoveToAsync(office.Clock.GetUtcNow().AddMinutes(2));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while ((await office.GetAsync<HandOverView[]>("staff/shi-agent/hand-over", Head)).Single().FinishedAt is null && await pause.WaitForNextTickAsync(patience.Token))
        {
        }
        await office.SettleAsync();

        Assert.Equal(["collect-r1"], await journey.DeskOfAsync(Town.NeighbourAgent));
    }

    [Fact]
    public async Task What_was_journalled_and_not_marked_counts_as_moved()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await NamedAsync(office);
        var done = await HandAsync(office, Head, "shi-agent", new("qin-agent", "生病住院一个月"));
        var book = office.Services.GetRequiredService<HandOverBook>();
        await book.PutAsync(done.Id, new HandOverLine(journey.CaseId));
        await book.PutAsync((await book.FindAsync(done.Id))! with { FinishedAt = null });

        var again = await HandAsync(office, Head, "shi-agent", new("qin-agent", "生病住院一个月"));

        Assert.Equal(("moved", "秦芳"), (again.Cases.Single().Outcome, again.Cases.Single().To));
    }

    [Fact]
    public async Task Work_on_a_desk_with_a_colleague_stays_there_and_is_told_so()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();

        var done = await HandAsync(office, Head, "zhai-officer", new(null, "调到别的单位"));

        Assert.Equal("stays", done.Cases.Single().Outcome);
    }

    [Theory]
    [InlineData(Town.Officer)]
    [InlineData(Town.Agent)]
    [InlineData(Town.ForeignOfficer)]
    public async Task Only_who_answers_for_a_person_hands_over_their_work(string by)
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Post, "staff/shi-agent/hand-over", by, new HandOverWork(null, "调到别的单位"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task To_nobody_or_for_no_reason_is_refused_field_by_field()
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Post, "staff/shi-agent/hand-over", Head, new HandOverWork("shi-agent", "走"));

        Assert.Equal(["reason", "to"], (await Office.ProblemAsync(answer)).Errors!.Keys.Order(StringComparer.Ordinal));
    }

    private static async Task<HandOverView> HandAsync(Office office, string by, string staffId, HandOverWork wish) =>
        await Office.ReadAsync<HandOverView>(await office.SendAsync(HttpMethod.Post, $"staff/{staffId}/hand-over", by, wish));

    private static StaffMember Agent(string id, string name) => new(id, name, [new(Role.VillageAgent, "village/370982103201", new(2020, 1, 1))]);

    // The errand is one agent's by name, since the colleague cannot.
    private static async Task<Journey> NamedAsync(Office office)
    {
        var journey = await Journey.BeginAsync(office);
        await journey.DoAsync("collect-r1", Town.OtherAgent, new(ActNames.Cannot, Cause: DeclineCauses.Busy));
        return journey;
    }
}
