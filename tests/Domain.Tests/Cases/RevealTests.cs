using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Cases;

public sealed class RevealTests
{
    private static readonly Revealed Look = new("look-00000001", RevealedKind.IdNumber, RevealCause.Register, "sealed");

    [Fact]
    public void Whose_task_is_open_may_be_shown_the_number_and_it_is_noted_in_which_post()
    {
        var story = Story.AtReview;

        var accepted = Assert.IsType<Decision.Accepted>(CaseDecisions.Reveal(story.Case, Look, Town.Officer, story.Now));

        Assert.Equal((Role.TownshipOfficer, "township/370982103"), (accepted.Actor.Role, accepted.Actor.Office));
        Assert.Equal(Look, Assert.Single(accepted.Events));
    }

    [Fact]
    public void Who_has_nothing_to_do_in_it_today_is_not()
    {
        var story = Story.AtReview;

        Assert.All([Town.OtherOfficer, Town.Chief, Town.Filing], other => Assert.IsType<Decision.Refused>(CaseDecisions.Reveal(story.Case, Look, other, story.Now)));
    }

    [Fact]
    public void Nobody_is_once_the_case_is_closed() =>
        Assert.Null(CaseDecisions.RevealPost(Story.Closed.Case, Town.Officer, Story.Closed.Now));

    [Fact]
    public void The_agent_is_while_the_mandate_holds()
    {
        var story = Story.AtSurvey;

        Assert.NotNull(CaseDecisions.RevealPost(story.Case, Town.Agent, story.Now));
        Assert.Null(CaseDecisions.RevealPost(story.With(new Actor(Town.Owner, "", Role.Resident, ""), new MandateRevoked()).Case, Town.Agent, story.Now));
    }

    [Fact]
    public void Who_is_related_to_the_household_is_not()
    {
        var story = Story.AtReview.With(Actor.System, new RelativeDeclared("翟敏", RelativeSource.Staff, "表妹", Town.Officer.Participant));

        Assert.Null(CaseDecisions.RevealPost(story.Case, Town.Officer, story.Now));
    }

    [Fact]
    public void The_same_look_asked_for_again_is_one()
    {
        var story = Story.AtReview;
        story = story.After(CaseDecisions.Reveal(story.Case, Look, Town.Officer, story.Now));

        Assert.Empty(Assert.IsType<Decision.Accepted>(CaseDecisions.Reveal(story.Case, Look, Town.Officer, story.Now)).Events);
        Assert.Equal(Look, Assert.Single(story.Case.Looks).Of);
    }

    [Fact]
    public void Only_an_answer_that_got_lost_is_given_again_everything_else_is_another_look()
    {
        var story = Story.AtReview;
        story = story.After(CaseDecisions.Reveal(story.Case, Look, Town.Officer, story.Now));

        Assert.Empty(EventsOf(Look, 5));
        Assert.Single(EventsOf(Look, 6));
        Assert.Single(EventsOf(Look with { Reason = RevealCause.Paper }, 1));
        Assert.Single(EventsOf(Look with { WordsSealed = "other words" }, 1));

        IReadOnlyList<CaseEvent> EventsOf(Revealed look, int minutes) =>
            Assert.IsType<Decision.Accepted>(CaseDecisions.Reveal(story.Case, look, Town.Officer, story.Now.AddMinutes(minutes))).Events;
    }

    [Fact]
    public void A_telephone_that_was_replaced_since_is_another_look()
    {
        var (story, look) = (Story.AtReview, Look with { What = RevealedKind.Phone });
        story = story.After(CaseDecisions.Reveal(story.Case, look, Town.Officer, story.Now));
        story = story.With(Actor.System, new PhoneReplaced("sealed", "139****2222", "停用了"));

        Assert.Single(Assert.IsType<Decision.Accepted>(CaseDecisions.Reveal(story.Case, look, Town.Officer, story.Now)).Events);
    }

    [Fact]
    public void Who_only_looked_carried_nothing()
    {
        var story = Story.AtSurvey;
        var agents = story.Case.Agents.Length;

        Assert.Equal(agents, story.With(new Actor("staff:other-agent", "", Role.VillageAgent, "village/370982103201"), Look).Case.Agents.Length);
    }
}
