using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OneVisit.Contracts;
using OneVisit.Domain.Identity;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Words;
using OneVisit.Storage;

namespace OneVisit.Functions.Cases;

/// <summary>
/// How much one conversation may hand in within a day, and how much comes in for one person and service: no stranger floods a desk. Agents come with their clients and are not counted; who has proven
/// to be the person is kept from nothing that others did in their name.
/// </summary>
public sealed class ApplicationPace(OneTimeCodes counts, LookupHash lookup, PersonalData personal, SubmissionRegister register, BackOfficeSettings settings, TimeProvider clock)
{
    // More than a stranger's conversation can use up for somebody by itself.
    private const int ConversationsForOnePerson = 3;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <returns>The problem to answer with; <c>null</c>: it may be taken, or it was.</returns>
    internal async Task<IActionResult?> AgainstAsync(HttpRequest request, Submission submission, CancellationToken cancellation)
    {
        if (request.Caller() is not Caller.Resident resident || await SentenceAsync(resident, submission, cancellation) is not { } sentence)
            return null;
        foreach (var key in personal.SubmissionKeys(resident.Participant, submission.Form.SubmissionId))
        {
            if (await register.FindAsync(key, cancellation) is not null)
                return null;
        }
        return Problems.Of(request.Language(), StatusCodes.Status429TooManyRequests, ProblemCodes.TooManyApplications, Sentences.Of(request.Language(), sentence));
    }

    private async Task<string?> SentenceAsync(Caller.Resident resident, Submission submission, CancellationToken cancellation)
    {
        var submissionId = submission.Form.SubmissionId;
        if (!await CountAsync("applied-by", resident.Participant, submissionId, settings.ApplicationsOfConversation, cancellation))
            return "problem.too-many-applications";
        if (resident.Proven.Names(personal.ProofSubjects(submission.Id, submission.Phone)))
            return null;
        foreach (var service in submission.Services)
        {
            if (!await CountAsync("applied-for", $"{personal.IdHash(submission.Id).Text}\n{service.Code}", submissionId, ConversationsForOnePerson * settings.ApplicationsOfConversation, cancellation))
                return "problem.too-many-applications.person";
        }
        return null;
    }

    // The same once more is one.
    private Task<bool> CountAsync(string what, string whose, string submissionId, int most, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return counts.ChangeAsync(lookup.Of(what, whose), before => before is { Hash: var last } && last == submissionId ? (true, null)
            : OneTimeCode.Next(before, submissionId, "", now, most, Day) is { } next ? (true, next) : (false, (OneTimeCode?)null), cancellation);
    }
}
