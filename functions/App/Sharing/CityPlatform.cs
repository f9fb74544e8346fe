using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using OneVisit.Contracts;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Sharing;

namespace OneVisit.Functions.Sharing;

/// <summary>A platform that speaks the contract of <c>infra/local/Platform/openapi.json</c>: a question in, an answer out. The number travels in the body only.</summary>
public sealed class CityPlatform(HttpClient http, SharingOptions options, TimeProvider clock) : ISharingPlatform
{
    public const string KeyHeader = "X-Sharing-Key";

    public bool IsConnected => true;

    public async Task<RegistryAnswer> AskAsync(LookUp lookUp, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Url, "v1/questions"));
        request.Headers.Add(KeyHeader, options.Key);
        request.Content = JsonContent.Create(
            new Asked(lookUp.Question.Code(), lookUp.Person.Reveal(), lookUp.For.Purpose.Code(), lookUp.For.About, lookUp.Basis.ToString(), lookUp.Fields), options: Wire.Json);
        using var answer = await http.SendAsync(request, cancellation);
        answer.EnsureSuccessStatusCode();
        return Read(await answer.Content.ReadFromJsonAsync<Told>(Wire.Json, cancellation));
    }

    public async Task<PushAnswer> PushAsync(PushedFact fact, ResidentId person, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(options.Url, "v1/facts/" + Uri.EscapeDataString(fact.Key)));
        request.Headers.Add(KeyHeader, options.Key);
        request.Content = JsonContent.Create(new Pushed(person.Reveal(), fact.Class, fact.What, fact.CaseId, fact.Service, fact.At, fact.From, fact.Monthly?.Yuan), options: Wire.Json);
        using var answer = await http.SendAsync(request, cancellation);
        return answer.StatusCode switch
        {
            _ when answer.IsSuccessStatusCode => new PushAnswer.Acknowledged(),
            HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.Unauthorized => new PushAnswer.NotNow(),
            >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError => new PushAnswer.Refused(((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture)),
            _ => new PushAnswer.NotNow(),
        };
    }

    private RegistryAnswer Read(Told? told)
    {
        if (told is null || !DateOnly.TryParseExact(told.AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asOf))
            return new RegistryAnswer.Unknown(UnknownReason.Unreadable, Domain.Calendars.BeijingTime.Today(clock));
        return told.Answer switch
        {
            "yes" => new RegistryAnswer.Yes(asOf),
            "no" => new RegistryAnswer.No(asOf),
            "value" when told.Value is { Length: > 0 and <= 200 } text => new RegistryAnswer.Value(text, asOf),
            "unknown" => new RegistryAnswer.Unknown(UnknownReason.NotToldByRegistry, asOf),
            _ => new RegistryAnswer.Unknown(UnknownReason.Unreadable, asOf),
        };
    }

    private sealed record Asked(string Question, string IdNumber, string Purpose, string About, string Basis, IReadOnlyList<string> Fields);

    private sealed record Pushed(string IdNumber, string Class, string What, string CaseId, string Service, DateTimeOffset At, DateOnly From, decimal? Monthly);

    private sealed record Told(string? Answer, string? Value, string? AsOf);
}
