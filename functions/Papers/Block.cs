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

    /// <summary>A line in the middle: the number beneath the title.</summary>
    public sealed record Centred(Wording Words) : Block;

    /// <summary>
    /// How a paper of the office ends: at the right who issues it, and beneath the seal with the day across its middle; at the left the code to
    /// check it by. Never divided between pages.
    /// </summary>
    /// <param name="Issuer">Lines beneath each other.</param>
    public sealed record Closing(ImmutableArray<Wording> Issuer, Wording Day, OfficeSeal Seal, CheckMark Check) : Block;

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

/// <summary>A round seal (印章) as the letters bear it: no emblem, and marked as a demonstration.</summary>
/// <param name="Ring">Round the top: whose it is.</param>
/// <param name="Middle">Across the middle: what it is for.</param>
/// <param name="Beneath">Small below the middle: that it is a demonstration.</param>
/// <param name="Number">Round the bottom: the number of the seal.</param>
public sealed record OfficeSeal(string Ring, string Middle, string Beneath, string Number);

/// <summary>A QR code with what is said beside it.</summary>
/// <param name="Content">What the code holds: the address of the page that confirms the paper.</param>
/// <param name="Notes">Lines beside it, small.</param>
public sealed record CheckMark(string Content, ImmutableArray<Wording> Notes);
