using OneVisit.Domain;
using YamlDotNet.RepresentationModel;

namespace OneVisit.Catalogue.Yaml;

/// <summary>
/// A YAML mapping that is read key by key. What is missing or wrong is noted as a fault and read as an empty value, so that reading goes on;
/// <see cref="Done"/> notes the keys nobody asked for.
/// </summary>
internal sealed class YamlMap(YamlMappingNode node, string file, Faults faults)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    /// <summary>The file could not be read: one fault tells that, and its missing keys are not told as well.</summary>
    public bool IsBroken { get; init; }

    public string File => file;

    /// <summary>In the order of the file.</summary>
    public IEnumerable<string> Keys => node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "");

    public bool Has(string key) => Find(key) is not null;

    public string Scalar(string key) => Required(key) is { } value ? AsScalar(value, key) : "";

    public string? ScalarOrNull(string key) => Find(key) is { } value ? AsScalar(value, key) : null;

    /// <summary>Words in both languages.</summary>
    public Text Words(string key)
    {
        if (Required(key) is not { } value)
            return new Text("", "");
        if (value is not YamlMappingNode words)
        {
            Fault(FaultKind.MissingTranslation, key, value);
            return new Text("", "");
        }
        return new YamlMap(words, file, faults).AsWords(key);
    }

    public YamlMap? MapOrNull(string key) => Find(key) switch
    {
        null => null,
        YamlMappingNode map => new YamlMap(map, file, faults),
        var other => Wrong<YamlMap>(key, other),
    };

    public YamlMap Map(string key) => Required(key) is null || MapOrNull(key) is not { } map ? new YamlMap([], file, faults) { IsBroken = true } : map;

    public IEnumerable<YamlMap> Maps(string key) => Items(key).Select(item => item is YamlMappingNode map ? new YamlMap(map, file, faults) : Wrong<YamlMap>(key, item)).OfType<YamlMap>();

    public IEnumerable<string> Scalars(string key) => Items(key).Select(item => AsScalar(item, key));

    /// <summary>Notes the keys that nobody asked for.</summary>
    public void Done()
    {
        foreach (var (key, _) in node.Children)
        {
            if (key is not YamlScalarNode { Value: { } name } || !asked.Contains(name))
                Fault(FaultKind.UnknownKey, (key as YamlScalarNode)?.Value ?? key.ToString(), key);
        }
    }

    /// <summary>Notes a mistake at a key, or at the beginning of this mapping.</summary>
    public void Fault(FaultKind kind, string subject, string? key = null) => Fault(kind, subject, key is not null && Find(key) is { } value ? value : node);

    private Text AsWords(string key)
    {
        var words = new Text(Find("zh") is YamlScalarNode zh ? zh.Value ?? "" : "", Find("en") is YamlScalarNode en ? en.Value ?? "" : "");
        if (string.IsNullOrWhiteSpace(words.Zh) || string.IsNullOrWhiteSpace(words.En))
            Fault(FaultKind.MissingTranslation, key, node);
        Done();
        return words;
    }

    private IEnumerable<YamlNode> Items(string key)
    {
        if (Required(key) is not { } value)
            return [];
        if (value is YamlSequenceNode items)
            return items.Children;
        Fault(FaultKind.WrongValue, key, value);
        return [];
    }

    private YamlNode? Required(string key)
    {
        var value = Find(key);
        if (value is null && !IsBroken)
            Fault(FaultKind.MissingKey, key, node);
        return value;
    }

    private YamlNode? Find(string key)
    {
        asked.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }

    private string AsScalar(YamlNode value, string key)
    {
        if (value is YamlScalarNode { Value: { Length: > 0 } text })
            return text;
        Fault(FaultKind.WrongValue, key, value);
        return "";
    }

    private T? Wrong<T>(string key, YamlNode value)
        where T : class
    {
        Fault(FaultKind.WrongValue, key, value);
        return null;
    }

    private void Fault(FaultKind kind, string subject, YamlNode at) => faults.Add(kind, file, (int)at.Start.Line, subject);
}
