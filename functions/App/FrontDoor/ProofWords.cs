using System.Globalization;
using Microsoft.AspNetCore.Http;
using OneVisit.Contracts;
using OneVisit.Domain.Identity;

namespace OneVisit.Functions.FrontDoor;

/// <summary>The clock of sessions and proofs: the real one, whatever day a demo clock shows.</summary>
public sealed record SessionClock(TimeProvider Time);

/// <summary>
/// Writes and reads the words in which proofs travel: <c>subject.since.until</c>, signed for one participant alone (<see cref="ProofSeal"/>). They are kept nowhere here; who
/// has lost the word has lost the proof.
/// </summary>
public sealed class ProofWords(ProofSeal seal, SessionClock clock)
{
    private const int Most = 12;

    // What waited in the bot longer than this is asked for again.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(14);

    /// <summary>What the request proves of its participant, at the time the resident acted.</summary>
    public IReadOnlyList<Proof> Read(HttpRequest request, string participant)
    {
        var now = ActedAt(request);
        return [.. request.Headers[Headers.Proof].ToString().Split(',', Most + 1).Take(Most).Select(word => Read(word.Trim(), participant)).OfType<Proof>().Where(proof => proof.IsGood(now))];
    }

    /// <summary>Something was proven: the answer carries it.</summary>
    public void Give(HttpRequest request, string participant, string subject) => Add(request, Write(participant, Proof.Given(subject, Now())));

    /// <summary>What was proven is being used: the answer carries it anew, where that is due.</summary>
    public void Renew(HttpRequest request, string participant, IEnumerable<Proof> proofs)
    {
        foreach (var proof in proofs)
        {
            if (proof.Used(Now()) is { } used)
                Add(request, Write(participant, used));
        }
    }

    private static void Add(HttpRequest request, string word) => request.HttpContext.Response.Headers.Append(Headers.Proof, word);

    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeSeconds(clock.Time.GetUtcNow().ToUnixTimeSeconds());

    // Looking is done now. An act that the bot could not hand on at once was done when it says so.
    private DateTimeOffset ActedAt(HttpRequest request)
    {
        var now = Now();
        if (HttpMethods.IsGet(request.Method) || !long.TryParse(request.Headers[Headers.ActedAt], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > now.ToUnixTimeSeconds())
            return now;
        var then = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return then > now - LongestWait ? then : now;
    }

    private string Write(string participant, Proof proof) =>
        seal.Sign(participant, string.Create(CultureInfo.InvariantCulture, $"{proof.Subject}.{proof.Since.ToUnixTimeSeconds()}.{proof.Until.ToUnixTimeSeconds()}"));

    private Proof? Read(string word, string participant) => seal.Read(participant, word)?.Split('.') is [var subject, var since, var until]
        ? new Proof(subject, Instant(since), Instant(until))
        : null;

    // It is signed: we wrote it ourselves.
    private static DateTimeOffset Instant(string seconds) => DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture));
}
