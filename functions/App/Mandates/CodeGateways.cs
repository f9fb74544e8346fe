using System.Net.Http.Json;
using OneVisit.Domain;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Mandates;

/// <summary>Sends a code to a telephone.</summary>
public interface ICodeGateway
{
    /// <returns>What may be shown on the screen in its place; <c>null</c>: it went to the telephone.</returns>
    /// <exception cref="HttpRequestException">It could not be sent.</exception>
    Task<string?> SendAsync(string phone, string code, Language language, CancellationToken cancellation);
}

/// <summary>Stands in for the telephone on a desk and in demonstrations: the code comes back to be shown on the screen. Never in production.</summary>
public sealed class CodeSandbox : ICodeGateway
{
    public Task<string?> SendAsync(string phone, string code, Language language, CancellationToken cancellation) => Task.FromResult<string?>(code);
}

/// <summary>The city's message gateway: takes <c>{ phone, text }</c> as JSON.</summary>
public sealed class MessageGateway(HttpClient http, Uri address) : ICodeGateway
{
    public async Task<string?> SendAsync(string phone, string code, Language language, CancellationToken cancellation)
    {
        using var answer = await http.PostAsJsonAsync(address, new { phone, text = Sentences.Of(language, "code.text", code) }, cancellation);
        answer.EnsureSuccessStatusCode();
        return null;
    }
}

/// <summary>Where no gateway is set: mandates are signed on the screen.</summary>
public sealed class NoGateway : ICodeGateway
{
    public Task<string?> SendAsync(string phone, string code, Language language, CancellationToken cancellation) => throw new HttpRequestException("No gateway is set.");
}

/// <summary>Which gateway the settings name.</summary>
internal static class CodeGateways
{
    /// <param name="setting">An https address, <see cref="BackOfficeSettings.SandboxGateway"/>, or <c>null</c>: none.</param>
    public static ICodeGateway Of(string? setting) => setting switch
    {
        null => new NoGateway(),
        BackOfficeSettings.SandboxGateway => new CodeSandbox(),
        _ => new MessageGateway(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromSeconds(10) }, new Uri(setting)),
    };
}
