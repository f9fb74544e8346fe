using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Domain.Identity;

namespace OneVisit.Domain.Directories;

/// <summary>One row of a sheet, read cell by cell; what cannot be read is a fault of the row, and all of them are told.</summary>
internal sealed class SheetRow(SheetColumns columns, DirectoryRow row, FaultList faults)
{
    private const int LongestShown = 40;
    private static readonly char[] Separators = ['、', ',', ';'];

    public int Number => row.Number;

    /// <summary>Something is wrong with it; it is not taken, but what refers to it still finds it.</summary>
    public bool IsFaulty { get; private set; }

    /// <returns>Empty when nothing stands there.</returns>
    public string Text(string key, int most)
    {
        var text = SheetText.Of(columns.Cell(row, key));
        if (text.Length == 0 && columns.IsRequired(key))
            Fault(DirectoryFaultKind.Required, key);
        if (text.Length > most)
            Fault(DirectoryFaultKind.TooLong, key, most.ToString(CultureInfo.InvariantCulture));
        return text;
    }

    /// <summary>The file has that column.</summary>
    public bool Has(string key) => columns.Has(key);

    public string? OrNull(string key, int most) => Text(key, most) is { Length: > 0 } text ? text : null;

    public ImmutableArray<string> Several(string key, int most) =>
        [.. Text(key, most).Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

    /// <param name="lengths">How many digits it may have.</param>
    /// <returns>Empty when it is none.</returns>
    public string Digits(string key, params ReadOnlySpan<int> lengths)
    {
        var code = Text(key, 100);
        if (code.Length == 0 || (lengths.Contains(code.Length) && !code.AsSpan().ContainsAnyExceptInRange('0', '9')))
            return code;
        Fault(DirectoryFaultKind.NotACode, key, Shown(code));
        return "";
    }

    /// <summary>Small letters, digits and hyphens; capitals are made small.</summary>
    /// <returns>Empty when it is none.</returns>
    public string Name(string key)
    {
        var name = Text(key, 100).ToLowerInvariant();
        if (name.Length == 0 || (name.Length <= 40 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && char.IsAsciiLetterOrDigit(name[0])))
            return name;
        Fault(DirectoryFaultKind.NotACode, key, Shown(name));
        return "";
    }

    /// <summary>Thirty-two hexadecimal digits in groups with hyphens, as a portal shows an object id.</summary>
    public Guid? Account(string key)
    {
        var text = Text(key, 100);
        if (text.Length == 0)
            return null;
        if (Guid.TryParseExact(text, "D", out var account) && account != Guid.Empty)
            return account;
        Fault(DirectoryFaultKind.NotAnAccount, key, Shown(text));
        return null;
    }

    public DateOnly? Day(string key)
    {
        var text = Text(key, 100);
        if (text.Length == 0)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and < 2200)
            return day;
        Fault(DirectoryFaultKind.NotADay, key, Shown(text));
        return null;
    }

    /// <summary>First and last day of the row.</summary>
    public (DateOnly From, DateOnly? To) Days(string first = "from", string last = "to")
    {
        var (from, to) = (Day(first), Day(last));
        if (to < from)
            Fault(DirectoryFaultKind.WrongPeriod, last);
        return (from ?? DateOnly.MinValue, to);
    }

    public int Count(string key, int most)
    {
        var text = Text(key, 100);
        if (text.Length == 0 || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most))
            return text.Length == 0 ? 0 : int.Parse(text, CultureInfo.InvariantCulture);
        Fault(DirectoryFaultKind.NotANumber, key, Shown(text));
        return 0;
    }

    public T? Choice<T>(string key, DirectoryChoices<T> choices)
        where T : struct, Enum
    {
        var word = Text(key, 100);
        var choice = word.Length == 0 ? null : choices.Parse(word);
        if (choice is null && word.Length > 0)
            Fault(DirectoryFaultKind.UnknownWord, key, Shown(word), choices.Words);
        return choice;
    }

    /// <param name="key">Column; empty: the row as a whole.</param>
    public void Fault(DirectoryFaultKind kind, string key = "", params ImmutableArray<string> arguments)
    {
        IsFaulty = true;
        faults.Add(new(kind, columns.Sheet, Number, key.Length == 0 ? "" : columns.Heading(key), arguments));
    }

    /// <summary>What somebody wrote, as it may stand in a report: short, and never a number that could be a person's.</summary>
    public static string Shown(string typed)
    {
        var text = SheetText.Of(typed);
        if (text.Count(char.IsDigit) > 15)
            return WrittenIds.Masked(text) is var masked && masked != text && masked.Length <= LongestShown ? masked : text[..6] + "…";
        return text.Length <= LongestShown ? text : text[..LongestShown] + "…";
    }
}
