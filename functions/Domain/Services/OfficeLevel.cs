namespace OneVisit.Domain.Services;

/// <summary>Where an office stands.</summary>
public enum OfficeLevel
{
    Village,
    Township,
    City,
}

/// <summary>Office ids: level, slash, place code, for example <c>township/370982103</c>.</summary>
public static class Offices
{
    public static string Code(this OfficeLevel level) => level switch
    {
        OfficeLevel.Village => "village",
        OfficeLevel.Township => "township",
        OfficeLevel.City => "city",
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };

    public static OfficeLevel? Parse(string? code) => code switch
    {
        "village" => OfficeLevel.Village,
        "township" => OfficeLevel.Township,
        "city" => OfficeLevel.City,
        _ => null,
    };

    public static string Id(OfficeLevel level, string placeCode) => $"{level.Code()}/{placeCode}";

    /// <summary>The code of its place: what stands behind the slash.</summary>
    public static string PlaceOf(string office) => office[(office.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>Whether the office is one of that level.</summary>
    public static bool IsAt(string office, OfficeLevel level) => office.StartsWith(level.Code() + "/", StringComparison.Ordinal);

    /// <summary>
    /// The office of a level that is in charge of a village: place codes nest, six digits of city, three of township, three of village.
    /// </summary>
    public static string InChargeOf(string villageCode, OfficeLevel level) => Id(level, level switch
    {
        OfficeLevel.City => villageCode[..6],
        OfficeLevel.Township => villageCode[..9],
        _ => villageCode,
    });
}
