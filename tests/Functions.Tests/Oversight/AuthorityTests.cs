using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Oversight;

public sealed class AuthorityTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const string Route = "points/370982103/suspension";
    private const string Neighbour = "township/370982101";
    private static readonly SuspendAuthority Wish = new("抽查发现越权决定");

    [Fact]
    public async Task Open_decisions_move_to_the_bureau_which_decides_and_the_representative_is_told_so()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Bureau.SeedAsync(office);
        var journey = await Journey.BeginAsync(office);
        await journey.ToDecisionAsync();

        await SuspendAsync(office, Wish);
        using var refused = await journey.TryAsync("decide-r1", Town.Chief, new(ActNames.Approve, Amount: 1620));
        var (chief, bureau) = (await journey.DeskOfAsync(Town.Chief), await journey.DeskOfAsync(Town.Bureau));
        await journey.DoAsync("decide-r1", Town.Bureau, new(ActNames.Approve, Amount: 1620));

        var problem = await Office.ProblemAsync(refused);
        Assert.Equal((409, ProblemCodes.AuthoritySuspended), (problem.Status, problem.Code));
        Assert.Contains("2026 年 12 月 2 日（周三）", problem.Detail, StringComparison.Ordinal);
        Assert.Contains("市局经办人", problem.Detail, StringComparison.Ordinal);
        Assert.Empty(chief);
        Assert.Equal(["decide-r1"], bureau);
        Assert.Equal("approved", (await journey.SeeAsync()).Decision!.Outcome);
    }

    [Fact]
    public async Task A_decision_that_comes_up_meanwhile_never_reaches_the_point()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Bureau.SeedAsync(office);
        var journey = await Journey.BeginAsync(office);

        await SuspendAsync(office, Wish);
        await journey.ToDecisionAsync();

        Assert.Empty(await journey.DeskOfAsync(Town.Chief));
        Assert.Equal(["decide-r1"], await journey.DeskOfAsync(Town.Bureau));
    }

    [Fact]
    public async Task Lifted_the_point_decides_again()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Bureau.SeedAsync(office);
        var journey = await Journey.BeginAsync(office);
        await journey.ToDecisionAsync();
        await SuspendAsync(office, Wish);

        using var lifted = await office.SendAsync(HttpMethod.Post, $"{Route}/lift", Town.Reviewer, new LiftSuspension("已经整改到位"));
        await office.SettleAsync();

        Assert.True(lifted.IsSuccessStatusCode);
        Assert.Empty(await journey.DeskOfAsync(Town.Bureau));
        await journey.ApproveAsync();
        Assert.Equal("approved", (await journey.SeeAsync()).Decision!.Outcome);
    }

    [Fact]
    public async Task A_suspension_ends_by_itself_after_its_last_day()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Bureau.SeedAsync(office);
        var journey = await Journey.BeginAsync(office);
        await journey.ToDecisionAsync();
        await SuspendAsync(office, Wish with { To = new DateOnly(2026, 12, 4) });

        await office.MoveToAsync(new DateTimeOffset(2026, 12, 4, 16, 6, 0, TimeSpan.Zero));
        var desk = await journey.DeskOfAsync(Town.Chief);
        for (var patience = 0; patience < 200 && desk.Length == 0; patience++)
        {
            await office.SettleAsync();
            desk = await journey.DeskOfAsync(Town.Chief);
        }

        Assert.Equal(["decide-r1"], desk);
    }

    [Fact]
    public async Task Suspended_twice_it_is_once_and_otherwise_it_is_said()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Bureau.SeedAsync(office);
        await SuspendAsync(office, Wish);

        var again = await SuspendAsync(office, Wish);
        using var other = await office.SendAsync(HttpMethod.Put, Route, Town.Reviewer, Wish with { Reason = "另外一个原因" });

        Assert.Single(again.Suspensions);
        Assert.Equal(ProblemCodes.OutOfOrder, (await Office.ProblemAsync(other)).Code);
    }

    [Fact]
    public async Task Decisions_never_go_where_nobody_is()
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Put, Route, Town.Reviewer, Wish with { ToRole = Role.ChiefRepresentative.Code(), ToOffice = "township/370982101" });

        Assert.Contains("toOffice", (await Office.ProblemAsync(answer)).Errors!.Keys);
    }

    [Fact]
    public async Task Another_point_decides_meanwhile_unless_it_is_suspended_itself_and_is_not_suspended_while_it_does()
    {
        await using var office = await Office.OpenAsync(azurite);
        await office.Services.GetRequiredService<StaffDirectory>().SeedAsync([new StaffMember("dong-chief", "东来", [new Post(Role.ChiefRepresentative, Neighbour, new(2020, 1, 1))])]);
        var wish = Wish with { ToRole = Role.ChiefRepresentative.Code(), ToOffice = Neighbour };
        var offered = await office.GetAsync<AuthorityMatrixView>("points/370982103/authority", Town.Reviewer);

        var view = await SuspendAsync(office, wish);
        using var turned = await office.SendAsync(HttpMethod.Put, "points/370982101/suspension", Town.Reviewer, Wish);
        var problem = await Office.ProblemAsync(turned);

        Assert.Contains(offered.StandIns, other => other.Office == Neighbour);
        Assert.DoesNotContain(offered.StandIns, other => other.Office == "township/370982103");
        Assert.Contains("首席代表", Assert.Single(view.Suspensions).ToName, StringComparison.Ordinal);
        Assert.Equal((409, ProblemCodes.OutOfOrder), (problem.Status, problem.Code));
        Assert.Contains("翟镇", problem.Detail, StringComparison.Ordinal);

        using var lifted = await office.SendAsync(HttpMethod.Post, $"{Route}/lift", Town.Reviewer, new LiftSuspension("已经整改到位"));
        using var now = await office.SendAsync(HttpMethod.Put, "points/370982101/suspension", Town.Reviewer, Wish);
        using var refused = await office.SendAsync(HttpMethod.Put, Route, Town.Reviewer, wish);

        Assert.Equal((200, 200), ((int)lifted.StatusCode, (int)now.StatusCode));
        Assert.Contains("toOffice", (await Office.ProblemAsync(refused)).Errors!.Keys);
    }

    [Fact]
    public async Task Only_the_citys_reviewer_suspends()
    {
        await using var office = await Office.OpenAsync(azurite);
        await Bureau.SeedAsync(office);

        using var chief = await office.SendAsync(HttpMethod.Put, Route, Town.Chief, Wish);
        using var resident = await office.SendAsync(HttpMethod.Put, Route, Town.Resident, Wish);

        Assert.Equal((403, 403), ((int)chief.StatusCode, (int)resident.StatusCode));
        Assert.Empty((await office.GetAsync<AuthorityView>(Route, Town.Chief)).Suspensions);
    }

    private static async Task<AuthorityView> SuspendAsync(Office office, SuspendAuthority wish)
    {
        using var answer = await office.SendAsync(HttpMethod.Put, Route, Town.Reviewer, wish);
        var view = await Office.ReadAsync<AuthorityView>(answer);
        await office.SettleAsync();
        return view;
    }
}
