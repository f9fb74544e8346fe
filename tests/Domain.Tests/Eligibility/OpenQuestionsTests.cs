using OneVisit.Domain.Eligibility;
using static OneVisit.Domain.Eligibility.Question;
using static OneVisit.Domain.Tests.Eligibility.Households;

namespace OneVisit.Domain.Tests.Eligibility;

public sealed class OpenQuestionsTests
{
    [Fact]
    public void Of_an_unknown_household_where_it_belongs_and_what_it_lives_on_are_asked_first() =>
        Assert.Equal([LocalHukou, Question.Area, Members, MonthlyIncome], Rural(new Household()).StillOpen.Take(4));

    [Fact]
    public void Of_an_unknown_household_spending_is_not_asked() => Assert.DoesNotContain(MedicalSpending, Rural(new Household()).StillOpen);

    [Fact]
    public void A_household_of_another_city_is_asked_nothing_more() => Assert.Empty(Rural(new Household { HasLocalHukou = false }).StillOpen);

    [Fact]
    public void When_income_is_below_the_standard_only_assets_are_open() =>
        Assert.Equal(
            [Car, Homes, NonResidentialProperty, FinancialAssets, BusinessCapital],
            Rural(new Household { HasLocalHukou = true, Area = OneVisit.Domain.Eligibility.Area.Rural, Members = 4, MonthlyIncome = new Money(1300) }).StillOpen.AsEnumerable());

    [Fact]
    public void When_income_is_above_the_standard_spending_is_asked_before_assets() =>
        Assert.Equal(
            [MedicalSpending, EducationSpending, RehabilitationSpending, Car],
            Rural(new Household { HasLocalHukou = true, Area = OneVisit.Domain.Eligibility.Area.Rural, Members = 4, MonthlyIncome = new Money(3500) }).StillOpen.Take(4));

    [Fact]
    public void Spending_told_so_far_may_be_enough() =>
        Assert.Empty(Rural(Widow with { MonthlyIncome = new Money(3500), YearlyMedicalSpending = new Money(12_000) }).StillOpen);

    [Fact]
    public void Income_above_all_routes_closes_every_question() => Assert.Empty(Rural(new Household { Members = 1, MonthlyIncome = new Money(2000) }).StillOpen);

    [Fact]
    public void One_home_leaves_no_question_of_size() => Assert.DoesNotContain(HomesBelowAverageArea, Rural(Widow with { OwnsCar = null }).StillOpen);

    [Fact]
    public void Two_homes_raise_the_question_of_size() => Assert.Equal([HomesBelowAverageArea], Rural(Widow with { Homes = 2 }).StillOpen.AsEnumerable());

    [Fact]
    public void Not_knowing_about_a_car_is_not_having_none() => Assert.IsType<Verdict.Unknown>(Rural(Widow with { OwnsCar = null }).Verdict);
}
