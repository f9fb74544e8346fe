using OneVisit.Catalogue.Tests.Understanding;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Counting;
using OneVisit.Domain.Law;
using OneVisit.Domain.Services;

namespace OneVisit.Catalogue.Tests;

/// <summary>The catalogue as a whole: what holds for all services, and what is said of single ones.</summary>
public sealed class FortyServicesTests
{
    private static readonly CityCatalogue City = CityCatalogue.Load();
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly IEnumerable<Service> Delegated = City.Services.Where(service => service.Kind == ServiceKind.Delegated);
    private static readonly IEnumerable<Service> ByAgents = City.Services.Where(service => service.Kind == ServiceKind.Agent);

    [Fact]
    public void Twenty_services_are_delegated_and_twenty_handled_by_agents() => Assert.Equal((20, 20), (Delegated.Count(), ByAgents.Count()));

    [Fact]
    public void They_fall_into_twelve_and_thirteen_major_items() =>
        Assert.Equal((12, 13), (Delegated.Select(Major).Distinct().Count(), ByAgents.Select(Major).Distinct().Count()));

    [Fact]
    public void Codes_are_in_order_of_their_numbers() =>
        Assert.Equal(["D1.1", "D9.1", "D10.1", "A1.1", "A13.1"], City.Services.Select(service => service.Code).Where(code => code is "D1.1" or "D9.1" or "D10.1" or "A1.1" or "A13.1"));

    [Fact]
    public void Every_service_can_be_applied_for() => Assert.All(City.Services, service => Assert.True(service.TakesApplications, service.Code));

    [Theory]
    [InlineData("D2.1", "D9.1")]
    [InlineData("D8.1", "D9.1")]
    [InlineData("D5.2", "D6.2")]
    [InlineData("D1.1", "D1.2")]
    public void Some_help_is_not_given_together(string one, string other) => Assert.True(City.Find(one)!.Excludes(City.Find(other)!));

    [Fact]
    public void A_living_subsidy_and_a_care_subsidy_go_together() => Assert.False(City.Find("D5.1")!.Excludes(City.Find("D5.2")!));

    [Fact]
    public void Whom_the_catalogue_makes_attend_only_what_needs_the_person() => Assert.Equal(
        City.Services.Where(service => service.Mode == AgentMode.Prep), City.Services.Where(service => service.ProcedureOn(Today).Stages.Any(stage => stage.InPerson)));

