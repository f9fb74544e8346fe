using System.Collections.Immutable;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Cases;

/// <summary>From a household to its agent: the nearest desk, who is there, not kept from the case, with the least to do; and why the others are not.</summary>
public sealed class AgentChoiceTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly StaffMember First = Town.Agent;
    private static readonly StaffMember Second = Town.Staff("shi-agent-2", "史玉梅", Role.VillageAgent, "village/370982103201");
    private static readonly StaffMember OfTownship = Town.Staff("zhai-agent", "冯桂兰", Role.TownshipAgent, "township/370982103");
    private static readonly StaffMember OfCity = Town.Staff("city-agent", "吕明", Role.CityAgent, "city/370982");
    private static readonly StaffMember[] All = [OfCity, OfTownship, Second, First];

    [Fact]
    public void The_village_comes_before_the_township_and_the_township_before_the_city()
    {
        Assert.Equal(First, Of(All).Agent);
        Assert.Equal(OfTownship, Of([OfCity, OfTownship]).Agent);
        Assert.Equal(OfCity, Of([OfCity]).Agent);
        Assert.Null(Of([]).Agent);
    }

    [Fact]
    public void Of_two_at_a_desk_who_has_less_to_do_comes()
    {
        var choice = Of(All, new Dictionary<string, int> { [First.Participant] = 3, [Second.Participant] = 2 });

        Assert.Equal((Second, PassedOverFor.Busier), (choice.Agent, Assert.Single(choice.PassedOver).Why));
    }

    [Fact]
    public void Who_is_away_today_is_passed_over_and_comes_again_the_day_after()
    {
        var away = First with { Absences = [new(Today, "生病", Today)] };

        Assert.Equal((Second, PassedOverFor.Away), (Of([away, Second]).Agent, Of([away, Second]).PassedOver.Single().Why));
        Assert.Equal(away, AgentChoice.Of(Story.Submitted().Case, Desks, [away, Second], Today.AddDays(1)).Agent);
    }

    [Fact]
    public void Who_stands_in_comes_before_who_has_less_to_do()
    {
        var leaving = OfTownship with { Absences = [new(Today, "住院", null, Second.Id)] };

        Assert.Equal(Second, AgentChoice.Of(Story.Submitted().Case, Desks, [First, Second], Today, new Dictionary<string, int> { [Second.Participant] = 9 }, leaving).Agent);
    }

    [Theory]
    [InlineData(RelativeSource.Staff, PassedOverFor.Related)]
    [InlineData(RelativeSource.Detected, PassedOverFor.IsTheApplicant)]
    public void Kin_of_the_household_and_the_applicant_themselves_are_passed_over(RelativeSource source, PassedOverFor why)
    {
        var related = Story.Submitted().After(new Decision.Accepted(Actor.System, [new RelativeDeclared(First.Name, source, Staff: First.Participant)])).Case;

        var choice = AgentChoice.Of(related, Desks, All, Today);

        Assert.Equal((Second, why), (choice.Agent, choice.PassedOver.First(passed => passed.Participant == First.Participant).Why));
    }

    [Fact]
    public void Who_surveyed_the_household_does_not_become_its_agent()
    {
        var officer = Town.Officer with { Posts = [.. Town.Officer.Posts, new Post(Role.VillageAgent, "village/370982103201", Town.Since)] };

        var choice = AgentChoice.Of(Story.AtReview.Case, Desks, [officer, OfCity], Today);

        Assert.Equal((OfCity, PassedOverFor.JudgedTheCase), (choice.Agent, choice.PassedOver.Single().Why));
    }

    [Fact]
    public void Asked_twice_in_another_order_it_is_the_same() => Assert.Equal(Of(All).Agent, Of([.. All.Reverse()]).Agent);

    private static IEnumerable<(Role, string)> Desks => AgentChoice.DesksOf("370982103201");

    private static AgentChoice Of(StaffMember[] agents, IReadOnlyDictionary<string, int>? load = null) => AgentChoice.Of(Story.Submitted().Case, Desks, agents, Today, load);
}
