using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Issuing;

namespace OneVisit.Functions.Oversight;

/// <summary>The authority matrix of a point; for staff.</summary>
public sealed class ShowPointAuthority(Points points, CityCatalogue catalogue, TimeProvider clock)
{
    [Function(nameof(ShowPointAuthority))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.PointAuthority)] HttpRequest request, string township, CancellationToken cancellation)
    {
        return catalogue.Places.Township(township) is null
            ? Problems.NotFound(request)
            : Answers.Json(MatrixWords.View(await points.FindAsync(Offices.Id(OfficeLevel.Township, township), cancellation), catalogue, clock.Today(), request.Language()));
    }
}

/// <summary>The matrices of all points of the city; for staff of the city.</summary>
public sealed class ListAuthority(Points points, CityCatalogue catalogue, TimeProvider clock)
{
    [Function(nameof(ListAuthority))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.AuthorityMatrix)] HttpRequest request, CancellationToken cancellation)
    {
        var all = await Task.WhenAll(catalogue.Places.Townships.Where(township => township.Active).Select(township => points.FindAsync(Offices.Id(OfficeLevel.Township, township.Code), cancellation)));
        return Answers.Json(all.Select(authority => MatrixWords.View(authority, catalogue, clock.Today(), request.Language())).ToArray());
    }
}

/// <summary>The city changes the authority matrix of a point; open decisions move to whoever may take them then.</summary>
public sealed class ChangePointAuthority(Points points, CityCatalogue catalogue, TimeProvider clock, ILogger<ChangePointAuthority> logger)
{
    [Function(nameof(ChangePointAuthority))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.PointAuthority)] HttpRequest request,
        string township, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        var (form, problem) = await PointForm<ChangeAuthority>.ReadAsync(request, township, catalogue, cancellation);
        if (form is not var (staff, point, posted))
            return problem!;
        if (Wish(posted, point, out var field) is not { } wish)
            return OversightProblems.Of(request, new MatterDecision.Refused(MatterRefusal.UnknownReference) { Field = field }, catalogue);
        var decision = await points.ChangeAsync(point, wish, staff.Member, process, cancellation);
        if (decision is MatterDecision.Refused refused)
            return OversightProblems.Of(request, refused, catalogue);
        logger.LogWarning("The authority of {Point} was changed: {Granted} lines new, {Ended} ended; by {Participant}", point, wish.Granted.Length, wish.Ended.Length, staff.Participant);
        return Answers.Json(MatrixWords.View(await points.FindAsync(point, cancellation), catalogue, clock.Today(), request.Language()));
    }

    /// <param name="field">The first that names nothing there is.</param>
    private AuthorityChanged? Wish(ChangeAuthority posted, string point, out string? field)
    {
        field = null;
        var granted = new List<AuthorityGrant>();
        foreach (var form in posted.Grants ?? [])
        {
            var line = $"grants[{granted.Count}]";
            field = form?.Item is null || catalogue.Find(form.Item) is not { IsDelegated: true } ? line + ".item" : Roles.Parse(form.Holder) is null ? line + ".holder" : null;
            if (field is not null)
                return null;
            granted.Add(new(
                form!.Item!, Roles.Parse(form.Holder)!.Value, form.From ?? clock.Today(),
                PlainText.OrNull(form.Seal) ?? OfficeNames.SealOf(point), PlainText.OrNull(form.DecisionName) ?? OfficeNames.Bureau.Zh, Money.OrNull(form.UpTo), form.To));
        }
        var ended = new List<AuthorityEnd>();
        foreach (var form in posted.Ends ?? [])
        {
            var line = $"ends[{ended.Count}]";
            field = form?.Item is null || catalogue.Find(form.Item) is null ? line + ".item" : Roles.Parse(form.Holder) is null ? line + ".holder" : null;
            if (field is not null)
                return null;
            ended.Add(new(form!.Item!, Roles.Parse(form.Holder)!.Value, form.LastDay ?? clock.Today()));
        }
        return new([.. granted], [.. ended], posted.Reason ?? "");
    }
}
