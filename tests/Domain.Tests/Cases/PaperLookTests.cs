using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Cases;

/// <summary>Whoever of the offices opens a paper of a household is noted, once a day.</summary>
public sealed class PaperLookTests
{
    [Fact]
    public void A_paper_opened_again_on_the_same_day_is_one_look()
    {
        var story = Story.AtReview;
        story = story.After(CaseDecisions.See(story.Case, SeenKind.Scan, "M04", Town.Officer, story.Now));

        Assert.Empty(Seen(story, SeenKind.Scan, "M04", Town.Officer));
        Assert.Single(Seen(story, SeenKind.Scan, "M05", Town.Officer));
        Assert.Single(Seen(story, SeenKind.Form, "M04", Town.Officer));
        Assert.Single(Seen(story, SeenKind.Scan, "M04", Town.Chief));
        Assert.Single(Seen(story.At(story.Now.AddDays(1)), SeenKind.Scan, "M04", Town.Officer));
    }

    [Fact]
    public void It_says_whether_a_task_lay_before_them()
    {
        var story = Story.AtReview;

        Assert.Equal(SeenFor.Task, Assert.Single(Seen(story, SeenKind.Scan, "M04", Town.Officer)).For);
        Assert.Equal(SeenFor.Errand, Assert.Single(Seen(story, SeenKind.Scan, "M04", Town.Agent)).For);
        Assert.Equal(SeenFor.Office, Assert.Single(Seen(story, SeenKind.Scan, "M04", Town.Chief)).For);
    }

    [Fact]
    public void Who_brings_a_form_to_the_household_has_not_looked_and_who_opens_its_papers_has()
    {
        var collecting = Story.Submitted();

        Assert.Empty(Seen(collecting, SeenKind.Form, "M14", Town.Agent));
        Assert.Empty(Seen(collecting, SeenKind.Issued, "receipt", Town.Agent));
        Assert.Single(Seen(collecting, SeenKind.Scan, "M04", Town.Agent));
        Assert.Single(Seen(Story.AtReview, SeenKind.Issued, "receipt", Town.Agent));
    }

    [Fact]
    public void An_agent_who_only_looked_has_carried_nothing()
    {
        var story = Story.Submitted();
        story = story.After(CaseDecisions.See(story.Case, SeenKind.Scan, "M04", Town.Agent, story.Now));

        Assert.Single(story.Case.PaperLooks);
        Assert.Empty(story.Case.Agents);
    }

    [Fact]
    public void Who_works_on_a_case_is_who_has_a_task_of_it_or_runs_its_errands()
    {
        var story = Story.AtReview;

        Assert.All([Town.Officer, Town.Agent], member => Assert.True(CaseDecisions.WorksOn(story.Case, member, story.Now)));
        Assert.All([Town.Chief, Town.Filing], member => Assert.False(CaseDecisions.WorksOn(story.Case, member, story.Now)));
    }

    private static PaperSeen[] Seen(Story story, SeenKind kind, string what, StaffMember by) =>
        [.. Assert.IsType<Decision.Accepted>(CaseDecisions.See(story.Case, kind, what, by, story.Now)).Events.Cast<PaperSeen>()];
}
