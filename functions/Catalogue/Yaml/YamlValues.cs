using System.Globalization;
using OneVisit.Domain.Law;

namespace OneVisit.Catalogue.Yaml;

/// <summary>Values that are more than text: dates, numbers, words of a vocabulary. A wrong one is a fault and reads as the type's default.</summary>
internal static class YamlValues
{
    public static DateOnly Date(this YamlMap map, string key) => map.Parsed(key, map.Scalar(key), ParseDate) ?? default;

    public static DateOnly? DateOrNull(this YamlMap map, string key) => map.ScalarOrNull(key) is { } text ? map.Parsed(key, text, ParseDate) : null;

    public static int Int(this YamlMap map, string key) => map.Parsed(key, map.Scalar(key), ParseInt) ?? 0;

    public static int? IntOrNull(this YamlMap map, string key) => map.ScalarOrNull(key) is { } text ? map.Parsed(key, text, ParseInt) : null;

    public static decimal Number(this YamlMap map, string key) => map.Parsed(key, map.Scalar(key), ParseNumber) ?? 0;

    /// <param name="otherwise">What the key's absence says.</param>
    public static bool Flag(this YamlMap map, string key, bool otherwise = false) =>
        map.ScalarOrNull(key) is { } text ? map.Parsed(key, text, ParseFlag) ?? otherwise : otherwise;

    public static SourceStatus Status(this YamlMap map) => map.Word("source_status", SourceStatuses.Parse);

    /// <summary>A word of a fixed vocabulary.</summary>
    public static T Word<T>(this YamlMap map, string key, Func<string?, T?> parse)
        where T : struct => map.Parsed(key, map.Scalar(key), parse) ?? default;

    public static DateOnly? ParseDate(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static int? ParseInt(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static decimal? ParseNumber(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool? ParseFlag(string? text) => text switch
    {
        "yes" or "true" => true,
        "no" or "false" => false,
        _ => null,
    };

    // An empty text has been told as missing already.
    private static T? Parsed<T>(this YamlMap map, string key, string text, Func<string?, T?> parse)
        where T : struct
    {
        if (text.Length == 0)
            return null;
        var value = parse(text);
        if (value is null)
            map.Fault(FaultKind.WrongValue, $"{key}: {text}", key);
        return value;
    }
}
