using System.Text;

namespace OneVisit.Functions.Directories.Files;

/// <summary>In which encoding a CSV file was saved: spreadsheet programs on a Chinese Windows write GB18030 unless they are told otherwise.</summary>
internal static class CsvEncoding
{
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding StrictChinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>For names that may hold anything.</summary>
    public static Encoding Chinese { get; } = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <returns><c>null</c>: it is no text in any of these encodings.</returns>
    public static string? Text(byte[] bytes)
    {
        var text = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => In(StrictUtf8, bytes.AsSpan(3)),
            [0xFF, 0xFE, ..] => In(new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), bytes.AsSpan(2)),
            [0xFE, 0xFF, ..] => In(new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), bytes.AsSpan(2)),
            _ => In(StrictUtf8, bytes) ?? In(StrictChinese, bytes),
        };
        return text is null || text.Any(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n')) || text.TrimStart() is ['<' or '{' or '%', ..] ? null : text;
    }

    private static string? In(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
