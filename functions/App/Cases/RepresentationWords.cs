using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Cases;

/// <summary>Who acts for an applicant, in words. Names masked.</summary>
internal static class RepresentationWords
{
    /// <returns><c>null</c>: nobody ever did.</returns>
    public static RepresentationView? Of(CaseFile file, Caller reader, DateOnly today, Language language)
    {
        if (file.Current.Representation is not { Who: var who } representation)
            return null;
        var ending = representation.EndingOn(today);
        var evidence = who.Basis.Evidence();
        return new(
            who.Basis.Code(), who.Relation.Code(), who.NameMasked, who.PhoneMasked, who.Until, ending is null, evidence, CaseWords.PaperName(file, evidence, language), StatusOf(file, evidence), Line(file, today, language)!)
        {
            EndedOn = ending?.On,
            EndedWhy = ending?.Why.Code(),
            IsYou = reader is Caller.Resident && reader.Participant == file.Current.Participant && file.Current.IsWithRepresentative,
            MayEnd = ending is null && MayEnd(file.Current, reader, today),
            MayProlong = reader is Caller.Staff staff && CaseDecisions.MayProlongRepresentation(file.Current, staff.Member, today),
        };
    }

    /// <summary>For who goes to them or calls them: under their own name and number, as long as they act.</summary>
    public static RepresentationView? InFull(this RepresentationView? view, PersonalData personal, Case current, bool name, bool phone, Language language) =>
        view is not { InForce: true } || current.Representation is not { Who: var who } ? view : view with
        {
            Name = name ? personal.NameOf(current, who).In(language) : null,
            Phone = phone ? personal.PhoneOf(current, who).In(language) : null,
        };

    /// <summary>By whom, on what, until when, whether the paper is there; or since when no longer, and why.</summary>
    /// <returns><c>null</c>: nobody ever did.</returns>
    public static string? Line(CaseFile file, DateOnly today, Language language)
    {
        if (file.Current.Representation is not { Who: var who } representation)
            return null;
        var relation = Sentences.Of(language, "relation." + who.Relation.Code());
        if (representation.EndingOn(today) is { } ending)
            return Sentences.Of(language, "representation.ended." + ending.Why.Code(), relation, who.NameMasked, Sentences.Day(language, ending.On));
        var evidence = who.Basis.Evidence();
        return Sentences.Of(
            language, who.Until is null ? "representation.line" : "representation.line-until", relation, who.NameMasked, Sentences.Of(language, "representation.basis." + who.Basis.Code()),
            Sentences.Of(language, "representation.evidence." + StatusOf(file, evidence), CaseWords.PaperName(file, evidence, language)),
            who.Until is { } last ? Sentences.Day(language, last) : null);
    }

    /// <summary>All who act or acted, the earliest first, a line each.</summary>
    /// <returns><c>null</c>: nobody ever did.</returns>
    public static string? Lines(CaseFile file, DateOnly today, Language language) => Line(file, today, language) is not { } last ? null
        : string.Join('\n', file.Current.EarlierRepresentations.Select(earlier => Earlier(earlier, today, language)).Append(last));

    /// <summary>Who acts from now on, on what, until when; masked.</summary>
    public static string Who(SealedRepresentative who, Language language) => Sentences.Of(
        language, who.Until is null ? "note.acting-begun" : "note.acting-begun-until", Sentences.Of(language, "relation." + who.Relation.Code()), who.NameMasked,
        Sentences.Of(language, "representation.basis." + who.Basis.Code()), who.Until is { } last ? Sentences.Day(language, last) : null);

    /// <summary>The reader may let somebody act from now on.</summary>
    public static bool MayName(CaseFile file, Caller reader, DateOnly today) => reader is Caller.Staff staff
        ? CaseDecisions.MayNoteRepresentation(file.Current, IsInPerson(file), staff.Member, today)
        : reader.Participant == file.Current.Participant && CaseDecisions.MayNameRepresentative(file.Current, IsInPerson(file), today);

    /// <summary>Nobody does it for another (民法典 §161).</summary>
    public static bool IsInPerson(CaseFile file) => file.Service.Mode == AgentMode.Prep;

    private static string Earlier(Representation earlier, DateOnly today, Language language) => Sentences.Of(
        language, "representation.earlier", Sentences.Of(language, "relation." + earlier.Who.Relation.Code()), earlier.Who.NameMasked, Sentences.Of(language, "representation.basis." + earlier.Who.Basis.Code()),
        Sentences.Day(language, earlier.From), Sentences.Day(language, earlier.EndingOn(today)!.On));

    // A mandate's own form is another paper, though it has the same code; and so is the letter to who acted before.
    private static string StatusOf(CaseFile file, string evidence) =>
        file.Current.Representation?.Named is { } named ? named.EvidenceSeen ? "seen" : file.Current.IsShown(named, evidence) ? "received" : "needed"
        : file.Current.Has(evidence) ? "received" : file.Current.Application.Materials.Any(listed => listed.Code == evidence && listed.HeldByPlatform) ? "held" : "needed";

    private static bool MayEnd(Case current, Caller reader, DateOnly today) => reader switch
    {
        Caller.Staff staff => CaseDecisions.MayEndRepresentation(current, staff.Member, today),
        _ => !current.IsWithRepresentative && current.IsEntrustedOn(today),
    };
}
