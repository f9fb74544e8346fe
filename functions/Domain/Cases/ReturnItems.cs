using System.Text.RegularExpressions;

namespace OneVisit.Domain.Cases;

/// <summary>What has to be corrected when a file goes back: a paper of the list by its code, with what is wrong with it, or free words.</summary>
public static partial class ReturnItems
{
    /// <summary>The paper that an item names; <c>null</c>: the item is free words.</summary>
    public static string? CodeOf(string item) => Named().Match(item) is { Success: true } named ? named.Groups[1].Value : null;

    /// <summary>What an item says beside the paper it names; the whole of free words.</summary>
    public static string WordsOf(string item) => Named().Match(item) is { Success: true } named ? item[named.Length..].Trim() : item;

    [GeneratedRegex(@"^([A-Z][0-9]{2})(?:[\s:：，,]+|\z)")]
    private static partial Regex Named();
}
