using CsCheck;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Facts;

namespace OneVisit.Domain.Tests.Eligibility;

/// <summary>What agents are asked to do, near the boundaries of the rules, every fact of it known; and the same with some facts not known.</summary>
internal static class WishGen
{
    private static readonly DateOnly Day = Households.Parameters.On;
    private static readonly Question[] Asked = [.. Enum.GetValues<Question>().Where(question => question >= Question.ManBirthDate)];

    private static readonly Gen<DateOnly> Birth = Gen.Select(HouseholdGen.OneOf(7, 8, 20, 22, 30, 40, 48), Gen.Int[-1, 1])
        .Select((years, days) => Day.AddYears(-years).AddDays(days));

    private static readonly Gen<object> Value = Gen.Select(Birth, Gen.Int[0, 60], Gen.Int[28, 32], Gen.Bool).Select((birth, count, days, flag) =>
        (object)(birth, count, Day.AddDays(-days), flag));

    /// <summary>Tells everything there is to ask about wishes.</summary>
    public static Gen<Func<Household, Household>> Telling { get; } = Value.Array[Asked.Length].Select(values => (Func<Household, Household>)(household =>
        Asked.Zip(values).Aggregate(household, (told, fact) => FactBook.Write(told, fact.First, null, Of(fact.First, ((DateOnly, int, DateOnly, bool))fact.Second)))));

    /// <summary>One bit a question.</summary>
    public static Gen<ulong> Facts { get; } = Gen.ULong;

    /// <summary>The household with only those facts of its wishes known.</summary>
    public static Household KnowingWishes(this Household all, ulong facts) => Asked.Index()
        .Aggregate(all, (known, asked) => (facts & (1UL << asked.Index)) != 0 ? known : FactBook.Write(known, asked.Item, null, null));

    private static object Of(Question question, (DateOnly Birth, int Count, DateOnly Consent, bool Flag) value) => question switch
    {
        Question.ManBirthDate or Question.WomanBirthDate or Question.AdopterBirthDate or Question.AdoptedBirthDate => value.Birth,
        Question.SupervisorConsentDate => value.Consent,
        Question.AdopterChildren => value.Count % 3,
        Question.IndividualMembers or Question.UnitMembers => value.Count,
        Question.StartCapital => new Money(29_970 + value.Count),
        _ => value.Flag,
    };
}
