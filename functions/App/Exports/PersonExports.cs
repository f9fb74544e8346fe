using System.Text.Json;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Folder;
using OneVisit.Functions.Oversight;
using OneVisit.Functions.Retention;
using OneVisit.Functions.Words;
using OneVisit.Storage;

namespace OneVisit.Functions.Exports;

/// <summary>A case in which somebody acts for the applicant, or did.</summary>
/// <param name="As">When they did; whoever else did is nothing of theirs.</param>
public sealed record ActedCase(CaseFile File, Representation As);

/// <summary>Puts together everything that is kept about a person, from their cases on.</summary>
public sealed class PersonExports(PersonalData personal, FolderWords folders, SharingBook sharing, MatterCabinet matters, CatalogueShelf shelf, TimeProvider clock)
{
    public const string Version = "1";

    // As long as look-ups are kept at the least, and what may be longer.
    private const int YearsOfLookUps = 5;

    /// <param name="files">Their cases.</param>
    /// <param name="lived">Cases of others in whose household they were named.</param>
    /// <param name="hashes">Keyed hashes of their ID number.</param>
    /// <param name="acted">Cases in which they act for somebody, or did: of those only that, and what is theirs.</param>
    public async Task<PersonalExport> OfAsync(
        IReadOnlyList<CaseFile> files, IReadOnlyList<ExportedMembership> lived, IReadOnlyCollection<string> hashes, bool onRequest, Language language, CancellationToken cancellation,
        IReadOnlyList<ActedCase>? acted = null)
    {
        var complaints = new List<ExportedComplaint>();
        foreach (var file in files)
            complaints.AddRange(await ComplaintsAsync(file, language, cancellation));
        return new(
            Version, clock.GetUtcNow(), onRequest ? "request" : "self", [.. Persons(files, language)], [.. files.Select(file => Case(file, language))], lived,
            await LookUpsAsync(hashes, onRequest ? null : files.SelectMany(file => new[] { file.CaseId, file.Current.Application.SubmissionId }).ToHashSet(StringComparer.Ordinal), cancellation), complaints)
        {
            ActedFor = [.. (acted ?? []).Select(one => Acted(one, language))],
        };
    }

    private IEnumerable<ExportedPerson> Persons(IEnumerable<CaseFile> files, Language language) => files.GroupBy(file => file.Current.Applicant.IdHash.Text)
        .Select(same => new ExportedPerson(personal.NameOf(same.First().Current).In(language), personal.IdOf(same.First().Current).In(language), [.. same.SelectMany(personal.PhonesOf).Select(phone => phone.In(language)).Distinct()]));

    private ExportedRepresentation Acted(ActedCase one, Language language)
    {
        var (file, representation) = one;
        var current = file.Current;
        var who = representation.Who;
        return new(
            file.CaseId, current.Application.Service, file.Service.Name.In(language), current.Applicant.NameMasked, who.Basis.Code(), who.Relation.Code(), representation.From, who.Until,
            representation.EndingOn(clock.Today())?.On, personal.NameOf(current, who).In(language), personal.IdOf(current, who).In(language), personal.PhoneOf(current, who).In(language))
        {
            Looks = [.. LookWords.AtRepresentative(file, representation, personal, language)],
        };
    }

    private ExportedCase Case(CaseFile file, Language language)
    {
        var current = file.Current;
        return new(
            file.CaseId, current.Application.Service, file.Service.Name.In(language), BeijingTime.DayOf(current.SubmittedAt), personal.NameOf(current).In(language), personal.IdOf(current).In(language), personal.PhoneOf(current)?.In(language) ?? "",
            CaseWords.PlaceName(file, language), personal.StoryOf(current)?.In(language), JsonSerializer.SerializeToElement(current.Application.Household, JournalJson.Options),
            folders.View(file, forStaff: false, language), [.. current.NamedMembers.Select(member => $"{member.Person.NameMasked} {member.Person.IdMasked}")], CheckViews.Relatives(current), current.RegisterNumber,
            [.. ExportFiles.Of(file, language).Select(known => known.Told)], RetentionTold.Of(shelf.InForce.Retention.KeepingOf(current, clock.GetUtcNow()), language).Why)
        {
            Representative = RepresentationWords.Lines(file, clock.Today(), language),
            Looks = [.. LookWords.Of(file, personal, language)],
            Steps = [.. Steps(file, language)],
        };
    }

    private static IEnumerable<ExportedStep> Steps(CaseFile file, Language language)
    {
        var words = new TimelineWords(file, language);
        return file.Entries.Where(entry => entry.Event is Exported or PhoneReplaced or TakenOver).Select(entry => new ExportedStep(
            entry.At, entry.Event.Type, Sentences.Of(language, "event." + entry.Event.Type), ActorWords.Of(entry.Actor, language) ?? "", words.Note(entry.Event)));
    }

    /// <param name="only">Cases that are opened; <c>null</c>: all. Who typed a number has not proven to be that person.</param>
    private async Task<IReadOnlyList<ExportedLookUp>> LookUpsAsync(IEnumerable<string> hashes, HashSet<string>? only, CancellationToken cancellation)
    {
        var (found, today) = (new List<ExportedLookUp>(), clock.Today());
        foreach (var hash in hashes)
        {
            await foreach (var asked in sharing.AboutAsync(hash, today.AddYears(-YearsOfLookUps), today, cancellation))
            {
                if (only?.Contains(asked.About) != false)
                    found.Add(new(asked.At, asked.Registry, asked.Question, asked.Purpose, asked.Basis, asked.Fields, asked.Answer, asked.About));
            }
        }
        return [.. found.OrderBy(asked => asked.At)];
    }

    // Whose it is, only they know who left a number: the applicant's own telephone tells that it is theirs. A name in free words may be a neighbour's.
    private async Task<IReadOnlyList<ExportedComplaint>> ComplaintsAsync(CaseFile file, Language language, CancellationToken cancellation)
    {
        var found = new List<ExportedComplaint>();
        foreach (var number in file.Current.VisitsOrdered.Select(order => order.Matter).OfType<string>().Distinct())
        {
            if (await matters.FindAsync(number, cancellation) is not { Current: { Subject: MatterSubject.OfComplaint complaint } matter } || !IsOf(file.Current, matter))
                continue;
            var answer = matter.Last<MatterAct.Answered>()?.Act as MatterAct.Answered;
            found.Add(new(number, complaint.Kind.Code(), BeijingTime.DayOf(matter.OpenedAt), file.CaseId, personal.WordsOf(matter)?.In(language) ?? "", personal.ContactOf(matter)?.In(language), answer?.Finding.Code(), answer?.Words));
        }
        return found;
    }

    private bool IsOf(Case current, Matter matter) =>
        PhoneNumber.Read(personal.ContactOf(matter)?.TextOrNull)?.Reveal() is { } contact && contact == personal.PhoneOf(current)?.TextOrNull;
}
