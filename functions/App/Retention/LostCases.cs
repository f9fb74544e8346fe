using System.Collections.Immutable;
using OneVisit.Domain.Audit;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.Retention;

/// <summary>
/// Cases whose data key was lost, not destroyed: nobody reads what was told in them any more, but the promise that they are erased holds. When their time is over stands open in their journals, and whose
/// they are the index knows. Whatever else is damaged stays so.
/// </summary>
public sealed class LostCases(CaseJournal journal, CaseCabinet cabinet, LookedUpRows rows)
{
    /// <summary>The journal; where its words do not open though its chain holds, without them, as if its key had been destroyed.</summary>
    /// <exception cref="JournalDamagedException">It is damaged otherwise.</exception>
    public async Task<JournalRead> ReadAsync(string caseId, CancellationToken cancellation)
    {
        try
        {
            return await journal.ReadAsync(caseId, cancellation);
        }
        catch (JournalDamagedException)
        {
            if (await journal.ReadClosedAsync(caseId, cancellation) is var closed && closed.Verify() is ChainReading.Intact)
                return closed;
            throw;
        }
    }

    /// <summary>The case, as far as it can be told.</summary>
    /// <returns><c>null</c>: no such case, or none any more.</returns>
    /// <exception cref="JournalDamagedException">It is damaged otherwise.</exception>
    public async Task<CaseFile?> FindAsync(string caseId, CancellationToken cancellation)
    {
        try
        {
            return await cabinet.FindAsync(caseId, cancellation);
        }
        catch (JournalDamagedException)
        {
            if (await ReadAsync(caseId, cancellation) is not { Entries: [.., { Event: not Erased }] } read)
                return null;
            var file = await cabinet.FileOfAsync(read.Entries, read.Key, cancellation);
            return file with { Current = await ToldAsync(file.Current, cancellation), Read = read };
        }
    }

    /// <summary>With its people as the index has them, where the case does not tell them itself. Which of several members is which is not known: each is all.</summary>
    public async Task<Case> ToldAsync(Case current, CancellationToken cancellation)
    {
        if (current.Applicant.IdHash.Text.Length > 0)
            return current;
        var known = (await rows.PersonsOfAsync(current.CaseId, cancellation)).ToLookup(row => row.As, row => row.Text);
        return current.Telling(_ => Of(IndexedAs.Applicant), _ => Of(IndexedAs.Representative), _ => Of(IndexedAs.Member));

        PersonHash Of(IndexedAs part) => new([.. known[part]]);
    }
}
