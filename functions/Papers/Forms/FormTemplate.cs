using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using OneVisit.Domain;

namespace OneVisit.Papers.Forms;

/// <summary>A form as a clerk writes it, in <c>Forms/Data</c>. <c>{name}</c> in its texts is filled in, see <see cref="FormFill"/>.</summary>
internal sealed record FormTemplate(string Material, string Version, Text Title, ImmutableArray<FormTemplate.Part> Parts)
{
    /// <summary>One part; exactly one of its properties is given.</summary>
    internal sealed record Part
    {
        public Text? Heading { get; init; }

        public Text? Paragraph { get; init; }

        /// <summary>Small: how to use the form.</summary>
        public Text? Note { get; init; }

        public ImmutableArray<Text>? Points { get; init; }

        public ImmutableArray<Entry>? Fields { get; init; }

        public ImmutableArray<Box>? Checks { get; init; }

        /// <summary>A list that is filled in: <c>services</c>, <c>household</c>, <c>papers</c> or <c>adults</c>.</summary>
        public string? List { get; init; }

        /// <summary>Where the resident signs.</summary>
        public Text? Signature { get; init; }

        /// <summary>Where somebody else signs: on paper only.</summary>
        public Text? Countersignature { get; init; }
    }

    internal sealed record Entry(Text Label, Text Value);

    /// <param name="When">What ticks it, one of <see cref="FormFill.Conditions"/>.</param>
    internal sealed record Box(string When, Text Words);
}

/// <summary>The forms there are, and the words that all of them use.</summary>
internal static class FormShelf
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly Lazy<FrozenDictionary<string, FormTemplate>> Read = new(() =>
        PaperForms.Materials.Select(code => Of<FormTemplate>(code)).ToFrozenDictionary(form => form.Material, StringComparer.Ordinal));

    private static readonly Lazy<FrozenDictionary<string, Text>> SharedWords = new(() => Of<Dictionary<string, Text>>("words").ToFrozenDictionary(StringComparer.Ordinal));

    private static readonly Lazy<FormTemplate> LetterOfEntrusting = new(() => Of<FormTemplate>("M14-entrusting"));

    /// <summary>The letter by which a person entrusts somebody who is no agent of the offices; its material is that of the mandate.</summary>
    public static FormTemplate Entrusting => LetterOfEntrusting.Value;

    public static FormTemplate? Find(string material) => Read.Value.GetValueOrDefault(material);

    /// <exception cref="KeyNotFoundException">Not among the words.</exception>
    public static Text Word(string key) => SharedWords.Value.TryGetValue(key, out var words) ? words : throw new KeyNotFoundException(key);

    public static IReadOnlyDictionary<string, Text> Words => SharedWords.Value;

    private static T Of<T>(string name)
    {
        using var stream = typeof(FormShelf).Assembly.GetManifestResourceStream($"Forms/{name}.json") ?? throw new InvalidOperationException(name);
        return JsonSerializer.Deserialize<T>(stream, Json)!;
    }
}
