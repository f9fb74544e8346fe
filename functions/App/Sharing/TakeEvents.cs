using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Sharing;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Sharing;

/// <summary>
/// The sharing platform tells of deaths, marriages, divorces, births, moves and disability changes, some at a time. It shows its key; each event is answered
/// for itself, so that one that cannot be read keeps none of the others.
/// </summary>
public sealed class TakeEvents(EventDesk desk, BackOfficeSettings settings, TimeProvider clock)
{
    private const int MostAtOnce = 200;
    private const int LongestId = 64;

    [Function(nameof(TakeEvents))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.RegistryEvents)] HttpRequest request, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        if (settings.Sharing is not { } sharing)
            return Problems.NotFound(request);
        if (!IsKey(request.Headers[CityPlatform.KeyHeader].ToString(), sharing.Key))
            return Problems.NotSignedIn(request);
        var reading = await JsonRequest.ReadAsync<TellEvents>(request, cancellation);
        if (reading.Value is not { } told)
            return reading.Problem!;
        if (told.Events is not { Count: > 0 and <= MostAtOnce } events)
        {
            var errors = new FieldErrors(request.Language());
            errors.Add("events", "field.events", MostAtOnce);
            return Problems.Invalid(request, errors.Fields);
        }
        var answers = new List<EventAnswer>(events.Count);
        foreach (var happened in events)
        {
            answers.Add(Read(happened) is { } read
                ? Answer(read.Id, await desk.TakeAsync(read, process, cancellation))
                : new EventAnswer(happened?.Id is { Length: <= LongestId } id && PlainId(id) ? id : "", EventOutcomes.Unreadable));
        }
        return Answers.Json(new EventsTaken(answers));
    }

    // Hashed first: neither the length of the key nor where it differs can be told by the time.
    private static bool IsKey(string shown, string key) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(shown)), SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private RegistryEvent? Read(ToldEvent? told)
    {
        var today = clock.Today();
        return told is { Id: { Length: > 0 and <= LongestId } id, On: { } on } && PlainId(id) && on <= today && RegistryEventKinds.Parse(told.Kind) is { } kind
            && told.Reverses is null or { Length: > 0 and <= LongestId } && told.Area is null or { Length: <= 12 } && told.Area?.All(char.IsAsciiDigit) != false
            && ResidentId.Read(told.IdNumber, today) is IdReading.Valid { Id: var person }
            ? new RegistryEvent(id, kind, person, on, told.Area, told.Reverses)
            : null;
    }

    // Ids are logged: one that is somebody's number is none.
    private static bool PlainId(string id) => id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or ':') && WrittenIds.Masked(id) == id;

    private static EventAnswer Answer(string id, EventTaken taken) => new(id, taken.Outcome, taken.Matters, taken.Cases);
}
