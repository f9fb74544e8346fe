using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace OneVisit.Bot.Pages;

/// <summary>A piece of a page. It is written as interpolated text, and everything put into it is escaped unless it is a piece itself.</summary>
internal readonly record struct Html(string Markup)
{
    public static Html None { get; } = new("");

    public static Html Of(HtmlText text) => new(text.ToString());

    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(piece => piece.Markup)));

    public override string ToString() => Markup;
}

/// <summary>Escapes what is put into a piece of a page.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlText
{
    private readonly StringBuilder text;

    public HtmlText(int literalLength, int formattedCount) => text = new StringBuilder(literalLength + (formattedCount * 16));

    public void AppendLiteral(string literal) => text.Append(literal);

    public void AppendFormatted(Html piece) => text.Append(piece.Markup);

    public void AppendFormatted(string? words) => text.Append(WebUtility.HtmlEncode(words));

    public void AppendFormatted(int number) => text.Append(CultureInfo.InvariantCulture, $"{number}");

    public override string ToString() => text.ToString();
}
