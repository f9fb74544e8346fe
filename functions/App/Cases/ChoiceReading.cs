using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Services;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Cases;

/// <summary>Checks what the applicant chose about the papers against the list.</summary>
internal static class ChoiceReading
{
    public static MaterialChoice Of(MaterialChoices? chosen, MaterialList list, FieldErrors errors, Language language)
    {
        var choice = new MaterialChoice(Codes(chosen?.Later), Codes(chosen?.ByCommitment));
        foreach (var problem in choice.ProblemsWith(list))
            errors.Add(problem.IsLater ? "choices.later" : "choices.byCommitment", SentenceOf(problem), Name(problem.Code, list, language));
        return choice;
    }

    private static ImmutableHashSet<string> Codes(IReadOnlyList<string>? codes) => codes is null ? [] : [.. codes.Select(code => code ?? "")];

    private static string SentenceOf(ChoiceProblem problem) => problem.Fault switch
    {
        ChoiceFault.Never => "field.choice-never",
        ChoiceFault.NotAllowed when problem.IsLater => "field.choice-not-later",
        ChoiceFault.NotAllowed => "field.choice-no-commitment",
        ChoiceFault.Twice => "field.choice-twice",
        _ => "field.choice-not-asked",
    };

    // What was posted as a code goes back only as a code.
    private static string Name(string code, MaterialList list, Language language) =>
        list.Find(code)?.Material.Name.In(language) ?? new string([.. code.Where(char.IsAsciiLetterOrDigit).Take(10)]);
}
