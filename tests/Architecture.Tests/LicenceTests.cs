using System.Text.Json;
using System.Xml.Linq;

namespace OneVisit.Architecture.Tests;

/// <summary>Whatever is restored, what packages bring with them too, may be used and passed on by a public body.</summary>
public sealed class LicenceTests
{
    private static readonly string[] Permissive = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "PostgreSQL"];

    // Packages that name no SPDX expression, and what their authors publish them under.
    private static readonly Dictionary<string, string> Looked = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AdaptiveCards"] = "MIT", ["Apache.Arrow"] = "Apache-2.0", ["CommandLineParser"] = "MIT", ["Microsoft.DotNet.PlatformAbstractions"] = "MIT", ["Microsoft.Rest.ClientRuntime"] = "MIT", ["System.Reactive.Compatibility"] = "MIT", ["System.Security.Cryptography.ProtectedData"] = "MIT", ["xunit.abstractions"] = "Apache-2.0",
    };

    [Fact]
    public void Every_restored_package_has_a_licence_that_asks_for_no_more_than_being_named()
    {
        var packages = Restored().DistinctBy(package => package.Id + package.Version).ToArray();

        Assert.NotEmpty(packages);
        Assert.Empty(packages.Where(package => !Permissive.Contains(LicenceOf(package))).Select(package => $"{package.Id} {package.Version}: {LicenceOf(package)}"));
    }

    private static IEnumerable<Package> Restored() =>
        from project in Repository.Projects()
        let assets = Path.Combine(Repository.Root, Path.GetDirectoryName(project)!, "obj", "project.assets.json")
        where File.Exists(assets)
        let restored = JsonDocument.Parse(File.ReadAllText(assets)).RootElement
        let folders = restored.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToArray()
        from library in restored.GetProperty("libraries").EnumerateObject()
        where library.Value.GetProperty("type").GetString() == "package"
        let parts = library.Name.Split('/')
        let package = new Package(parts[0], parts[1], [.. folders.Select(folder => Path.Combine(folder, library.Value.GetProperty("path").GetString()!, parts[0].ToLowerInvariant() + ".nuspec"))])
        // What a registry lacked was not restored.
        where package.Descriptions.Any(File.Exists)
        select package;

    private static string LicenceOf(Package package)
    {
        var described = XDocument.Load(package.Descriptions.First(File.Exists)).Descendants().ToArray();
        var licence = described.FirstOrDefault(element => element.Name.LocalName == "license");
        return licence?.Attribute("type")?.Value == "expression" ? licence.Value : Looked.GetValueOrDefault(package.Id) ?? "not looked at";
    }

    private sealed record Package(string Id, string Version, string[] Descriptions);
}
