using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Cases;

/// <summary>An agent answers that an errand is not theirs, or that they cannot: who comes instead.</summary>
public sealed class DecliningTests
{
    private static readonly StaffMember Neighbour = Town.Staff("li-agent", "李勇", Role.VillageAgent, "village/370982103201");
    private static readonly StaffMember NextVillage = Town.Staff("qin-agent", "秦芳", Role.VillageAgent, "village/370982103202");
    private static readonly StaffMember OfTownship = Town.Staff("zhai-agent", "冯桂兰", Role.TownshipAgent, "township/370982103");
    private static readonly StaffMember OfCity = Town.Staff("city-agent", "吕明", Role.CityAgent, "city/370982");
    private static readonly OutcomeForm Ill = new(ActNames.Cannot) { Cause = DeclineCauses.Ill };
    private static readonly OutcomeForm Outside = new(ActNames.OutsideArea);

    [Fact]
    public void Another_agent_of_the_same_village_comes_first() => Assert.Equal("staff:li-agent", After(Ill, [OfCity, OfTownship, Neighbour, Town.Agent]).Person);

    [Fact]
    public void Then_the_townships_agent() => Assert.Equal((Role.TownshipAgent, "staff:zhai-agent"), Desk(After(Ill, [OfCity, OfTownship, Town.Agent])));

    [Fact]
    public void Then_the_citys() => Assert.Equal((Role.CityAgent, "staff:city-agent"), Desk(After(Ill, [OfCity, Town.Agent])));

    [Fact]
    public void Then_the_townships_officer() => Assert.Equal((Role.TownshipOfficer, null), Desk(After(Ill, [Town.Agent])));

    [Fact]
    public void Who_names_another_village_hands_it_to_the_agent_there() =>
        Assert.Equal("staff:qin-agent", After(Outside with { Village = "370982103202" }, [OfTownship, Neighbour, NextVillage]).Person);

    [Fact]
    public void The_answer_its_cause_and_who_comes_are_journalled_with_the_move() =>
        Declined(Story.Submitted(), Ill, Town.Agent, [OfTownship]).Brings(
            new ErrandDeclined("collect-r1", ActNames.Cannot, DeclineCauses.Ill, null, new MandateHolder("staff:zhai-agent", "冯桂兰")),
            new TaskReassigned("collect-r1", Role.TownshipAgent, "township/370982103", MoveCauses.AgentDeclined) { Person = "staff:zhai-agent" });

    [Fact]
    public void Nobody_who_declined_gets_it_again()
    {
        StaffMember[] all = [Town.Agent, Neighbour];
        var once = Story.Submitted().After(Declined(Story.Submitted(), Ill, Town.Agent, all));
        var twice = once.After(Declined(once, Outside, Neighbour, all));

        Assert.Equal(Role.TownshipOfficer, twice.Case.Task("collect-r1")!.Role);
    }

    [Fact]
    public void Who_declined_is_told_who_has_it_when_they_press_the_old_card()
    {
        var moved = Story.Submitted().After(Declined(Story.Submitted(), Ill, Town.Agent, [OfTownship]));

        Assert.Equal(OfTownship.Participant, moved.When("collect-r1", Forms.Collected, Town.Agent).IsRefused(RefusalReason.ErrandMoved).Moved!.Person);
        Assert.IsType<Decision.Accepted>(moved.When("collect-r1", Forms.Collected, OfTownship));
    }

    [Fact]
    public void Who_declined_sees_the_case_no_more_and_who_came_sees_it()
    {
        var moved = Story.Submitted().After(Declined(Story.Submitted(), Ill, Town.Agent, [OfTownship])).Case;

        Assert.Equal((false, true), (moved.IsCarriedBy(Town.Agent, Town.Since.AddDays(60)), moved.IsCarriedBy(OfTownship, Town.Since.AddDays(60))));
    }

    [Fact]
    public void Errands_that_come_later_go_to_who_came_instead()
    {
        var moved = Story.Submitted().After(Declined(Story.Submitted(), Ill, Town.Agent, [OfTownship])).Go();

        Assert.Equal(OfTownship.Participant, moved.Case.Task("collect-r1")!.Person);
    }

    [Fact]
    public void A_revocation_reaches_who_came_instead()
    {
        var moved = Story.Submitted().After(Declined(Story.Submitted(), Ill, Town.Agent, [OfTownship]));
        var revoked = moved.After(CaseDecisions.RevokeMandate(moved.Case, Town.Owner, moved.Now));

        Assert.Equal((Role.TownshipOfficer, null), Desk(revoked.Case.Task("collect-r1")!));
        revoked.When("collect-r1", Forms.Collected, OfTownship).IsRefused(RefusalReason.MandateNotActive);
    }

    [Fact]
    public void The_clock_of_the_errand_runs_on() =>
        Assert.Equal(Story.Submitted().Case.Task("collect-r1")!.Due, After(Ill, [OfTownship]).Due);

    [Fact]
    public void An_unnamed_cause_is_none() => Declined(Story.Submitted(), new(ActNames.Cannot) { Cause = "lazy" }, Town.Agent, []).IsRefused(RefusalReason.UnknownChoice);

    [Fact]
    public void The_township_officer_cannot_hand_errands_back() =>
        Declined(Story.Submitted(mandated: false), Ill, Town.Officer, []).IsRefused(RefusalReason.UnknownAction);

    [Fact]
    public void Who_only_said_that_it_is_not_theirs_carried_nothing_but_a_relative_stays_out()
    {
        Assert.Empty(Story.Submitted().After(Declined(Story.Submitted(), Outside, Town.Agent, [])).Case.Agents);
        Assert.Equal("史建国", Assert.Single(Story.Submitted().After(Declined(Story.Submitted(), Ill with { Cause = DeclineCauses.Related }, Town.Agent, [])).Case.Agents).Name);
    }

    private static (Role, string?) Desk(CaseTask task) => (task.Role, task.Person);

    private static CaseTask After(OutcomeForm answer, StaffMember[] agents) =>
        Story.Submitted().After(Declined(Story.Submitted(), answer, Town.Agent, agents)).Case.Task("collect-r1")!;

    private static Decision Declined(Story story, OutcomeForm answer, StaffMember by, StaffMember[] agents) =>
        CaseDecisions.CompleteTask(story.Case, "collect-r1", answer, by, Town.Procedure, Town.Calendar, story.Now, agents: new(agents));
}
