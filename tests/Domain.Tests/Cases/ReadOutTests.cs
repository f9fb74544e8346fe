using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Cases;

/// <summary>The result read out at the household's door and the letter handed over: by whom, by when, and what ends it.</summary>
public sealed class ReadOutTests
{
    private const string ReadOut = "read-out-r1";
    private static readonly MandateSignature Signed = new(SignatureKinds.Code, "content", Town.Start);
    private static readonly OutcomeForm HandedOver = new(ActNames.HandedOver);
    private static readonly OutcomeForm NotMet = new(ActNames.NotMet) { Reason = "家里没人，邻居说去看病了" };

    [Fact]
    public void Who_left_it_to_the_agent_to_fetch_the_result_has_it_brought()
    {
        var task = Decided(Fetching).Case.Task(ReadOut)!;

        Assert.Equal((Role.VillageAgent, "village/370982103201", StageKind.Deliver), (task.Role, task.Office, task.Kind));
        Assert.Equal(Town.Calendar.After(new DateOnly(2026, 3, 10), 3), task.Due);
    }

    [Fact]
    public void Who_chose_that_the_agent_hears_has_it_read_out() =>
        Assert.Contains(ReadOut, Decided(new MandateWish { Acts = [.. MandateActs.Errands, MandateActs.ReceiveNotices], Notices = NoticeChoices.Both, Signature = Signed }).Open);

    [Fact]
    public void Who_gave_only_the_errands_away_reads_the_result_alone() => Assert.Equal(["file-r1"], Story.Approved.Open);

    [Fact]
    public void Who_chose_to_hear_alone_reads_the_result_alone() =>
        Assert.DoesNotContain(ReadOut, Decided(new MandateWish { Acts = [.. MandateActs.Errands, MandateActs.ReceiveNotices], Signature = Signed }).Open);

    [Fact]
    public void A_refusal_is_read_out_too()
    {
        var refused = AtDecide(Fetching).Did("decide-r1", Forms.Refuse, Town.Chief);

        Assert.Equal((ReadOut, CaseStatus.Refused), (Assert.Single(refused.Open), refused.Case.Status));
        Assert.True(refused.Did(ReadOut, HandedOver, Town.Agent).Case.IsClosed);
    }

    [Fact]
    public void Filing_does_not_wait_for_it_and_the_end_of_the_case_does()
    {
        var filed = Decided(Fetching).Did("file-r1", Forms.Filed, Town.Filing);

        Assert.Equal((true, false), (filed.Case.FiledAt is not null, filed.Case.IsClosed));
        Assert.True(filed.Did(ReadOut, HandedOver, Town.Agent).Case.IsClosed);
    }

    [Fact]
    public void Handing_over_is_the_agents_act_for_the_household_on_the_day_that_they_say()
    {
        var done = Decided(Fetching).At(Town.At(3, 11)).Did(ReadOut, HandedOver with { On = new(2026, 3, 10) }, Town.Agent).Case.Task(ReadOut)!.Done!;

        Assert.Equal(("史建国", Town.Owner, new DateOnly(2026, 3, 10)), (done.By.Name, done.By.OnBehalfOf!.Participant, ((TaskAct.HandedOver)done.Act).On));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(11)]
    public void Nothing_was_handed_over_before_it_was_decided_or_after_today(int day) =>
        Assert.Equal("on", Decided(Fetching).When(ReadOut, HandedOver with { On = new(2026, 3, day) }, Town.Agent).IsRefused(RefusalReason.DayOutOfRange).Field);

    [Fact]
    public void Nobody_met_is_said_with_a_reason_and_tried_once_more()
    {
        var decided = Decided(Fetching);
        decided.When(ReadOut, NotMet with { Reason = " " }, Town.Agent).IsRefused(RefusalReason.ReasonRequired);
        var again = decided.Did(ReadOut, NotMet, Town.Agent);

        Assert.Equal(["file-r1", "read-out-r1-2"], again.Open);
        Assert.Equal(["file-r1"], again.Did("read-out-r1-2", NotMet, Town.Agent).Open);
    }

