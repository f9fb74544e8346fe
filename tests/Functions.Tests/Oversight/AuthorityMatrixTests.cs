using System.Net;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Oversight;

/// <summary>The authority matrix over HTTP: read, changed with a reason, and what it does to decisions that lie on desks.</summary>
public sealed class AuthorityMatrixTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const string Route = "points/370982103/authority";

    private static readonly AuthorityGrantForm DeputyUpTo2000 = new("D1.2", "deputy-representative", 2000);

    [Fact]
    public async Task Staff_read_a_points_matrix_and_the_city_reads_all()
    {
        await using var office = await Office.OpenAsync(azurite);

        var matrix = await office.GetAsync<AuthorityMatrixView>(Route, Town.Officer);
        var line = matrix.Lines.Single(line => line.Item == "D1.2");
        var all = await office.GetAsync<AuthorityMatrixView[]>(Routes.AuthorityMatrix, Town.Reviewer);

        Assert.Equal(("农村低保", "chief-representative", (decimal?)5000, "370982103-01", "新泰市民政局", "in-force"), (line.ItemName, line.Holder, line.UpTo, line.Seal, line.DecisionName, line.State));
        Assert.Equal(21, all.Length);
        Assert.Contains(new MatrixItem("D1.2", "农村低保"), matrix.Items);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(office, Routes.AuthorityMatrix, Town.Chief));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(office, Route, Town.Resident));
    }

    [Fact]
    public async Task More_than_the_point_may_decide_on_goes_to_the_bureau_which_decides_under_its_own_seal()
    {
        await using var office = await Office.OpenAsync(azurite);
        await ChangeAsync(office, new("年度授权调整", [new("D1.2", "chief-representative", 1000)]));
        var journey = await Journey.BeginAsync(office);
        await journey.ToDecisionAsync();

        using var refused = await journey.TryAsync("decide-r1", Town.Chief, new(ActNames.Approve, Amount: 1620));
        var problem = await Office.ProblemAsync(refused);
        var desk = await journey.DeskOfAsync(Town.Bureau);
        await journey.DoAsync("decide-r1", Town.Bureau, new(ActNames.Approve, Amount: 1620));
        var seen = await journey.SeeAsync();

        Assert.Equal((409, ProblemCodes.WithoutAuthority), (problem.Status, problem.Code));
        Assert.Contains("1,000 元", problem.Detail, StringComparison.Ordinal);
        Assert.Contains("市局经办人", problem.Detail, StringComparison.Ordinal);
        Assert.Equal(["decide-r1"], desk);
        Assert.Contains(seen.Timeline, entry => entry.Note == "金额超过该站点的权限，转市民政局决定");
        Assert.Equal("approved", seen.Decision!.Outcome);
    }

    [Fact]
    public async Task Open_decisions_follow_a_change_and_come_back_with_the_next()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.ToDecisionAsync();

        await ChangeAsync(office, new("年度授权调整", [new("D1.2", "chief-representative", 1000)]));
        var (chief, bureau) = (await journey.DeskOfAsync(Town.Chief), await journey.DeskOfAsync(Town.Bureau));
        await ChangeAsync(office, new("恢复原来的授权", [new("D1.2", "chief-representative", 6000)]));

        Assert.Empty(chief);
        Assert.Equal(["decide-r1"], bureau);
        Assert.Equal(["decide-r1"], await journey.DeskOfAsync(Town.Chief));
        await journey.ApproveAsync();
    }

    [Fact]
    public async Task A_deputy_decides_from_the_same_card_and_both_are_told()
    {
        await using var office = await Office.OpenAsync(azurite);
        await ChangeAsync(office, new("副首席代表可以代行", [DeputyUpTo2000]));
        var journey = await Journey.BeginAsync(office);
        await ToDecisionAsync(journey, 1620);

        var (chief, deputy) = (await journey.DeskOfAsync(Town.Chief), await journey.DeskOfAsync(Town.Deputy));
        await journey.DoAsync("decide-r1", Town.Deputy, new(ActNames.Approve, Amount: 1620));
        var told = (await journey.NoticesAsync()).Where(notice => notice.TaskId == "decide-r1").Select(notice => (notice.Kind, notice.To)).Distinct();

        Assert.Equal(["decide-r1"], chief);
        Assert.Equal(["decide-r1"], deputy);
        Assert.Equal(
            [(NoticeKinds.TaskClosed, Town.Chief), (NoticeKinds.TaskClosed, Town.Deputy), (NoticeKinds.TaskOpened, Town.Chief), (NoticeKinds.TaskOpened, Town.Deputy)],
            told.Order());
        Assert.Contains("何秀英", (await journey.SeeAsync()).Decision!.By, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deputy_who_decides_gives_more_time_too_and_one_who_does_not_is_refused()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();
        TaskOutcome more = new(ActNames.ExtendTime, Cause: "hard-survey", Reason: "家庭成员都在外地打工");
        using var refused = await journey.TryAsync("survey-r1", Town.Deputy, more);
        var before = await office.GetAsync<CaseView>($"cases/{journey.CaseId}", Town.Deputy);

        await ChangeAsync(office, new("副首席代表可以代行", [DeputyUpTo2000]));
        var after = await office.GetAsync<CaseView>($"cases/{journey.CaseId}", Town.Deputy);
        await journey.DoAsync(after.ExtendTask!, Town.Deputy, more);

        Assert.Equal((403, null), ((int)refused.StatusCode, before.ExtendTask));
        Assert.StartsWith("何秀英", (await journey.SeeAsync()).Extended!.By, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_time_is_offered_on_the_deputys_list_of_work_as_on_the_card_itself()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.ToDecisionAsync();
        await ChangeAsync(office, new("副首席代表可以代行", [DeputyUpTo2000]));

        var listed = Assert.Single(await office.GetAsync<TaskView[]>(Routes.Work, Town.Deputy));

        Assert.Contains(ActNames.ExtendTime, listed.Actions);
        Assert.Equal((await journey.TaskAsync("decide-r1", Town.Deputy)).Actions, listed.Actions);
    }

    [Fact]
    public async Task A_line_that_ends_hands_its_decisions_over_the_day_after()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.ToDecisionAsync();
        await ChangeAsync(office, new("任期届满，不再续", Ends: [new("D1.2", "chief-representative", new DateOnly(2026, 12, 4))]));
        Assert.Equal(["decide-r1"], await journey.DeskOfAsync(Town.Chief));

        await office.MoveToAsync(new DateTimeOffset(2026, 12, 4, 16, 6, 0, TimeSpan.Zero));
        var desk = await journey.DeskOfAsync(Town.Bureau);
        for (var patience = 0; patience < 200 && desk.Length == 0; patience++)
        {
            await office.SettleAsync();
            desk = await journey.DeskOfAsync(Town.Bureau);
        }

        Assert.Equal(["decide-r1"], desk);
        using var late = await journey.TryAsync("decide-r1", Town.Chief, new(ActNames.Approve, Amount: 1620));
        Assert.Contains("2026 年 12 月 4 日（周五）", (await Office.ProblemAsync(late)).Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("D9.9", "chief-representative", null, "grants[0].item")]
    [InlineData("A5.2", "chief-representative", null, "grants[0].item")]
    [InlineData("D1.2", "township-officer", null, "grants[0].holder")]
    [InlineData("D1.2", "nobody", null, "grants[0].holder")]
    [InlineData("D1.2", "deputy-representative", -1, "grants[0].upTo")]
    public async Task What_cannot_be_is_said_by_its_field_and_changes_nothing(string item, string holder, int? upTo, string field)
    {
        await using var office = await Office.OpenAsync(azurite);
        var before = await office.GetAsync<AuthorityMatrixView>(Route, Town.Reviewer);

        using var answer = await office.SendAsync(HttpMethod.Put, Route, Town.Reviewer, new ChangeAuthority("年度授权调整", [new(item, holder, upTo)]));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal([field], (await Office.ProblemAsync(answer)).Errors!.Keys);
        Assert.Equal(before.Version, (await office.GetAsync<AuthorityMatrixView>(Route, Town.Reviewer)).Version);
    }

    [Fact]
    public async Task Only_the_city_changes_it_and_only_with_a_reason()
    {
        await using var office = await Office.OpenAsync(azurite);

        using var chief = await office.SendAsync(HttpMethod.Put, Route, Town.Chief, new ChangeAuthority("年度授权调整", [DeputyUpTo2000]));
        using var silent = await office.SendAsync(HttpMethod.Put, Route, Town.Bureau, new ChangeAuthority("  ", [DeputyUpTo2000]));
        using var nothing = await office.SendAsync(HttpMethod.Put, Route, Town.Bureau, new ChangeAuthority("年度授权调整"));
        using var nowhere = await office.SendAsync(HttpMethod.Put, "points/370982999/authority", Town.Bureau, new ChangeAuthority("年度授权调整", [DeputyUpTo2000]));

        Assert.Equal((403, 422, 422, 404), ((int)chief.StatusCode, (int)silent.StatusCode, (int)nothing.StatusCode, (int)nowhere.StatusCode));
        Assert.Contains("市级评查员", (await Office.ProblemAsync(chief)).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_change_at_once_are_both_on_record_and_the_same_twice_is_once()
    {
        await using var office = await Office.OpenAsync(azurite);
        var wish = new ChangeAuthority("副首席代表可以代行", [DeputyUpTo2000]);

        await Task.WhenAll(ChangeAsync(office, wish), ChangeAsync(office, new("年度授权调整", [new("D1.1", "deputy-representative", 2000)])));
        var after = await ChangeAsync(office, wish);

        Assert.Equal(3, after.Version);
        Assert.Equal(2, after.Lines.Count(line => line.Holder == "deputy-representative"));
        Assert.All(after.Lines.Where(line => line.Holder == "deputy-representative"), line => Assert.Contains("赵严", line.By, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_decision_that_takes_two_waits_for_the_second_and_the_letter_bears_both()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await ToDecisionAsync(journey, 3600);

        var signed = await journey.DoAsync("decide-r1", Town.Chief, new(ActNames.Approve, Amount: 3600));
        using var twice = await journey.TryAsync("decide-r1", Town.Chief, new(ActNames.Countersign));
        var waiting = await journey.SeeAsync();
        var card = await journey.TaskAsync("decide-r1", Town.Deputy);
        var (chief, deputy) = (await journey.DeskOfAsync(Town.Chief), await journey.DeskOfAsync(Town.Deputy));
        await journey.DoAsync("decide-r1", Town.Deputy, new(ActNames.Countersign));

        Assert.DoesNotContain(ActNames.Approve, signed.Actions);
        Assert.DoesNotContain(ActNames.Countersign, signed.Actions);
        Assert.Null(waiting.Decision);
        Assert.Equal(ProblemCodes.SecondSignature, (await Office.ProblemAsync(twice)).Code);
        Assert.Equal([ActNames.Countersign, ActNames.DeclineSignature], card.Actions.Take(2));
        Assert.Contains("王立新", Assert.Single(card.Facts!), StringComparison.Ordinal);
        Assert.Empty(chief);
        Assert.Equal(["decide-r1"], deputy);
        Assert.Equal(3600, (await journey.SeeAsync()).Decision!.MonthlyAmount);
    }

    // The deputy has nothing to do with the survey here: who surveyed does not decide.
    private static async Task ToDecisionAsync(Journey journey, decimal amount)
    {
        await journey.CollectAsync();
        await journey.DoAsync("survey-r1", Town.Officer, Journey.Surveyed with { Second = "zhai-officer-2" });
        await journey.DoAsync("survey-cosign-r1", "staff:zhai-officer-2", new(ActNames.Cosigned));
        await journey.VerifyAsync();
        await journey.DoAsync("review-r1", Town.Officer, new(ActNames.Propose, Amount: amount));
        await journey.HangNoticeAsync();
    }

    private static async Task<AuthorityMatrixView> ChangeAsync(Office office, ChangeAuthority wish)
    {
        using var answer = await office.SendAsync(HttpMethod.Put, Route, Town.Reviewer, wish);
        var view = await Office.ReadAsync<AuthorityMatrixView>(answer);
        await office.SettleAsync();
        return view;
    }

    private static async Task<HttpStatusCode> StatusAsync(Office office, string route, string who)
    {
        using var answer = await office.SendAsync(HttpMethod.Get, route, who);
        return answer.StatusCode;
    }
}
