using System.Collections.Immutable;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Cases;

public sealed class RelativesTests
{
    private static readonly StaffMember Reviewer = Town.Staff("city-reviewer", "赵严", Role.CityReviewer, "city/370982");
    private static readonly StaffMember Deputy = Town.Staff("zhai-deputy", "何秀英", Role.DeputyRepresentative, "township/370982103");
    private static readonly StaffMember Bureau = Town.Staff("bureau-officer", "孙宁", Role.BureauOfficer, "city/370982");

    private static Story Declared => Story.AtSurvey.Did("survey-r1", Of(Town.Officer), Town.Officer);

    [Fact]
    public void A_household_that_names_kin_at_once_is_visited_by_the_city()
    {
        var told = new Story([], Town.Start).After(CaseDecisions.Submit(
            Town.Application, mandate: null, Town.Procedure, Town.Calendar, Town.Start, relatives: [new RelativeDeclared("王立新", RelativeSource.Resident, "舅舅", Town.Chief.Participant)])).Go();

        Assert.Equal(["collect-r1", "city-visit-r1"], told.Open.Order(StringComparer.Ordinal).Reverse());
        Assert.Equal([VisitCauses.Relatives], told.Case.VisitsOrdered.Select(order => order.Cause));
    }

    [Fact]
    public void A_household_without_kin_is_not() => Assert.Empty(Story.Submitted().Case.VisitsOrdered);

    [Fact]
    public void Who_declares_themselves_acts_no_more() =>
        Assert.Equal(new Post(Role.TownshipOfficer, "township/370982103", new DateOnly(2026, 3, 2)), Declared.When("survey-r1", Forms.Surveyed, Town.Officer).IsRefused(RefusalReason.RelatedToHousehold).Could);

    [Fact]
    public void Another_of_the_office_acts_in_their_place() =>
        Assert.IsType<Decision.Accepted>(Declared.When("verify-r1", Forms.Verified, Town.Second));

    [Theory]
    [InlineData("survey-r1", ActNames.StartSurvey)]
    [InlineData("verify-r1", ActNames.Verified)]
    [InlineData("verify-r1", ActNames.RequestMaterial)]
    public void Whatever_the_card_posts_is_refused(string task, string action) =>
        Declared.When(task, new OutcomeForm(action) { Verification = "consistent" }, Town.Officer).IsRefused(RefusalReason.RelatedToHousehold);

    [Fact]
    public void Kin_is_no_second_investigator() =>
        Story.AtSurvey.Did("survey-r1", Of(Town.Second), Town.Officer).When("survey-r1", Forms.Surveyed, Town.Officer).IsRefused(RefusalReason.OtherIsRelated);

    [Fact]
    public void Declaring_the_same_twice_is_once() => Declared.When("survey-r1", Of(Town.Officer), Town.Officer).Brings();

    [Fact]
    public void Nobody_is_declared_without_a_name() =>
        Story.AtSurvey.When("survey-r1", new OutcomeForm(ActNames.DeclareRelative) { Relative = new RelativeForm(" ", null) }, Town.Officer).IsRefused(RefusalReason.RelativeRequired);

    [Fact]
    public void Nothing_is_decided_before_the_city_has_visited()
    {
        var owed = Story.AtDecide.Did("decide-r1", Of(null), Town.Chief);

        Assert.Equal(Role.CityReviewer, owed.When("decide-r1", Forms.Approve(), Town.Chief).IsRefused(RefusalReason.CityVisitRequired).Could!.Role);
        owed.When("decide-r1", Forms.Refuse, Town.Chief).IsRefused(RefusalReason.CityVisitRequired);
    }

    [Fact]
    public void After_two_of_the_city_have_visited_it_is_decided()
    {
        var visited = Story.AtDecide.Did("decide-r1", Of(null), Town.Chief)
            .Did("city-visit-r1", new OutcomeForm(ActNames.Visited) { Investigators = ["赵严", "李文静"], Reason = "情况属实，无异常" }, Reviewer);

        Assert.IsType<Decision.Accepted>(visited.When("decide-r1", Forms.Approve(), Town.Chief));
    }

