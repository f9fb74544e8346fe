using System.Globalization;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Payments;
using OneVisit.Domain.Law;

namespace OneVisit.Functions.Words;

/// <summary>Where an amount comes from, in words: the formula with its figures, a line a person where each gets their own.</summary>
internal static class AmountWords
{
    private const string PerPerson = "per-person";
    private const string ShortfallOrAlone = "shortfall-or-alone";

    public static AmountFinding Of(AmountTrace amount, ParameterText parameters, Language language)
    {
        var lines = amount.Parts.Select(part => Line(amount, part, language));
        if (amount is { Monthly: { } sum, Parts.Length: > 1 })
            lines = lines.Append(Sentences.Of(language, "formula.total", Sentences.Yuan(language, sum.Yuan)));
        return new(
            amount.Formula, [.. lines.Select(line => Marked(line, amount.Status, language))], amount.Monthly?.Yuan, amount.Status.Code(),
            [.. amount.Parameters.Select(used => parameters.Of(used, language))]);
    }

    private static string Line(AmountTrace amount, AmountPart part, Language language)
    {
        var figures = part.Figures.Select(figure => (object)Figure(figure, language));
        if (part.Person is { } person)
            figures = figures.Prepend((person + 1).ToString(CultureInfo.InvariantCulture));
        else if (amount.Monthly is { } monthly)
            figures = figures.Append(Sentences.Yuan(language, monthly.Yuan));
        return Sentences.Of(language, "formula." + NameFor(amount.Formula, part), [.. figures]);
    }

    // One formula reads differently with what it went by.
    private static string NameFor(string formula, AmountPart part) => (formula, part.Figures[0].Name) switch
    {
        (PerPerson, FigureNames.Age) => "per-person-by-age",
        (PerPerson, FigureNames.Grade) => "per-person-by-grade",
        ("shortfall" or ShortfallOrAlone, _) when part.Figures.Length == 4 => "shortfall-after-spending",
        (ShortfallOrAlone, _) when part.Person is null => "shortfall",
        _ => formula,
    };

    private static string Figure(Figure figure, Language language) => Sentences.Yuan(language, figure.Name == FigureNames.Share ? figure.Value * 100 : figure.Value);

    private static string Marked(string line, SourceStatus status, Language language) =>
        status == SourceStatus.Verified ? line : Sentences.Of(language, "sum." + status.Code(), line);
}
