using System.Reflection;
using System.Xml.Linq;

namespace OneVisit.Architecture.Tests;

/// <summary>The checkout these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(note => note.Key == "RepositoryRoot").Value!;

    /// <summary>Path of a project below the root, without the file's ending: <c>functions/Domain/Domain</c>.</summary>
    public static IEnumerable<string> Projects() =>
        Files("*.csproj").Select(file => Relative(file)[..^".csproj".Length]).Order(StringComparer.Ordinal);

    /// <summary>Projects that <paramref name="project"/> refers to, by path below the root.</summary>
    public static IEnumerable<string> ReferencesOf(string project) =>
        from reference in Load(project).Descendants("ProjectReference")
        let path = Path.GetFullPath(Path.Combine(Root, Path.GetDirectoryName(project)!, reference.Attribute("Include")!.Value))
        select Relative(path)[..^".csproj".Length];

    public static IEnumerable<string> PackagesOf(string project) =>
        Load(project).Descendants("PackageReference").Select(package => package.Attribute("Include")?.Value).OfType<string>();

    public static IEnumerable<(string Path, string Text)> Sources(params string[] folders) =>
        from file in Files("*.cs")
        let path = Relative(file)
        where folders.Any(folder => path.StartsWith(folder + "/", StringComparison.Ordinal))
        select (path, File.ReadAllText(file));

    private static XDocument Load(string project) => XDocument.Load(Path.Combine(Root, project + ".csproj"));

    private static IEnumerable<string> Files(string pattern) =>
        from folder in (string[])["functions", "bot", "infra", "tests"]
        from file in Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
        let path = "/" + Relative(file)
        where !path.Contains("/bin/") && !path.Contains("/obj/") && !path.Contains("/node_modules/")
        select file;

    private static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');
}
