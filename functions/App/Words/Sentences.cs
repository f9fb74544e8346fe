using System.Globalization;
using System.Resources;
using OneVisit.Domain;

namespace OneVisit.Functions.Words;

/// <summary>What the back office says to people, in Chinese first and English beside it.</summary>
public static class Sentences
{
    private static readonly ResourceManager Resources = new(typeof(Sentences));
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <exception cref="KeyNotFoundException">There is no such sentence.</exception>
    public static string Of(Language language, string key) =>
        Resources.GetString(key, CultureOf(language)) ?? throw new KeyNotFoundException(key);

    public static string Of(Language language, string key, params ReadOnlySpan<object?> facts) =>
        string.Format(CultureOf(language), Of(language, key), facts);

    /// <summary>Yuan for people: rounded to the fen, grouped, without useless zeros.</summary>
    public static string Yuan(Language language, decimal yuan) => new Money(yuan).ToFen().Yuan.ToString("#,##0.##", CultureOf(language));

    /// <summary>A day with its weekday.</summary>
    public static string Day(Language language, DateOnly day) =>
        language == Language.English ? day.ToString("ddd d MMM yyyy", English) : day.ToString("yyyy 年 M 月 d 日（ddd）", Chinese);

    private static CultureInfo CultureOf(Language language) => language == Language.English ? English : Chinese;
}
