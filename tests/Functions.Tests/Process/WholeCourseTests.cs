using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Process;

public sealed class WholeCourseTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    [Fact]
    public async Task A_case_goes_from_application_to_filing()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        await journey.ToDecisionAsync();
        await journey.ApproveAsync();
        await journey.FileAsync();
        var view = await journey.SeeAsync();

        Assert.Equal(("closed", "approved", 1620m, true), (view.Status, view.Decision!.Outcome, view.Decision.MonthlyAmount, view.CanRate));
        Assert.Equal(
            [
                "submitted", "accepted", "mandate-granted", "task-opened", "collected", "task-opened", "task-opened", "survey-signed", "task-opened", "cosigned", "surveyed", "verified",
                "task-opened", "propose", "task-opened", "notice-posted", "public-notice-opened", "public-notice-ended", "task-opened",
                "approve", "decided", "benefit-started", "delivered", "task-opened", "filed", "filed", "closed",
            ],
            // The papers of the office are printed beside it, whenever the press is free.
            view.Timeline.Select(entry => entry.Kind).Where(kind => kind is not ("paper-issued" or "filing-packaged")));
    }

    [Fact]
    public async Task Survey_and_verification_lie_on_the_desk_side_by_side()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        await journey.CollectAsync();

        Assert.Equal(["survey-r1", "verify-r1"], (await journey.DeskOfAsync(Town.Officer)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_review_waits_for_both()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();

        await journey.VerifyAsync();

        Assert.Equal(["survey-r1"], await journey.DeskOfAsync(Town.Officer));
    }

    [Fact]
    public async Task Without_a_mandate_the_township_collects()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, mandate: false);

        Assert.Equal(["collect-r1"], await journey.DeskOfAsync(Town.Officer));
        Assert.Empty(await journey.DeskOfAsync(Town.Agent));
    }

    [Fact]
    public async Task A_mandate_moves_the_errand_to_the_agent_and_back()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, mandate: false);

        using var granted = await office.SendAsync(HttpMethod.Put, $"cases/{journey.CaseId}/mandate", Town.Resident);
        await office.SettleAsync();
        var withMandate = await journey.DeskOfAsync(Town.Agent);
        using var revoked = await office.SendAsync(HttpMethod.Delete, $"cases/{journey.CaseId}/mandate", Town.Resident);
        await office.SettleAsync();

        Assert.Equal(["collect-r1"], withMandate);
        Assert.Empty(await journey.DeskOfAsync(Town.Agent));
        Assert.Equal(["collect-r1"], await journey.DeskOfAsync(Town.Officer));
    }

    [Fact]
    public async Task A_refusal_is_delivered_and_closed_without_filing()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();
        await journey.SurveyAsync();
        await journey.VerifyAsync();
        await journey.DoAsync("review-r1", Town.Officer, new(ActNames.ProposeRefusal, Reason: "核对发现名下有汽车"));

        await journey.DoAsync("decide-r1", Town.Chief, new(ActNames.Refuse, Reason: "名下有汽车，不符合规定"));
        var view = await journey.SeeAsync();

        Assert.Equal(("closed", "refused", "名下有汽车，不符合规定"), (view.Status, view.Decision!.Outcome, view.Decision.Reason));
    }

    [Fact]
    public async Task A_case_goes_back_once_and_no_further()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.ToDecisionAsync();
        var back = new TaskOutcome(ActNames.Return, Reason: "收入证明没有日期", Items: ["收入声明补写日期"]);

        await journey.DoAsync("decide-r1", Town.Chief, back);
        await journey.ProposeAsync(round: 2);
        using var second = await journey.TryAsync("decide-r2", Town.Chief, back);

        Assert.Equal(ProblemCodes.ReturnedOnce, (await Office.ProblemAsync(second)).Code);
    }

    [Fact]
    public async Task The_resident_is_told_each_step_once()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.ToDecisionAsync();
        await journey.ApproveAsync();
        await journey.FileAsync();

        var told = (await journey.NoticesAsync()).Where(notice => notice.To == Town.Resident).DistinctBy(notice => notice.NoticeId)
            .OrderBy(notice => int.Parse(notice.NoticeId.Split('.')[1], System.Globalization.CultureInfo.InvariantCulture))
            .Select(notice => notice.Kind + (notice.Data.TryGetValue("done", out var done) ? $" {done}>{notice.Data["next"]}" : ""));

        Assert.Equal(
            [
                "case-accepted", "case-progress collect>survey,verify", "case-progress survey,verify>review", "case-progress review>notice",
                "public-notice-started", "case-progress notice>decide", "case-approved", "case-closed",
            ],
            told);
    }

    [Fact]
    public async Task Staff_get_a_notice_for_each_task_and_one_when_it_is_done()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();

        var told = (await journey.NoticesAsync()).Where(notice => notice.To == Town.Agent).Select(notice => (notice.Kind, notice.TaskId));

        Assert.Equal([(NoticeKinds.TaskClosed, "collect-r1"), (NoticeKinds.TaskOpened, "collect-r1")], told.Distinct().Order());
    }

    [Fact]
    public async Task The_resident_rates_when_all_is_done()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        using var early = await office.SendAsync(HttpMethod.Put, $"cases/{journey.CaseId}/rating", Town.Resident, new RateCase(5));
        await journey.ToDecisionAsync();
        await journey.ApproveAsync();
        await journey.FileAsync();

        using var rated = await office.SendAsync(HttpMethod.Put, $"cases/{journey.CaseId}/rating", Town.Resident, new RateCase(4, "很快"));

        Assert.Equal(ProblemCodes.OutOfOrder, (await Office.ProblemAsync(early)).Code);
        Assert.Equal((4, false), ((await Office.ReadAsync<CaseView>(rated)).Rating, (await journey.SeeAsync()).CanRate));
    }
}
