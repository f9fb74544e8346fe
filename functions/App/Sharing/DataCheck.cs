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
        if (await cabinet.FindAsync(awaited.CaseId, cancellation) is not { } file || CaseDecisions.StillToAnswerFor(file.Current).IsEmpty)
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
        var notes = (await Task.WhenAll(CaseDecisions.StillToAnswerFor(file.Current).Select(member => AskAboutAsync(file, member, patience, cancellation)))).SelectMany(told => told).ToArray();
        if (notes.Length == 0)
            return file;
        if (await cabinet.ActAsync(file, (current, _) => Task.FromResult(CaseDecisions.NoteAnswers(current.Current, notes)), cancellation) is not Acted.Done done)
            return file;
        logger.LogInformation("Registries answered {Known} of {Asked} questions", notes.Count(note => note.Answer.IsKnown), notes.Length);
        if (CaseDecisions.StillToAnswerFor(done.File.Current).IsEmpty)
            await book.StopAwaitingAsync(file.CaseId, cancellation);
        return done.File;
    }

    /// <summary>Everybody at once: who lives in a large household waits no longer.</summary>
    private async Task<AnswerNote[]> AskAboutAsync(CaseFile file, int? member, TimeSpan patience, CancellationToken cancellation)
    {
        var (current, today) = (file.Current, clock.Today());
        if ((member is { } number ? personal.PersonOf(current, current.NamedMembers[number - 1].Person, today) : personal.PersonOf(current, today)) is not { } person)
            return [];
        var answers = await desk.AskAsync(
            person, CaseDecisions.Unanswered(current, member), new LookUpFor(LookUpPurpose.DataCheck, file.CaseId, Actor.System.Participant), patience, cancellation);
        return [.. answers.OrderBy(pair => pair.Key).Select(pair => AnswerNote.Of(pair.Key, pair.Value) with { Member = member })];
    }
}
