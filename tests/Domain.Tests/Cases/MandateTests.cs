using OneVisit.Domain.Authority;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Cases;

public sealed class MandateTests
{
    [Fact]
    public void A_revoked_mandate_moves_the_errands_to_the_township() => CaseDecisions.RevokeMandate(Story.Submitted().Case, Town.Owner, Town.Start).Brings(
        new MandateRevoked(), new TaskReassigned("collect-r1", Role.TownshipOfficer, "township/370982103"));

    [Fact]
    public void After_a_revocation_the_agent_may_not_collect() => Revoked.When("collect-r1", Forms.Collected, Town.Agent).IsRefused(RefusalReason.MandateNotActive);

    [Fact]
    public void After_a_revocation_the_township_officer_collects() => Assert.Equal(["survey-r1", "verify-r1"], Revoked.Did("collect-r1", Forms.Collected, Town.Officer).Open);

    [Fact]
    public void An_expired_mandate_lets_the_agent_do_nothing() =>
        Story.Submitted().At(Town.At(6, 3)).When("collect-r1", Forms.Collected, Town.Agent).IsRefused(RefusalReason.MandateNotActive);

    [Fact]
    public void A_mandate_counts_on_its_last_day() =>
        Assert.IsType<Decision.Accepted>(Story.Submitted().At(Town.At(6, 2)).When("collect-r1", Forms.Collected, Town.Agent));

    [Fact]
    public void An_expired_mandate_moves_the_errands_to_the_township() =>
        CaseDecisions.OpenNext(Story.Submitted().Case, Town.Procedure, Town.Calendar, Town.At(6, 3)).Are(new TaskReassigned("collect-r1", Role.TownshipOfficer, "township/370982103"));

    [Fact]
    public void A_mandate_granted_later_moves_the_errands_to_the_agent() => CaseDecisions.GrantMandate(Story.Submitted(mandated: false).Case, Town.Owner, Town.Start).Brings(
        new MandateGranted(Mandate.CollectAndSubmit, "village/370982103201", new DateOnly(2026, 6, 2)) { Number = "XT260302-7K2M9Q-W1", From = new DateOnly(2026, 3, 2) },
        new TaskReassigned("collect-r1", Role.VillageAgent, "village/370982103201"));

    [Fact]
    public void A_mandate_that_is_there_is_not_granted_again() => CaseDecisions.GrantMandate(Story.Submitted().Case, Town.Owner, Town.Start).IsRefused(RefusalReason.MandateAlreadyActive);

    [Fact]
    public void A_mandate_that_is_not_there_is_not_revoked() =>
        CaseDecisions.RevokeMandate(Story.Submitted(mandated: false).Case, Town.Owner, Town.Start).IsRefused(RefusalReason.MandateNotActive);

    [Fact]
    public void Nobody_revokes_anothers_mandate() => CaseDecisions.RevokeMandate(Story.Submitted().Case, "resident:other", Town.Start).IsRefused(RefusalReason.NotYours);

    [Fact]
    public void Revoking_after_the_errands_were_run_moves_nothing() => CaseDecisions.RevokeMandate(Story.AtSurvey.Case, Town.Owner, Town.Start).Brings(new MandateRevoked());

    [Fact]
    public void A_decided_case_takes_no_mandate() =>
        ActTable.InForce.Operation("GrantMandate")!.Hold(Story.Approved.Case, CaseDecisions.GrantMandate(Story.Approved.Case, Town.Owner, Town.Start)).IsRefused(RefusalReason.CaseClosed);

    [Fact]
    public void A_mandate_in_force_is_taken_back_after_the_decision_and_the_end_too()
    {
        CaseDecisions.RevokeMandate(Story.Approved.Case, Town.Owner, Story.Approved.Now).Brings(new MandateRevoked());
        CaseDecisions.RevokeMandate(Story.Closed.Case, Town.Owner, Story.Closed.Now).Brings(new MandateRevoked());
    }

    private static Story Revoked => Story.Submitted() is var given ? given.After(CaseDecisions.RevokeMandate(given.Case, Town.Owner, given.Now)) : throw new InvalidOperationException();
}
