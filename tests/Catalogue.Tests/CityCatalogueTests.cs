using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Counting;
using OneVisit.Domain.Law;
using OneVisit.Domain.Services;

namespace OneVisit.Catalogue.Tests;

public sealed class CityCatalogueTests
{
    private static readonly CityCatalogue City = CityCatalogue.Load();
    private static readonly Service Allowance = City.Find("D1.2")!;

    [Fact]
    public void The_built_in_catalogue_has_no_faults() => Assert.Empty(CatalogueLinter.Check());

    [Fact]
    public void A_case_of_today_takes_the_delegated_procedure_of_20_working_days()
    {
        var procedure = Allowance.ProcedureOn(new DateOnly(2026, 11, 24));
        Assert.Equal(("2022-delegated-1", 20, "review"), (procedure.Version, procedure.TotalWorkingDays, procedure.ReturnTo));
    }

    [Theory]
    [InlineData("2018-05-28", "2018-before-reform-2")]
    [InlineData("2018-05-29", "2018-committed-2")]
    [InlineData("2021-12-31", "2018-committed-2")]
    [InlineData("2022-01-01", "2022-delegated-1")]
    public void A_procedure_holds_to_its_last_day_inclusive(string day, string version) =>
        Assert.Equal(version, Allowance.ProcedureOn(DateOnly.Parse(day)).Version);

    [Fact]
    public void No_procedure_is_made_up_for_a_day_before_the_service_began() =>
        Assert.Throws<InvalidOperationException>(() => Allowance.ProcedureOn(new DateOnly(2017, 12, 31)));

    [Theory]
    [InlineData("2018-03-01", 5)]
    [InlineData("2019-03-01", 5)]
    [InlineData("2026-03-01", null)]
    public void By_the_rules_of_2018_the_village_appraises_within_five_working_days(string day, int? within) => Assert.Equal(
        within, Allowance.ProcedureOn(DateOnly.Parse(day)).Stages.SingleOrDefault(stage => stage.Kind == StageKind.Appraise)?.Limit.WorkingDaysOfItsOwn);

    [Fact]
    public void A_version_that_was_replaced_is_found_and_taken_by_nobody()
    {
        Assert.NotNull(Allowance.ProcedureOf("2018-committed-1"));
        Assert.NotEqual("2018-committed-1", Allowance.ProcedureOn(new DateOnly(2019, 3, 1)).Version);
    }

    [Fact]
    public void A_pinned_version_is_found_after_it_went_out_of_force() => Assert.Equal(30, Allowance.ProcedureOf("2018-committed-1")!.TotalWorkingDays);

    [Fact]
    public void Survey_and_data_check_run_side_by_side() =>
        Assert.Contains(
            Allowance.ProcedureOf("2022-delegated-1")!.Steps,
            step => step.Stages.Select(stage => stage.Kind).SequenceEqual([StageKind.Survey, StageKind.Verify]));

    [Fact]
    public void The_public_notice_hangs_seven_calendar_days() => Assert.Equal(7, Allowance.ProcedureOf("2022-delegated-1")!.Find("notice")!.Limit.CalendarDays);

    [Fact]
    public void Filing_with_the_city_has_three_working_days_of_its_own() =>
        Assert.Equal(3, Allowance.ProcedureOf("2022-delegated-1")!.Find("file")!.Limit.WorkingDaysOfItsOwn);

    [Fact]
    public void The_chief_representative_decides() => Assert.Equal(Role.ChiefRepresentative, Allowance.ProcedureOf("2022-delegated-1")!.Find("decide")!.Role);

    [Fact]
    public void The_household_brings_three_papers() =>
        Assert.Equal(["M04", "M05", "M07"], MaterialList.For(Allowance, new Household()).Needed.Select(material => material.Code));

    [Fact]
    public void What_the_city_holds_is_struck_out_with_its_holder() =>
        Assert.All(MaterialList.For(Allowance, new Household()).Held, material => Assert.False(string.IsNullOrEmpty(material.HeldBy?.Zh)));

    [Fact]
    public void The_form_is_the_one_paper_filled_in_by_us() =>
        Assert.Equal(["M03"], MaterialList.For(Allowance, new Household()).Held.Where(material => material.Prefilled).Select(material => material.Code));

