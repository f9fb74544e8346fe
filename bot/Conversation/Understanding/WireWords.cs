namespace OneVisit.Conversation.Understanding;

/// <summary>Names of a closed set as they travel: <c>SuddenIllness</c> is <c>sudden-illness</c>.</summary>
internal static class WireWords
{
    public static string Of<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((letter, at) => char.IsUpper(letter) && at > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
