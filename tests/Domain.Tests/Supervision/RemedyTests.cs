using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Domain.Tests.Cases;

namespace OneVisit.Domain.Tests.Supervision;

public sealed class RemedyTests
{
    private static readonly MatterForm Contacted = new(MatterActNames.Contacted) { Complexity = "simple", Words = "说要跑两趟" };
    private static readonly MatterForm Fixed = new(MatterActNames.Fixed) { Words = "上门道歉，材料由我们补齐" };
    private static readonly MatterForm Content = new(MatterActNames.Revisited) { Satisfied = "yes" };
    private static readonly MatterForm NotContent = new(MatterActNames.Revisited) { Satisfied = "no", Words = "还是没有说法" };

    [Fact]
    public void A_bad_rating_is_called_about_within_one_working_day() =>
        Assert.Equal(new DateOnly(2026, 3, 11), Affair.Remedy(Bureau.Rated(2), Town.Officer, Bureau.Colleague).Matter.Step("contact-rater-r1")!.Due.On);

    [Fact]
    public void The_handler_who_was_rated_does_not_handle_it() => Assert.Equal(
        Role.TownshipOfficer,
        Affair.Remedy(Bureau.Rated(1), Town.Officer, Bureau.Colleague).When("contact-rater-r1", Contacted, Town.Officer).IsRefused(MatterRefusal.AboutThemselves).Could!.Role);

    [Fact]
    public void A_colleague_of_theirs_does() => Assert.Equal(["fix-service-r1"], Affair.Remedy(Bureau.Rated(1), Town.Officer, Bureau.Colleague).Did("contact-rater-r1", Contacted, Bureau.Colleague).Open);

    [Fact]
    public void Where_the_handler_is_the_only_officer_the_representative_does() =>
        Assert.Equal(Role.ChiefRepresentative, Affair.Remedy(Bureau.Rated(1), Town.Officer).Matter.Step("contact-rater-r1")!.Role);

    [Fact]
    public void Where_nobody_else_is_there_at_all_the_handler_does()
    {
        var only = MatterDecisions.OpenRemedy("HP", Bureau.Rated(1).Case, [Town.Officer], [], Bureau.World(), Town.Start).OfType<StepOpened>().Single();

        Assert.Equal((Role.TownshipOfficer, true), (only.Role, only.NotBy.IsEmpty));
    }

    [Theory]
    [InlineData("simple", "2026-03-17")]
    [InlineData("complex", "2026-03-31")]
    public void A_simple_matter_is_fixed_in_five_working_days_and_a_complex_one_in_fifteen(string complexity, string due) => Assert.Equal(
        DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture),
        Affair.Remedy(Bureau.Rated(1), Town.Officer, Bureau.Colleague).Did("contact-rater-r1", Contacted with { Complexity = complexity }, Bureau.Colleague).Matter.Step("fix-service-r1")!.Due.On);

    [Fact]
    public void Somebody_else_asks_again_within_five_working_days()
    {
        var step = AtRevisit.Matter.Step("revisit-rater-r1")!;

        Assert.Equal((Role.CityReviewer, new DateOnly(2026, 3, 17)), (step.Role, step.Due.On));
        Assert.Superset(new HashSet<string> { Town.Officer.Participant, Bureau.Colleague.Participant }, step.NotBy.ToHashSet());
    }

    [Fact]
    public void Who_is_content_ends_it() => Assert.True(AtRevisit.Did("revisit-rater-r1", Content, Bureau.Reviewer).Matter.IsClosed);

    [Fact]
    public void Who_is_not_content_has_it_put_right_once_more_and_not_for_ever()
    {
        var again = AtRevisit.Did("revisit-rater-r1", NotContent, Bureau.Reviewer);
        var ended = again.Did("fix-service-r2", Fixed, Bureau.Colleague).Did("revisit-rater-r2", NotContent, Bureau.Reviewer);

        Assert.Equal(["fix-service-r2"], again.Open);
        Assert.True(ended.Matter.IsClosed);
        Assert.Equal(new RatingRemedied(ended.Matter.MatterId, false), CaseDecisions.ResultsOf(ended.Matter).Single().Result);
    }

    [Fact]
    public void The_reviewer_leaves_a_mistaken_rating_out_of_the_rates_wherever_it_stands()
    {
        var remedy = Affair.Remedy(Bureau.Rated(1), Town.Officer, Bureau.Colleague);
        var excluded = remedy.After(MatterDecisions.Exclude(remedy.Matter, "老人点错了星", Bureau.Reviewer, remedy.Now));

        Assert.Equal((true, 0), (excluded.Matter.IsClosed, excluded.Open.Length));
        Assert.Equal(new RatingExcluded("老人点错了星"), CaseDecisions.ResultsOf(excluded.Matter).Single().Result);
    }

    [Theory]
    [InlineData("")]
    [InlineData("误点")]
    public void Nothing_is_left_out_without_a_reason(string reason) =>
        MatterDecisions.Exclude(AtRevisit.Matter, reason, Bureau.Reviewer, AtRevisit.Now).IsRefused(MatterRefusal.WordsRequired);

    [Fact]
    public void Only_the_citys_reviewer_leaves_a_rating_out() =>
        MatterDecisions.Exclude(AtRevisit.Matter, "老人点错了星", Town.Chief, AtRevisit.Now).IsRefused(MatterRefusal.ReviewerOnly);

    [Fact]
    public void An_excluded_rating_still_stands_as_it_was_given()
    {
        var rated = Bureau.Rated(1);
        var excluded = rated.After(CaseDecisions.ExcludeRating(rated.Case, "老人点错了星", Bureau.Reviewer, rated.Now));

        Assert.Equal((1, "老人点错了星"), (excluded.Case.Rating!.Stars, excluded.Case.Rating.Excluded!.Reason));
    }

    [Fact]
    public void What_is_posted_without_saying_how_hard_it_is_changes_nothing() => Affair.Remedy(Bureau.Rated(1), Town.Officer, Bureau.Colleague)
        .When("contact-rater-r1", Contacted with { Complexity = null }, Bureau.Colleague).IsRefused(MatterRefusal.ComplexityRequired);

    [Fact]
    public void A_good_rating_needs_no_remedy() => Assert.Equal([false, false, false, true, true], new[] { 5, 4, 3, 2, 1 }.Select(stars => Bureau.Rated(stars).Case.Rating!.IsBad));

    private static Affair AtRevisit => Affair.Remedy(Bureau.Rated(1), Town.Officer, Bureau.Colleague)
        .Did("contact-rater-r1", Contacted, Bureau.Colleague).Did("fix-service-r1", Fixed, Bureau.Colleague);
}