    [Fact]
    public void A_mandate_taken_back_lets_nobody_come_with_the_result()
    {
        var decided = Decided(Fetching);
        var revoked = decided.After(CaseDecisions.RevokeMandate(decided.Case, Town.Owner, decided.Now));

        Assert.IsType<TaskAct.ReadOutWithdrawn>(revoked.Case.Task(ReadOut)!.Done!.Act);
        revoked.When(ReadOut, HandedOver, Town.Agent).IsRefused(RefusalReason.AlreadyDone);
        Assert.True(revoked.Did("file-r1", Forms.Filed, Town.Filing).Case.IsClosed);
    }

    [Fact]
    public void Only_its_owner_takes_the_mandate_back_then()
    {
        var decided = Decided(Fetching);

        CaseDecisions.RevokeMandate(decided.Case, "resident:other", decided.Now).IsRefused(RefusalReason.NotYours);
    }

    [Fact]
    public void Nobody_comes_with_the_result_after_the_mandates_last_day()
    {
        var decided = Decided(Fetching with { ExpiresOn = new(2026, 3, 11) });

        Assert.True(CaseDecisions.NextAlarm(decided.Case) <= BeijingTime.EndOf(new(2026, 3, 11)));
        Assert.Equal(["file-r1"], decided.At(Town.At(3, 12)).Go().Open);
    }

    [Fact]
    public void An_agent_who_cannot_come_hands_it_on()
    {
        var colleague = Town.Staff("li-agent", "李勇", Role.VillageAgent, "village/370982103201");
        var decided = Decided(Fetching);
        var moved = decided.After(CaseDecisions.CompleteTask(
            decided.Case, ReadOut, new(ActNames.Cannot) { Cause = DeclineCauses.Ill }, Town.Agent, Town.Procedure, Town.Calendar, decided.Now, agents: new([Town.Agent, colleague])));

        Assert.Equal(colleague.Participant, moved.Case.Task(ReadOut)!.Person);
        Assert.Contains("file-r1", moved.Did(ReadOut, HandedOver, colleague).Open);
    }

    [Fact]
    public void It_is_brought_by_the_township_where_an_agent_applied_and_may_not_hear_of_it()
    {
        var mandate = new MandateWish { Acts = [.. MandateActs.Errands, MandateActs.Apply], Signature = Signed };
        var applied = new Story([], Town.Start).After(CaseDecisions.Submit(Town.Application, mandate, Town.Procedure, Town.Calendar, Town.Start, Town.Agent.In(Town.Agent.Posts[0]))).Go();
        var decided = ToDecide(applied).Did("decide-r1", Forms.Approve(), Town.Chief);

        Assert.Equal(Role.TownshipOfficer, decided.Case.Task(ReadOut)!.Role);
        // Come into a conversation of its own, the household reads it itself.
        var taken = decided.After(CaseDecisions.TakeOver(decided.Case, "resident:own", isUnclaimed: true)).Go();
        Assert.Equal(["file-r1"], taken.Open);
    }

    private static MandateWish Fetching => new() { Acts = [.. MandateActs.Errands, MandateActs.CollectResult], Signature = Signed };

    private static Story Decided(MandateWish mandate) => AtDecide(mandate).Did("decide-r1", Forms.Approve(), Town.Chief);

    private static Story AtDecide(MandateWish mandate) => ToDecide(AgencyTests.Given(mandate));

    private static Story ToDecide(Story story) => story.Did("collect-r1", Forms.Collected, Town.Agent).Surveyed().Did("verify-r1", Forms.Verified, Town.Officer)
        .Did("review-r1", Forms.Propose(), Town.Officer).Did("notice-r1", Forms.NoticePosted, Town.Officer).At(Town.At(3, 10)).Go();
}
