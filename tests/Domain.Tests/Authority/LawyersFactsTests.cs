using OneVisit.Domain.Authority;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Tests.Authority;

/// <summary>What a lawyer of the bureau would say without looking into the table. It is checked against this, never the other way round.</summary>
public sealed class LawyersFactsTests
{
    private static readonly string[] Deciding = [ActNames.Approve, ActNames.Refuse, ActNames.Return, ActNames.Countersign, ActNames.DeclineSignature, ActNames.ExtendTime];

    private static readonly string[] Judging =
    [
        .. Deciding, ActNames.Accept, ActNames.NotAccepted, ActNames.TellMissing, ActNames.StartSurvey, ActNames.Surveyed, ActNames.Cosigned, ActNames.Disputed, ActNames.Verified,
        ActNames.Propose, ActNames.ProposeRefusal, ActNames.NoticePosted, ActNames.Convene, ActNames.Appraised, ActNames.Visited, ActNames.Filed,
        ActNames.PauseClock, ActNames.ResumeClock, ActNames.RequestMaterial, ActNames.Attended,
    ];

    private static readonly string[] OfOneHousehold =
    [
        "ShowCase", "ShowFolder", "PrintFolder", "FetchDocument", "FetchPaper", "PrintForm", "ShowMandates", "FetchPackage", "PrintNotice",
        "GrantMandate", "RevokeMandate", "AnswerDataCheck", "ObjectToFindings", "RateService", "ReadForm", "TakeSignature", "AddDocument", "TakeChange",
    ];

    private static readonly string[] OfTheHouseholdOnly = ["GrantMandate", "RevokeMandate", "AnswerDataCheck", "ObjectToFindings", "RateService"];

    [Fact]
    public void No_agent_judges_or_decides_anything() => Assert.All(Judging, act => Assert.DoesNotContain(Acts(act).May, standing => standing.Post?.IsAgent() == true));

    [Fact]
    public void Who_works_on_a_case_at_the_counter_does_not_decide_it() =>
        Assert.All(Deciding, act => Assert.DoesNotContain(Acts(act).May, standing => standing.Post is Role.TownshipOfficer or Role.TownshipHead));

    [Fact]
    public void A_resident_does_no_work_of_an_office() =>
        Assert.All(ActTable.InForce.All.Where(line => line.Kind != ActKind.Operation), line => Assert.DoesNotContain(line.May, standing => standing.Post is null));

    [Fact]
    public void Nobody_does_a_task_that_does_not_lie_before_them() =>
        Assert.All(ActTable.InForce.All.Where(line => line.Kind != ActKind.Operation), line => Assert.All(line.May, standing => Assert.Equal(Relation.Desk, standing.Relation)));

    [Fact]
    public void Nobody_who_is_related_acts_in_a_case() =>
        Assert.All(ActTable.InForce.All.Where(line => line.Kind == ActKind.CaseAct && line.May.Count > 0), line => Assert.True(line.Never.HasFlag(Bars.Kin), line.Act));

    [Fact]
    public void Nobody_who_is_related_opens_the_papers_of_a_case() =>
        Assert.All((string[])["ShowFolder", "PrintFolder", "FetchDocument", "FetchPaper", "PrintForm", "FetchPackage"], act => Assert.NotEqual(Bars.None, Operation(act).Never & (Bars.Kin | Bars.KinOffErrand)));

    [Fact]
    public void Nobody_looks_into_what_they_had_a_part_in() =>
        Assert.All(ActTable.InForce.All.Where(line => line.Kind == ActKind.MatterAct), line => Assert.True(line.Never.HasFlag(Bars.Involved), line.Act));

    [Fact]
    public void A_suspended_point_decides_nothing() => Assert.All(Deciding, act => Assert.True(Acts(act).Never.HasFlag(Bars.Suspended), act));

    [Fact]
    public void A_resident_never_sees_or_touches_anothers() =>
        Assert.All(OfOneHousehold, act => Assert.DoesNotContain(Operation(act).May, standing => standing.Relation is Relation.Anybody or Relation.Resident or Relation.FormerOwner));

    [Fact]
    public void To_whoever_may_not_see_a_case_it_does_not_exist() =>
        Assert.All(OfOneHousehold, act => Assert.Contains(Operation(act).Denial, (Denial[])[Denial.NotFound, Denial.NotYoursOrNotFound]));

