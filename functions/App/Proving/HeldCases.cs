using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.Proving;

/// <summary>A case that a person may prove to be theirs.</summary>
/// <param name="AsRepresentative">They act for its applicant.</param>
internal sealed record HeldCase(CaseFile File, bool AsRepresentative);

/// <summary>The cases of one person under one telephone on record.</summary>
/// <param name="Phone">In full; <c>null</c>: there is nobody of that name and number, which looks the same from outside.</param>
/// <param name="Subject">What a proof names.</param>
internal sealed record HeldCases(string? Phone, string? Subject, IReadOnlyList<HeldCase> Cases)
{
    /// <summary>An office has worked on one of them, and it is with the conversation that asks: strangers' asking is nothing to it.</summary>
    public bool IsAtHome { get; init; }

    /// <summary>Never prints a telephone.</summary>
    public override string ToString() => nameof(HeldCases);
}

/// <summary>
/// Looks up what a person may prove: cases they applied for, and cases in which they act for somebody today. A code goes to each telephone on record and opens the cases under that
/// telephone alone: who applies in another's name with a telephone of their own opens nothing of the other's, and crowds none of theirs out.
/// </summary>
public sealed class HeldCasesOf(CaseIndex index, CaseCabinet cabinet, PersonalData personal, TimeProvider clock)
{
    // Those that an office has worked with, and the asking conversation's own.
    private const int MostPhones = 10;

    // Beside them those of the longest standing, one for each conversation: whoever applies in another's name can do no more.
    private const int MostUnseen = 3;

    internal async Task<IReadOnlyList<HeldCases>> FindAsync(ClaimedPerson claimed, CancellationToken cancellation)
    {
        var hash = personal.IdHash(claimed.Id);
        var known = await index.OfPersonAsync(hash, cancellation);
        var found = new List<(HeldCase Case, string Phone, string Subject)>();
        foreach (var caseId in known.Own)
        {
            if (await cabinet.FindAsync(caseId, cancellation) is { Current: var current } file && PersonName.AreSame(personal.NameOf(current).TextOrNull, claimed.Name.Reveal()))
                Add(new(file, AsRepresentative: false), personal.PhoneOf(current)?.TextOrNull, personal.ProofSubjects(current).FirstOrDefault());
        }
        foreach (var caseId in known.Acted)
        {
            if (await cabinet.FindAsync(caseId, cancellation) is { Current: var current } file && current.IsRepresentedOn(clock.Today()) && current.Representation.Who is var who
                && who.IdHash.IsOf(hash) && PersonName.AreSame(personal.NameOf(current, who).TextOrNull, claimed.Name.Reveal()))
                Add(new(file, AsRepresentative: true), personal.PhoneOf(current, who).TextOrNull, personal.ProofSubjects(current, who).FirstOrDefault());
        }
        var phones = found.OrderBy(one => one.Case.File.Current.SubmittedAt).GroupBy(one => one.Phone).ToLookup(
            same => same.Any(one => IsSeen(one.Case.File) || one.Case.File.Current.Participant == claimed.Participant));
        var held = phones[true].OrderByDescending(same => same.Any(one => IsSeen(one.Case.File))).Take(MostPhones)
            .Concat(phones[false].DistinctBy(same => same.First().Case.File.Current.Application.Participant).Take(MostUnseen))
            .Select(same => new HeldCases(same.Key, same.First().Subject, [.. same.Select(one => one.Case)])
            {
                IsAtHome = same.Any(one => IsSeen(one.Case.File) && one.Case.File.Current.Participant == claimed.Participant),
            }).ToArray();
        return held.Length > 0 ? held : [new HeldCases(null, null, [])];

        void Add(HeldCase held, string? phone, string? subject)
        {
            if (phone is not null && subject is not null)
                found.Add((held, phone, subject));
        }
    }

    // Somebody of the offices did something in it: applied with the person, accepted it, saw them. Having looked at it, or turned it away, is none.
    private static bool IsSeen(CaseFile file) => file.Entries.Any(entry => entry.Actor.Role is not (Role.Resident or Role.System)
        && entry.Event is (Submitted or TaskDone { Act: not (TaskAct.NotAccepted or TaskAct.NotMet) } or Attended or PhoneReplaced));
}
