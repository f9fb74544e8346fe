using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OneVisit.Contracts;

namespace OneVisit.Local.Year.World;

/// <summary>How people reach the back office: over HTTP, with the front door's word for who they are.</summary>
public sealed class Door(TimeProvider clock, byte[] key) : IDisposable
{
    private readonly HttpClient http = new(new ProofKeeper());
    private readonly JsonWebTokenHandler tokens = new() { SetDefaultTimesOnTokenCreation = false };

    public void Open(Uri address) => http.BaseAddress = address;

    /// <param name="participant"><c>null</c>: nobody says who they are.</param>
    public Task<Reply> GetAsync(string route, string? participant, CancellationToken stop) => SendAsync(HttpMethod.Get, route, participant, null, stop);

    /// <param name="participant"><c>null</c>: nobody says who they are.</param>
    public Task<Reply> PostAsync(string route, string? participant, object body, CancellationToken stop) =>
        SendAsync(HttpMethod.Post, route, participant, JsonContent.Create(body, body.GetType(), options: Wire.Json), stop);

    public Task<Reply> DeleteAsync(string route, string participant, CancellationToken stop) => SendAsync(HttpMethod.Delete, route, participant, null, stop);

    public Task<Reply> UploadAsync(string route, string participant, string material, byte[] bytes, CancellationToken stop) =>
        UploadAsync(route, participant, bytes, [(Headers.Material, material), (Headers.FileName, "photo.jpg")], stop);

    /// <param name="note">Why it is handed in.</param>
    public Task<Reply> UploadAsync(string route, string participant, byte[] bytes, string name, string note, CancellationToken stop) =>
        UploadAsync(route, participant, bytes, [(Headers.FileName, Uri.EscapeDataString(name)), (Headers.Note, Uri.EscapeDataString(note))], stop);

    public void Dispose() => http.Dispose();

    private Task<Reply> UploadAsync(string route, string participant, byte[] bytes, (string Name, string Value)[] headers, CancellationToken stop)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return SendAsync(HttpMethod.Post, route, participant, content, stop, headers);
    }

    private async Task<Reply> SendAsync(HttpMethod method, string route, string? participant, HttpContent? content, CancellationToken stop, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, Routes.Prefix + route) { Content = content };
        request.Headers.AcceptLanguage.ParseAdd("zh-CN");
        if (participant is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", TokenOf(participant));
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        using var answer = await http.SendAsync(request, stop);
        return new Reply(answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(stop));
    }

    private string TokenOf(string participant)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return tokens.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = FrontDoorToken.Issuer,
            Audience = FrontDoorToken.Audience,
            NotBefore = now,
            Expires = now.AddMinutes(FrontDoorToken.LifetimeMinutes),
            Claims = new Dictionary<string, object> { [FrontDoorToken.SubjectClaim] = participant },
            SigningCredentials = new(new SymmetricSecurityKey(key), SecurityAlgorithms.HmacSha256),
        });
    }
}

/// <summary>What the back office answered.</summary>
public sealed record Reply(HttpStatusCode Status, byte[] Body)
{
    public bool Ok => (int)Status < 300;

    /// <summary>Why not, as a stable code; <c>null</c>: it was done.</summary>
    public string? Code => Ok ? null : As<Problem>().Code;

    public T As<T>() => JsonSerializer.Deserialize<T>(Body, Wire.Json)!;

    /// <exception cref="InvalidOperationException">It was not done.</exception>
    public T Must<T>() => Ok ? As<T>() : throw new InvalidOperationException($"The back office answered {(int)Status}: {System.Text.Encoding.UTF8.GetString(Body)}");
}
