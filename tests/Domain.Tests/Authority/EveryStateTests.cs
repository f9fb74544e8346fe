using System.Collections.Immutable;
using System.Reflection;
using OneVisit.Domain.Authority;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Tests.Cases;

namespace OneVisit.Domain.Tests.Authority;

/// <summary>
/// Every act of a card, in every state of a case, on a task of every kind before every post, made up where the course would never open it: outside the states of its
/// line nothing follows, whatever is posted, and where the case stands is what is told.
/// </summary>
public sealed class EveryStateTests
{
    private const string TaskId = "made-up-r1";

    private static readonly string[] Acts = [.. typeof(ActNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    private static readonly StaffMember[] People =
    [
        Town.Agent, Town.Officer, Town.Chief, Town.Deputy, Town.BureauOfficer, Town.Filing, Town.Staff("zhai-head", "郑海涛", Role.TownshipHead, "township/370982103"),
        Town.Staff("city-reviewer", "赵严", Role.CityReviewer, "city/370982"),
    ];

    private static readonly (CaseState State, Story Story)[] Stories =
    [
        (CaseState.Accepting, Accepting), (CaseState.Collecting, Story.Submitted()), (CaseState.UnderReview, Story.AtReview), (CaseState.Deciding, Story.AtDecide),
        (CaseState.Delivering, Story.Approved), (CaseState.Closed, Story.Closed),
    ];

    // Who is told of the state stands where they would do it.
    private static readonly RefusalReason[] AboutWho =
    [
        RefusalReason.WrongRole, RefusalReason.WrongPlace, RefusalReason.NotYours, RefusalReason.MandateNotActive, RefusalReason.NotInMandate, RefusalReason.ErrandMoved, RefusalReason.AgentCarriedThisCase,
        RefusalReason.ReviewedThisCase, RefusalReason.InvestigatedThisCase, RefusalReason.WithoutAuthority, RefusalReason.TrainingRequired,
    ];

    [Fact]
    public void There_is_a_story_in_every_state()
    {
        Assert.Equal(Enum.GetValues<CaseState>(), Stories.Select(known => known.State));
        Assert.All(Stories, known => Assert.Equal(known.State, CaseStates.Of(known.Story.Case)));
    }

    [Fact]
    public void Outside_the_states_of_its_line_nothing_follows_from_an_act_and_inside_nobody_hears_of_them()
    {
        var (wrong, told, done) = (new List<string>(), 0, new HashSet<string>());
        foreach (var (state, before) in Stories)
        foreach (var kind in Enum.GetValues<StageKind>())
        foreach (var who in People)
        {
            var story = Opened(before, kind, who.Posts[0], state);
            // A decision that lies open opens the state, too.
            var now = CaseStates.Of(story.Case);
            foreach (var act in Acts)
            {
                var decision = story.When(TaskId, Everything(act), who);
                var (line, refused) = (ActTable.InForce.OnCase(act)!, decision as Decision.Refused);
                var happened = decision is Decision.Accepted { Events.IsEmpty: false };
                if (line.When.Contains(now) ? refused?.State is not null : happened || (decision is Decision.Refused no && no.State != now && !AboutWho.Contains(no.Reason) && (no.Reason != RefusalReason.UnknownAction || line.May.Contains(new(Relation.Desk, who.Posts[0].Role)))))
                    wrong.Add($"{act} by {who.Posts[0].Role.Code()} on {kind.Code()} in {now.Code()}: {refused?.Reason.ToString() ?? "done"}");
                if (happened && !line.May.Contains(new(Relation.Desk, who.Posts[0].Role)))
                    wrong.Add($"{act} by {who.Posts[0].Role.Code()} on {kind.Code()} in {now.Code()}: done, and it is not theirs");
                told += refused?.State is not null ? 1 : 0;
                if (happened)
                    done.Add($"{act} {now.Code()}");
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count}:\n{string.Join('\n', wrong.Distinct().Order().Take(60))}");
        Assert.True(told > 2_000, $"Only {told} were told where the case stands.");
        Assert.True(done.Count > 40, $"Only {done.Count} acts were done in some state:\n{string.Join('\n', done.Order())}");
    }

    [Fact]
    public void Who_asks_again_for_what_is_so_already_is_not_told_of_the_state()
    {
        var (told, decided) = (ActTable.InForce.Operation("AnswerDataCheck")!, Story.Approved);

        Assert.IsType<Decision.Accepted>(told.Hold(decided.Case, new Decision.Accepted(Actor.System, [])));
        Assert.Equal(RefusalReason.AlreadyDone, Assert.IsType<Decision.Refused>(told.Hold(decided.Case, new Decision.Refused(RefusalReason.AlreadyDone))).Reason);
        Assert.Equal(RefusalReason.AlreadyDone, decided.When("decide-r1", Forms.Approve(), Town.Chief).IsRefused(RefusalReason.AlreadyDone).Reason);
    }

    [Fact]
    public void Whoever_is_too_late_hears_who_decided_and_when_and_where_it_stands()
    {
        var late = Assert.IsType<Decision.Refused>(ActTable.InForce.Operation("GrantMandate")!.Against(Story.Closed.Case));

        Assert.Equal((RefusalReason.CaseClosed, CaseState.Closed, "王立新"), (late.Reason, late.State, late.By?.Name));
    }

    [Fact]
    public void Whoever_is_past_the_acts_time_in_a_case_that_goes_on_hears_where_it_stands_and_not_that_it_is_closed()
    {
        var late = Assert.IsType<Decision.Refused>(ActTable.InForce.OnCase("accept")!.Against(Story.Submitted().Case));

        Assert.Equal((RefusalReason.OutOfOrder, CaseState.Collecting, null, null), (late.Reason, late.State, late.By, late.At));
    }

    [Fact]
    public void Whoever_is_too_early_hears_where_it_stands() => Assert.Equal(
        (RefusalReason.NotYetClosed, CaseState.Deciding), ActTable.InForce.Operation("RateService")!.Against(Story.AtDecide.Case) is { } early ? (early.Reason, early.State) : default);

    [Fact]
    public void A_line_about_a_case_has_its_states_and_no_other_has() =>
        Assert.All(ActTable.InForce.All, line => Assert.True((line.IsAboutCase && line.Kind != ActKind.MatterAct || line.Kind == ActKind.CaseAct) == line.When.Count > 0, line.Act));

    [Fact]
    public void A_card_offers_nothing_whose_time_it_is_not() => Assert.All(Stories, known => Assert.All(
        from kind in Enum.GetValues<StageKind>() from who in People select (Opened(known.Story, kind, who.Posts[0], known.State), who),
        made => Assert.All(
            CaseDecisions.ActionsFor(made.Item1.Case, made.Item1.Case.Task(TaskId)!, made.Item1.Procedure), act => Assert.True(ActTable.InForce.OnCase(act)!.IsIn(made.Item1.Case), act))));

    private static Story Accepting => new Story([], Town.Start) { Procedure = AcceptanceTests.Checked }
        .After(CaseDecisions.Submit(Town.Application, true, AcceptanceTests.Checked, Town.Calendar, Town.Start)).Go();

    private static Story Opened(Story story, StageKind kind, Post post, CaseState state) => story.With(
        Actor.System,
        new TaskOpened(TaskId, kind.Code(), kind, 1, post.Role, post.Office, new(2026, 4, 30), false, Town.At(4, 28), BeijingTime.EndOf(new(2026, 4, 30))));

    // Everything an act could ask for.
    private static OutcomeForm Everything(string act) => new(act)
    {
        Amount = 1620, Materials = ["M04", "M07"], Reason = Forms.Reason, Verification = "consistent", MonthlyIncomeFound = 1300, MembersFound = 4, Second = Town.Second, Items = ["补充收入证明"],
        RegisterNumber = "2026-17", Cause = "hard-survey", Until = new(2026, 3, 20), Representatives = ["甲", "乙", "丙"], Investigators = ["赵严", "李文静"], InPerson = true,
        Relative = new RelativeForm("孙某", "表弟"), Member = new MemberForm(null, true, []),
    };
}
