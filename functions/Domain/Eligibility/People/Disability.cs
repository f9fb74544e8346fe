namespace OneVisit.Domain.Eligibility.People;

/// <summary>Kinds of the disability certificate (GB/T 26341).</summary>
public enum DisabilityKind
{
    Visual,
    Hearing,
    Speech,
    Physical,
    Intellectual,
    Mental,
    Multiple,
}

/// <summary>A certified disability; what of it is not known is <c>null</c>.</summary>
/// <param name="Grade">1 (gravest) to 4.</param>
public sealed record Disability(DisabilityKind? Kind = null, int? Grade = null)
{
    public const int Mildest = 4;

    /// <summary>No certificate.</summary>
    public static Disability None { get; } = new(null, 0);

    public int? Grade { get; } = Grade is null or (>= 0 and <= Mildest) ? Grade : throw new ArgumentOutOfRangeException(nameof(Grade));

    /// <summary>Certified at one of these grades, whatever the kind; <c>null</c> while the grade is not known.</summary>
    public bool? IsOfGrade(int from, int to) => Grade is { } grade ? grade >= from && grade <= to : null;

    /// <summary>
    /// Severe as the rules on children read it: grade 1-2 of any kind, or grade 3-4 mental or intellectual (民发〔2019〕62号).
    /// </summary>
    public bool? IsSevereForChildren => this switch
    {
        { Grade: null } => null,
        { Grade: 0 } => false,
        { Grade: <= 2 } => true,
        { Kind: null } => null,
        { Kind: DisabilityKind.Mental or DisabilityKind.Intellectual } => true,
        _ => false,
    };
}

/// <summary>Kinds as they travel.</summary>
public static class DisabilityKinds
{
    public static DisabilityKind? Parse(string? code) => Enum.TryParse<DisabilityKind>(code, ignoreCase: true, out var kind) && Enum.IsDefined(kind) && !char.IsDigit(code[0])
        ? kind
        : null;
}
