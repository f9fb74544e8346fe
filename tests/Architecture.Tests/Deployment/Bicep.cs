using System.Text.Json;
using System.Text.RegularExpressions;

namespace OneVisit.Architecture.Tests.Deployment;

/// <summary>What can be read of infra/azure without a compiler: by the shape of lines as they are written there.</summary>
internal static partial class Bicep
{
    public const string Main = "main.bicep";

    public static readonly string[] Kinds = ["dev", "pilot", "city"];

    private static string Folder { get; } = Path.Combine(Repository.Root, "infra", "azure");

    public static string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public static bool Exists(string file) => File.Exists(Path.Combine(Folder, file));

    public static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Folder, "*.bicep", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal);

    public static IEnumerable<string> Modules() => Files().Where(file => file.StartsWith("modules/", StringComparison.Ordinal));

    /// <summary>Names of a file's parameters, and whether each has to be given.</summary>
    public static IReadOnlyDictionary<string, bool> Parameters(string file) =>
        Parameter().Matches(Read(file)).ToDictionary(found => found.Groups["name"].Value, found => !found.Groups["default"].Success);

    /// <summary>Uses of modules in a file: where each lies, and what it is given.</summary>
    public static IEnumerable<(string File, string[] Given)> Uses(string file) =>
        from use in Use().Matches(Read(file))
        let place = Path.GetRelativePath(Folder, Path.GetFullPath(Path.Combine(Folder, Path.GetDirectoryName(file)!, use.Groups["file"].Value))).Replace('\\', '/')
        select (place, Given().Matches(use.Groups["params"].Value).Select(given => given.Groups["name"].Value).ToArray());

    /// <summary>Resource types with their versions, in all files.</summary>
    public static IEnumerable<(string Type, string Version)> Resources() =>
        from file in Files()
        from found in Resource().Matches(Read(file))
        select (found.Groups["type"].Value, found.Groups["version"].Value);

    /// <summary>Parameters in the file of a kind of environment.</summary>
    public static IReadOnlyDictionary<string, JsonElement> KindOf(string kind) =>
        JsonDocument.Parse(Read(kind + ".parameters.json")).RootElement.GetProperty("parameters").EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetProperty("value"));

    /// <summary>The lines of a variable that is an object.</summary>
    public static string Variable(string file, string name) =>
        Regex.Match(Read(file), $@"^var {name} = .*?(?=^\S|\z)", RegexOptions.Multiline | RegexOptions.Singleline) is { Success: true } found
            ? found.Value
            : throw new InvalidOperationException($"{file} has no variable {name}.");

    [GeneratedRegex(@"^param (?<name>\w+) [^=\r\n]+(?<default>=.*)?$", RegexOptions.Multiline)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^module \w+ '(?<file>[^']+)'.*?^  params: \{(?<params>.*?)^  \}", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Use();

    [GeneratedRegex(@"^    (?<name>\w+):", RegexOptions.Multiline)]
    private static partial Regex Given();

    [GeneratedRegex(@"'(?<type>[A-Z][A-Za-z]+\.[A-Za-z]+(?:/[A-Za-z]+)+)@(?<version>[^']+)'")]
    private static partial Regex Resource();
}
