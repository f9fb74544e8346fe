using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Services;
using OneVisit.Functions.Catalogues;
using OneVisit.Functions.Process;
using OneVisit.Storage;

namespace OneVisit.Functions.Cases;

/// <param name="AlreadyThere">The same submission had come before.</param>
/// <param name="Published">The row that was made for it; <c>null</c>: not now.</param>
public readonly record struct TakenCase(CaseFile File, bool AlreadyThere, Published? Published = null);

/// <summary>Opens the case of one service of a submission, once.</summary>
public sealed class CaseIntake(
    BuiltInCatalogue builtIn, CaseCabinet cabinet, CaseIndex index, SubmissionRegister register, CaseProjections projections,
    CaseOpening opening, Kinship kinship, PersonalData personal, TimeProvider clock)
{
    /// <summary>The case of a submission for one service alone.</summary>
    /// <param name="content">The whole form, to tell a repetition from a different content under the same id.</param>
    /// <returns><c>null</c>: the submission id was used for something else.</returns>
    internal Task<TakenCase?> TakeAsync(Submission submission, string participant, string content, MaterialList list, CancellationToken cancellation) =>
        TakeAsync(submission, submission.Services[0], null, submission.Form.SubmissionId, participant, content, list, cancellation);

    /// <summary>One of the cases of a submission for several services.</summary>
    internal Task<TakenCase?> TakeAsync(
        Submission submission, Service service, LinkedApplication together, string participant, string content, MaterialList list, CancellationToken cancellation) =>
        TakeAsync(submission, service, together, $"{submission.Form.SubmissionId}\n{service.Code}", participant, content, list, cancellation);

    /// <param name="claimed">What the case's number is derived from: the same, whenever the same comes again.</param>
    private async Task<TakenCase?> TakeAsync(
        Submission submission, Service service, LinkedApplication? together, string claimed, string participant, string content, MaterialList list,
        CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var wished = CaseNumber.For(claimed, participant, BeijingTime.DayOf(now));
        var claim = await register.ClaimAsync(personal, participant, claimed, content, wished, cancellation);
        if (claim is SubmissionClaim.OtherContent)
            return null;
        var relatives = await kinship.OfAsync(submission, cancellation);
        var taken = await FindOrOpenAsync(claim.CaseId, claimed, key => opening.Of(key, submission, service, together, list, participant, now) with { Relatives = relatives }, cancellation);
        await index.AddApplicantAsync(taken.File.Current.Applicant.IdHash, taken.File.CaseId, cancellation);
        if (taken.File.Current.Representation is { Who.IdHash: var acting })
            await index.AddRepresentativeAsync(acting, taken.File.CaseId, cancellation);
        await index.AddAsync(IndexKind.Participant, participant, taken.File.CaseId, cancellation);
        if (together is not null)
            await index.AddAsync(IndexKind.Application, together.ApplicationId, taken.File.CaseId, cancellation);
        return taken;

        // Another submission of the day may have got the same number first. Journals stay, so the same submission always walks to the same one.
        async Task<TakenCase> FindOrOpenAsync(string first, string code, Func<JournalKey, OpeningCase> open, CancellationToken stop)
        {
            for (var caseId = first; ; caseId = CaseNumber.After(caseId, code, participant))
            {
                // Claimed just now, it is hardly there: who opens it finds out.
                var before = claim is SubmissionClaim.New && caseId == first ? null : await cabinet.FindAsync(caseId, stop);
                var (file, row) = before is null ? await OpenAsync(caseId, open, now, stop) : (before, null);
                var application = file.Current.Application;
                if (file.Current.Participant == participant && application.SubmissionId == submission.Form.SubmissionId && application.Service == service.Code)
                    return new(file, AlreadyThere: before is not null, row);
            }
        }
    }

    /// <returns>The case of that number as it now stands: who was faster may have made it of another submission.</returns>
    private async Task<(CaseFile File, Published? Row)> OpenAsync(string caseId, Func<JournalKey, OpeningCase> open, DateTimeOffset now, CancellationToken cancellation)
    {
        var key = personal.NewKey(caseId);
        var (events, actor) = open(key).Under(caseId, now);
        await builtIn.EnsureKeptAsync(cancellation);
        // A row first, of version 0: should everything stop right after the journal, the reconciliation finds the case by it.
        var row = await projections.PutOverAsync(new CaseProjection(caseId, Version: 0, Finished: false), etag: null, cancellation);
        var file = await cabinet.OpenAsync(key, events, actor, now, cancellation)
            ?? await cabinet.FindAsync(caseId, cancellation) ?? throw new InvalidOperationException($"Case {caseId} was journalled and is not there.");
        return (file, row is null ? null : new Published(0, row));
    }
}