    [Fact]
    public void Enrolment_is_proved_only_where_schooling_counts()
    {
        var withStudents = new Household { YearlyEducationSpending = new Money(6000) };
        Assert.Contains("M09", MaterialList.For(Allowance, withStudents).Needed.Select(material => material.Code));
    }

    [Fact]
    public void A_household_without_school_costs_is_not_asked_for_enrolment()
    {
        var without = new Household { YearlyEducationSpending = Money.Zero };
        Assert.DoesNotContain("M09", MaterialList.For(Allowance, without).Codes);
    }

    [Fact]
    public void Authorisation_and_commitment_are_never_waivable() =>
        Assert.Equal(["M04", "M05"], Allowance.Materials.Where(material => material.NeverWaivable).Select(material => material.Code));

    [Fact]
    public void The_demo_standard_says_that_it_is_one()
    {
        var standard = City.ParametersOn(new DateOnly(2026, 11, 24)).StandardRural;
        Assert.Equal(new Sourced<Money>(new Money(730), SourceStatus.Demo, new(2018, 1, 1)), standard);
    }

    [Fact]
    public void A_day_before_all_data_has_no_standard() => Assert.Null(City.ParametersOn(new DateOnly(2017, 12, 31)).StandardRural);

    [Fact]
    public void Without_a_standard_the_verdict_stays_unknown()
    {
        var poor = new Household
        {
            HasLocalHukou = true, Area = Area.Rural, Members = 4, MonthlyIncome = Money.Zero, FinancialAssets = Money.Zero, OwnsCar = false,
            Homes = 1, OwnsNonResidentialProperty = false, BusinessCapital = Money.Zero,
        };
        Assert.IsType<Verdict.Unknown>(Allowance.Eligibility.Evaluate(poor, City.ParametersOn(new DateOnly(2017, 12, 31))).Verdict);
    }

    [Fact]
    public void Twenty_one_service_points_are_active() => Assert.Equal(21, City.Places.Townships.Count(township => township.Active));

    [Fact]
    public void Shijiazhuang_village_lies_in_Zhaizhen()
    {
        var village = City.Places.Village("370982103201")!;
        Assert.Equal(("史家庄村", "翟镇"), (village.Name.Zh, City.Places.Township(village.Township)!.Name.Zh));
    }

    [Theory]
    [InlineData(2018, 250)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void Working_days_of_the_year_add_up(int year, int workingDays) =>
        Assert.Equal(workingDays, City.Calendar.WorkingDaysBetween(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31)));

    [Theory]
    [InlineData("2026-02-14")] // Saturday before Spring Festival
    [InlineData("2026-01-04")] // Sunday after New Year
    [InlineData("2018-12-29")]
    public void A_make_up_weekend_day_counts_as_a_working_day(string day) => Assert.True(City.Calendar.IsWorkingDay(DateOnly.Parse(day)));

    [Fact]
    public void The_working_day_after_the_eve_of_Spring_Festival_2026_is_the_24th_of_February() =>
        Assert.Equal(new DateOnly(2026, 2, 24), City.Calendar.NextWorkingDay(new DateOnly(2026, 2, 14)));

    [Fact]
    public void A_case_accepted_in_November_2026_is_due_on_a_fixed_day() =>
        Assert.Equal(new DueDate.Fixed(new DateOnly(2026, 12, 22)), City.Calendar.After(new DateOnly(2026, 11, 24), 20));

    [Fact]
    public void A_limit_that_runs_into_2027_is_provisional() =>
        Assert.Equal(new DueDate.Provisional(new DateOnly(2027, 1, 12)), City.Calendar.After(new DateOnly(2026, 12, 15), 20));

    [Fact]
    public void Acts_have_one_english_title_in_rules_and_in_the_catalogue()
    {
        var cited = City.Services.SelectMany(service => service.Laws.Concat(
            service.Procedures.SelectMany(procedure => procedure.Stages).Select(stage => stage.Law).OfType<LawReference>()));
        var byRules = City.Services.SelectMany(service => service.Eligibility.Versions).SelectMany(version => version.Lines).Select(line => line.Law);
        Assert.All(cited.Concat(byRules).GroupBy(law => law.Act), act => Assert.Single(act.Select(law => law.ActInEnglish).Distinct()));
    }

    [Fact]
    public void Members_and_income_are_counted_by_the_law_that_the_rules_cite() =>
        Assert.Contains(CountedHousehold.Law, City.Find("D1.2")!.Eligibility.Versions[^1].Lines.Select(line => line.Law));
}
