using OneVisit.Domain.Identity;
using OneVisit.Local.Platform.People;

namespace OneVisit.Local.Platform.Tests;

/// <summary>200,000 people who do not exist and do not contradict each other.</summary>
public sealed class PopulationTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly Population City = new(200_000, 2018);

    [Fact]
    public void Everybody_has_a_valid_number_of_their_own_by_which_they_are_found()
    {
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < City.Size; index++)
        {
            var person = City.At(index);
            Assert.True(numbers.Add(person.Number), person.Number);
            Assert.Equal(index, City.Find(person.Number)?.Index);
        }
    }

    [Fact]
    public void Their_numbers_pass_where_the_citys_are_read() => Assert.All(
        Sample, person => Assert.Equal(person.BornOn, Assert.IsType<IdReading.Valid>(ResidentId.Read(person.Number, Today)).Id.BornOn));

    [Fact]
    public void Who_is_married_is_married_to_somebody_alive_who_is_married_to_them() => Assert.All(
        Sample.Where(person => person.Spouse is not null), person =>
        {
            var spouse = City.At(person.Spouse!.Value);
            Assert.Equal((person.Index, true, person.Household, !person.IsMan), (spouse.Spouse, spouse.IsAlive, spouse.Household, spouse.IsMan));
        });

    [Fact]
    public void The_dead_are_married_to_nobody_study_nowhere_own_nothing_and_draw_nothing() => Assert.All(
        Sample.Where(person => !person.IsAlive), person =>
        {
            Assert.Equal((null, false, 0, 0, null), (person.Spouse, person.IsStudent, person.Cars, person.Homes, person.InsuranceBase));
            Assert.Empty(person.Benefits);
            Assert.InRange(person.DiedOn!.Value, person.BornOn, Today);
        });

    [Fact]
    public void A_household_draws_the_allowance_as_a_whole() => Assert.All(
        Sample.Where(person => person.Benefits.Contains("D1.2")), person => Assert.All(City.Household(person), member => Assert.Contains("D1.2", member.Benefits)));

    [Fact]
    public void Another_seed_is_other_people_and_the_same_seed_the_same() =>
        Assert.Equal((City.At(1234) with { Benefits = [] }, true), (new Population(200_000, 2018).At(1234) with { Benefits = [] }, Sample.Any(person => new Population(200_000, 7).At(person.Index).Village != person.Village)));

    [Fact]
    public void Every_registry_has_somebody() => Assert.All(
        (Func<Person, bool>[])[person => person.Cremated, person => person.DisabilityKind is not null, person => person.IsStudent, person => person.Cars > 0, person => person.Homes > 1, person => person.InsuranceBase is not null, person => person.Benefits.Count > 0],
        has => Assert.Contains(Sample, person => has(person)));

    private static IEnumerable<Person> Sample => Enumerable.Range(0, 4_000).Select(place => City.At(place * 50 % City.Size + (place % 5)));
}
