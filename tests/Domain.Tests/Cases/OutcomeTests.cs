using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Cases;

public sealed class OutcomeTests
{
    private static readonly DecisionPower Power = new("township/370982103", Role.ChiefRepresentative, "370982103-01", "新泰市民政局");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("        ")]
    [InlineData("\u200b\u200b\u200b\u200b\u200b\u200b")]
    [InlineData("不行")]
    public void A_refusal_without_a_reason_is_refused(string? reason) =>
        Story.AtDecide.When("decide-r1", Forms.Refuse with { Reason = reason }, Town.Chief).IsRefused(RefusalReason.ReasonRequired);

    [Theory]
    [InlineData(5, true)]
    [InlineData(500, true)]
    [InlineData(501, false)]
    public void A_reason_has_5_to_500_characters(int length, bool taken) =>
        Assert.Equal(taken, Story.AtDecide.When("decide-r1", Forms.Refuse with { Reason = new string('由', length) }, Town.Chief) is Decision.Accepted);

    [Fact]
    public void An_opinion_to_refuse_needs_a_reason_too() =>
        Story.AtReview.When("review-r1", Forms.ProposeRefusal with { Reason = "" }, Town.Officer).IsRefused(RefusalReason.ReasonRequired);

    [Fact]
    public void A_refusal_tells_its_reason() => Story.AtDecide.When("decide-r1", Forms.Refuse, Town.Chief).Brings(
        new TaskDone("decide-r1", new TaskAct.Refused(Forms.Reason)), new Decided(new CaseOutcome.Refused(Forms.Reason), "社会救助暂行办法 第十一条", Power));

    [Fact]
    public void An_approval_is_paid_from_the_next_month() => Story.AtDecide.When("decide-r1", Forms.Approve(), Town.Chief).Brings(
        new TaskDone("decide-r1", new TaskAct.Approved(new Money(1620))),
        new Decided(new CaseOutcome.Approved(new Money(1620), new DateOnly(2026, 4, 1)), "社会救助暂行办法 第十一条", Power),
        new BenefitStarted(new DateOnly(2026, 4, 1), new Money(1620)));

    [Theory]
    [InlineData(null)]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("0.001")]
    [InlineData("100000.01")]
    public void An_amount_that_cannot_be_is_refused(string? amount) => Story.AtReview.When(
        "review-r1", Forms.Propose() with { Amount = amount is null ? null : decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture) }, Town.Officer)
        .IsRefused(RefusalReason.AmountRequired);

    [Fact]
    public void Only_the_amount_that_hung_may_be_approved() =>
        Assert.Equal(new Money(1620), Story.AtDecide.When("decide-r1", Forms.Approve(1700), Town.Chief).IsRefused(RefusalReason.AmountNotNoticed).Noticed);

    [Fact]
    public void The_same_amount_written_otherwise_is_the_same() => Assert.IsType<Decision.Accepted>(Story.AtDecide.When("decide-r1", Forms.Approve(1620.00m), Town.Chief));

    [Fact]
    public void What_never_hung_cannot_be_approved() =>
        Story.AtReview.Did("review-r1", Forms.ProposeRefusal, Town.Officer).When("decide-r1", Forms.Approve(), Town.Chief).IsRefused(RefusalReason.NoticeRequired);

    [Fact]
    public void A_new_amount_that_did_not_hang_cannot_be_approved_even_if_the_decision_lies_open()
    {
        var jumped = Story.Returned.After(Story.Returned.When("review-r2", Forms.Propose(1500), Town.Officer)).With(Actor.System, new TaskOpened(
            "decide-r2", "decide", StageKind.Decide, 2, Role.ChiefRepresentative, "township/370982103", new DateOnly(2026, 3, 30), false, Town.At(3, 26), Town.At(3, 31)));

        jumped.When("decide-r2", Forms.Approve(1500), Town.Chief).IsRefused(RefusalReason.NoticeRequired);
    }

    [Fact]
    public void A_case_goes_back_once_only()
    {
        var again = Story.Returned.Did("review-r2", Forms.Propose(), Town.Officer).When("decide-r2", Forms.Return, Town.Chief);

        Assert.Equal("王立新", again.IsRefused(RefusalReason.ReturnedOnce).By!.Name);
    }

    [Fact]
    public void A_return_names_exact_items() => Story.AtDecide.When("decide-r1", Forms.Return with { Items = [" ", ""] }, Town.Chief).IsRefused(RefusalReason.ItemsRequired);

    [Fact]
    public void A_return_gives_a_reason() => Story.AtDecide.When("decide-r1", Forms.Return with { Reason = null }, Town.Chief).IsRefused(RefusalReason.ReasonRequired);

    [Fact]
    public void A_returned_case_remembers_what_is_to_be_corrected() => Assert.Equal(["补充收入证明"], Story.Returned.Case.Correction!.Items.AsEnumerable());

    [Fact]
    public void A_survey_needs_a_second_investigator() =>
        Assert.Equal("second", Story.AtSurvey.When("survey-r1", Forms.Surveyed with { Second = null }, Town.Officer).IsRefused(RefusalReason.SecondInvestigatorRequired).Field);

    [Fact]
    public void A_survey_does_not_find_negative_income() =>
        Assert.Equal("monthlyIncomeFound", Story.AtSurvey.When("survey-r1", Forms.Surveyed with { MonthlyIncomeFound = -1 }, Town.Officer).IsRefused(RefusalReason.NumberOutOfRange).Field);

    [Fact]
    public void A_survey_may_leave_open_what_it_did_not_find_out() =>
        Assert.IsType<Decision.Accepted>(Story.AtSurvey.When("survey-r1", Forms.Surveyed with { MonthlyIncomeFound = null, MembersFound = null }, Town.Officer));

    [Theory]
    [InlineData("consistent", Verification.Consistent)]
    [InlineData("contradicted", Verification.Contradicted)]
    [InlineData("unknown", Verification.Unknown)]
    public void A_verification_is_kept_as_it_was(string posted, Verification kept) =>
        Assert.Equal(kept, Story.AtSurvey.Did("verify-r1", Forms.Verified with { Verification = posted, Differences = [new("vehicle", "没有", "一辆", "vehicle", Town.Since)] }, Town.Officer).Case.Verification);

    [Theory]
    [InlineData(null)]
    [InlineData("no")]
    [InlineData("Consistent")]
    public void A_verification_that_says_nothing_known_is_refused(string? posted) =>
        Story.AtSurvey.When("verify-r1", Forms.Verified with { Verification = posted }, Town.Officer).IsRefused(RefusalReason.VerificationRequired);

    [Fact]
    public void An_unknown_verification_holds_nothing_up() => Assert.Equal(["review-r1"],
        Story.AtSurvey.Surveyed().Did("verify-r1", Forms.Verified with { Verification = "unknown" }, Town.Officer).Open);

    [Fact]
    public void Before_the_check_is_back_there_is_no_result() => Assert.Null(Story.AtSurvey.Case.Verification);

    [Fact]
    public void Nothing_beyond_the_list_is_collected() => Assert.Equal(["M99"],
        Story.Submitted().When("collect-r1", Forms.Collected with { Materials = ["M04", "M07", "M99"] }, Town.Agent).IsRefused(RefusalReason.ExtraMaterial).About.AsEnumerable());

    [Fact]
    public void What_the_city_holds_is_not_collected() => Assert.Equal(["M01"],
        Story.Submitted().When("collect-r1", Forms.Collected with { Materials = ["M01", "M04", "M07"] }, Town.Agent).IsRefused(RefusalReason.ExtraMaterial).About.AsEnumerable());

    [Fact]
    public void Collecting_ends_when_all_of_the_list_is_there() => Assert.Equal(["M07"],
        Story.Submitted().When("collect-r1", Forms.Collected with { Materials = ["M04"] }, Town.Agent).IsRefused(RefusalReason.MaterialsMissing).About.AsEnumerable());

    [Fact]
    public void What_the_resident_sent_is_there()
    {
        var sent = Story.Submitted().After(CaseDecisions.AddDocument(Story.Submitted().Case, new DocumentAdded("d", "M07", "image/png", 5), Town.Owner));

        Assert.IsType<Decision.Accepted>(sent.When("collect-r1", Forms.Collected with { Materials = ["M04"] }, Town.Agent));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("approve")]
    [InlineData("Appraised")]
    [InlineData("<script>")]
    public void An_act_of_another_stage_is_unknown(string? action) => Story.AtSurvey.When("survey-r1", Forms.Surveyed with { Action = action }, Town.Officer).IsRefused(RefusalReason.UnknownAction);

    [Fact]
    public void Filing_without_a_number_takes_the_cases_own() =>
        Assert.Equal(Town.CaseId, Story.Approved.Did("file-r1", Forms.Filed with { RegisterNumber = null }, Town.Filing).Case.RegisterNumber);

    [Fact]
    public void Control_characters_do_not_get_into_the_journal() =>
        Assert.Equal("收入\n高于标准", ((CaseOutcome.Refused)Story.AtDecide.Did("decide-r1", Forms.Refuse with { Reason = " \u0000收入\u0007\n高于\u202e标准 " }, Town.Chief).Case.Decision!.Outcome).Reason);
}
