using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Domain.Tests.Eligibility;

/// <summary>Of what a household told, only what makes a difference is kept.</summary>
public sealed class NeededFactsTests
{
    private static readonly Household Told = new() { HasLocalHukou = true, Members = 2, People = [new Person { BornOn = new DateOnly(1940, 1, 1), GraveIllness = true }], OwnsCar = false };

    [Fact]
    public void A_fact_that_changes_what_is_said_is_kept() => Assert.True(Kept(household => $"{household.HasLocalHukou}").HasLocalHukou);

    [Fact]
    public void A_fact_that_changes_nothing_is_not_kept() => Assert.Null(Kept(household => $"{household.HasLocalHukou}").OwnsCar);

    [Fact]
    public void People_of_whom_nothing_is_said_are_not_kept() => Assert.Null(Kept(household => $"{household.HasLocalHukou}").People);

    [Fact]
    public void Of_a_person_only_what_is_looked_at_is_kept() =>
        Assert.Equal(new Person { BornOn = new DateOnly(1940, 1, 1) }, Kept(household => $"{household.People?[0].BornOn}").People!.Value[0]);

    [Fact]
    public void What_visitors_compare_is_kept_anyhow() => Assert.Equal(2, NeededFacts.Of(Told, _ => "", nameof(Household.Members)).Members);

    private static Household Kept(Func<Household, string> said) => NeededFacts.Of(Told, said);
}
