using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using OneVisit.Contracts;
using OneVisit.Domain.Authority;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Oversight;
using OneVisit.Functions.Staffing;

namespace OneVisit.Functions.FrontDoor;

/// <summary>
/// Asks the table of acts before a function runs: who speaks, how they stand to the case in its address, and whether they may. What has no line there is
/// nobody's. The case is read once, here, and handed on.
/// </summary>
public sealed class ActDoor(ICallerReader callers, CallerPace pace, CaseCabinet cabinet, TimeProvider clock)
{
    /// <returns>The answer to who may not; <c>null</c>: they may.</returns>
    public async Task<IActionResult?> AgainstAsync(HttpRequest request, string function, CancellationToken cancellation)
    {
        var line = ActTable.InForce.Operation(function);
        if (line is { IsForAnybody: true })
            return null;
        if (await callers.ReadAsync(request, cancellation) is not { } caller)
            return Problems.NotSignedIn(request);
        request.SetCaller(caller);
        // The door asks for everybody: counted as one, a city at work would lock itself out. It may ask one thing only.
        // What the office itself has to tell them is no asking of theirs: it takes nothing from what they may ask.
        if (caller is not Caller.Door && pace.WaitOf(function == nameof(Process.ReadNotice) ? "notices to " + caller.Participant : caller.Participant) is { } wait)
            return Problems.TooMany(request, wait);
        var (today, byPosts) = (clock.Today(), ByPosts(caller));
        if (line is null)
            return Problems.NotYours(request);
        if (!line.IsAboutCase)
            return line.Judge(byPosts) == Judgement.Allowed ? null : Denied(request, line.Denial, seesCase: false);
        // Told without looking, where the answer is the same whatever the case is.
        if (line.Denial != Denial.NotYoursOrNotFound && !line.MightAllow(byPosts))
            return Denied(request, line.Denial, seesCase: false);
        return await AgainstCaseAsync(request, line, caller, today, cancellation);
    }

    /// <summary>
    /// Outside the states of its line a function finds at most that it is so already (an answer got lost, and they ask again); whatever else it answered, they are told where
    /// the case stands. That nothing was journalled is the cabinet's to see to, by the same line.
    /// </summary>
    /// <returns>What to answer instead; <c>null</c>: its own answer.</returns>
    public static IActionResult? InsteadOf(HttpRequest request, object? answer) =>
        request.CaseOrNull() is not { OutOfTime: { } late } file
        || answer is IStatusCodeActionResult { StatusCode: null or < StatusCodes.Status300MultipleChoices or StatusCodes.Status429TooManyRequests or >= StatusCodes.Status500InternalServerError }
        || answer is JsonResult { Value: Problem { Code: ProblemCodes.AlreadyDone } }
            ? null
            : RefusalWords.Answer(request, late, file);

    private async Task<IActionResult?> AgainstCaseAsync(HttpRequest request, ActLine line, Caller caller, DateOnly today, CancellationToken cancellation)
    {
        var number = (string)request.RouteValues["caseId"]!;
        // Steps of reviews and complaints have numbers of their own, and say themselves before whom they lie.
        if (MatterNumber.IsMatter(number))
            return line.Act == nameof(Tasks.ShowTask) ? null : Problems.NotFound(request);
        if (await cabinet.FindAsync(number, cancellation) is not { } file)
            return Problems.NotFound(request);
        if (request.RouteValues.GetValueOrDefault("taskId") is string taskId && file.Current.Task(taskId) is null)
            return Problems.NotFound(request);
        // Whose conversation it is has to prove first to be the household: until then nothing is told, not even what could not be done.
        if (caller is Caller.Resident && caller.Participant == file.Current.Participant && file.Current.IsCutOffOn(today))
            return RepresentationProblems.Ended(request, file, today);
        _ = caller.Owns(file.Current, today);
        switch (line.Judge(FootingOf(request, caller, file.Current, today)))
        {
            case Judgement.Allowed:
                request.SetCase(file with { Under = line });
                return null;
            case Judgement.Barred when line.Never is Bars.Kin or Bars.KinOffErrand:
                var could = line.May.Contains(new(Relation.Here, Role.BureauOfficer)) ? Role.BureauOfficer : Role.CityReviewer;
                return RefusalWords.Answer(
                    request, new(RefusalReason.RelatedToHousehold) { Could = new(could, Offices.InChargeOf(file.Current.Applicant.VillageCode, OfficeLevel.City), today) },
                    file);
            default:
                return Denied(request, line.Denial, seesCase: ActTable.InForce.Operation(nameof(ShowCase))!.Judge(FootingOf(caller, file.Current, today)) == Judgement.Allowed);
        }
    }

    private Footing ByPosts(Caller caller) => caller switch
    {
        Caller.Staff staff => Footing.Of(staff.Member, clock.Today()),
        Caller.Door => Footing.OfDoor,
        _ => Footing.OfResident,
    };

    private static Footing FootingOf(HttpRequest request, Caller caller, Case current, DateOnly today) =>
        caller is Caller.Staff staff && request.RouteValues.GetValueOrDefault("taskId") is string taskId && current.Task(taskId) is { } task
            ? Footing.Of(staff.Member, current, task, today)
            : FootingOf(caller, current, today);

    private static Footing FootingOf(Caller caller, Case current, DateOnly today) =>
        caller is Caller.Staff staff ? Footing.Of(staff.Member, current, today) : Footing.Of(caller.Participant, current, today);

    private static IActionResult Denied(HttpRequest request, Denial denial, bool seesCase) => denial switch
    {
        Denial.NotYours => Problems.NotYours(request),
        Denial.NotYoursOrNotFound when seesCase => Problems.NotYours(request),
        Denial.ReviewersOnly => OversightProblems.ReviewersOnly(request),
        Denial.CityOnly => OversightProblems.CityOnly(request),
        Denial.SuperiorsOnly => StaffProblems.SuperiorsOnly(request),
        _ => Problems.NotFound(request),
    };
}
