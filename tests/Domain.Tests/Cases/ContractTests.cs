using OneVisit.Domain.Cases;
using OneVisit.Domain.Law;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Cases;

/// <summary>The frozen list holds whatever is posted.</summary>
public sealed class ContractTests
{
    private static readonly LegalReason Contradicted = new("data-contradict", new("核对不一致", "contradicted"), new LawReference("最低生活保障审核确认办法", ""));
    private static readonly OutcomeForm More = new(ActNames.RequestMaterial) { Materials = ["M08"], Reason = "想看看病历才放心" };

    [Fact]
    public void A_paper_beyond_the_list_is_refused_and_the_attempt_is_noted_under_who_made_it()
    {
        var refused = Story.AtReview.When("review-r1", More, Town.Officer).IsRefused(RefusalReason.ExtraMaterial);

        Assert.Equal(JournalJson.Write(new ExtraMaterialRefused("review-r1", ["M08"])), JournalJson.Write(refused.Noted.Single()));
        Assert.Equal(Town.Officer.Participant, refused.NotedOf!.Participant);
    }

    [Fact]
    public void The_same_attempt_is_noted_once()
    {
        var noted = Story.AtReview.When("review-r1", More, Town.Officer).IsRefused(RefusalReason.ExtraMaterial);
        var after = Story.AtReview.With(noted.NotedOf!, [.. noted.Noted]);

        Assert.Empty(after.When("review-r1", More, Town.Officer).IsRefused(RefusalReason.ExtraMaterial).Noted);
    }

    [Fact]
    public void With_a_reason_of_the_law_it_is_asked_for() =>
        Story.AtReview.When("review-r1", More with { LegalReason = Contradicted }, Town.Officer)
            .Brings(
                new MaterialRequested("review-r1", ["M08"], More.Reason!, "data-contradict", "最低生活保障审核确认办法", new(2026, 3, 16)),
                new ClockPaused(PauseCauses.WaitingForResident, "review-r1", new(2026, 3, 16), new(2026, 3, 11)));

    [Fact]
    public void Asked_for_twice_it_is_asked_for_once()
    {
        var asked = Story.AtReview.After(Story.AtReview.When("review-r1", More with { LegalReason = Contradicted }, Town.Officer));

        asked.When("review-r1", More with { LegalReason = Contradicted }, Town.Officer).Brings();
    }

    [Fact]
    public void What_was_asked_for_with_a_reason_may_be_handed_in()
    {
        var asked = Story.AtReview.After(Story.AtReview.When("review-r1", More with { LegalReason = Contradicted }, Town.Officer));

        Assert.IsType<Decision.Accepted>(CaseDecisions.AddDocument(asked.Case, new DocumentAdded("d", "M08", "image/png", 5), Town.Owner));
    }

    [Fact]
    public void A_request_ends_when_the_paper_comes()
    {
        var asked = Story.AtReview.After(Story.AtReview.When("review-r1", More with { Materials = ["M07"] }, Town.Officer));
        var handedIn = asked.After(CaseDecisions.AddDocument(asked.Case, new DocumentAdded("d", "M07", "image/png", 5), Town.Owner));

        Assert.NotNull(asked.Case.OpenRequestFor("M07"));
        Assert.Null(handedIn.Case.OpenRequestFor("M07"));
    }

    [Fact]
    public void What_the_city_holds_is_beyond_the_list() =>
        Story.AtReview.When("review-r1", More with { Materials = ["M01"] }, Town.Officer).IsRefused(RefusalReason.ExtraMaterial);

    [Fact]
    public void Agents_collect_what_is_listed_and_ask_for_nothing_more() =>
        Story.Submitted().Go().When("collect-r1", More, Town.Agent).IsRefused(RefusalReason.UnknownAction);

    [Theory]
    [InlineData("")]
    [InlineData("病历")]
    [InlineData("M8")]
    public void Words_are_no_paper(string code) =>
        Story.AtReview.When("review-r1", More with { Materials = [code] }, Town.Officer).IsRefused(RefusalReason.MaterialsRequired);

    [Theory]
    [InlineData("M04")]
    [InlineData("M05")]
    [InlineData("M14")]
    public void Authorisation_commitment_and_power_of_attorney_are_never_put_off(string code)
    {
        var application = Town.Application with { Materials = [new(code, false, LaterBy: new DateOnly(2026, 3, 9))] };

        CaseDecisions.Submit(application, mandateToAgent: true, Town.Procedure, Town.Calendar, Town.Start).IsRefused(RefusalReason.NeverPutOff);
    }
}