    [Fact]
    public void What_is_the_households_own_to_say_nobody_says_for_it() =>
        Assert.All(OfTheHouseholdOnly, act => Assert.Equal([Relation.Owner, Relation.Representative], Operation(act).May.Select(standing => standing.Relation).Order()));

    [Fact]
    public void Who_acts_for_somebody_does_what_they_could_do_and_does_not_end_it_for_them()
    {
        Assert.All(ActTable.InForce.All.Where(line => line.May.Contains(new(Relation.Owner)) && line.Act is not ("RevokeRepresentation" or "NameRepresentative")), line => Assert.True(line.May.Contains(new(Relation.Representative)), line.Act));
        Assert.All((string[])["RevokeRepresentation", "NameRepresentative"], act => Assert.Equal(new Standing(Relation.Owner), Assert.Single(Operation(act).May)));
        Assert.Equal(new Standing(Relation.Representative), Assert.Single(Operation("RenounceRepresentation").May));
        Assert.All(ActTable.InForce.All.Where(line => line.May.Contains(new(Relation.Representative)) && line.Act != "RenounceRepresentation"), line => Assert.True(line.May.Contains(new(Relation.Owner)), line.Act));
    }

    [Fact]
    public void An_agent_sees_a_case_under_the_households_mandate_and_not_otherwise() =>
        Assert.All(OfOneHousehold, act => Assert.All(Operation(act).May.Where(standing => standing.Post?.IsAgent() == true),
            standing => Assert.Contains(standing.Relation, (Relation[])[Relation.Mandate, Relation.Applied])));

    [Fact]
    public void Offices_that_have_nothing_to_do_with_a_case_have_no_part_in_it() =>
        Assert.All(ActTable.InForce.All.Where(line => line.IsAboutCase), line => Assert.DoesNotContain(line.May, standing => standing.Relation is Relation.Elsewhere or Relation.Post));

    [Fact]
    public void Without_a_post_today_nobody_does_anything() =>
        Assert.DoesNotContain(ActTable.InForce.All, line => line.May.Contains(new(Relation.NoPost)));

    [Fact]
    public void The_township_and_the_agents_keep_out_of_the_citys_supervision() =>
        Assert.All(
            (string[])["WithdrawIssuedPaper", "ExcludeFromRates", "RebuildProcess", "ListRegister", "ListRelatives", "DrawNow", "ShowDraw", "SuspendPoint", "LiftPointSuspension", "ChangePointAuthority",
                "ShowAudit", "CheckJournals", "CheckJournal", "ShowOutbox", "SettleRefusedFact", "RebuildStatistics", "PublishCatalogue", "ActivateCatalogue", "HandInDirectory", "ActivateDirectory", "ExportDirectory"],
            act => Assert.All(Operation(act).May, standing => Assert.Contains(standing.Post!.Value, (Role[])[Role.CityFilingOfficer, Role.CityReviewer, Role.BureauOfficer])));

    [Fact]
    public void The_city_records_and_the_township_does_not_record_for_it() =>
        Assert.All(Acts(ActNames.Filed).May, standing => Assert.Contains(standing.Post!.Value, (Role[])[Role.CityFilingOfficer, Role.CityReviewer, Role.BureauOfficer]));

    [Fact]
    public void Who_reviews_files_is_the_citys_reviewer() =>
        Assert.All((string[])[MatterActNames.Reviewed, MatterActNames.RecheckPassed, MatterActNames.RecheckFailed], act => Assert.Equal(new Standing(Relation.Desk, Role.CityReviewer), Assert.Single(ActTable.InForce.OnMatter(act)!.May)));

    [Fact]
    public void What_the_clock_says_nobody_can_say() =>
        Assert.All((string[])[ActNames.DeemedAccepted, ActNames.Superseded, ActNames.SignatureWithdrawn, ActNames.AppraisalNotHeld, ActNames.ReadOutWithdrawn], act => Assert.Empty(Acts(act).May));

    [Fact]
    public void What_is_decided_is_not_decided_again() =>
        Assert.All(Deciding, act => Assert.DoesNotContain(Acts(act).When, state => state is CaseState.Delivering or CaseState.Closed));

    private static ActLine Acts(string act) => ActTable.InForce.OnCase(act)!;

    private static ActLine Operation(string act) => ActTable.InForce.Operation(act)!;
}
