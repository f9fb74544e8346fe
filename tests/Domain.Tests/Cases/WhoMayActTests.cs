using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Cases;

public sealed class WhoMayActTests
{
    [Fact]
    public void Another_role_may_not_act() => Story.AtDecide.When("decide-r1", Forms.Approve(), Town.Officer).IsRefused(RefusalReason.WrongRole);

    [Fact]
    public void The_same_role_at_another_place_may_not_act() => Story.AtSurvey.When("survey-r1", Forms.Surveyed, Town.OtherOfficer).IsRefused(RefusalReason.WrongPlace);

    [Fact]
    public void The_agent_of_another_village_may_not_collect() =>
        Story.Submitted().When("collect-r1", Forms.Collected, Town.Staff("li-agent", "李勇", Role.VillageAgent, "village/370982103202")).IsRefused(RefusalReason.WrongPlace);

    [Fact]
    public void The_city_may_not_decide_for_the_township() =>
        Story.AtDecide.When("decide-r1", Forms.Approve(), Town.Staff("x", "赵严", Role.ChiefRepresentative, "city/370982")).IsRefused(RefusalReason.WrongPlace);

    [Theory]
    [InlineData("2026-03-11", null)]
    [InlineData("2026-01-01", "2026-03-09")]
    public void A_post_that_is_not_in_force_today_does_not_count(string from, string? to)
    {
        var chief = new StaffMember("c", "某", [new Post(Role.ChiefRepresentative, "township/370982103", DateOnly.Parse(from), to is null ? null : DateOnly.Parse(to))]);

        Story.AtDecide.When("decide-r1", Forms.Approve(), chief).IsRefused(RefusalReason.WrongRole);
    }

    [Fact]
    public void A_post_counts_on_its_last_day()
    {
        var chief = new StaffMember("c", "某", [new Post(Role.ChiefRepresentative, "township/370982103", Town.Since, new DateOnly(2026, 3, 10))]);

        Assert.IsType<Decision.Accepted>(Story.AtDecide.When("decide-r1", Forms.Approve(), chief));
    }

    [Fact]
    public void A_person_with_two_posts_acts_in_the_one_that_the_task_needs()
    {
        var both = Town.Officer with { Posts = [new Post(Role.TownshipOfficer, "township/370982104", Town.Since), .. Town.Officer.Posts] };

        Assert.Equal("township/370982103", Assert.IsType<Decision.Accepted>(Story.AtSurvey.When("survey-r1", Forms.Surveyed, both)).Actor.Office);
    }

    [Theory]
    [InlineData("survey-r1", ActNames.Surveyed)]
    [InlineData("verify-r1", ActNames.Verified)]
    public void An_agent_may_not_check_a_case_they_carried(string taskId, string action)
    {
        var agentAndOfficer = Town.Agent with { Posts = [.. Town.Agent.Posts, .. Town.Officer.Posts] };

        Story.AtSurvey.When(taskId, new OutcomeForm(action), agentAndOfficer).IsRefused(RefusalReason.AgentCarriedThisCase);
    }

    [Fact]
    public void An_agent_may_not_decide_a_case_they_carried()
    {
        var agentAndChief = Town.Agent with { Posts = [.. Town.Agent.Posts, .. Town.Chief.Posts] };

        Story.AtDecide.When("decide-r1", Forms.Approve(), agentAndChief).IsRefused(RefusalReason.AgentCarriedThisCase);
    }

    [Fact]
    public void An_agent_who_carried_a_case_is_no_investigator_of_it() =>
        Story.AtSurvey.When("survey-r1", Forms.Surveyed with { Second = Town.Agent with { Posts = [.. Town.Agent.Posts, .. Town.Second.Posts] } }, Town.Officer).IsRefused(RefusalReason.AgentCarriedThisCase);

    [Fact]
    public void The_second_to_approve_learns_who_did_and_when()
    {
        var second = Story.Approved.When("decide-r1", Forms.Approve(), Town.Chief).IsRefused(RefusalReason.AlreadyDone);

        Assert.Equal(("王立新", Town.At(3, 10), ActNames.Approve), (second.By!.Name, second.At, second.Done));
    }

    [Fact]
    public void A_card_of_the_first_round_is_old_in_the_second() => Story.Returned.When("decide-r1", Forms.Approve(), Town.Chief).IsRefused(RefusalReason.AlreadyDone);

    [Fact]
    public void Who_may_not_act_does_not_learn_who_acted() => Assert.Null(Story.Approved.When("decide-r1", Forms.Approve(), Town.Officer).IsRefused(RefusalReason.WrongRole).By);

    [Fact]
    public void A_stage_that_is_not_open_yet_is_out_of_order()
    {
        var refused = Story.AtSurvey.When("decide-r1", Forms.Approve(), Town.Chief).IsRefused(RefusalReason.OutOfOrder);

        Assert.Equal(["survey", "verify"], refused.About.AsEnumerable());
    }

    [Fact]
    public void A_round_that_never_was_is_unknown() => Story.AtSurvey.When("survey-r2", Forms.Surveyed, Town.Officer).IsRefused(RefusalReason.UnknownTask);

    [Fact]
    public void A_task_that_never_was_is_unknown() => Story.AtSurvey.When("../approve", Forms.Approve(), Town.Chief).IsRefused(RefusalReason.UnknownTask);

    [Fact]
    public void In_a_closed_case_nothing_opens_any_more() => Story.Closed.When("review-r2", Forms.Propose(), Town.Officer).IsRefused(RefusalReason.CaseClosed);

    [Fact]
    public void A_closed_case_still_tells_who_decided() => Assert.Equal("王立新", Story.Closed.When("decide-r1", Forms.Refuse, Town.Chief).IsRefused(RefusalReason.AlreadyDone).By!.Name);
}
