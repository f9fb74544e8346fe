using System.Globalization;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;

namespace OneVisit.Domain.Tests.Cases;

/// <summary>Who may act for whom, and for how long. All numbers are made up.</summary>
public sealed class RepresentationRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 27);

    private static readonly ResidentId Mother = Born("1950-03-08");
    private static readonly ResidentId Son = Born("1980-06-01");
    private static readonly ResidentId Child = Born("2015-09-10");

    [Fact]
    public void An_adult_entrusts_somebody_for_a_year_at_most() =>
        Assert.Equal(new RepresentationReading.Lawful(new DateOnly(2027, 11, 27), EndsOfAge: false), Judge(RepresentationBasis.Entrusted, RepresentativeRelation.Son, Son, Mother));

    [Fact]
    public void An_earlier_day_counts() =>
        Assert.Equal(new RepresentationReading.Lawful(new DateOnly(2026, 12, 31), false), Judge(RepresentationBasis.Entrusted, RepresentativeRelation.Son, Son, Mother, new(2026, 12, 31)));

    [Theory]
    [InlineData("2026-11-26")]
    [InlineData("2027-11-28")]
    public void A_day_that_is_past_or_beyond_the_year_does_not(string until) =>
        IsAgainst(Judge(RepresentationBasis.Entrusted, RepresentativeRelation.Son, Son, Mother, Day(until)), RepresentationFault.TermOutOfRange);

    [Fact]
    public void A_parent_acts_until_the_day_before_the_child_comes_of_age() =>
        Assert.Equal(new RepresentationReading.Lawful(new DateOnly(2033, 9, 9), EndsOfAge: true), Judge(RepresentationBasis.Parent, RepresentativeRelation.Parent, Son, Child));

    [Fact]
    public void The_last_day_is_the_day_before_the_birthday_itself()
    {
        var eve = Born("2008-11-28");

        Assert.Equal(new RepresentationReading.Lawful(Today, EndsOfAge: true), Judge(RepresentationBasis.Parent, RepresentativeRelation.Parent, Son, eve));
        IsAgainst(Judge(RepresentationBasis.Parent, RepresentativeRelation.Parent, Son, Born("2008-11-27")), RepresentationFault.PersonIsAdult);
    }

    [Fact]
    public void A_child_of_the_29th_of_February_comes_of_age_on_the_28th() =>
        Assert.Equal(new RepresentationReading.Lawful(new DateOnly(2030, 2, 27), EndsOfAge: true), Judge(RepresentationBasis.Parent, RepresentativeRelation.Parent, Son, Born("2012-02-29")));

    [Fact]
    public void A_guardian_of_a_child_acts_as_long_as_a_parent() =>
        Assert.Equal(new RepresentationReading.Lawful(new DateOnly(2033, 9, 9), EndsOfAge: true), Judge(RepresentationBasis.Guardian, RepresentativeRelation.Grandparent, Mother, Child));

    [Fact]
    public void A_guardian_of_an_adult_acts_until_it_is_ended() =>
        Assert.Equal(new RepresentationReading.Lawful(null, EndsOfAge: false), Judge(RepresentationBasis.Guardian, RepresentativeRelation.Son, Son, Mother));

    [Fact]
    public void A_guardian_of_an_adult_may_name_the_last_day() =>
        Assert.Equal(new RepresentationReading.Lawful(new DateOnly(2030, 1, 1), EndsOfAge: false), Judge(RepresentationBasis.Guardian, RepresentativeRelation.Son, Son, Mother, new(2030, 1, 1)));

    [Fact]
    public void Nobody_acts_for_themselves() =>
        IsAgainst(Judge(RepresentationBasis.Entrusted, RepresentativeRelation.Other, Mother, Mother), RepresentationFault.SamePerson);

    [Fact]
    public void Who_is_under_eighteen_acts_for_nobody() =>
        IsAgainst(Judge(RepresentationBasis.Entrusted, RepresentativeRelation.Grandchild, Born("2008-11-28"), Mother), RepresentationFault.NotOfAge);

    [Fact]
    public void A_child_entrusts_nobody() =>
        IsAgainst(Judge(RepresentationBasis.Entrusted, RepresentativeRelation.Neighbour, Son, Child), RepresentationFault.PersonIsChild);

    [Fact]
    public void Who_acts_as_a_parent_is_one() =>
        IsAgainst(Judge(RepresentationBasis.Parent, RepresentativeRelation.Sibling, Son, Child), RepresentationFault.NotParent);

    [Fact]
    public void All_that_is_against_it_is_said_at_once() =>
        IsAgainst(Judge(RepresentationBasis.Entrusted, RepresentativeRelation.Other, Child, Child), RepresentationFault.SamePerson, RepresentationFault.NotOfAge, RepresentationFault.PersonIsChild);

    [Fact]
    public void Every_basis_and_every_relation_is_read_back_from_its_name()
    {
        Assert.All(Enum.GetValues<RepresentationBasis>(), basis => Assert.Equal(basis, RepresentationCodes.ParseBasis(basis.Code())));
        Assert.All(Enum.GetValues<RepresentativeRelation>(), relation => Assert.Equal(relation, RepresentationCodes.ParseRelation(relation.Code())));
    }

    private static RepresentationReading Judge(RepresentationBasis basis, RepresentativeRelation relation, ResidentId who, ResidentId person, DateOnly? until = null) =>
        RepresentationRules.Judge(new(basis, relation, who, until), person, Today);

    private static void IsAgainst(RepresentationReading reading, params RepresentationFault[] faults) =>
        Assert.IsType<RepresentationReading.Unlawful>(reading).Faults.Is(faults);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    // The check character by GB 11643.
    private static ResidentId Born(string day)
    {
        var digits = $"370982{day.Replace("-", "", StringComparison.Ordinal)}001";
        var sum = digits.Select((digit, place) => (digit - '0') * ((1 << (17 - place)) % 11)).Sum();
        return Assert.IsType<IdReading.Valid>(ResidentId.Read(digits + "10X98765432"[sum % 11], Today)).Id;
    }
}
