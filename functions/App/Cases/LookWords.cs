using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Words;
using OneVisit.Papers.Forms;

namespace OneVisit.Functions.Cases;

/// <summary>Who of the offices saw something of a case in full, in words for the person concerned: by name and post, as they act in office.</summary>
internal static class LookWords
{
    /// <summary>All, the earliest first.</summary>
    public static IEnumerable<ExportedLook> Of(CaseFile file, PersonalData personal, Language language) =>
        file.Current.Looks.Select(look => Told(look, file, personal, language)).Concat(file.Current.PaperLooks.Select(look => Told(look, file, language))).OrderBy(look => look.At);

    /// <summary>Those at what is theirs who acts or acted for the applicant, and at nothing of who did so before or after.</summary>
    public static IEnumerable<ExportedLook> AtRepresentative(CaseFile file, Representation representation, PersonalData personal, Language language)
    {
        var next = file.Current.Representations.SkipWhile(one => one != representation).Skip(1).FirstOrDefault();
        return file.Current.Looks.Where(look => look.Of.What is RevealedKind.RepresentativeName or RevealedKind.RepresentativeIdNumber or RevealedKind.RepresentativePhone)
            .Where(look => (representation.Named is not { } named || look.At >= named.At) && (next?.Named is not { } later || look.At < later.At))
            .Select(look => Told(look, file, personal, language));
    }

    private static ExportedLook Told(Look look, CaseFile file, PersonalData personal, Language language) => new(
        look.At, By(look.By, file, language), TimelineWords.What(look.Of, language),
        Sentences.Of(language, "look.reason", TimelineWords.Why(look.Of, language), personal.WordsOf(file.Current, look.Of).In(language)));

    private static ExportedLook Told(PaperLook look, CaseFile file, Language language) => new(
        look.At, By(look.By, file, language), Sentences.Of(language, "seen." + look.Of.Kind.ToString().ToLowerInvariant(), NameOf(look.Of, file, language)),
        Sentences.Of(language, "seen-for." + look.Of.For.ToString().ToLowerInvariant()));

    private static string By(Actor by, CaseFile file, Language language) =>
        Sentences.Of(language, "look.by", by.Name, ActorWords.OfOffice(by.Office, file.Catalogue.Places, language), ActorWords.Of(by.Role, language));

    private static string NameOf(PaperSeen seen, CaseFile file, Language language) => seen.Kind switch
    {
        SeenKind.Issued => Sentences.Of(language, "paper." + seen.What),
        SeenKind.Form when FilledForms.Contain(seen.What) => PaperForms.TitleOf(seen.What).In(language),
        SeenKind.Package => "",
        _ => CaseWords.PaperName(file, seen.What, language),
    };
}
