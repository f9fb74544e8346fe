using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Facts;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Domain.Interview;

/// <summary>
/// Answers as the plan writes them, to try out what they would decide: <c>yes</c>, <c>no</c>; a number; yuan, or <c>0.5x</c> for so many standards a
/// head of the household; <c>82 years</c>; <c>physical 2</c>; <c>dead able</c> for father and mother; the code of an area, an emergency, a deceased,
/// a relation or an absence;
/// ticks and codes joined by <c>+</c>; <c>none</c>.
/// </summary>
public static class Guesses
{
    private const int UsualMembers = 3;
    private static readonly LayOff LaidOff = new(new DateOnly(1956, 1, 1), new DateOnly(1962, 1, 1), true, false);

    /// <summary>The answer to a question about a household of the usual size where that is not known; <c>null</c>: it cannot be read.</summary>
    public static Answer? Read(Question question, string text, Household household, EligibilityParameters parameters)
    {
        Answer? answer = AnswerKinds.Of(question) switch
        {
            AnswerKind.Day => text.Split(' ') is [var years, "years"] && Whole(years) is { } age ? new Answer.Day(parameters.On.AddYears(-age)) : null,
            AnswerKind.Certificate => text.Split(' ') switch
            {
                ["none"] => new Answer.Certificate(null, 0),
                [var kind, var grade] when DisabilityKinds.Parse(kind) is { } read && Whole(grade) is >= 1 and <= 4 => new Answer.Certificate(read, Whole(grade)),
                _ => null,
            },
            AnswerKind.Parents => text.Split(' ') is [var father, var mother] && ParentFates.Parse(father) is { } his && ParentFates.Parse(mother) is { } hers
                ? new Answer.Parents(new(his, null, 12), new(hers, null, 12))
                : null,
            AnswerKind.Work => text switch { "yes" => new Answer.Work(LaidOff), "no" => new Answer.Work(LayOff.Never), _ => null },
            AnswerKind.Absence => Absences.Parse(text) is { } reason ? new Answer.Absence(reason) : null,
            AnswerKind.Incomes => text == "none" ? new Answer.Incomes([]) : null,
            AnswerKind.Codes => new Answer.Codes(Codes(text)),
            AnswerKind.Word => new Answer.Word(text),
            AnswerKind.Number => Whole(text) is { } number ? new Answer.Number(number) : null,
            AnswerKind.Yuan => Yuan(text, household, parameters) is { } yuan ? new Answer.Yuan(yuan) : null,
            AnswerKind.YesNo => text switch { "yes" => new Answer.YesNo(true), "no" => new Answer.YesNo(false), _ => null },
            _ => null,
        };
        return answer is not null && Fits(question, answer) ? answer : null;
    }

    /// <summary>Ticks of a list; <c>null</c>: one of them is not offered.</summary>
    public static Answer.Ticked? Read(string text, ImmutableArray<Option> offered) =>
        Codes(text) is var ticks && ticks.All(code => offered.Any(option => option.Code == code)) ? new(offered, ticks) : null;

    private static ImmutableArray<string> Codes(string text) => text == "none" ? [] : [.. text.Split('+')];

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static decimal? Yuan(string text, Household household, EligibilityParameters parameters)
    {
        if (!decimal.TryParse(text.TrimEnd('x'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return null;
        if (!text.EndsWith('x'))
            return number;
        var standard = parameters.Standard(household.Area ?? Area.Urban)?.Value ?? new Money(0);
        return Math.Min(number * standard.Yuan * (household.Members ?? UsualMembers), Household.MostYuan);
    }

    private static bool Fits(Question question, Answer answer)
    {
        try
        {
            Folding.Check(Inquiry.About(question, question.IsOfAPerson() ? 0 : null), answer);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
