using System.Security.Cryptography;
using System.Text;

namespace OneVisit.Domain.Cases;

/// <summary>
/// The code by which anybody checks a paper of the office: 20 characters of Crockford's base 32, 100 bits that only who has the key can make.
/// </summary>
public readonly record struct CheckCode
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 20;
    private const int Group = 5;

    // What a person typed may have blanks and hyphens; more than that is no code.
    private const int LongestTyped = 60;

    private CheckCode(string plain) => Plain = plain;

    /// <summary>As it is kept: capital letters and figures, nothing between them.</summary>
    public string Plain { get; }

    /// <param name="secret">What only the office can make, for example a keyed hash of the paper's number.</param>
    public static CheckCode Of(string secret) => new(string.Create(Length, SHA256.HashData(Encoding.UTF8.GetBytes(secret)), static (characters, bytes) =>
    {
        for (var i = 0; i < characters.Length; i++)
            characters[i] = Letters[bytes[i] % Letters.Length];
    }));

    /// <summary>Reads a code as people type it: any case, blanks and hyphens between, O for 0, I and L for 1, full-width.</summary>
    /// <returns><c>null</c>: it is no code.</returns>
    public static CheckCode? Read(string? typed)
    {
        if (typed is null || typed.Length > LongestTyped || typed.Any(char.IsSurrogate))
            return null;
        var plain = new StringBuilder(Length);
        foreach (var character in typed.Normalize(NormalizationForm.FormKC).ToUpperInvariant())
        {
            if (character is '-' or '–' or '—' or '‐' or '−' || char.IsWhiteSpace(character))
                continue;
            var letter = character switch { 'O' => '0', 'I' or 'L' => '1', var same => same };
            if (!Letters.Contains(letter))
                return null;
            plain.Append(letter);
        }
        return plain.Length == Length ? new CheckCode(plain.ToString()) : null;
    }

    /// <summary>As it is written: in groups of five.</summary>
    public override string ToString() => string.Join('-', Plain.Chunk(Group).Select(group => new string(group)));
}
