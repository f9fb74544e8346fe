using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Process;

namespace OneVisit.Functions.Uploads;

/// <summary>
/// What became of a file that waited for the virus scanner, to whoever sent it. No journal tells it again, so its id says it, signed for its reader alone.
/// </summary>
public sealed class FileNotices(ProofSeal seal, CaseCabinet cabinet, TimeProvider clock)
{
    /// <summary>With what their ids begin.</summary>
    public const string Prefix = "file-checked.";

    /// <param name="place">Number of the case; of a submission where there is none yet.</param>
    /// <param name="file">The case; <c>null</c>: there is none yet.</param>
    internal Notice Of(string sender, string place, CaseFile? file, string material, string documentId, string outcome) =>
        NoticeTo(sender, seal.Sign(sender, $"{Prefix}{place}.{material}.{documentId}.{outcome}"), file, material, outcome);

    internal async Task<Told> FindAsync(string noticeId, string reader, CancellationToken cancellation)
    {
        // Before a case is there its place is a hash, behind the name of its key and a dot but for the first key's.
        return seal.Read(reader, noticeId)?.Split('.') is [_, .. { Length: > 0 } place, var material, var documentId, var outcome]
            ? await FindAsync(noticeId, reader, string.Join('.', place), material, documentId, outcome, cancellation)
            : new Told.Unknown();
    }

    private async Task<Told> FindAsync(string noticeId, string reader, string place, string material, string documentId, string outcome, CancellationToken cancellation)
    {
        if (!CaseNumber.IsOne(place))
            return new Told.Here(NoticeTo(reader, noticeId, null, material, outcome));
        if (await cabinet.FindAsync(place, cancellation) is not { } file)
            return new Told.Erased();
        if (Participants.StaffIdOf(reader) is not null || (file.Current.Participant == reader && !file.Current.IsCutOffOn(clock.Today())))
            return new Told.Here(NoticeTo(reader, noticeId, file, material, outcome));
        // On another telephone since, it is the same household.
        return file.Current.IsCutOffOn(clock.Today()) || !file.WasOf(reader) ? new Told.NotTheirs() : new Told.NotTheirs([Of(file.Current.Participant, place, file, material, documentId, outcome)]);
    }

    private Notice NoticeTo(string reader, string noticeId, CaseFile? file, string material, string outcome)
    {
        var data = new Dictionary<string, string> { ["outcome"] = outcome };
        if (file is not null)
            (data["zh"], data["en"]) = (CaseWords.PaperName(file, material, Language.Chinese), CaseWords.PaperName(file, material, Language.English));
        return new(noticeId, reader, NoticeKinds.FileChecked, file?.CaseId ?? "", null, clock.GetUtcNow(), data);
    }
}
