using OneVisit.Domain.Cases;
using OneVisit.Domain.Supervision;
using OneVisit.Domain.Tests.Cases;

namespace OneVisit.Domain.Tests.Supervision;

public sealed class FileFactsTests
{
    [Fact]
    public void Of_an_ordinary_file_the_journal_knows_all_and_finds_nothing_wrong() =>
        Assert.DoesNotContain(Facts(Story.Closed), fact => fact.Result is null or Answer.Fault);

    [Fact]
    public void The_notice_is_proved_by_its_days() => Assert.Equal(
        (new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 9), 7), Fact(Story.Closed, FactNames.NoticeHung) is { } fact ? (fact.From, fact.Until, fact.Count) : default);

    [Fact]
    public void Filed_on_the_third_working_day_is_in_time_and_on_the_fourth_is_not()
    {
        Assert.Equal(Answer.Met, Fact(Story.Approved.At(Town.At(3, 13)).Did("file-r1", Forms.Filed, Town.Filing), FactNames.FiledInTime).Result);
        Assert.Equal(Answer.Fault, Fact(Story.Approved.At(Town.At(3, 16)).Did("file-r1", Forms.Filed, Town.Filing), FactNames.FiledInTime).Result);
    }

    [Fact]
    public void A_refusal_needs_no_notice_and_no_filing_but_a_reason()
    {
        var refused = Story.AtReview.Did("review-r1", Forms.ProposeRefusal, Town.Officer).Did("decide-r1", Forms.Refuse, Town.Chief);

        Assert.Equal(
            [Answer.NotApplicable, Answer.NotApplicable, Answer.Met],
            new[] { FactNames.NoticeHung, FactNames.FiledInTime, FactNames.ReasonsGiven }.Select(name => Fact(refused, name).Result!.Value));
    }

    [Fact]
    public void A_paper_beyond_the_list_is_found()
    {
        var fact = Fact(Story.Closed.With(Actor.System, new DocumentAdded("d", "M99", "image/png", 5)), FactNames.NothingExtra);

        Assert.Equal((Answer.Fault, "M99"), (fact.Result, Assert.Single(fact.Names)));
    }

    [Fact]
    public void A_paper_asked_for_with_a_reason_of_the_law_is_no_fault() => Assert.Equal(
        Answer.Met,
        Fact(
            Story.Closed.With(Actor.System, new MaterialRequested("review-r1", ["M99"], "医保结算里有一笔大额", "data-contradict", "社会救助暂行办法"), new DocumentAdded("d", "M99", "image/png", 5)),
            FactNames.NothingExtra).Result);

    [Fact]
    public void Who_decided_from_another_desk_had_no_authority()
    {
        var elsewhere = Story.AtDecide.With(Town.Chief.In(Town.Chief.Posts[0]) with { Office = "township/370982104" }, new TaskDone("decide-r1", new TaskAct.Refused(Forms.Reason)), new Decided(new CaseOutcome.Refused(Forms.Reason)));

        Assert.Equal(Answer.Fault, Fact(elsewhere, FactNames.AuthorityFits).Result);
    }

    [Fact]
    public void What_has_not_happened_is_not_known() => Assert.Null(Fact(Story.AtDecide, FactNames.DecidedInTime).Result);

    private static IReadOnlyList<FileFact> Facts(Story story) => FileFacts.Of(story.Case, Town.Procedure, Town.Calendar, Bureau.Limits);

    private static FileFact Fact(Story story, string name) => Facts(story).Single(fact => fact.Name == name);
}
