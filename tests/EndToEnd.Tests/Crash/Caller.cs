using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using OneVisit.Contracts;
using OneVisit.Local.Year.World;

namespace OneVisit.EndToEnd.Tests.Crash;

/// <summary>Speaks to the back office in one person's name; what gets no answer is asked again, word for word.</summary>
public sealed class Caller(CrashCity city, string participant)
{
    private static readonly HttpClient Http = new(new ProofKeeper()) { Timeout = TimeSpan.FromSeconds(20) };

    public string Participant => participant;

    public Task<Reply> AskAsync(HttpMethod method, string route, object? body, CancellationToken stop) => Patiently.TryAsync(() => TryAsync(method, route, body, stop), stop);

    /// <returns><c>null</c>: the office could not say whether it did.</returns>
    private async Task<Reply?> TryAsync(HttpMethod method, string route, object? body, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, new Uri(city.BackOfficeUrl, Routes.Prefix + route));
        var asked = city.Now;
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", City.TokenOf(participant, city.FrontDoorKey, asked.UtcDateTime));
        request.Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: Wire.Json);
        using var answer = await Http.SendAsync(request, stop);
        // Days passed on the city's clock while this was on its way: who says who they are once more is let in.
        var isOutdated = answer.StatusCode == HttpStatusCode.Unauthorized && city.Now - asked > TimeSpan.FromMinutes(1);
        if (answer.StatusCode >= HttpStatusCode.InternalServerError || isOutdated) return null;
        return new Reply(answer.StatusCode, await answer.Content.ReadAsStringAsync(stop));
    }
}

public sealed record Reply(HttpStatusCode Status, string Text)
{
    public T Read<T>() => Status is HttpStatusCode.OK or HttpStatusCode.Created
        ? JsonSerializer.Deserialize<T>(Text, Wire.Json)!
        : throw new InvalidOperationException($"{(int)Status}: {Text}");
}
