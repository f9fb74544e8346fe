using OneVisit.Domain;
using OneVisit.Domain.Identity;

namespace OneVisit.Functions.Words;

/// <summary>What was sealed, for a reader.</summary>
internal static class OpenedWords
{
    /// <returns>The text, or that it was erased.</returns>
    public static string In(this Opened opened, Language language) => opened.TextOrNull ?? Sentences.Of(language, "value.erased");
}
