using System.Collections.Immutable;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Services;

/// <summary>What is asked of a household, by the law of each paper and by what the platform answered.</summary>
public sealed class MaterialListTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData(MaterialSharing.Yes, "held", Provision.Held)]
    [InlineData(MaterialSharing.Yes, "none", Provision.NotFound)]
    [InlineData(MaterialSharing.Yes, "unknown", Provision.LookedUpLater)]
    [InlineData(MaterialSharing.Partly, "held", Provision.Held)]
    [InlineData(MaterialSharing.Partly, "none", Provision.NotFound)]
    [InlineData(MaterialSharing.Partly, "unknown", Provision.Unverified)]
    [InlineData(MaterialSharing.No, "held", Provision.Needed)]
    [InlineData(MaterialSharing.Never, "held", Provision.Needed)]
    [InlineData(MaterialSharing.Prefilled, "unknown", Provision.Prefilled)]
    public void The_law_and_the_platform_say_together_whether_a_paper_is_asked_for(MaterialSharing sharing, string answer, Provision provision)
    {
        Holding holding = answer switch { "held" => new Holding.Held(Today), "none" => new Holding.NotHeld(Today), _ => new Holding.Unknown() };
        var list = MaterialList.For([Service("A", Paper("M07", sharing))], new Household(), Today, holdings: ImmutableDictionary<string, Holding>.Empty.Add("M07", holding));

        Assert.Equal(provision, list.Lines.Single().Provision);
    }

    [Fact]
    public void What_the_platform_holds_is_never_asked_of_people_while_it_fails() =>
        Assert.False(Provision.LookedUpLater.IsAsked());

    [Fact]
    public void A_paper_of_two_services_stands_there_once_with_both()
    {
        var list = MaterialList.For([Service("A", Paper("M07")), Service("B", Paper("M07"))], new Household());

        Assert.Equal("A B", string.Join(' ', list.Lines.Single().Services));
    }

    [Theory]
    [InlineData(5, 10, 5)]
    [InlineData(5, null, null)]
    public void It_follows_later_only_where_all_allow_it_by_the_earliest_day(int? one, int? other, int? days)
    {
        var list = MaterialList.For(
            [Service("A", Paper("M09") with { DeferrableWorkingDays = one }), Service("B", Paper("M09") with { DeferrableWorkingDays = other })], new Household());

        Assert.Equal(days, list.Lines.Single().LaterWorkingDays);
    }

    [Fact]
    public void A_paper_that_must_be_signed_never_follows_later_whatever_the_catalogue_says()
    {
        var list = MaterialList.For([Service("A", Paper("M04") with { DeferrableWorkingDays = 5, CommitmentInLieu = true })], new Household());

        Assert.Equal([ChoiceFault.Never, ChoiceFault.Never], new MaterialChoice(["M04"], ["M04"]).ProblemsWith(list).Select(problem => problem.Fault));
    }

    [Theory]
    [InlineData("2010-11-25", true)]
    [InlineData("2008-11-24", false)]
    [InlineData(null, true)]
    public void A_paper_about_children_depends_on_who_is_eighteen_on_the_day(string? bornOn, bool listed)
    {
        var household = new Household { People = [new Person { BornOn = bornOn is null ? null : DateOnly.Parse(bornOn, System.Globalization.CultureInfo.InvariantCulture) }] };

        Assert.Equal(listed, MaterialCondition.Children.Applies(household, Today, agent: null));
    }

    [Fact]
    public void Nobody_disabled_needs_no_certificate() =>
        Assert.False(MaterialCondition.Disabled.Applies(new Household { People = [new Person { Disability = Disability.None }] }, Today, agent: null));

    [Fact]
    public void While_nobody_was_asked_about_the_certificate_stays_on_the_list() =>
        Assert.True(MaterialCondition.Disabled.Applies(new Household(), Today, agent: null));

    [Theory]
    [InlineData(true, true)]
    [InlineData(null, true)]
    [InlineData(false, false)]
    public void A_power_of_attorney_is_for_who_sends_somebody(bool? agent, bool listed) =>
        Assert.Equal(listed, MaterialCondition.Agent.Applies(new Household(), Today, agent));

    [Fact]
    public void Who_acts_for_somebody_shows_it_in_each_case_and_neither_later_nor_by_a_promise()
    {
        var line = MaterialList.For([Service("A", Paper("M07")), Service("B", Paper("M08"))], new Household()).Showing(Paper("M14", MaterialSharing.Never) with { NeverWaivable = true }, ["A", "B"]).Find("M14")!;

        Assert.Equal(("A B", true, null, false), (string.Join(' ', line.Services), line.IsAsked, line.LaterWorkingDays, line.CommitmentInLieu));
    }

    [Fact]
    public void A_paper_that_is_listed_anyway_counts_for_that_too_on_its_own_terms()
    {
        var list = MaterialList.For([Service("A", Paper("M15") with { DeferrableWorkingDays = 5 }), Service("B")], new Household()).Showing(Paper("M15") with { NeverWaivable = true }, ["A", "B"]);

        Assert.Equal(("A B", 5), (string.Join(' ', list.Lines.Single().Services), list.Lines.Single().LaterWorkingDays));
    }

    [Fact]
    public void What_a_register_has_nobody_brings_to_show_that_they_act() =>
        Assert.False(MaterialList.For([Service("A", Paper("M07"))], new Household()).Showing(Paper("M02", MaterialSharing.Yes) with { FromPlatform = true }, ["A"]).Find("M02")!.IsAsked);

    private static Material Paper(string code, MaterialSharing sharing = MaterialSharing.No) =>
        new(code, new(code, code), new("原件", "original"), FromPlatform: false, null, NeverWaivable: sharing == MaterialSharing.Never) { Sharing = sharing };

    private static Service Service(string code, params ImmutableArray<Material> materials) =>
        new(code, 1, new(code, code), new("", ""), OneVisit.Domain.Law.SourceStatus.Demo, materials, [], [])
        {
            Kind = ServiceKind.Delegated,
            Who = new("", ""),
            LifeEvents = [],
            Words = new([], []),
        };
}
