using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Directories;

/// <summary>Words of a column that has a few only: each is read in both languages and by its code, and written in one language.</summary>
public sealed class DirectoryChoices<T>
    where T : struct, Enum
{
    private readonly ImmutableArray<(T Value, string Code, Text Word)> all;
    private readonly FrozenDictionary<string, T> words;

    internal DirectoryChoices(params ImmutableArray<(T Value, string Code, Text Word)> all)
    {
        this.all = all;
        words = all.SelectMany(one => new[] { one.Code, one.Word.Zh, one.Word.En }.Select(word => (Word: SheetText.Bare(word), one.Value)))
            .DistinctBy(pair => pair.Word).ToFrozenDictionary(pair => pair.Word, pair => pair.Value, StringComparer.Ordinal);
    }

    /// <summary>All words, for who wrote another one.</summary>
    public string Words => string.Join(", ", all.Select(one => $"{one.Word.Zh} / {one.Word.En}"));

    public Text WordOf(T value) => all.First(one => one.Value.Equals(value)).Word;

    /// <returns><c>null</c>: a word for none of them.</returns>
    internal T? Parse(string typed) => words.TryGetValue(SheetText.Bare(typed), out var value) ? value : null;
}

/// <summary>The columns that have a few words only.</summary>
public static class DirectoryChoices
{
    public static DirectoryChoices<GridKind> Kinds { get; } = new(
        (GridKind.Urban, "urban", new("城市", "Urban")),
        (GridKind.Rural, "rural", new("农村", "Rural")));

    public static DirectoryChoices<GridRole> Duties { get; } = new(
        (GridRole.Manager, "manager", new("网格长", "Grid manager")),
        (GridRole.Assistant, "assistant", new("网格员", "Grid assistant")),
        (GridRole.InformationOfficer, "information-officer", new("信息员", "Information officer")));

    /// <summary>Every post that people hold; as they are called everywhere else.</summary>
    public static DirectoryChoices<Role> Posts { get; } = new(
        Post(Role.VillageAgent, "村级代办员", "village agent"),
        Post(Role.TownshipAgent, "乡镇代办员", "township agent"),
        Post(Role.TownshipOfficer, "乡镇经办人", "township officer"),
        Post(Role.ChiefRepresentative, "首席代表", "chief representative"),
        Post(Role.DeputyRepresentative, "副首席代表", "deputy representative"),
        Post(Role.TownshipHead, "乡镇长", "township head"),
        Post(Role.CityAgent, "市级代办员", "city agent"),
        Post(Role.CityFilingOfficer, "市级备案员", "city filing officer"),
        Post(Role.CityReviewer, "市级评查员", "city reviewer"),
        Post(Role.BureauOfficer, "市局经办人", "bureau officer"));

    /// <summary>Some of the posts.</summary>
    internal static DirectoryChoices<Role> Only(params ImmutableArray<Role> roles) => new([.. roles.Select(role => Post(role, Posts.WordOf(role).Zh, Posts.WordOf(role).En))]);

    /// <summary>Where a post is.</summary>
    internal static OfficeLevel LevelOf(Role role) => role switch
    {
        Role.VillageAgent => OfficeLevel.Village,
        Role.CityAgent or Role.CityFilingOfficer or Role.CityReviewer or Role.BureauOfficer => OfficeLevel.City,
        _ => OfficeLevel.Township,
    };

    private static (Role, string, Text) Post(Role role, string zh, string en) => (role, role.Code(), new(zh, en));
}

/// <summary>What stands in a cell, made comparable.</summary>
internal static class SheetText
{
    /// <summary>Compatibility forms become plain ones, what cannot be seen goes, blanks are one each and none at the ends.</summary>
    public static string Of(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return "";
        var plain = new StringBuilder(typed.Length);
        foreach (var rune in Normal(typed).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (plain.Length > 0 && plain[^1] != ' ')
                    plain.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(rune) is not (System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.PrivateUse))
                plain.Append(rune);
        }
        return plain.ToString().TrimEnd(' ');
    }

    /// <summary>The same heading or word, whatever the case, blanks and hyphens.</summary>
    public static bool IsSame(string typed, string known) => Bare(typed) == Bare(known);

    /// <summary>What is left of it when case, blanks and hyphens do not count.</summary>
    public static string Bare(string text) => Of(text).Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    // Half of a surrogate pair cannot be normalized; enumerating runes makes it a replacement character.
    private static string Normal(string typed) =>
        (typed.Any(char.IsSurrogate) ? string.Concat(typed.EnumerateRunes()) : typed).Normalize(NormalizationForm.FormKC);
}
