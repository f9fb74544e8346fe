using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Oversight;

/// <summary>The steps of reviews, remedies and complaints as tasks on desks: seen, listed and done like those of cases.</summary>
public sealed class MatterDesk(MatterCabinet matters, MatterPublisher publisher, MatterWords words, CatalogueShelf shelf, TimeProvider clock, ILogger<MatterDesk> logger)
{
    /// <summary>The open steps among those named that are the caller's to do.</summary>
    public async Task<IEnumerable<TaskView>> ListAsync(string matterId, IEnumerable<string> taskIds, Caller.Staff staff, Language language, CancellationToken cancellation) =>
        await matters.FindAsync(matterId, cancellation) is { } file
            ? file.Current.OpenSteps.Where(step => taskIds.Contains(step.TaskId) && MatterDecisions.IsFor(step, staff.Member, clock.Today())).Select(step => words.View(file, step, staff, language))
            : [];

    public async Task<IActionResult> ShowAsync(HttpRequest request, string matterId, string taskId, Caller.Staff staff, CancellationToken cancellation)
    {
        if (await matters.FindAsync(matterId, cancellation) is not { } file || file.Current.Step(taskId) is not { } step)
            return Problems.NotFound(request);
        return MaySee(file, step, staff) ? Answers.Json(words.View(file, step, staff, request.Language())) : Problems.NotYours(request);
    }

    public async Task<IActionResult> CompleteAsync(
        HttpRequest request, string matterId, string taskId, TaskOutcome outcome, Caller.Staff staff, DurableTaskClient process, CancellationToken cancellation)
    {
        var form = FormOf(outcome);
        switch (await matters.ActAsync(matterId, (file, world, now) => MatterDecisions.Complete(file.Current, taskId, form, staff.Member, world, now), cancellation))
        {
            case MatterActed.Done done:
                var step = done.File.Current.Step(taskId)!;
                logger.LogInformation("{Matter} {TaskId}: {Action} by {Participant}", matterId, taskId, step.Done!.Act.Name, staff.Participant);
                await publisher.PublishAsync(done.File, process, cancellation);
                return Answers.Json(words.View(done.File, step, staff, request.Language()));
            case MatterActed.Refused refused:
                logger.LogInformation("An act of supervision was refused: {Reason}", refused.Why.Reason);
                return OversightProblems.Of(request, refused.Why, shelf.InForce);
            default:
                return Problems.NotFound(request);
        }
    }

    // Whose desk it is, and who is told when it is late; not whom it is about.
    private bool MaySee(MatterFile file, MatterStep step, Caller.Staff staff) =>
        !step.NotBy.Contains(staff.Participant)
        && staff.Member.PostsOn(clock.Today()).Any(post =>
            post.Is(step.Role, step.Office)
            || post.Role == Role.CityReviewer
            || post.Role == Role.ChiefRepresentative && post.Office == file.Current.Subject.AboutPoint && file.Current.Subject.MatterKind != MatterKind.Complaint);

    private static MatterForm FormOf(TaskOutcome outcome) => new(outcome.Action)
    {
        Answers = outcome.Answers,
        Items = outcome.Items,
        Days = outcome.Days,
        Words = outcome.Words ?? outcome.Reason,
        Complexity = outcome.Complexity,
        Satisfied = outcome.Satisfied,
        Finding = outcome.Finding,
        Investigators = outcome.Investigators,
        Amount = outcome.Amount,
        Months = outcome.Months,
        DiedOn = outcome.DiedOn,
    };
}
