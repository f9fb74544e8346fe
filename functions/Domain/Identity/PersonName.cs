using System.Text;
using System.Text.RegularExpressions;

namespace OneVisit.Domain.Identity;

/// <summary>A person's name as on the ID card: 2 to 50 letters of any script, with spaces, hyphens, apostrophes or middle dots (·) inside. Prints masked.</summary>
public sealed partial class PersonName
{
    private readonly string name;

    private PersonName(string name) => this.name = name;

    /// <summary>The first character and a star: <c>张*</c>.</summary>
    public string Masked => $"{FirstCharacter()}*";

    /// <summary>Reads what a person typed, or <c>null</c> when it cannot be a name.</summary>
    public static PersonName? Read(string? text)
    {
        // Half of a rare character's pair cannot be composed, and is in no name.
        if (text?.EnumerateRunes().Contains(Rune.ReplacementChar) == true)
            return null;
        var name = MiddleDots().Replace(Blanks().Replace(text?.Normalize() ?? "", " ").Trim(), "·");
        return name.Length is >= 2 and <= 50 && Name().IsMatch(name) ? new PersonName(name) : null;
    }

    /// <summary>Two ways to write one name: with one middle dot or another, with blanks or without, its letters in one piece or in several, in capitals or not.</summary>
    public static bool AreSame(string? one, string? other) => one is not null && other is not null && string.Equals(Folded(one), Folded(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>The clear name: for sealing, and for who has to know it.</summary>
    public string Reveal() => name;

    public override string ToString() => Masked;

    private static string Folded(string name) => (Read(name)?.name ?? name).Replace(" ", "", StringComparison.Ordinal);

    private string FirstCharacter() => char.IsHighSurrogate(name[0]) ? name[..2] : name[..1];

    [GeneratedRegex(@"[\s\u3000]+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"[•‧∙・．●]")]
    private static partial Regex MiddleDots();

    // A surrogate pair is a rare Chinese character (U+20000 and above), which .NET matches as two.
    [GeneratedRegex(@"^(?:[\p{L}\p{M}]|[\uD840-\uD88D][\uDC00-\uDFFF])(?:[\p{L}\p{M} '’·-]|[\uD840-\uD88D][\uDC00-\uDFFF])*\z")]
    private static partial Regex Name();
}
