using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Places;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Oversight;

/// <summary>The city suspends a point's authority to decide; open decisions move to whoever decides meanwhile.</summary>
public sealed class SuspendPoint(Points points, CityCatalogue catalogue, TimeProvider clock, ILogger<SuspendPoint> logger)
{
    [Function(nameof(SuspendPoint))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", "post", Route = Routes.Suspension)] HttpRequest request,
        string township, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        var (form, problem) = await PointForm<SuspendAuthority>.ReadAsync(request, township, catalogue, cancellation);
        if (form is not var (staff, point, posted))
            return problem!;
        if (Wish(posted, township, out var field) is not { } wish)
            return OversightProblems.Of(request, new MatterDecision.Refused(MatterRefusal.UnknownReference) { Field = field }, catalogue);
        var decision = await points.SuspendAsync(point, wish, AuthorityWords.Others(point, catalogue).Select(other => other.Office), staff.Member, process, cancellation);
        if (decision is MatterDecision.Refused refused)
            return OversightProblems.Of(request, refused, catalogue);
        logger.LogWarning("{Point} may not decide from {From} to {To}; by {Participant}", point, wish.From, wish.To, staff.Participant);
        return Answers.Json(AuthorityWords.View(await points.FindAsync(point, cancellation), catalogue, clock.Today(), request.Language()));
    }

    private AuthoritySuspended? Wish(SuspendAuthority posted, string township, out string? field)
    {
        var items = (posted.Items ?? []).Distinct().ToArray();
        var role = posted.ToRole is null ? Role.BureauOfficer : Roles.Parse(posted.ToRole);
        field = items.Any(code => catalogue.Find(code) is null) ? "items" : role is null ? "toRole" : null;
        return field is null
            ? new AuthoritySuspended(
                posted.From ?? clock.Today(), [.. items], posted.Reason ?? "", role!.Value, posted.ToOffice ?? Offices.Id(OfficeLevel.City, township[..6]), posted.To)
            : null;
    }
}

/// <summary>The point decides again; what is open comes back.</summary>
public sealed class LiftPointSuspension(Points points, CityCatalogue catalogue, TimeProvider clock)
{
    [Function(nameof(LiftPointSuspension))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.LiftSuspension)] HttpRequest request,
        string township, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        var (form, problem) = await PointForm<LiftSuspension>.ReadAsync(request, township, catalogue, cancellation);
        if (form is not var (staff, point, posted))
            return problem!;
        return await points.LiftAsync(point, posted.Reason, staff.Member, process, cancellation) is MatterDecision.Refused refused
            ? OversightProblems.Of(request, refused, catalogue)
            : Answers.Json(AuthorityWords.View(await points.FindAsync(point, cancellation), catalogue, clock.Today(), request.Language()));
    }
}

/// <summary>Whether a point may decide, with every suspension there was; for staff.</summary>
public sealed class ShowAuthority(Points points, CityCatalogue catalogue, TimeProvider clock)
{
    [Function(nameof(ShowAuthority))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Suspension)] HttpRequest request, string township, CancellationToken cancellation)
    {
        return catalogue.Places.Township(township) is null
            ? Problems.NotFound(request)
            : Answers.Json(AuthorityWords.View(await points.FindAsync(Offices.Id(OfficeLevel.Township, township), cancellation), catalogue, clock.Today(), request.Language()));
    }
}

internal static class AuthorityWords
{
    public static AuthorityView View(PointAuthority authority, CityCatalogue catalogue, DateOnly today, Language language) => new(
        authority.Point, ActorWords.OfOffice(authority.Point, catalogue.Places, language),
        [.. authority.Suspensions.Select(known => new SuspensionView(
            known.From, known.To, known.Items, known.Reason, known.ToRole.Code(), known.ToOffice, ActorWords.Of(known.By, language) ?? "", known.At, known.LiftedAt,
            known.LiftedAt is null && known.From <= today && !(known.To < today))
        {
            ToName = Sentences.Of(language, "desk", ActorWords.OfOffice(known.ToOffice, catalogue.Places, language), ActorWords.Of(known.ToRole, language)),
        })]);

    /// <summary>The other points of its city that take cases.</summary>
    public static IEnumerable<(string Office, Township Township)> Others(string point, CityCatalogue catalogue) =>
        from township in catalogue.Places.Townships
        let office = Offices.Id(OfficeLevel.Township, township.Code)
        where township.Active && office != point && MatterDecisions.CityOf(office) == MatterDecisions.CityOf(point)
        select (office, township);
}
