using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Cases;

/// <summary>Who lives in the household beside the applicant, masked, and who of them counts in another household already.</summary>
internal static class MemberWords
{
    /// <summary>For who puts the case together and checks it: everybody.</summary>
    public static IEnumerable<string> Lines(CaseFile file, Language language) =>
        Unusual(file, language).Concat(file.Current.NamedMembers.Select(member => Sentences.Of(language, "member.line", member.Person.NameMasked, member.Person.IdMasked)));

    /// <summary>For who reviews and decides: who counts twice.</summary>
    public static IEnumerable<string> Unusual(CaseFile file, Language language) =>
        file.Current.NamedMembers.Where(member => !member.Elsewhere.IsEmpty)
            .Select(member => Sentences.Of(language, "member.elsewhere", member.Person.NameMasked, CheckViews.List(member.Elsewhere, language)));
}
