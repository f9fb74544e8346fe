using System.Globalization;
using System.Security.Cryptography;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.Proving;

/// <summary>The codes with which people prove who they are: made, kept as keyed hashes, and tried. Where there is nobody, a code is kept that nobody can know.</summary>
public sealed class ProofCodes(OneTimeCodes codes, LookupHash lookup, PersonalData personal, TimeProvider clock)
{
    private const int MostOfOneCaller = 10;
    private const int MostForOnePerson = 10;

    // What is proven is who they are, whatever for.
    private const string Content = "proof";

    /// <summary>Whoever asks, and about whomever: within an hour only so often.</summary>
    internal async Task<bool> MaySendAsync(ClaimedPerson claimed, CancellationToken cancellation) =>
        await CountAsync(lookup.Of("proof-code-caller", claimed.Participant), MostOfOneCaller, cancellation)
        && await CountAsync(lookup.Of("proof-code-person", personal.IdHash(claimed.Id).Text), MostForOnePerson, cancellation);

    /// <returns>The code to be sent and when it ends; <c>null</c>: too many within an hour.</returns>
    internal async Task<(string Code, DateTimeOffset ExpiresAt)?> MakeAsync(ClaimedPerson claimed, string? phone, CancellationToken cancellation)
    {
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var hash = phone is null ? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)) : HashOf(claimed, phone, code);
        var now = clock.GetUtcNow();
        return await codes.ChangeAsync(
            KeyOf(claimed, phone), before => OneTimeCode.Next(before, hash, Content, now) is { } next ? (next, next) : ((OneTimeCode?)null, null), cancellation) is { } kept
            ? (code, kept.ExpiresAt)
            : null;
    }

    /// <summary>A code was typed. One that was right is right again until it ends: an answer may get lost.</summary>
    internal async Task<(CodeCheck Check, int TriesLeft)> TryAsync(ClaimedPerson claimed, string? phone, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return await codes.ChangeAsync(KeyOf(claimed, phone), before =>
        {
            if (before is null)
                return ((CodeCheck.NotSent, 0), before);
            if (now >= before.ExpiresAt)
                return ((CodeCheck.Expired, 0), before);
            var (check, after) = before.Try(HashOf(claimed, phone ?? "", claimed.Code), Content, now);
            return ((check, after.TriesLeft), after);
        }, cancellation);
    }

    private Task<bool> CountAsync(string key, int most, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return codes.ChangeAsync(key, before => OneTimeCode.Next(before, "", "", now, most) is { } next ? (true, next) : (false, (OneTimeCode?)null), cancellation);
    }

    // Under the current look-up key alone: a code lives for minutes, a count for an hour.
    private string KeyOf(ClaimedPerson claimed, string? phone) => lookup.Of("proof-code-key", $"{claimed.Participant}\n{personal.IdHash(claimed.Id).Text}\n{phone}");

    private string HashOf(ClaimedPerson claimed, string phone, string code) => lookup.Of("proof-code", $"{claimed.Participant}\n{personal.IdHash(claimed.Id).Text}\n{phone}\n{code}");
}
