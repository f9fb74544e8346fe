using System.Globalization;
using OneVisit.Contracts;

namespace OneVisit.Conversation.Words;

/// <summary>Reads what a notice carries; it came over a queue, so whatever cannot be read is left out.</summary>
internal static class NoticeWords
{
    public static DateOnly? Date(this Notice notice, string name) =>
        DateOnly.TryParse(notice.Data.GetValueOrDefault(name), CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static string Amount(this Phrasebook book, Notice notice, string name = "amount") => Number(notice, name) is { } amount ? book.Yuan(amount) : "";

    /// <summary>What became of a file that waited for the virus scanner, to whoever sent it.</summary>
    public static string FileChecked(this Phrasebook book, Notice notice)
    {
        var name = notice.Data.GetValueOrDefault(book.Language == Domain.Language.English ? "en" : "zh") is { Length: > 0 } told ? Markdown.Escape(told) : book[Phrase.FileUnnamed];
        return notice.Data.GetValueOrDefault("outcome") switch
        {
            FileOutcomes.Kept => book[Phrase.NoticeFileKept, name],
            FileOutcomes.Infected => book[Phrase.NoticeFileInfected, name],
            FileOutcomes.NotTaken => book[Phrase.NoticeFileNotTaken, name],
            _ => book[Phrase.NoticeFileLookedAt],
        };
    }

    public static bool IsZero(this Notice notice, string name) => Number(notice, name) == 0;

    public static decimal? Number(this Notice notice, string name) =>
        decimal.TryParse(notice.Data.GetValueOrDefault(name), NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) ? amount : null;
}
