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

    // Whoever asks about somebody spends their own: nobody is kept from proving who they are because others asked.
    private const int MostOfOneCallerForOnePerson = 5;

    // One telephone is not flooded, from however many conversations.
    private const int MostToOnePhone = 20;

    // What is proven is who they are, whatever for.
    private const string Content = "proof";

    /// <summary>Whoever asks, and about whom: within an hour only so often.</summary>
    internal async Task<bool> MaySendAsync(ClaimedPerson claimed, CancellationToken cancellation) =>
        await CountAsync(lookup.Of("proof-code-caller", claimed.Participant), MostOfOneCaller, cancellation)
        && await CountAsync(lookup.Of("proof-code-person", $"{claimed.Participant}\n{personal.IdHash(claimed.Id).Text}"), MostOfOneCallerForOnePerson, cancellation);

    /// <summary>Whether one more may go to that telephone within the hour. Where there is nobody it is counted all the same: the answer tells nothing.</summary>
    internal async Task<bool> MayRingAsync(ClaimedPerson claimed, HeldCases there, CancellationToken cancellation) =>
        there.IsAtHome || await CountAsync(lookup.Of("proof-code-phone", there.Phone ?? personal.IdHash(claimed.Id).Text), MostToOnePhone, cancellation);

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
