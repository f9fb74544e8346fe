using Microsoft.Extensions.Logging;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Sharing;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.Sharing;

/// <summary>
/// Puts what registries answer before the officer of the data check (信息核对): asked when the check opens, again with growing pauses while an answer is
/// owed, and used when it comes. Nobody waits for it: the case goes on by the rule for unknown.
/// </summary>
public sealed class DataCheck(SharingDesk desk, SharingBook book, CaseCabinet cabinet, PersonalData personal, TimeProvider clock, ILogger<DataCheck> logger)
{
    private static readonly TimeSpan InTheTurn = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan InTheRound = TimeSpan.FromSeconds(20);

    /// <summary>The first asking, in the turn of the process that opened the check, or in which a paper was asked for that a registry stands for. Asked before, nothing happens.</summary>
    /// <returns>The case as it then stands.</returns>
    public async Task<CaseFile> BeginAsync(CaseFile file, CancellationToken cancellation) =>
        desk.IsConnected && CaseDecisions.IsYetToAsk(file.Current)
            ? await AskAsync(file, 0, InTheTurn, cancellation)
            : file;

    /// <summary>What a case is still owed is asked again.</summary>
    /// <returns>The case if something new stands in its journal; <c>null</c>: nothing does.</returns>
    public async Task<CaseFile?> AskAgainAsync(AwaitedAnswers awaited, CancellationToken cancellation)
    {
        if (await cabinet.FindAsync(awaited.CaseId, cancellation) is not { } file || CaseDecisions.Unanswered(file.Current).IsEmpty)
        {
            await book.StopAwaitingAsync(awaited.CaseId, cancellation);
            return null;
        }
        var after = await AskAsync(file, awaited.Tries, InTheRound, cancellation);
        return after.Current.Version > file.Current.Version ? after : null;
    }

    private async Task<CaseFile> AskAsync(CaseFile file, int tries, TimeSpan patience, CancellationToken cancellation)
    {
        // First: whatever breaks off below, the next round asks again.
        await book.AwaitAsync(new(file.CaseId, tries + 1, clock.GetUtcNow() + Pauses.After(tries)), cancellation);
        if (personal.PersonOf(file.Current.Applicant, clock.Today()) is not { } person)
            return file;
        var answers = await desk.AskAsync(
            person, CaseDecisions.Unanswered(file.Current), new LookUpFor(LookUpPurpose.DataCheck, file.CaseId, Actor.System.Participant), patience, cancellation);
        var notes = answers.OrderBy(pair => pair.Key).Select(pair => AnswerNote.Of(pair.Key, pair.Value)).ToArray();
        if (await cabinet.ActAsync(file, (current, _) => Task.FromResult(CaseDecisions.NoteAnswers(current.Current, notes)), cancellation) is not Acted.Done done)
            return file;
        logger.LogInformation("Registries answered {Known} of {Asked} questions", notes.Count(note => note.Answer.IsKnown), notes.Length);
        if (CaseDecisions.Unanswered(done.File.Current).IsEmpty)
            await book.StopAwaitingAsync(file.CaseId, cancellation);
        return done.File;
    }
}
