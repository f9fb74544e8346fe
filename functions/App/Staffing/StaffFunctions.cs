using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.FrontDoor;
using OneVisit.Storage;

namespace OneVisit.Functions.Staffing;

/// <summary>Colleagues: of the caller's own offices, and of all that they answer for. The city asks for a township by its code.</summary>
public sealed class ListStaff(StaffDirectory directory, CityCatalogue catalogue, TimeProvider clock)
{
    [Function(nameof(ListStaff))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Staff)] HttpRequest request, CancellationToken cancellation)
    {
        var today = clock.Today();
        var staff = request.Staff();
        var places = Superiors.PlacesOf(staff.Member, today).ToArray();
        var wished = request.Query["township"].ToString();
        if (wished.Length > 0 && (catalogue.Places.Township(wished) is null || !places.Any(place => wished.StartsWith(place, StringComparison.Ordinal))))
            return Problems.NotFound(request);
        var found = new List<StaffMember> { staff.Member };
        foreach (var office in staff.Member.PostsOn(today).Select(post => post.Office).Distinct())
            found.AddRange(await directory.OfOfficeAsync(office, today, cancellation));
        // All of the city at once would be a thousand people.
        foreach (var township in wished.Length > 0 ? [wished] : places.Where(place => place.Length > 6))
            found.AddRange(await directory.OfTownshipAsync(township, today, cancellation));
        return Answers.Json(new StaffList(
            staff.Member.Id,
            [.. found.DistinctBy(member => member.Id).OrderBy(member => member.Id != staff.Member.Id).ThenBy(member => member.Id, StringComparer.Ordinal).Select(member => StaffWords.View(member, staff.Member, catalogue, today, request.Language()))],
            places.Length > 0));
    }
}

/// <summary>Notes that somebody is not there; it counts at once.</summary>
public sealed class TakeAbsence(StaffDirectory directory, TimeProvider clock, ILogger<TakeAbsence> logger)
{
    [Function(nameof(TakeAbsence))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Absences)] HttpRequest request, string staffId, CancellationToken cancellation)
    {
        var staff = request.Staff();
        var reading = await JsonRequest.ReadAsync<NoteAbsence>(request, cancellation);
        if (reading.Value is not { } posted)
            return reading.Problem!;
        var today = clock.Today();
        var wish = new StaffAbsence(posted.From ?? today, posted.Reason ?? "", posted.To, posted.StandIn is { Length: > 0 } id ? id : null);
        var standIn = wish.StandIn is null ? null : await directory.FindAsync(wish.StandIn, cancellation);
        return await StaffWords.AnswerAsync(request, directory, staffId, member => AbsenceDecisions.Record(member, wish, staff.Member, standIn, today), logger, today, cancellation);
    }
}

/// <summary>Somebody is back, or will be.</summary>
public sealed class CloseAbsence(StaffDirectory directory, TimeProvider clock, ILogger<CloseAbsence> logger)
{
    [Function(nameof(CloseAbsence))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.AbsenceEnd)] HttpRequest request, string staffId, CancellationToken cancellation)
    {
        var staff = request.Staff();
        var reading = await JsonRequest.ReadAsync<EndAbsence>(request, cancellation);
        if (reading.Value is not { } posted)
            return reading.Problem!;
        var today = clock.Today();
        return await StaffWords.AnswerAsync(request, directory, staffId, member => AbsenceDecisions.End(member, posted.LastDay ?? today.AddDays(-1), staff.Member, today), logger, today, cancellation);
    }
}