    [Fact]
    public void One_alone_is_no_visit() => Declared.When("city-visit-r1", new OutcomeForm(ActNames.Visited) { Investigators = ["赵严"], Reason = "情况属实" }, Reviewer)
        .IsRefused(RefusalReason.TwoInvestigatorsRequired);

    [Fact]
    public void The_city_visits_once_however_many_are_kin() =>
        Assert.Single(Declared.Did("verify-r1", Of(Town.Chief), Town.Second).Case.VisitsOrdered);

    [Fact]
    public void Work_stays_at_a_desk_where_somebody_is_no_kin() => Assert.Empty(Course(Declared, Bench(Town.Officer, Town.Second, Deputy)).OfType<TaskReassigned>());

    [Fact]
    public void Work_leaves_a_desk_where_all_are_kin_for_the_deputy() => Assert.Equal(
        ["survey-r1:DeputyRepresentative:recused", "verify-r1:DeputyRepresentative:recused"],
        Course(Declared, Bench(Town.Officer, Deputy, Bureau)).OfType<TaskReassigned>().Select(moved => $"{moved.TaskId}:{moved.Role}:{moved.Cause}"));

    [Fact]
    public void With_the_deputy_kin_as_well_it_goes_to_the_bureau() => Assert.All(
        Course(Declared.Did("survey-r1", Of(Deputy), Town.Second), Bench(Town.Officer, Deputy, Bureau)).OfType<TaskReassigned>(),
        moved => Assert.Equal((Role.BureauOfficer, "city/370982"), (moved.Role, moved.Office)));

    [Fact]
    public void Moved_once_it_stays_there()
    {
        var moved = Declared.With(Actor.System, [.. Course(Declared, Bench(Town.Officer, Deputy))]);

        Assert.Empty(Course(moved, Bench(Town.Officer, Deputy)));
    }

    [Fact]
    public void A_desk_at_which_nobody_sits_is_no_matter_of_kinship() => Assert.Empty(Course(Declared, Bench(Deputy)).OfType<TaskReassigned>());

    [Fact]
    public void Nobody_is_looked_up_while_there_is_no_kin() => Assert.Empty(CaseDecisions.DesksToKnow(Story.AtSurvey.Case, Town.Procedure, Town.Since));

    [Fact]
    public void Who_is_related_puts_nothing_into_the_file() => CaseDecisions
        .AddDocument(Declared.Case, new DocumentAdded("minutes", OfficePapers.AppraisalMinutes, "image/jpeg", 5), Town.Officer, Declared.Now).IsRefused(RefusalReason.RelatedToHousehold);

    [Fact]
    public void Who_is_related_gives_the_household_no_longer_limit()
    {
        var declared = Story.AtSurvey.Did("survey-r1", Of(Town.Chief), Town.Officer) with { Procedure = Town.Procedure with { ExtendedWorkingDays = 45 } };

        declared.When("survey-r1", new OutcomeForm(ActNames.ExtendTime) { Cause = ExtensionCauses.HardSurvey, Reason = "家庭成员在外地，入户困难" }, Town.Chief).IsRefused(RefusalReason.RelatedToHousehold);
    }

    private static OutcomeForm Of(StaffMember? member) => new(ActNames.DeclareRelative) { Relative = new RelativeForm(member?.Name ?? "李大明", "表弟", member) };

    private static ImmutableArray<CaseEvent> Course(Story story, Bench bench) =>
        CaseDecisions.OpenNext(story.Case, Town.Procedure, Town.Calendar, story.Now, bench: bench);

    private static Bench Bench(params StaffMember[] members) => new(members.SelectMany(member => member.Posts, (member, post) => (member, post))
        .GroupBy(one => (one.post.Role, one.post.Office)).ToDictionary(one => one.Key, one => one.Select(each => each.member.Participant).ToImmutableArray()));
}
