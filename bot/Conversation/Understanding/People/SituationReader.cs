using System.Collections.Immutable;

namespace OneVisit.Conversation.Understanding.People;

/// <summary>Reads what struck a household, and what it draws today. Both by codes of the wire; everything takes a comparable text.</summary>
internal static class SituationReader
{
    /// <summary>The household's allowance before it is known whether it is that of the town or of the country.</summary>
    public const string AllowanceOfEither = "D1";

    /// <returns><c>fire</c>, <c>accident</c>, <c>sudden-illness</c>, <c>none</c>, or <c>null</c> when not understood.</returns>
    public static string? Emergency(string text)
    {
        if (PeopleWords.NoEmergency.IsMatch(text)) return "none";
        return PeopleWords.Emergencies.FirstOrDefault(emergency => emergency.Pattern.IsMatch(text)).Code;
    }

    /// <summary>Codes of the services whose benefit is drawn, <see cref="AllowanceOfEither"/> among them; empty for none.</summary>
    /// <returns>Not set when nothing was understood.</returns>
    public static ImmutableArray<string>? Draws(string text)
    {
        var drawn = ImmutableArray.CreateBuilder<string>();
        var mentioned = false;
        foreach (var clause in PeopleWords.Split.Split(text))
        {
            var found = In(clause);
            mentioned |= !found.IsEmpty;
            if (!PeopleWords.NotDrawn.IsMatch(clause)) drawn.AddRange(found);
        }
        if (drawn.Count > 0) return [.. drawn.Distinct()];
        return mentioned || PeopleWords.DrawsNothing.IsMatch(text) ? [] : null;
    }

    /// <summary>A name counts once: 低保边缘 is no 低保.</summary>
    private static ImmutableArray<string> In(string clause)
    {
        var codes = ImmutableArray.CreateBuilder<string>();
        foreach (var (benefit, pattern) in PeopleWords.Benefits)
        {
            if (!pattern.IsMatch(clause)) continue;
            codes.AddRange(benefit);
            clause = pattern.Replace(clause, " ");
        }
        return codes.ToImmutable();
    }
}
