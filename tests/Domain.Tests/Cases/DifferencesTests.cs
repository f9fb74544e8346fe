using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;

namespace OneVisit.Domain.Tests.Cases;

public sealed class DifferencesTests
{
    private static readonly DataDifference Car = new("vehicle", "没有", "小型轿车一辆", "vehicle", new DateOnly(2026, 2, 28));

    // Three working days from 2 March: 5 March.
    private static readonly DateOnly Until = new(2026, 3, 5);

    private static Story Told => Story.AtSurvey.Surveyed().Did("verify-r1", Contradicted(Car), Town.Officer);

    private static Story Objected => Told.After(Answer(Told, agrees: false, "车是我哥的，只是登在我名下")).Go();

    [Fact]
    public void A_contradiction_names_what_was_told_and_what_was_found() =>
        Story.AtSurvey.When("verify-r1", new OutcomeForm(ActNames.Verified) { Verification = "contradicted" }, Town.Officer).IsRefused(RefusalReason.DifferencesRequired);

    [Theory]
    [InlineData("", "没有", "一辆", "vehicle")]
    [InlineData("vehicle", "", "一辆", "vehicle")]
    [InlineData("vehicle", "没有", " ", "vehicle")]
    [InlineData("vehicle", "没有", "一辆", "hearsay")]
    public void A_contradiction_is_whole(string field, string told, string found, string register) =>
        Story.AtSurvey.When("verify-r1", Contradicted(new DataDifference(field, told, found, register, Car.AsOf)), Town.Officer).IsRefused(RefusalReason.DifferencesRequired);

    [Fact]
    public void What_could_not_be_looked_up_is_no_contradiction() => Assert.Equal(
        ["review-r1"], Story.AtSurvey.Surveyed().Did("verify-r1", new OutcomeForm(ActNames.Verified) { Verification = "unknown", Differences = [Car] }, Town.Officer).Open);

    [Fact]
    public void The_review_waits_while_the_household_may_object() => Assert.Empty(Told.Open);

    [Fact]
    public void The_household_may_object_for_three_working_days() => Assert.Equal(Until, ((TaskAct.Verified)Told.Case.Task("verify-r1")!.Done!.Act).ObjectBy);

    [Fact]
    public void Who_agrees_lets_it_go_on() => Assert.Equal(["review-r1"], Told.After(Answer(Told, agrees: true)).Go().Open);

    [Fact]
    public void Who_says_nothing_in_time_lets_it_go_on()
    {
        Assert.Equal(BeijingTime.EndOf(Until), CaseDecisions.NextAlarm(Told.Case));
        Assert.Equal(["review-r1"], Told.At(BeijingTime.EndOf(Until)).Go().Open);
    }

    [Fact]
    public void Meanwhile_the_clock_stands_still_and_goes_on_with_the_answer()
    {
        Assert.Equal([PauseCauses.WaitingForAnswer], Told.Case.OpenPauses.Select(pause => pause.Cause));
        Assert.False(Told.After(Answer(Told, agrees: true)).Case.IsPaused);
        Assert.False(Told.At(BeijingTime.EndOf(Until)).Go().Case.IsPaused);
    }

    [Fact]
    public void The_days_of_waiting_are_given_back()
    {
        var later = Told.At(Town.At(3, 4));

        // Waited from Monday 2 to Wednesday 4 March: Monday does not count anyhow, Tuesday and Wednesday do.
        Assert.Equal(new DateOnly(2026, 4, 1), later.After(Answer(later, agrees: true)).Case.Promise!.Due.On);
    }

    [Fact]
    public void An_objection_has_it_checked_once_more() => Assert.Equal(["recheck-r1"], Objected.Open);

    [Fact]
    public void The_review_follows_the_second_check() => Assert.Equal(["review-r1"], Objected.Did("recheck-r1", Forms.Verified, Town.Officer).Open);

    [Fact]
    public void The_second_check_is_what_counts() => Assert.Equal(Verification.Consistent, Objected.Did("recheck-r1", Forms.Verified, Town.Officer).Case.Verification);

    [Fact]
    public void After_the_second_check_nothing_waits_any_more() => Assert.Equal(["review-r1"], Objected.Did("recheck-r1", Contradicted(Car), Town.Officer).Open);

    [Fact]
    public void An_objection_has_a_reason() => Answer(Told, agrees: false, "不对").IsRefused(RefusalReason.ReasonRequired);

    [Fact]
    public void Nobody_objects_for_another() =>
        CaseDecisions.AnswerDifferences(Told.Case, "resident:other", false, "车是我哥的", Town.Procedure, Town.Calendar, Town.Start).IsRefused(RefusalReason.NotYours);

    [Fact]
    public void Where_nothing_contradicts_there_is_nothing_to_object_to() =>
        Answer(Story.AtReview, agrees: false, "车是我哥的").IsRefused(RefusalReason.NothingToObjectTo);

    [Fact]
    public void Afterwards_it_is_too_late() =>
        Answer(Told.At(BeijingTime.EndOf(Until)), agrees: false, "车是我哥的").IsRefused(RefusalReason.NothingToObjectTo);

    [Fact]
    public void The_same_answer_twice_is_once() => Answer(Told.After(Answer(Told, agrees: true)), agrees: true).Brings();

    [Fact]
    public void Papers_that_prove_it_are_taken_while_one_may_object() => Assert.IsType<Decision.Accepted>(
        CaseDecisions.AddDocument(Told.Case, new DocumentAdded("d", OfficePapers.ObjectionEvidence, "image/jpeg", 5), Town.Owner));

    [Fact]
    public void And_at_no_other_time() =>
        CaseDecisions.AddDocument(Story.AtReview.Case, new DocumentAdded("d", OfficePapers.ObjectionEvidence, "image/jpeg", 5), Town.Owner).IsRefused(RefusalReason.ExtraMaterial);

    [Fact]
    public void A_contradiction_of_before_each_was_named_goes_on()
    {
        var old = Story.AtSurvey.Surveyed().With(Town.Officer.In(Town.Officer.Posts[0]), new TaskDone("verify-r1", new TaskAct.Verified(Verification.Contradicted, "名下有车"))).Go();

        Assert.Equal(["review-r1"], old.Open);
    }

    private static OutcomeForm Contradicted(DataDifference difference) => new(ActNames.Verified) { Verification = "contradicted", Differences = [difference] };

    private static Decision Answer(Story story, bool agrees, string? reason = null) => CaseDecisions.AnswerDifferences(story.Case, Town.Owner, agrees, reason, Town.Procedure, Town.Calendar, story.Now);
}
