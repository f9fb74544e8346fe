using System.Xml.Linq;

namespace OneVisit.Architecture.Tests;

/// <summary>Dependencies point one way. The table is the map of the design; a new arrow is a decision, not an accident.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["functions/Contracts/Contracts"] = [],
        ["functions/Domain/Domain"] = [],
        ["functions/Catalogue/Catalogue"] = ["functions/Domain/Domain"],
        ["functions/Papers/Papers"] = ["functions/Domain/Domain"],
        ["functions/Storage/Storage"] = ["functions/Domain/Domain", "functions/Contracts/Contracts"],
        ["functions/Hosting/Hosting"] = ["functions/Domain/Domain", "functions/Catalogue/Catalogue", "functions/Storage/Storage"],
        ["functions/App/FunctionsApp"] = ["functions/Domain/Domain", "functions/Catalogue/Catalogue", "functions/Contracts/Contracts", "functions/Hosting/Hosting", "functions/Papers/Papers", "functions/Storage/Storage"],
        ["bot/Conversation/Conversation"] = ["functions/Domain/Domain", "functions/Contracts/Contracts"],
        ["bot/App/BotApp"] = ["bot/Conversation/Conversation", "functions/Domain/Domain", "functions/Catalogue/Catalogue", "functions/Contracts/Contracts", "functions/Hosting/Hosting", "functions/Storage/Storage"],
    };

    public static TheoryData<string> Products() => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Products))]
    public void A_product_project_refers_only_where_its_arrow_points(string project) =>
        Assert.Empty(Repository.ReferencesOf(project).Except(Allowed[project]));

    [Fact]
    public void Every_product_project_has_its_arrows_written_down() =>
        Assert.Empty(Repository.Projects().Where(IsProduct).Except(Allowed.Keys));

    [Fact]
    public void Domain_and_contracts_use_no_package() =>
        Assert.Empty(Repository.PackagesOf("functions/Domain/Domain").Concat(Repository.PackagesOf("functions/Contracts/Contracts")));

    [Fact]
    public void Only_storage_sees_the_azure_sdk() =>
        Assert.Equal(["functions/Storage/Storage"], ProductsThatUse(package => package.StartsWith("Azure.", StringComparison.Ordinal)));

    [Fact]
    public void Only_papers_draws() =>
        Assert.Equal(["functions/Papers/Papers"], ProductsThatUse(package => package.StartsWith("SkiaSharp", StringComparison.Ordinal) || package == "QRCoder"));

    [Fact]
    public void Only_the_functions_app_sees_functions_and_durable_task() =>
        Assert.Equal(["functions/App/FunctionsApp"], ProductsThatUse(package => package.StartsWith("Microsoft.Azure.Functions", StringComparison.Ordinal) || package.StartsWith("Microsoft.DurableTask", StringComparison.Ordinal)));

    [Fact]
    public void Only_the_bot_app_sees_bot_framework() =>
        Assert.Equal(["bot/App/BotApp"], ProductsThatUse(package => package.StartsWith("Microsoft.Bot", StringComparison.Ordinal)));

    [Fact]
    public void No_product_project_refers_to_the_local_runtime() =>
        Assert.DoesNotContain(Repository.Projects().Where(IsProduct).SelectMany(Repository.ReferencesOf), path => path.StartsWith("infra/", StringComparison.Ordinal));

    [Fact]
    public void The_sandbox_platform_and_the_product_know_each_other_by_contract_only()
    {
        Assert.Empty(Repository.ReferencesOf("infra/local/Platform/Platform"));
        Assert.DoesNotContain(
            Repository.Projects().Where(project => IsProduct(project) || project.StartsWith("infra/local/FunctionsApp/", StringComparison.Ordinal)).SelectMany(Repository.ReferencesOf),
            path => path == "infra/local/Platform/Platform");
    }

    [Fact]
    public void The_local_apps_compile_the_same_files_as_the_real_ones()
    {
        foreach (var (local, sources) in new[] { ("infra/local/FunctionsApp/LocalFunctionsApp", "functions/App/**/*.cs"), ("infra/local/BotApp/LocalBotApp", "bot/App/**/*.cs") })
            Assert.Contains(sources, Expanded(File.ReadAllText(Path.Combine(Repository.Root, local + ".csproj"))));
    }

    private static string Expanded(string project) => XDocument.Parse(project).Descendants("PropertyGroup").Elements()
        .Aggregate(project, (text, property) => text.Replace($"$({property.Name})", property.Value, StringComparison.Ordinal));

    private static IEnumerable<string> ProductsThatUse(Func<string, bool> package) =>
        Repository.Projects().Where(IsProduct).Where(project => Repository.PackagesOf(project).Any(package));

    private static bool IsProduct(string project) => project.StartsWith("functions/", StringComparison.Ordinal) || project.StartsWith("bot/", StringComparison.Ordinal);
}
