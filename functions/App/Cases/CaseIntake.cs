using System.Collections.Immutable;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Services;
using OneVisit.Storage;

namespace OneVisit.Functions.Cases;

/// <param name="AlreadyThere">The same submission had come before.</param>
public readonly record struct TakenCase(CaseFile File, bool AlreadyThere);

/// <summary>Makes a case of a submission, once.</summary>
public sealed class CaseIntake(
    CityCatalogue catalogue, CaseCabinet cabinet, CaseJournal journal, CaseIndex index, SubmissionRegister register, CaseProjections projections,
    CasePapers papers, PersonalData personal, TimeProvider clock)
{
    /// <param name="content">The whole form, to tell a repetition from a different content under the same id.</param>
    /// <returns><c>null</c>: the submission id was used for something else.</returns>
    internal async Task<TakenCase?> TakeAsync(Submission submission, string participant, string content, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var wished = CaseNumber.For(submission.Form.SubmissionId, participant, BeijingTime.DayOf(now));
        var claim = await register.ClaimAsync(
            personal.SubmissionKey(participant, submission.Form.SubmissionId), personal.ContentHash(content), wished, cancellation);
        if (claim is SubmissionClaim.OtherContent)
            return null;
        var taken = await FindOrOpenAsync(claim.CaseId, submission, participant, now, cancellation);
        await index.AddAsync(IndexKind.IdNumber, taken.File.Current.Applicant.IdHash, taken.File.CaseId, cancellation);
        await index.AddAsync(IndexKind.Participant, participant, taken.File.CaseId, cancellation);
        return taken with { File = await papers.TakeDraftsAsync(taken.File, submission.Form.SubmissionId, cancellation) };
    }

    // Another submission of the day may have got the same number first. Journals stay, so the same submission always walks to the same one.
    private async Task<TakenCase> FindOrOpenAsync(
        string claimed, Submission submission, string participant, DateTimeOffset now, CancellationToken cancellation)
    {
        for (var caseId = claimed; ; caseId = CaseNumber.After(caseId, submission.Form.SubmissionId, participant))
        {
            var before = await cabinet.FindAsync(caseId, cancellation);
            var file = before ?? await OpenAsync(caseId, submission, participant, now, cancellation);
            if (file.Current.Participant == participant && file.Current.Application.SubmissionId == submission.Form.SubmissionId)
                return new(file, AlreadyThere: before is not null);
        }
    }

    /// <returns>The case of that number as it now stands: who was faster may have made it of another submission.</returns>
    private async Task<CaseFile> OpenAsync(string caseId, Submission submission, string participant, DateTimeOffset now, CancellationToken cancellation)
    {
        var (events, actor) = Events(caseId, submission, participant, now);
        // A row first, of version 0: should everything stop right after the journal, the reconciliation finds the case by it.
        await projections.PutAsync(new CaseProjection(caseId, Version: 0, Finished: false), cancellation);
        return await journal.AppendAsync(caseId, expectedVersion: 0, events, actor, now, cancellation) is AppendResult.Appended appended
            ? cabinet.FileOf(appended.Entries)
            : await cabinet.FindAsync(caseId, cancellation) ?? throw new InvalidOperationException($"Case {caseId} was journalled and is not there.");
    }

    private (ImmutableArray<CaseEvent> Events, Actor Actor) Events(string caseId, Submission submission, string participant, DateTimeOffset now)
    {
        var procedure = submission.Service.ProcedureOn(BeijingTime.DayOf(now));
        var application = new Submitted(
            caseId, submission.Form.SubmissionId, submission.Service.Code, procedure.Version, participant, submission.Form.Language,
            personal.Seal(submission), submission.Household, Promised(submission.Materials), submission.Form.PrivacyNotice,
            Verdict(submission, now), personal.SealStory(PlainText.OrNull(submission.Form.Story)));
        var decision = CaseDecisions.Submit(application, submission.Form.MandateToAgent, procedure, catalogue.Calendar, now);
        return decision is Decision.Accepted accepted
            ? (accepted.Events, accepted.Actor)
            : throw new InvalidOperationException($"The domain refused an application that had been found in order: {((Decision.Refused)decision).Reason}.");
    }

    private static ImmutableArray<ListedMaterial> Promised(MaterialList materials) =>
        [.. materials.Needed.Select(material => new ListedMaterial(material.Code, false)), .. materials.Held.Select(material => new ListedMaterial(material.Code, true))];

    private PreliminaryVerdict Verdict(Submission submission, DateTimeOffset now)
    {
        var parameters = catalogue.ParametersOn(BeijingTime.DayOf(now));
        return submission.Service.Eligibility.Evaluate(submission.Household, parameters).Verdict switch
        {
            Domain.Eligibility.Verdict.Likely likely => new(VerdictKind.Likely, likely.Monthly),
            Domain.Eligibility.Verdict.Unlikely => new(VerdictKind.Unlikely),
            _ => new(VerdictKind.Unknown),
        };
    }
}
