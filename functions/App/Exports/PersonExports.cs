using System.Text.Json;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Folder;
using OneVisit.Functions.Oversight;
using OneVisit.Functions.Retention;
using OneVisit.Storage;

namespace OneVisit.Functions.Exports;

/// <summary>Puts together everything that is kept about a person, from their cases on.</summary>
public sealed class PersonExports(PersonalData personal, FolderWords folders, SharingBook sharing, MatterCabinet matters, CatalogueShelf shelf, TimeProvider clock)
{
    public const string Version = "1";

    // As long as look-ups are kept at the least, and what may be longer.
    private const int YearsOfLookUps = 5;

    /// <param name="files">Their cases.</param>
    /// <param name="lived">Cases of others in whose household they were named.</param>
    /// <param name="hashes">Keyed hashes of their ID number.</param>
    public async Task<PersonalExport> OfAsync(
        IReadOnlyList<CaseFile> files, IReadOnlyList<ExportedMembership> lived, IReadOnlyCollection<string> hashes, bool onRequest, Language language, CancellationToken cancellation)
    {
        var complaints = new List<ExportedComplaint>();
        foreach (var file in files)
            complaints.AddRange(await ComplaintsAsync(file, cancellation));
        return new(
            Version, clock.GetUtcNow(), onRequest ? "request" : "self", [.. Persons(files)], [.. files.Select(file => Case(file, language))], lived, await LookUpsAsync(hashes, cancellation), complaints);
    }

    private IEnumerable<ExportedPerson> Persons(IEnumerable<CaseFile> files) => files.Select(file => file.Current.Applicant).GroupBy(applicant => applicant.IdHash)
        .Select(same => new ExportedPerson(personal.NameOf(same.First()), personal.IdOf(same.First()), [.. same.Select(personal.PhoneOf).Distinct()]));

    private ExportedCase Case(CaseFile file, Language language)
    {
        var (current, applicant) = (file.Current, file.Current.Applicant);
        return new(
            file.CaseId, current.Application.Service, file.Service.Name.In(language), BeijingTime.DayOf(current.SubmittedAt), personal.NameOf(applicant), personal.IdOf(applicant), personal.PhoneOf(applicant),
            CaseWords.PlaceName(file, language), personal.StoryOf(current.Application), JsonSerializer.SerializeToElement(current.Application.Household, JournalJson.Options),
            folders.View(file, forStaff: false, language), [.. current.NamedMembers.Select(member => $"{member.Person.NameMasked} {member.Person.IdMasked}")], CheckViews.Relatives(current), current.RegisterNumber,
            [.. ExportFiles.Of(file, language).Select(known => known.Told)], RetentionTold.Of(shelf.InForce.Retention.KeepingOf(current, clock.GetUtcNow()), language).Why);
    }

    private async Task<IReadOnlyList<ExportedLookUp>> LookUpsAsync(IEnumerable<string> hashes, CancellationToken cancellation)
    {
        var (found, today) = (new List<ExportedLookUp>(), clock.Today());
        foreach (var hash in hashes)
        {
            await foreach (var asked in sharing.AboutAsync(hash, today.AddYears(-YearsOfLookUps), today, cancellation))
                found.Add(new(asked.At, asked.Registry, asked.Question, asked.Purpose, asked.Basis, asked.Fields, asked.Answer, asked.About));
        }
        return found;
    }

    // Whose it is, only they know who left a name or a number; one that says the applicant's is the applicant's.
    private async Task<IReadOnlyList<ExportedComplaint>> ComplaintsAsync(CaseFile file, CancellationToken cancellation)
    {
        var (found, applicant) = (new List<ExportedComplaint>(), file.Current.Applicant);
        foreach (var number in file.Current.VisitsOrdered.Select(order => order.Matter).OfType<string>().Distinct())
        {
            if (await matters.FindAsync(number, cancellation) is not { Current: { Subject: MatterSubject.OfComplaint complaint } matter } || personal.ContactOf(complaint) is not { } contact
                || !contact.Contains(personal.PhoneOf(applicant), StringComparison.Ordinal) && !contact.Contains(personal.NameOf(applicant), StringComparison.Ordinal))
                continue;
            var answer = matter.Last<MatterAct.Answered>()?.Act as MatterAct.Answered;
            found.Add(new(number, complaint.Kind.Code(), BeijingTime.DayOf(matter.OpenedAt), file.CaseId, personal.ComplaintOf(complaint), contact, answer?.Finding.Code(), answer?.Words));
        }
        return found;
    }
}
