namespace OneVisit.Local.DirectLine.Tokens;

/// <summary>What a token of a page says: the one conversation, the one person if bound, and the pages that may use it (all when empty).</summary>
internal sealed record ClientToken(string Conversation, string? User, IReadOnlyList<string> Origins, DateTimeOffset ExpiresAt);

/// <summary>What came of reading a token.</summary>
internal abstract record TokenReading
{
    public sealed record Good(ClientToken Token) : TokenReading;
    public sealed record Expired : TokenReading;
    public sealed record Bad : TokenReading;

    private TokenReading()
    {
    }
}
