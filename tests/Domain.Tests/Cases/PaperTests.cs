using CsCheck;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Tests.Supervision;

namespace OneVisit.Domain.Tests.Cases;

/// <summary>Papers that the office issues, and the codes by which they are checked.</summary>
public sealed class PaperTests
{
    private static readonly PaperIssued First = new(PaperKinds.NoticeCertificate, "新民公示〔2026〕1号", "bytes-1", "CODE1", "township/370982103");

    [Fact]
    public void A_paper_is_issued_once() =>
        Assert.Empty(Assert.IsType<Decision.Accepted>(CaseDecisions.IssuePapers(With(First).Case, [First with { DocumentId = "other bytes" }])).Events);

    [Fact]
    public void A_newer_one_takes_its_place_and_the_old_says_so()
    {
        var papers = With(First, First with { Number = "新民公示〔2026〕1-2号", CheckCode = "CODE2", Replaces = First.Number }).Case.Issued;

        Assert.Equal([PaperState.Replaced, PaperState.Valid], papers.Select(paper => paper.State));
    }

    [Fact]
    public void The_city_takes_one_back_with_a_reason_and_once()
    {
        var story = With(First);
        var withdrawn = story.After(Withdraw(story, "写错了文号"));

        Assert.Equal(PaperState.Withdrawn, Assert.Single(withdrawn.Case.Issued).State);
        Withdraw(withdrawn, "写错了文号").IsRefused(RefusalReason.AlreadyDone);
        Withdraw(story, "错").IsRefused(RefusalReason.ReasonRequired);
        CaseDecisions.WithdrawPaper(story.Case, First.Kind, First.Number, "写错了文号", Town.Chief, story.Now).IsRefused(RefusalReason.WrongRole);
    }

    [Fact]
    public void A_code_is_read_as_it_is_written_and_as_it_is_typed() => Gen.String.Sample(secret =>
    {
        var code = CheckCode.Of(secret);
        Assert.Equal(code, CheckCode.Read(code.ToString()));
        Assert.Equal(code, CheckCode.Read($" {code.ToString().ToLowerInvariant().Replace('0', 'o').Replace('1', 'l').Replace("-", " – ", StringComparison.Ordinal)} "));
    });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7K2QD-X9ABC-4MN0P-WR5T")]
    [InlineData("7K2QD-X9ABC-4MN0P-WR5TU")]
    [InlineData("7K2QD-X9ABC-4MN0P-WR5T\uD800")]
    public void What_is_no_code_is_not_read_as_one(string? typed) => Assert.Null(CheckCode.Read(typed));

    private static Story With(params CaseEvent[] issued) => Story.Submitted().With(Actor.System, issued);

    private static Decision Withdraw(Story story, string reason) => CaseDecisions.WithdrawPaper(story.Case, First.Kind, First.Number, reason, Bureau.Reviewer, story.Now);
}
