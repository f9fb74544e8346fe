using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Sharing;

namespace OneVisit.Functions.Sharing;

/// <summary>
/// A platform of another shape: one address for all services, an envelope with head and body, and rows of records in place of answers, as exchanges of
/// provinces have it. Only the fields that the answer needs are asked for; what else comes is not looked at.
/// </summary>
public sealed class RecordExchange(HttpClient http, SharingOptions options, TimeProvider clock) : ISharingPlatform
{
    private const string Done = "0000";

    public bool IsConnected => true;

    public async Task<RegistryAnswer> AskAsync(LookUp lookUp, CancellationToken cancellation)
    {
        var envelope = new Envelope(
            new Head(ServiceOf(lookUp.Question), Guid.NewGuid().ToString("N"), options.Key, lookUp.For.Purpose.Code(), lookUp.For.About, lookUp.Basis.ToString()),
            new Wanted(lookUp.Person.Reveal(), lookUp.Fields));
        using var answer = await http.PostAsJsonAsync(new Uri(options.Url, "exchange"), envelope, cancellation);
        answer.EnsureSuccessStatusCode();
        var told = await answer.Content.ReadFromJsonAsync<Reply>(cancellation) ?? throw new JsonException();
        var today = BeijingTime.Today(clock);
        if (told.Code != Done)
            return new RegistryAnswer.Unknown(IsRefusal(told.Code) ? UnknownReason.Refused : UnknownReason.Failed, today);
        if (told.Rows is not { } rows || !DateOnly.TryParseExact(told.Date, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asOf))
            return new RegistryAnswer.Unknown(UnknownReason.Unreadable, today);
        return Of(lookUp.Question, rows, asOf);
    }

    public async Task<PushAnswer> PushAsync(PushedFact fact, ResidentId person, CancellationToken cancellation)
    {
        var envelope = new Parcel(
            new Head("XT-PUSH", fact.Key, options.Key, fact.Class, fact.CaseId, ""),
            new Row(person.Reveal(), fact.What, fact.Service, fact.At.ToString("O", CultureInfo.InvariantCulture), fact.From.ToString("yyyyMMdd", CultureInfo.InvariantCulture), fact.Monthly?.Yuan));
        using var answer = await http.PostAsJsonAsync(new Uri(options.Url, "exchange/facts"), envelope, cancellation);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<Reply>(cancellation))?.Code switch
        {
            Done => new PushAnswer.Acknowledged(),
            { } code when IsRefusal(code) => new PushAnswer.Refused(code),
            _ => new PushAnswer.NotNow(),
        };
    }

    // Asked or told again it would refuse again; any other code is a trouble of its own, as being busy is.
    private static bool IsRefusal(string? code) => code is ['4', ..];

    // No row is a no only where a registry keeps a row for each fact; a person without a household was not found.
    private static RegistryAnswer Of(RegistryQuestion question, IReadOnlyList<Dictionary<string, string>> rows, DateOnly asOf)
    {
        string? Field(string name) => rows[0].GetValueOrDefault(name);
        RegistryAnswer Value(string? text) => text is { Length: > 0 } ? new RegistryAnswer.Value(text, asOf) : new RegistryAnswer.Unknown(UnknownReason.Unreadable, asOf);
        if (rows.Count == 0)
            return question is RegistryQuestion.HouseholdSize or RegistryQuestion.RegisteredWhere ? new RegistryAnswer.Unknown(UnknownReason.NotToldByRegistry, asOf) : new RegistryAnswer.No(asOf);
        if (IsOfOneRecord(question) && rows.Skip(1).Any(row => question.Fields().Any(field => row.GetValueOrDefault(field) != Field(field))))
            return new RegistryAnswer.Unknown(UnknownReason.TwoRecords, asOf);
        return question switch
        {
            RegistryQuestion.RegisteredWhere => Value(Field("area")),
            RegistryQuestion.HouseholdSize => Value(Field("members")),
            RegistryQuestion.DisabilityGrade => Value(Field("kind") is { } kind && Field("grade") is { } grade ? $"{kind}:{grade}" : null),
            RegistryQuestion.Vehicles or RegistryQuestion.Homes => Value(rows.Count.ToString(CultureInfo.InvariantCulture)),
            RegistryQuestion.Benefits => Value(string.Join(',', rows.Select(row => row.GetValueOrDefault("services")).OfType<string>().Order(StringComparer.Ordinal))),
            RegistryQuestion.RecordedDead when Field("died-on") is { Length: > 0 } day => Value(day),
            RegistryQuestion.SocialInsurance when Field("base") is { Length: > 0 } yuan => Value(yuan),
            _ => Field("status") switch
            {
                "1" => new RegistryAnswer.Yes(asOf),
                "0" => new RegistryAnswer.No(asOf),
                _ => new RegistryAnswer.Unknown(UnknownReason.Unreadable, asOf),
            },
        };
    }

    // Of cars, homes and benefits there may be several; of all else one, and two that differ are none.
    private static bool IsOfOneRecord(RegistryQuestion question) => question is not (RegistryQuestion.Vehicles or RegistryQuestion.Homes or RegistryQuestion.Benefits);

    private static string ServiceOf(RegistryQuestion question) => "XT-" + question.Registry().ToUpperInvariant();

    private sealed record Envelope([property: JsonPropertyName("head")] Head Head, [property: JsonPropertyName("body")] Wanted Body);

    private sealed record Head(
        [property: JsonPropertyName("service")] string Service, [property: JsonPropertyName("trace")] string Trace, [property: JsonPropertyName("token")] string Token,
        [property: JsonPropertyName("purpose")] string Purpose, [property: JsonPropertyName("case")] string Case, [property: JsonPropertyName("law")] string Law);

    private sealed record Wanted([property: JsonPropertyName("sfzh")] string Number, [property: JsonPropertyName("fields")] IReadOnlyList<string> Fields);

    private sealed record Parcel([property: JsonPropertyName("head")] Head Head, [property: JsonPropertyName("body")] Row Body);

    private sealed record Row(
        [property: JsonPropertyName("sfzh")] string Number, [property: JsonPropertyName("what")] string What, [property: JsonPropertyName("item")] string Item,
        [property: JsonPropertyName("at")] string At, [property: JsonPropertyName("from")] string From, [property: JsonPropertyName("yuan")] decimal? Yuan);

    private sealed record Reply(
        [property: JsonPropertyName("code")] string? Code, [property: JsonPropertyName("date")] string? Date,
        [property: JsonPropertyName("rows")] IReadOnlyList<Dictionary<string, string>>? Rows);
}
