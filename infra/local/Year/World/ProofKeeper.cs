using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using OneVisit.Contracts;

namespace OneVisit.Local.Year.World;

/// <summary>
/// Keeps what the back office says each person has proven, and shows it with the next request in their name: what the bot does for a conversation, for
/// people who speak to the back office without one.
/// </summary>
public sealed class ProofKeeper() : DelegatingHandler(new SocketsHttpHandler())
{
    private const int Most = 12;

    private readonly ConcurrentDictionary<string, ImmutableArray<string>> words = new(StringComparer.Ordinal);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (SubjectOf(request) is not { } subject)
            return await base.SendAsync(request, cancellationToken);
        if (words.TryGetValue(subject, out var known) && !known.IsEmpty)
            request.Headers.Add(Headers.Proof, string.Join(',', known));
        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.Headers.TryGetValues(Headers.Proof, out var given))
        {
            foreach (var word in given.SelectMany(line => line.Split(',', StringSplitOptions.TrimEntries)))
                words.AddOrUpdate(subject, [word], (_, before) => [.. before.Where(other => SubjectOf(other) != SubjectOf(word)).Append(word).TakeLast(Most)]);
        }
        return answer;
    }

    /// <summary>As after a long pause, or on a telephone that changed hands.</summary>
    public void Forget() => words.Clear();

    private static string SubjectOf(string word) => word.Split('.')[0];

    // Whose word it is stands in the middle of the token.
    private static string? SubjectOf(HttpRequestMessage request)
    {
        if (request.Headers.Authorization?.Parameter?.Split('.') is not [_, var payload, _] || !Base64Url.IsValid(payload))
            return null;
        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
        return claims.RootElement.TryGetProperty(FrontDoorToken.SubjectClaim, out var subject) ? subject.GetString() : null;
    }
}
