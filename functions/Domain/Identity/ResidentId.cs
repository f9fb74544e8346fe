namespace OneVisit.Domain.Identity;

/// <summary>
/// A resident ID number (公民身份号码, GB 11643): six digits of area, eight of birth, three of sequence, one check character.
/// Prints masked; the number itself comes only out of <see cref="Reveal"/>. The area is where it was first issued, never today's hukou.
/// </summary>
public sealed class ResidentId : IEquatable<ResidentId>
{
    private readonly string number;

    internal ResidentId(string number, DateOnly bornOn) => (this.number, BornOn) = (number, bornOn);

    public DateOnly BornOn { get; }

    /// <summary>Area and the last four characters: <c>370982********0016</c>.</summary>
    public string Masked => $"{number[..6]}********{number[14..]}";

    /// <summary>Reads what a person typed. Spaces, full-width digits and a lower-case x are fine.</summary>
    /// <param name="today">Today in Beijing; nobody is born later.</param>
    public static IdReading Read(string? text, DateOnly today) => IdNumber.Read(text, today);

    /// <summary>The clear number: for sealing and hashing only, never for a log, an address or a table.</summary>
    public string Reveal() => number;

    public bool Equals(ResidentId? other) => other is not null && number == other.number;

    public override bool Equals(object? obj) => Equals(obj as ResidentId);

    public override int GetHashCode() => number.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Masked;
}
