namespace OneVisit.Domain.Identity;

/// <summary>
/// A code sent to somebody's telephone, which stands for their signature under one content. Kept as a keyed hash, good for ten minutes and five
/// tries; once confirmed it stands for that content, however often the same comes again.
/// </summary>
/// <param name="Hash">Keyed hash of subject and code.</param>
/// <param name="Content">Fingerprint of what is signed with it.</param>
/// <param name="Sent">How many were sent within the hour that began at <paramref name="HourFrom"/>.</param>
public sealed record OneTimeCode(string Hash, string Content, DateTimeOffset SentAt, int Tries, DateTimeOffset HourFrom, int Sent, DateTimeOffset? ConfirmedAt = null)
{
    public const int MostTries = 5;
    public const int MostInAnHour = 5;
    public const int Digits = 6;
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public DateTimeOffset ExpiresAt => SentAt + Lifetime;

    public int TriesLeft => Math.Max(0, MostTries - Tries);

    /// <summary>A new code in place of an earlier one.</summary>
    /// <param name="before"><c>null</c>: the first.</param>
    /// <param name="most">Within an hour, or what is counted by.</param>
    /// <param name="within">What is counted by; <c>null</c>: an hour.</param>
    /// <returns><c>null</c>: too many within it.</returns>
    public static OneTimeCode? Next(OneTimeCode? before, string hash, string content, DateTimeOffset now, int most = MostInAnHour, TimeSpan? within = null)
    {
        var sameHour = before is not null && now < before.HourFrom + (within ?? TimeSpan.FromHours(1));
        if (sameHour && before!.Sent >= most)
            return null;
        return new(hash, content, now, 0, sameHour ? before!.HourFrom : now, sameHour ? before!.Sent + 1 : 1);
    }

    /// <summary>Somebody typed a code.</summary>
    /// <param name="hash">Keyed hash of what was typed.</param>
    /// <returns>How it went, and the code as it then stands.</returns>
    public (CodeCheck Check, OneTimeCode Code) Try(string hash, string content, DateTimeOffset now)
    {
        if (content != Content)
            return (CodeCheck.OtherContent, this);
        if (ConfirmedAt is not null)
            return (hash == Hash ? CodeCheck.Right : CodeCheck.Wrong, this);
        if (now >= ExpiresAt)
            return (CodeCheck.Expired, this);
        if (TriesLeft == 0)
            return (CodeCheck.Spent, this);
        var tried = this with { Tries = Tries + 1 };
        if (hash == Hash)
            return (CodeCheck.Right, tried with { ConfirmedAt = now });
        return (tried.TriesLeft == 0 ? CodeCheck.Spent : CodeCheck.Wrong, tried);
    }
}

/// <summary>How a typed code was found.</summary>
public enum CodeCheck
{
    Right,
    Wrong,

    /// <summary>Older than ten minutes.</summary>
    Expired,

    /// <summary>Five tries were made: a new one has to be sent.</summary>
    Spent,

    /// <summary>What is to be signed has changed since it was sent.</summary>
    OtherContent,

    /// <summary>None was sent.</summary>
    NotSent,
}
