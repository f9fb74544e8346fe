using System.Text.Json;
using System.Text.RegularExpressions;

namespace OneVisit.Architecture.Tests.Deployment;

/// <summary>What a deployment tells the programs is what they ask for.</summary>
public sealed partial class SettingTests
{
    private const string Prefix = "OneVisit__";

    // Read by somebody else than our own lines, and by whom.
    private static readonly Dictionary<string, string> ReadElsewhere = new()
    {
        ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = "Functions host",
        ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = "Functions host",
        ["AZURE_AUTHORITY_HOST"] = "Azure.Identity",
        ["AZURE_CLIENT_ID"] = "Azure.Identity",
        ["AzureWebJobsStorage__blobServiceUri"] = "Functions host",
        ["AzureWebJobsStorage__clientId"] = "Functions host",
        ["AzureWebJobsStorage__credential"] = "Functions host",
        ["AzureWebJobsStorage__queueServiceUri"] = "Functions host",
        ["AzureWebJobsStorage__tableServiceUri"] = "Functions host",
        ["DURABLE_TASK_SCHEDULER_CONNECTION_STRING"] = "Durable extension",
        ["MicrosoftAppTenantId"] = "Bot Framework",
        ["MicrosoftAppType"] = "Bot Framework",
        ["TASKHUB_NAME"] = "Durable extension",
    };

    private static readonly string[] ForBoth = ["telemetrySettings", "sharedSettings"];

    private static string BackOffice { get; } = File.ReadAllText(Path.Combine(Repository.Root, "functions/App/BackOfficeSettings.cs"));

    private static string Bot { get; } = File.ReadAllText(Path.Combine(Repository.Root, "bot/App/BotSettings.cs"));

    [Fact]
    public void Every_setting_that_is_set_is_read() => Assert.Empty(
        SetFor("sharingSettings", "engineSettings", "backOfficeSettings").Concat(SetForBot()).Distinct()
            .Except(ReadBy(BackOffice).Concat(ReadBy(Bot)).Select(name => Prefix + name.Replace(":", "__", StringComparison.Ordinal)))
            .Except(ReadElsewhere.Keys).Except(["OTEL_EXPORTER_OTLP_ENDPOINT", "MicrosoftAppId"]));

    [Fact]
    public void Every_setting_without_which_the_back_office_does_not_start_is_set() => Assert.Empty(
        KeyOfBackOffice().Matches(BackOffice).Select(found => Prefix + found.Groups["name"].Value).Append(Prefix + "StorageAccount").Except(SetFor("backOfficeSettings")));

    [Fact]
    public void Each_program_is_told_of_a_vault_of_its_own_and_of_no_key_that_is_changed_while_it_works()
    {
        Assert.DoesNotMatch("OneVisit__(Sealing|Proof|Lookup)Key", Bicep.Read(Bicep.Main));
        Assert.Contains("OneVisit__SealingVault: vault.outputs.uri", Bicep.Variable(Bicep.Main, "backOfficeSettings"), StringComparison.Ordinal);
        Assert.Contains("OneVisit__SealingVault: botVault.outputs.uri", OfBot, StringComparison.Ordinal);
    }

    // The bot stands in front: who is in its process must neither find people by their numbers, nor open a journal, nor sign what somebody has proven.
    [Fact]
    public void The_bot_reads_no_key_of_the_back_office_and_the_other_way_round()
    {
        Assert.DoesNotContain("{vault.outputs", OfBot, StringComparison.Ordinal);
        Assert.DoesNotMatch("Lookup|Proof(?!er)", string.Concat(SetForBot()));
        Assert.DoesNotContain("botVault", Bicep.Variable(Bicep.Main, "backOfficeSettings") + Bicep.Variable(Bicep.Main, "sharingSettings"), StringComparison.Ordinal);
        Assert.All(ForBoth, variable => Assert.DoesNotMatch("[vV]ault", Bicep.Variable(Bicep.Main, variable)));
    }

    [Fact]
    public void Every_secret_that_is_named_is_made()
    {
        var made = Made().Matches(Bicep.Read("keys.sh")).Select(found => (Vault: found.Groups["vault"].Value, Name: found.Groups["name"].Value)).Append(("bot", "direct-line-secret"));
        var named = Named().Matches(Bicep.Read(Bicep.Main)).Select(found => (found.Groups["vault"].Value == "vault" ? "office" : "bot", found.Groups["name"].Value))
            .Concat([("office", "sealing-key"), ("office", "proof-key"), ("office", "lookup-key"), ("bot", "sealing-key")]);

        Assert.Equal(named.Order(), made.Order());
    }