    [Fact]
    public void Of_what_is_paid_only_the_allowances_hang_an_amount_in_public_as_their_rules_say()
    {
        var paid = City.Services.SelectMany(service => service.Procedures.Where(procedure => procedure.PublicNoticeDays is not null && procedure.Grants != Grants.Nothing).Select(procedure => (service.Code, procedure))).ToArray();

        Assert.Equal(["A7.1", "D2.1", "D2.2", "D3.2"], paid.Where(found => found.procedure.NoticeWithoutAmount).Select(found => found.Code).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["D1.1", "D1.2"], paid.Where(found => !found.procedure.NoticeWithoutAmount).Select(found => found.Code).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("D1.2", 900, 900)]
    [InlineData("D2.1", 900, null)]
    [InlineData("D2.2", 0, 0)]
    public void Where_no_amount_hangs_it_is_still_told_that_payment_is_to_stop(string code, int found, int? hangs) =>
        Assert.Equal(Money.OrNull(hangs), NoticeSheet.AmountOn(City.Find(code)!.ProcedureOn(Today), new Money(found)));

    [Fact]
    public void Couples_come_twice_to_divorce() => Assert.Equal(2, City.Find("A1.2")!.ProcedureOn(Today).Stages.Count(stage => stage.InPerson));

    [Fact]
    public void A_reason_for_a_paper_beyond_the_list_names_an_act() => Assert.All(City.LegalReasons, reason => Assert.NotEmpty(reason.Law.Act));

    [Fact]
    public void Every_service_exists_today() => Assert.All(City.Services, service => Assert.True(service.ExistsOn(Today), service.Code));

    [Fact]
    public void Borderline_status_ends_with_the_rules_of_the_province() =>
        Assert.Equal((true, false), (City.Find("D4.1")!.ExistsOn(new DateOnly(2027, 10, 31)), City.Find("D4.1")!.ExistsOn(new DateOnly(2027, 11, 1))));

    [Fact]
    public void Marriage_divorce_and_adoption_need_the_person() =>
        Assert.Equal(
            ["A1.1", "A1.2", "A1.3", "A2.1", "A2.2"],
            ByAgents.Where(service => service.Mode == AgentMode.Prep).Select(service => service.Code));

    [Theory]
    [InlineData("D8.1")]
    [InlineData("D9.1")]
    [InlineData("D10.1")]
    public void Nothing_about_a_child_hangs_in_public(string code) => Assert.All(City.Find(code)!.Procedures, procedure => Assert.Null(procedure.PublicNoticeDays));

    [Fact]
    public void Public_notices_hang_seven_days() =>
        Assert.Equal([7], City.Services.Select(service => service.ProcedureOn(Today).PublicNoticeDays).OfType<int>().Distinct());

    [Fact]
    public void What_a_township_decides_for_the_bureau_is_filed_within_three_working_days() =>
        Assert.All(
            Delegated.Select(service => service.ProcedureOn(Today)).Where(procedure => procedure.Decider!.IsTownship),
            procedure => Assert.Equal(3, procedure.Stages.Single(stage => stage.Kind == StageKind.File).Limit.WorkingDaysOfItsOwn));

    [Fact]
    public void Thirty_in_a_hundred_delegated_files_are_sampled() => Assert.Equal([30], Delegated.Select(service => service.SamplingPercent!.Value).Distinct());

    [Theory]
    [InlineData("2018-03-01", 55, null, null)]
    [InlineData("2018-06-01", 30, 55, null)]
    [InlineData("2026-11-24", 20, 30, 45)]
    public void The_allowance_became_faster(string day, int total, int? statutory, int? extended)
    {
        foreach (var code in (string[])["D1.1", "D1.2"])
        {
            var procedure = City.Find(code)!.ProcedureOn(DateOnly.Parse(day));
            Assert.Equal((total, statutory, extended), (procedure.TotalWorkingDays, procedure.StatutoryWorkingDays, procedure.ExtendedWorkingDays));
        }
    }

    [Theory]
    [InlineData("2018-12-31", "bureau")]
    [InlineData("2019-01-01", "medical-insurance")]
    public void Medical_assistance_went_to_medical_insurance(string day, string decider) =>
        Assert.Equal(decider, City.Find("A7.1")!.ProcedureOn(DateOnly.Parse(day)).Decider!.Id);

    [Fact]
    public void Only_what_was_read_in_a_text_claims_to_be_law() =>
        Assert.Equal(["D1.1", "D1.2"], City.Services.Where(service => service.Status == SourceStatus.Verified).Select(service => service.Code));

    [Fact]
    public void No_clock_of_a_stage_claims_to_be_law() =>
        Assert.All(City.Services.SelectMany(service => service.Procedures), procedure => Assert.Equal(SourceStatus.Demo, procedure.Status));

    [Fact]
    public void Authorisation_commitment_and_power_of_attorney_never_wait() =>
        Assert.All(
            City.Services.SelectMany(service => service.Materials).Where(material => material.Code is "M04" or "M05" or "M14"),
            material => Assert.Equal((true, null, false), (material.NeverWaivable, material.DeferrableWorkingDays, material.CommitmentInLieu)));

    [Fact]
    public void Nobody_is_asked_for_an_identity_card() =>
        Assert.All(City.Services.SelectMany(service => service.Materials).Where(material => material.Code == "M01"), material => Assert.True(material.FromPlatform));

    [Fact]
    public void Bills_are_not_asked_of_a_household_without_any()
    {
        var healthy = new Household { YearlyMedicalSpending = Money.Zero, YearlyRehabilitationSpending = Money.Zero };
        Assert.DoesNotContain("M08", MaterialList.For(City.Find("D3.2")!, healthy).Codes);
    }

    [Fact]
    public void Bills_stay_on_the_list_while_nobody_has_asked() => Assert.Contains("M08", MaterialList.For(City.Find("D3.2")!, new Household()).Codes);

    [Fact]
    public void Every_life_event_leads_somewhere() =>
        Assert.Empty(City.LifeEvents.Except(City.Services.SelectMany(service => service.LifeEvents)));

    [Fact]
    public void Every_service_has_words_of_the_people_in_both_languages() =>
        Assert.All(City.Services, service => Assert.True(service.Words.Zh.Length is >= 8 and <= 20 && service.Words.En.Length is >= 4 and <= 10, service.Code));

    [Fact]
    public void What_people_said_for_the_examination_is_among_no_words() =>
        Assert.Empty(Desk.Lines("held-back.txt").Select(line => line.Said).Intersect(City.Services.SelectMany(service => service.Words.All)));

    [Theory]
    [InlineData("2025-12-31", true)]
    [InlineData("2026-01-01", false)]
    public void The_base_pension_was_left_out_until_the_end_of_the_five_year_plan(string day, bool leftOut) =>
        Assert.Equal(leftOut, City.NumberOn("excluded_income_base_pension", DateOnly.Parse(day)) is not null);

    [Theory]
    [InlineData("2025-12-31", false)]
    [InlineData("2026-01-01", true)]
    public void The_base_pension_counts_as_income_since_then(string day, bool counts) =>
        Assert.Equal(counts, City.ParametersOn(DateOnly.Parse(day)).ExclusionOf(IncomeKind.BasePension) is null);

    [Fact]
    public void Every_kind_of_income_that_is_left_out_names_where_it_is_written() =>
        Assert.All(City.ParametersOn(Today).IncomeExclusions, exclusion => Assert.Equal("其他地区低保财产认定办法", exclusion.Law.Act));

    [Fact]
    public void A_number_nobody_wrote_down_is_none() => Assert.Null(City.NumberOn("price_of_rice", Today));

    [Fact]
    public void The_share_of_rigid_spending_is_taken_over_from_elsewhere() =>
        Assert.Equal(new Sourced<decimal>(0.60m, SourceStatus.Analog, new(2018, 1, 1)), City.NumberOn("rigid_spending_share", Today));

    private static string Major(Service service) => service.Code[..service.Code.IndexOf('.')];
}
