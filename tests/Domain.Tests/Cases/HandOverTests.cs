using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Cases;

/// <summary>Somebody leaves or falls ill: what they have open in a case goes to another.</summary>
public sealed class HandOverTests
{
    private const string Village = "village/370982103201";
    private static readonly StaffMember Neighbour = Town.Staff("qin-agent", "秦芳", Role.VillageAgent, "village/370982103202");
    private static readonly StaffMember SameVillage = Town.Staff("shi-agent-2", "史玉梅", Role.VillageAgent, Village);
    private static readonly StaffMember Far = Town.Staff("dong-agent", "东升", Role.VillageAgent, "village/370982101201");
    private static readonly Actor Head = new("staff:zhai-head", "郑海涛", Role.TownshipHead, "township/370982103");

    [Fact]
    public void The_only_agent_of_the_village_hands_the_household_to_the_colleague_named()
    {
        var handed = Of(Story.Submitted(), Town.Agent, Neighbour);
        var after = Story.Submitted().After(new Decision.Accepted(Head, handed.Events)).Case;

        Assert.Equal((HandOverOutcome.Moved, Neighbour.Participant, Neighbour.Participant), (handed.Outcome, after.Carrier!.Person, after.Task("collect-r1")!.Person));
        Assert.True(after.IsCarriedBy(Neighbour, new(2026, 3, 2)));
        Assert.False(after.IsCarriedBy(Town.Agent, new(2026, 3, 2)));
    }

    [Fact]
    public void Done_twice_it_is_done_once()
    {
        var after = Story.Submitted().After(new Decision.Accepted(Head, Of(Story.Submitted(), Town.Agent, Neighbour).Events));

        Assert.Equal(HandOverOutcome.Nothing, Of(after, Town.Agent, Neighbour).Outcome);
    }

    [Fact]
    public void A_mandate_to_the_office_stays_where_another_agent_sits() =>
        Assert.Equal((HandOverOutcome.Stays, true), (Of(Story.Submitted(), Town.Agent, null, SameVillage).Outcome, Of(Story.Submitted(), Town.Agent, null, SameVillage).Events.IsEmpty));

    [Fact]
    public void Without_a_name_the_nearest_agent_is_chosen()
    {
        var township = Town.Staff("zhai-agent", "冯桂兰", Role.TownshipAgent, "township/370982103");

        Assert.Equal(township, Of(Story.Submitted(), Town.Agent, null, township).To);
    }

    [Fact]
    public void Who_is_related_to_the_household_does_not_get_it_and_it_is_said()
    {
        var related = Story.Submitted().After(new Decision.Accepted(Actor.System, [new RelativeDeclared(Neighbour.Name, RelativeSource.Staff, Staff: Neighbour.Participant)]));

        Assert.Equal((HandOverOutcome.Conflict, true), (Of(related, Town.Agent, Neighbour).Outcome, Of(related, Town.Agent, Neighbour).Events.IsEmpty));
    }

    [Fact]
    public void An_agent_of_another_township_does_not_come_here() => Assert.Equal(HandOverOutcome.Nobody, Of(Story.Submitted(), Town.Agent, Far).Outcome);

    [Fact]
    public void Who_is_away_themselves_gets_nothing() =>
        Assert.Equal(HandOverOutcome.Nobody, Of(Story.Submitted(), Town.Agent, Neighbour with { Absences = [new(new(2026, 3, 1), "出差")] }).Outcome);

    [Fact]
    public void Work_of_a_desk_with_a_colleague_stays_on_it() =>
        Assert.Equal(HandOverOutcome.Stays, AtDesk(Story.AtSurvey, Town.Officer, null, (Role.TownshipOfficer, Town.Second)).Outcome);

    [Fact]
    public void Work_of_a_desk_where_nobody_is_left_goes_to_the_next_who_may()
    {
        var handed = AtDesk(Story.AtSurvey, Town.Officer, null, (Role.DeputyRepresentative, Town.Deputy));

        Assert.Equal(HandOverOutcome.Moved, handed.Outcome);
        Assert.Equal(
            [("survey-r1", Role.DeputyRepresentative, MoveCauses.HandedOver), ("verify-r1", Role.DeputyRepresentative, MoveCauses.HandedOver)],
            handed.Events.OfType<TaskReassigned>().Select(moved => (moved.TaskId, moved.Role, moved.Cause!)));
    }

    [Fact]
    public void A_delegated_decision_goes_by_the_authority_matrix_and_is_left_out() =>
        Assert.Equal((HandOverOutcome.Nobody, true), (AtDesk(Story.AtDecide, Town.Chief, Town.Deputy, (Role.DeputyRepresentative, Town.Deputy)).Outcome, AtDesk(Story.AtDecide, Town.Chief, Town.Deputy, (Role.DeputyRepresentative, Town.Deputy)).Events.IsEmpty));

    [Fact]
    public void Each_case_says_who_left_who_goes_on_and_why()
    {
        var handed = Of(Story.Submitted(), Town.Agent, Neighbour).Events.OfType<WorkHandedOver>().Single();

        Assert.Equal(("史建国", "秦芳", "生病住院"), (handed.From.Name, handed.To!.Name, handed.Reason));
    }

    private static CaseHandOver Of(Story story, StaffMember leaving, StaffMember? to, params StaffMember[] agents) => Of(story, leaving, to, agents, []);

    private static CaseHandOver AtDesk(Story story, StaffMember leaving, StaffMember? to, params (Role Role, StaffMember Holder)[] holders) => Of(story, leaving, to, [], holders);

    private static CaseHandOver Of(Story story, StaffMember leaving, StaffMember? to, StaffMember[] agents, (Role Role, StaffMember Holder)[] holders) => CaseDecisions.HandOver(
        story.Case, new("shi-agent-20260302", leaving, to, "生病住院"),
        new(new([leaving, .. agents]), holders.ToDictionary(known => (known.Role, known.Holder.Posts[0].Office), IReadOnlyList<StaffMember> (known) => [known.Holder])), Town.Procedure, Head, story.Now);
}
