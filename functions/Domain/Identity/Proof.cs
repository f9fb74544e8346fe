namespace OneVisit.Domain.Identity;

/// <summary>
/// What somebody has proven in one conversation (身份核验): that the cases of a subject are theirs. Good for half an hour after it was last used, and for
/// half a day at most; then it is proven anew.
/// </summary>
/// <param name="Subject">An application, or a person with the telephone that answered; no name and no number.</param>
/// <param name="Since">When it was proven.</param>
/// <param name="Until">The first instant at which it is good no longer.</param>
public sealed record Proof(string Subject, DateTimeOffset Since, DateTimeOffset Until)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    // Not with every word: a conversation would be all renewals.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    public static Proof Given(string subject, DateTimeOffset now) => new(subject, now, now + Lifetime);

    public bool IsGood(DateTimeOffset now) => Since <= now && now < Until && now < Since + Longest;

    /// <summary>The same, used now.</summary>
    /// <returns><c>null</c>: it is over, as fresh as need be, or can last no longer.</returns>
    public Proof? Used(DateTimeOffset now)
    {
        if (!IsGood(now) || Until - now > Lifetime - Fresh)
            return null;
        var until = now + Lifetime < Since + Longest ? now + Lifetime : Since + Longest;
        return until > Until ? this with { Until = until } : null;
    }
}