    [Fact]
    public void Every_setting_that_the_bot_needs_is_set() => Assert.Empty(
        NeededByBot().Matches(Bot).Select(found => Prefix + found.Groups["name"].Value.Replace(":", "__", StringComparison.Ordinal)).Except(SetForBot()));

    [Fact]
    public void No_program_is_given_a_connection_string_or_a_key_of_storage()
    {
        Assert.DoesNotContain(SetFor("backOfficeSettings").Concat(SetForBot()), name => name is "AzureWebJobsStorage" or Prefix + "StorageConnection");
        Assert.All(Bicep.Files(), file => Assert.DoesNotMatch(@"AccountKey=|SharedAccessSignature|listKeys|allowSharedKeyAccess: true", Bicep.Read(file)));
    }

    [Fact]
    public void Secrets_are_named_and_never_held() => Assert.All(
        Secret().Matches(Bicep.Read(Bicep.Main)), found => Assert.StartsWith("'@Microsoft.KeyVault(SecretUri=${" + (found.Index > Bicep.Read(Bicep.Main).IndexOf("module bot ", StringComparison.Ordinal) ? "botVault" : "vault") + ".outputs.uri}secrets/", found.Groups["value"].Value, StringComparison.Ordinal));

    [Fact]
    public void The_sample_explains_every_setting_that_is_read()
    {
        var explained = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "local.settings.sample.json"))).RootElement.GetProperty("Values").EnumerateObject()
            .Select(value => value.Name).ToArray();

        Assert.Empty(ReadBy(BackOffice).Concat(ReadBy(Bot)).Select(name => Prefix + name.Replace(":", "__", StringComparison.Ordinal)).Except(explained));
    }

    [Fact]
    public void What_azd_publishes_is_there_and_goes_to_an_app_that_has_its_name()
    {
        var services = Service().Matches(Bicep.Read("azure.yaml")).ToArray();

        Assert.Equal(["back-office", "bot"], services.Select(service => service.Groups["name"].Value));
        Assert.All(services, service => Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(Repository.Root, "infra/azure", service.Groups["project"].Value), "*.csproj")));
        Assert.All(services, service => Assert.Contains(Bicep.Modules(), module => Bicep.Read(module).Contains($"'azd-service-name': '{service.Groups["name"].Value}'", StringComparison.Ordinal)));
    }

    private static string OfBot { get; } = Bicep.Read(Bicep.Main)[Bicep.Read(Bicep.Main).IndexOf("module bot ", StringComparison.Ordinal)..Bicep.Read(Bicep.Main).IndexOf("module registration ", StringComparison.Ordinal)];

    private static IEnumerable<string> SetFor(params string[] variables) =>
        ForBoth.Concat(variables).SelectMany(variable => SetName().Matches(Bicep.Variable(Bicep.Main, variable))).Select(found => found.Groups["name"].Value).Distinct();

    private static IEnumerable<string> SetForBot() => SetFor().Concat(
        SetName().Matches(OfBot).Select(found => found.Groups["name"].Value));

    private static IEnumerable<string> ReadBy(string program) => ReadName().Matches(program).Select(found => found.Groups["name"].Value).Distinct();

    [GeneratedRegex(@"[{ ](?<name>(?:OneVisit__|AzureWebJobs|AzureFunctionsJobHost__|AZURE_|APPLICATIONINSIGHTS_|ASPNETCORE_|DURABLE_|OTEL_|TASKHUB_|MicrosoftApp)\w+): ")]
    private static partial Regex SetName();

    [GeneratedRegex(@"(?:settings\[|Key\(settings, |Optional\(|Most\(|Key\(|Address\(|Text\()""(?<name>[A-Za-z:]+)""")]
    private static partial Regex ReadName();

    [GeneratedRegex(@"Key\(settings, ""(?<name>\w+)""\)")]
    private static partial Regex KeyOfBackOffice();

    [GeneratedRegex(@"=> (?:Key|Address|Text)\(""(?<name>[A-Za-z:]+)""\)")]
    private static partial Regex NeededByBot();

    [GeneratedRegex(@"^ +OneVisit__\w*(?:Key|Secret): (?<value>.+)$", RegexOptions.Multiline)]
    private static partial Regex Secret();

    [GeneratedRegex(@"\{(?<vault>vault|botVault)\.outputs\.uri\}secrets/(?<name>[a-z-]+)")]
    private static partial Regex Named();

    [GeneratedRegex(@"\bmake (?<vault>office|bot) (?<name>[a-z-]+)")]
    private static partial Regex Made();

    [GeneratedRegex(@"^  (?<name>[a-z-]+):\r?\n    project: (?<project>\S+)", RegexOptions.Multiline)]
    private static partial Regex Service();
}
