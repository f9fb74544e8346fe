using System.Collections.Immutable;

namespace OneVisit.Papers;

/// <summary>A part of a paper.</summary>
public abstract record Block
{
    public sealed record Heading(Wording Words) : Block;

    /// <param name="Quiet">Small and grey: an explanation beside the matter.</param>
    public sealed record Paragraph(Wording Words, bool Quiet = false) : Block;

    /// <summary>Numbered from 1.</summary>
    public sealed record Points(ImmutableArray<Wording> Items) : Block;

    /// <summary>Labels and what is filled in beside them; an empty value is a place to write.</summary>
    public sealed record Fields(ImmutableArray<Field> Rows) : Block;

    /// <summary>Rows under a head that is repeated on each page.</summary>
    public sealed record Table(ImmutableArray<Column> Columns, ImmutableArray<ImmutableArray<Wording>> Rows) : Block;

    /// <summary>Boxes that are ticked or not.</summary>
    public sealed record Checks(ImmutableArray<Check> Items) : Block;

    /// <summary>A place to sign, with the day beside it; never divided between pages.</summary>
    public sealed record Signature(Wording Label, Wording DayLabel, Signed? Signed = null) : Block;

    private Block() { }
}

/// <summary>A label and what is filled in.</summary>
public readonly record struct Field(Wording Label, Wording Value);

/// <param name="Share">Width, relative to that of the other columns.</param>
public readonly record struct Column(Wording Head, float Share);

public readonly record struct Check(bool Ticked, Wording Words);

/// <summary>A signature given on a screen: drawn, or the name typed.</summary>
/// <param name="Day">As it is written beside the signature.</param>
/// <param name="Notes">How and of what it was given.</param>
public sealed record Signed(SignaturePicture? Drawn, string? Typed, string Day, ImmutableArray<Wording> Notes);
