using System.Collections.Immutable;

namespace OneVisit.Papers;

/// <summary>A paper before it is set: what stands on it, in order. How it is divided into lines and pages is up to the <see cref="PaperPress"/>.</summary>
public sealed record Paper(PaperHead Head, ImmutableArray<Block> Blocks);

/// <summary>What a paper says of itself, on every page and in the file. No words are added by the press.</summary>
/// <param name="Title">Large, at the top of the first page; also the title of the file.</param>
/// <param name="Author">Who issues it; at the top left of each page.</param>
/// <param name="Aside">At the top right of each page, for example the case number.</param>
/// <param name="PageOf">Where one is: <c>{0}</c> the page, <c>{1}</c> of how many.</param>
/// <param name="Language">Language of the text, as in HTML: <c>zh-CN</c>.</param>
/// <param name="PrintedAt">When it was made; kept in the file.</param>
public sealed record PaperHead(Wording Title, string Author, string Aside, string PageOf, string Language, DateTimeOffset PrintedAt)
{
    /// <summary>At the foot of each page: law, version, what is a demonstration.</summary>
    public ImmutableArray<string> Foot { get; init; } = [];

    /// <summary>Said at the end when characters were missing from the font: <c>{0}</c> the sign in their place, <c>{1}</c> their numbers.</summary>
    public string MissingNote { get; init; } = "{0} {1}";
}

/// <summary>Words with, where the reader needs it, the same in another language, set small beneath.</summary>
public readonly record struct Wording(string Words, string? Explained = null)
{
    /// <summary>A place to write on by hand.</summary>
    public static Wording Blank { get; } = new("");

    public static implicit operator Wording(string words) => new(words);

    public override string ToString() => Words;
}
