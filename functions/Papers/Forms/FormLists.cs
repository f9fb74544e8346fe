using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Domain;
using OneVisit.Domain.Eligibility;

namespace OneVisit.Papers.Forms;

/// <summary>The lists on forms whose length depends on the case.</summary>
internal static class FormLists
{
    /// <summary>Lines for members where their number is not known.</summary>
    private const int AdultsUnknown = 4;

    public static readonly ImmutableArray<string> Names = ["services", "household", "papers", "adults"];

    public static Block Of(string list, FormFacts facts, FormWords words) => list switch
    {
        "services" => new Block.Checks(facts.Services.IsEmpty ? [new Check(false, "＿＿＿＿＿＿")] : [.. facts.Services.Select(service => new Check(true, words.Of(service)))]),
        "household" => new Block.Fields([.. Household(facts.Household).Select(fact => new Field(words.Of(FormShelf.Word("fact-" + fact.Key)), fact.Value is { } value ? words.Of(value) : Wording.Blank))]),
        "papers" => Papers(facts, words),
        "adults" => Adults(facts, words),
        _ => throw new InvalidOperationException(list),
    };

    // What was told; what nobody told stays a place to write, but only where a rule for this family would look.
    private static IEnumerable<(string Key, Text? Value)> Household(Household told)
    {
        yield return ("area", told.Area is { } area ? FormShelf.Word("area-" + area.Code()) : null);
        yield return ("hukou", YesNo(told.HasLocalHukou));
        yield return ("members", Number(told.Members));
        yield return ("income", Yuan(told.MonthlyIncome));
        yield return ("assets", Yuan(told.FinancialAssets));
        yield return ("car", YesNo(told.OwnsCar));
        yield return ("homes", Number(told.Homes));
        if (told.HomesBelowAverageArea is not null)
            yield return ("homes-small", YesNo(told.HomesBelowAverageArea));
        yield return ("property", YesNo(told.OwnsNonResidentialProperty));
        yield return ("business", Yuan(told.BusinessCapital));
        yield return ("medical", Yuan(told.YearlyMedicalSpending));
        yield return ("rehabilitation", Yuan(told.YearlyRehabilitationSpending));
        yield return ("education", Yuan(told.YearlyEducationSpending));
    }

    private static Block.Table Papers(FormFacts facts, FormWords words) => new(
        [new("", 0.5f), new(words.Of(FormShelf.Word("paper-name")), 4), new(words.Of(FormShelf.Word("paper-form")), 2), new(words.Of(FormShelf.Word("paper-from")), 3)],
        [.. facts.Papers.Select((paper, index) => ImmutableArray.Create<Wording>(
            (index + 1).ToString(CultureInfo.InvariantCulture), words.Of(paper.Name), words.Of(paper.Form), words.Of(paper.HeldBy ?? FormShelf.Word("paper-you"))))]);

    // The applicant signs below the text; everybody else who is of age, here.
    private static Block.Table Adults(FormFacts facts, FormWords words)
    {
        var others = facts.Household.Members is { } members ? members - 1 : AdultsUnknown;
        return new(
            [new(words.Of(FormShelf.Word("adult-name")), 2), new(words.Of(FormShelf.Word("adult-id")), 3), new(words.Of(FormShelf.Word("adult-sign")), 2.4f), new(words.Of(FormShelf.Word("sign-day")), 2)],
            [.. Enumerable.Repeat(ImmutableArray.Create(Wording.Blank, Wording.Blank, Wording.Blank, Wording.Blank), others)]);
    }

    private static Text? YesNo(bool? told) => told is { } yes ? FormShelf.Word(yes ? "yes" : "no") : null;

    private static Text? Yuan(Money? told) => told is { } money ? FormWords.Yuan(money) : null;

    private static Text? Number(int? told) => told?.ToString(CultureInfo.InvariantCulture) is { } number ? new(number, number) : null;
}
