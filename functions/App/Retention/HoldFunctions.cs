using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Retention;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Oversight;
using OneVisit.Functions.Words;
using OneVisit.Storage;

namespace OneVisit.Functions.Retention;

/// <summary>A reviewer of the city holds a case, a matter or everything about a person, on somebody's order.</summary>
public sealed class OrderHold(HoldDesk desk, CaseCabinet cases, MatterCabinet matters, PersonalData personal, TimeProvider clock, ILogger<OrderHold> logger)
{
    [Function(nameof(OrderHold))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Holds)] HttpRequest request, CancellationToken cancellation)
    {
        var by = HoldStaff.Of(request, nameof(OrderHold), clock);
        var reading = await JsonRequest.ReadAsync<PlaceHold>(request, cancellation);
        if (reading.Value is not { } posted)
            return reading.Problem!;
        var (errors, number) = (new FieldErrors(request.Language()), PlainText.OrNull(posted.Number)?.ToUpperInvariant());
        var person = posted.IdNumber is null ? null : (ResidentId.Read(posted.IdNumber, clock.Today()) as IdReading.Valid)?.Id;
        if (posted.IdNumber is not null && person is null)
            errors.Add("idNumber", "field.hold-id");
        else if (person is null == number is null || number is not null && !await IsThereAsync(number, cancellation))
            errors.Add("number", "field.hold-what");
        if (HoldReading.Words(posted.OrderedBy, shortest: 2) is not { } orderedBy)
            errors.Add("orderedBy", "field.words", 2, Limits.ReasonLongest);
        else if (HoldReading.Words(posted.Reason) is not { } reason)
            errors.Add("reason", "field.words", Limits.ReasonShortest, Limits.ReasonLongest);
        else if (!errors.Any)
        {
            var hold = await desk.PlaceAsync(number, person is null ? null : personal.IdHash(person).Text, person?.Masked, orderedBy, reason, by, cancellation);
            // The night's erasing may have been at it: nobody is told that something is held which is gone. In this order, since what is erased is marked before it is, and the mark goes after.
            if (number is not null && (await desk.IsDecidedAsync(number, cancellation) || !await IsThereAsync(number, cancellation)))
            {
                await desk.LiftAsync(hold.HoldId, Sentences.Of(request.Language(), "hold.gone"), by, cancellation);
                return Problems.NotFound(request);
            }
            logger.LogWarning("{Hold} was placed by {Participant}", hold.HoldId, by.Participant);
            return Answers.Json(HoldStaff.View(hold, request.Language()), StatusCodes.Status201Created);
        }
        return Problems.Invalid(request, errors.Fields);
    }

    private async Task<bool> IsThereAsync(string number, CancellationToken cancellation) =>
        await cases.FindAsync(number, cancellation) is not null || await matters.FindAsync(number, cancellation) is not null;
}

/// <summary>The hold does not stand any more.</summary>
public sealed class EndHold(HoldDesk desk, TimeProvider clock, ILogger<EndHold> logger)
{
    [Function(nameof(EndHold))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.LiftHold)] HttpRequest request, string holdId, CancellationToken cancellation)
    {
        var by = HoldStaff.Of(request, nameof(EndHold), clock);
        var reading = await JsonRequest.ReadAsync<LiftHold>(request, cancellation);
        if (reading.Value is not { } posted)
            return reading.Problem!;
        if (HoldReading.Words(posted.Reason) is not { } reason)
            return Problems.ReasonWanted(request);
        if (await desk.LiftAsync(holdId, reason, by, cancellation) is not { } hold)
            return Problems.NotFound(request);
        logger.LogWarning("{Hold} was lifted by {Participant}", hold.HoldId, by.Participant);
        return Answers.Json(HoldStaff.View(hold, request.Language()));
    }
}

/// <summary>All holds, the latest first; lifted ones too.</summary>
public sealed class ListHolds(HoldDesk desk)
{
    [Function(nameof(ListHolds))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Holds)] HttpRequest request, CancellationToken cancellation) =>
        Answers.Json((await desk.ListAsync(cancellation)).OrderByDescending(hold => hold.PlacedAt).Select(hold => HoldStaff.View(hold, request.Language())).ToArray());
}
