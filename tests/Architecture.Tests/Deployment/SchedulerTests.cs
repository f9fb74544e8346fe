using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace OneVisit.Architecture.Tests.Deployment;

/// <summary>The platform that wakes the app reads the file host.json of the package: what stands in settings alone leaves processes asleep.</summary>
public sealed class SchedulerTests
{
    private const string Usual = "functions/App/host.json";
    private const string OfScheduler = "functions/App/scheduler.host.json";

    private static IEnumerable<XElement> Build { get; } = XDocument.Load(Path.Combine(Repository.Root, "functions/App/FunctionsApp.csproj")).Root!.Elements("ItemGroup");

    [Fact]
    public void What_is_published_for_the_scheduler_names_it_in_host_json()
    {
        var engine = Read(OfScheduler)["extensions"]!["durableTask"]!;

        Assert.Equal("%TASKHUB_NAME%", engine["hubName"]!.ToString());
        Assert.Equal(("azureManaged", "DURABLE_TASK_SCHEDULER_CONNECTION_STRING"), (engine["storageProvider"]!["type"]!.ToString(), engine["storageProvider"]!["connectionStringName"]!.ToString()));
        Assert.All(["TASKHUB_NAME", "DURABLE_TASK_SCHEDULER_CONNECTION_STRING"], setting => Assert.Contains($"  {setting}: ", Bicep.Variable(Bicep.Main, "engineSettings"), StringComparison.Ordinal));
        Assert.All(Bicep.Files(), file => Assert.DoesNotContain("AzureFunctionsJobHost__extensions", Bicep.Read(file), StringComparison.Ordinal));
    }

    [Fact]
    public void Both_builds_differ_in_the_engine_only() => Assert.Equal(WithoutEngine(Usual), WithoutEngine(OfScheduler));

    [Fact]
    public void One_word_chooses_the_deployment_and_the_build()
    {
        var chosen = Assert.Single(Build, group => group.Attribute("Condition")?.Value == "'$(ONEVISIT_DURABLE)' == 'scheduler'");
        string? Of(string file, string metadata) => chosen.Elements("None").Single(none => none.Attribute("Update")!.Value == file).Attribute(metadata)?.Value;

        Assert.Contains("readEnvironmentVariable('ONEVISIT_DURABLE', ", Bicep.Read("main.bicepparam"), StringComparison.Ordinal);
        Assert.Equal(("host.json", "PreserveNewest", "Never"), (Of("scheduler.host.json", "TargetPath"), Of("scheduler.host.json", "CopyToPublishDirectory"), Of("host.json", "CopyToPublishDirectory")));
        Assert.Contains(chosen.Elements("PackageReference"), package => package.Attribute("Include")!.Value.EndsWith(".DurableTask.AzureManaged", StringComparison.Ordinal));
    }

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, file)))!;

    private static string WithoutEngine(string file)
    {
        var all = Read(file);
        var engine = all["extensions"]!["durableTask"]!.AsObject();
        engine.Remove("hubName");
        engine.Remove("storageProvider");
        all["logging"]!["logLevel"]!.AsObject().Remove("DurableTask.AzureStorage");
        return all.ToJsonString();
    }
}
