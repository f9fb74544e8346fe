namespace OneVisit.Domain;

/// <summary>Language a person reads.</summary>
public enum Language
{
    Chinese,
    English,
}

/// <summary>Languages as they travel: <c>zh-CN</c> and <c>en</c>.</summary>
public static class Languages
{
    /// <summary>Reads a code, or the first entry of an Accept-Language header. Whatever is not English is Chinese.</summary>
    public static Language Parse(string? code) =>
        code is not null && code.AsSpan().TrimStart().StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.English : Language.Chinese;

    public static string Code(this Language language) => language == Language.English ? "en" : "zh-CN";
}
