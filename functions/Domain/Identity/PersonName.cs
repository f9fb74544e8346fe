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
        var name = MiddleDots().Replace(Blanks().Replace(text ?? "", " ").Trim(), "·");
        return name.Length is >= 2 and <= 50 && Name().IsMatch(name) ? new PersonName(name) : null;
    }

    /// <summary>The clear name: for sealing, and for who has to know it.</summary>
    public string Reveal() => name;

    public override string ToString() => Masked;

    private string FirstCharacter() => char.IsHighSurrogate(name[0]) ? name[..2] : name[..1];

    [GeneratedRegex(@"[\s\u3000]+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"[•‧∙・．●]")]
    private static partial Regex MiddleDots();

    // A surrogate pair is a rare Chinese character (U+20000 and above), which .NET matches as two.
    [GeneratedRegex(@"^(?:[\p{L}\p{M}]|[\uD840-\uD88D][\uDC00-\uDFFF])(?:[\p{L}\p{M} '’·-]|[\uD840-\uD88D][\uDC00-\uDFFF])*\z")]
    private static partial Regex Name();
}
