namespace OneVisit.Conversation.Cards;

/// <summary>The public board of a village: anybody may open it, so the address is plain and lasts.</summary>
internal static class BoardLink
{
    /// <param name="pages">Root of the public pages.</param>
    /// <returns><c>null</c>: nothing hangs, or nobody knows where.</returns>
    public static string? Of(Uri? pages, string? village) => pages is not null && village is { Length: > 0 and <= 20 } && village.All(char.IsAsciiDigit) ? new Uri(pages, $"notices/{village}").ToString() : null;
}
