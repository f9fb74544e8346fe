using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Cases;

public sealed class DocumentTests
{
    private static readonly DocumentAdded Statement = new("d1", "M07", "application/pdf", 1_000);

    [Fact]
    public void A_resident_adds_a_paper_of_the_list() => CaseDecisions.AddDocument(Story.Submitted().Case, Statement, Town.Owner).Brings(Statement);

    [Fact]
    public void Nobody_adds_to_anothers_case() => CaseDecisions.AddDocument(Story.Submitted().Case, Statement, "resident:other").IsRefused(RefusalReason.NotYours);

    [Fact]
    public void A_paper_beyond_the_list_is_refused() =>
        CaseDecisions.AddDocument(Story.Submitted().Case, Statement with { Material = "M18" }, Town.Owner).IsRefused(RefusalReason.ExtraMaterial);

    [Fact]
    public void The_same_paper_again_changes_nothing()
    {
        var given = Story.Submitted();
        given = given.After(CaseDecisions.AddDocument(given.Case, Statement, Town.Owner));

        CaseDecisions.AddDocument(given.Case, Statement, Town.Owner).Brings();
    }

    [Fact]
    public void After_the_decision_no_paper_comes_in() => CaseDecisions.AddDocument(Story.Approved.Case, Statement, Town.Owner).IsRefused(RefusalReason.CaseClosed);

    [Fact]
    public void The_agent_adds_a_paper_under_the_mandate() =>
        Assert.Equal("史建国", Assert.IsType<Decision.Accepted>(CaseDecisions.AddDocument(Story.Submitted().Case, Statement, Town.Agent, Town.Start)).Actor.Name);

    [Fact]
    public void Without_a_task_of_theirs_the_agent_adds_nothing() =>
        CaseDecisions.AddDocument(Story.AtSurvey.Case, Statement, Town.Agent, Town.Start).IsRefused(RefusalReason.OutOfOrder);

    [Fact]
    public void After_the_mandate_expired_the_agent_adds_nothing() =>
        CaseDecisions.AddDocument(Story.Submitted().Case, Statement, Town.Agent, Town.At(6, 3)).IsRefused(RefusalReason.MandateNotActive);

    [Fact]
    public void The_officer_of_another_township_adds_nothing() =>
        CaseDecisions.AddDocument(Story.AtSurvey.Case, Statement, Town.OtherOfficer, Town.Start).IsRefused(RefusalReason.WrongPlace);

    [Fact]
    public void A_form_signed_on_a_screen_is_brought_by_the_resident()
    {
        var signed = Statement with { SignedContent = "content" };

        var done = Assert.IsType<Decision.Accepted>(CaseDecisions.SignForm(Story.Submitted().Case, signed, Town.Owner, Town.Start));

        Assert.Equal((signed, Role.Resident), (Assert.Single(done.Events), done.Actor.Role));
    }

    [Fact]
    public void The_same_content_signed_again_changes_nothing()
    {
        var signed = Statement with { SignedContent = "content" };
        var given = Story.Submitted();
        given = given.After(CaseDecisions.SignForm(given.Case, signed, Town.Owner, Town.Start));

        CaseDecisions.SignForm(given.Case, signed with { DocumentId = "d2" }, Town.Owner, Town.Start).Brings();
    }

    [Fact]
    public void Nobody_signs_for_another() =>
        CaseDecisions.SignForm(Story.Submitted().Case, Statement with { SignedContent = "content" }, "resident:other", Town.Start).IsRefused(RefusalReason.NotYours);

    [Fact]
    public void A_form_beyond_the_list_is_not_signed() =>
        CaseDecisions.SignForm(Story.Submitted().Case, Statement with { Material = "M18", SignedContent = "content" }, Town.Owner, Town.Start).IsRefused(RefusalReason.ExtraMaterial);

    [Fact]
    public void A_mandate_is_signed_while_it_is_in_force()
    {
        var mandate = Statement with { Material = FilledForms.Mandate, SignedContent = "content" };

        CaseDecisions.SignForm(Story.Submitted().Case, mandate, Town.Owner, Town.Start).Brings(mandate, new MandateSigned(new MandateSignature(SignatureKinds.Drawn, "content", Town.Start), "XT260302-7K2M9Q-W1"));
        CaseDecisions.SignForm(Story.Submitted().Case, mandate, Town.Owner, Town.At(6, 3)).IsRefused(RefusalReason.MandateNotActive);
        CaseDecisions.SignForm(Story.Approved.Case, mandate, Town.Owner, Town.Start).IsRefused(RefusalReason.CaseClosed);
    }

    [Fact]
    public void The_decider_adds_nothing() => CaseDecisions.AddDocument(Story.AtDecide.Case, Statement, Town.Chief, Town.Start).IsRefused(RefusalReason.WrongRole);

    [Fact]
    public void A_case_holds_a_hundred_papers_at_most()
    {
        var full = Story.Submitted().With(Actor.System, [.. Enumerable.Range(0, Limits.Documents).Select(i => Statement with { DocumentId = $"d{i}" })]);

        CaseDecisions.AddDocument(full.Case, Statement with { DocumentId = "one more" }, Town.Owner).IsRefused(RefusalReason.TooManyDocuments);
    }

    [Fact]
    public void An_agent_who_added_a_paper_carried_the_case()
    {
        var given = Story.Submitted();
        given = given.After(CaseDecisions.AddDocument(given.Case, Statement, Town.Agent, Town.Start));

        Assert.Equal(["史建国"], given.Case.Agents.Select(agent => agent.Name));
    }
}
