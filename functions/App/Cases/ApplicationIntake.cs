using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Sharing;
using OneVisit.Storage;

namespace OneVisit.Functions.Cases;

/// <param name="Cases">One a service, in the order of the catalogue.</param>
public sealed record TakenApplication(string ApplicationId, IReadOnlyList<TakenCase> Cases)
{
    /// <summary>All of it had come before.</summary>
    public bool AlreadyThere => Cases.All(taken => taken.AlreadyThere);
}

/// <summary>Makes cases of a submission, once: whatever broke off in between, the same submission finishes it and gives the same cases.</summary>
public sealed class ApplicationIntake(
    CaseIntake cases, CasePapers papers, SubmissionRegister register, PlatformAnswers platform, PersonalData personal, TimeProvider clock)
{
    /// <summary>A submission for one service: a case by itself.</summary>
    /// <returns><c>null</c>: the submission id was used for something else.</returns>
    internal async Task<TakenCase?> TakeAloneAsync(Submission submission, string participant, string content, CancellationToken cancellation)
    {
        var list = await AskedAsync(submission, participant, cancellation);
        if (await cases.TakeAsync(submission, participant, content, list, cancellation) is not { } taken)
            return null;
        var files = await papers.TakeDraftsAsync([taken], submission.Form.SubmissionId, submission.By?.Participant ?? participant, cancellation);
        return taken with { File = files[0] };
    }

    /// <summary>A submission for one service or several: linked cases.</summary>
    /// <returns><c>null</c>: the submission id was used for something else.</returns>
    internal async Task<TakenApplication?> TakeAsync(Submission submission, string participant, string content, CancellationToken cancellation)
    {
        var submissionId = submission.Form.SubmissionId;
        var wished = ApplicationNumber.For(submissionId, participant, BeijingTime.DayOf(clock.GetUtcNow()));
        var claim = await register.ClaimAsync(personal, participant, submissionId, content, wished, cancellation);
        if (claim is SubmissionClaim.OtherContent)
            return null;
        var together = new LinkedApplication(claim.CaseId, [.. submission.Services.Select(service => service.Code)]);
        var list = await AskedAsync(submission, participant, cancellation);
        var taken = new List<TakenCase>();
        foreach (var service in submission.Services)
            taken.Add(await cases.TakeAsync(submission, service, together, participant, content, list, cancellation) ?? throw new InvalidOperationException($"{claim.CaseId} has two contents."));
        var files = await papers.TakeDraftsAsync(taken, submissionId, submission.By?.Participant ?? participant, cancellation);
        return new(together.ApplicationId, [.. taken.Zip(files, (one, file) => one with { File = file })]);
    }

    // The list as promised, minus what the platform turns out to hold.
    private async Task<MaterialList> AskedAsync(Submission submission, string participant, CancellationToken cancellation)
    {
        var holdings = await platform.OfAsync(
            submission.Id, submission.Materials, new LookUpFor(LookUpPurpose.OnceOnly, submission.Form.SubmissionId, submission.By?.Participant ?? participant), cancellation);
        var list = MaterialList.For(submission.Services, submission.Household, BeijingTime.DayOf(clock.GetUtcNow()), submission.Form.MandateToAgent, holdings);
        return submission.Representative is { Evidence: var evidence } ? list.Showing(evidence, submission.Services.Select(service => service.Code), holdings) : list;
    }
}
