using System.Globalization;
using System.Text.RegularExpressions;

namespace OneVisit.Architecture.Tests.Deployment;

public sealed partial class ResourceTests
{
    /// <summary>Length of what uniqueString makes: lower-case letters and digits.</summary>
    private const int Token = 13;

    // When the versions were last gone through. By a clock, one that was too new when it was chosen would be found no more a year later.
    private static readonly DateOnly ReviewedOn = new(2026, 11, 27);

    // What is not old enough to be known in both clouds, or a preview, and why.
    private static readonly Dictionary<string, string> NothingOlder = new()
    {
        ["Microsoft.DurableTask/schedulers@2025-11-01"] = "The first that is no preview; chosen by a parameter only.",
        ["Microsoft.Insights/diagnosticSettings@2021-05-01-preview"] = "There has been no other for five years.",
    };

    // As the platform's list of built-in roles has them.
    private static readonly Dictionary<string, (string Name, string Id)> BuiltIn = new()
    {
        ["blobDataContributor"] = ("Storage Blob Data Contributor", "ba92f5b4-2d11-453d-a403-e96b0029c9fe"),
        ["blobDataOwner"] = ("Storage Blob Data Owner", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b"),
        ["blobDataReader"] = ("Storage Blob Data Reader", "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1"),
        ["queueMessageSender"] = ("Storage Queue Data Message Sender", "c6a89b2d-59bc-44d0-9896-0f6e12d7b80a"),
        ["queueDataReader"] = ("Storage Queue Data Reader", "19e7f393-937e-4f77-808e-94535e297925"),
        ["queueDataContributor"] = ("Storage Queue Data Contributor", "974c5e8b-45b9-4653-ba55-5f855dd0fb88"),
        ["tableDataContributor"] = ("Storage Table Data Contributor", "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"),
        ["keyVaultSecretsUser"] = ("Key Vault Secrets User", "4633458b-17de-408a-b874-0445c86b69e6"),
        ["keyVaultSecretsOfficer"] = ("Key Vault Secrets Officer", "b86a8fe4-44ce-4948-aee5-eccb2c155cd7"),
        ["monitoringMetricsPublisher"] = ("Monitoring Metrics Publisher", "3913510d-42f4-4e42-8a64-420c390055eb"),
        ["durableTaskDataContributor"] = ("Durable Task Data Contributor", "0ad04412-c4d5-4796-b79c-f76d14c8d402"),
    };

    // The other cloud gets them later, by a year and more, and no list says when.
    [Fact]
    public void Every_version_has_been_out_for_two_years_so_that_both_clouds_know_it() => Assert.Empty(
        from resource in Bicep.Resources().Distinct()
        where !NothingOlder.ContainsKey($"{resource.Type}@{resource.Version}")
        where !DateOnly.TryParseExact(resource.Version, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day > ReviewedOn.AddYears(-2)
        select $"{resource.Type}@{resource.Version}");

    [Fact]
    public void No_exception_outlives_its_use() => Assert.Empty(NothingOlder.Keys.Except(Bicep.Resources().Select(resource => $"{resource.Type}@{resource.Version}")));

    [Fact]
    public void A_type_has_one_version_in_all_files() =>
        Assert.All(Bicep.Resources().GroupBy(resource => resource.Type), type => Assert.Single(type.Select(resource => resource.Version).Distinct()));

    [Fact]
    public void A_role_is_the_one_it_is_called() =>
        Assert.Equal(BuiltIn.ToDictionary(role => role.Key, role => role.Value.Id), Role().Matches(Bicep.Read("roles.bicep")).ToDictionary(role => role.Groups["name"].Value, role => role.Groups["id"].Value));

    [Fact]
    public void No_right_is_granted_by_an_id_in_place() =>
        Assert.All(Bicep.Files().Where(file => file != "roles.bicep"), file => Assert.DoesNotMatch("'[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-", Bicep.Read(file)));

    [Theory]
    [InlineData("data", "^[a-z0-9]{3,24}$")]
    [InlineData("engine", "^[a-z0-9]{3,24}$")]
    [InlineData("vault", "^[a-z](?!.*--)[a-z0-9-]{1,22}[a-z0-9]$")]
    [InlineData("botVault", "^[a-z](?!.*--)[a-z0-9-]{1,22}[a-z0-9]$")]
    [InlineData("backOffice", "^[a-z0-9][a-z0-9-]{0,58}[a-z0-9]$")]
    [InlineData("bot", "^[a-z0-9][a-z0-9-]{0,58}[a-z0-9]$")]
    [InlineData("registration", "^[a-z0-9][a-z0-9-]{1,40}[a-z0-9]$")]
    [InlineData("collector", "^[a-z](?!.*--)[a-z0-9-]{0,30}[a-z0-9]$")]
    [InlineData("scheduler", "^[a-z0-9-]{3,64}$")]
    public void A_name_is_of_the_form_and_length_that_its_kind_allows(string kind, string form) => Assert.Matches(form, NameOf(kind));

    [Fact]
    public void Tables_containers_and_queues_are_those_of_the_programs()
    {
        var names = File.ReadAllText(Path.Combine(Repository.Root, "functions/Storage/Names.cs"));
        var known = Constant().Matches(names).ToDictionary(found => found.Groups["name"].Value, found => found.Groups["value"].Value);
        known["Poison"] = known["Notices"] + known["PoisonEnding"];
        string[] Share(string share, int part) => [.. ListOf().Matches(Regex.Match(names, $@" {share} = new\((?<lists>.*?)\);", RegexOptions.Singleline).Groups["lists"].Value)[part]
            .Groups["items"].Value.Split(", ").Select(item => known[item.Replace("Names.", "", StringComparison.Ordinal)])];
        string[] Made(string variable) => [.. Quoted().Matches(Bicep.Variable("modules/data.bicep", variable)).Select(found => found.Groups["text"].Value)];

        Assert.Equal(Share("BackOffice", 0), Made("backOfficeTables"));
        Assert.Equal(Share("Bot", 0), Made("botTables"));
        Assert.Equal(Share("BackOffice", 1), Made("backOfficeContainers"));
        Assert.Equal(Share("Bot", 1), Made("botContainers"));
        Assert.Equal(Share("Bot", 2), Made("queues"));
    }

    // A list that grows in the middle would hand somebody else's container to a place that is counted.
    [Fact]
    public void No_right_is_granted_on_a_place_in_a_list() => Assert.DoesNotMatch(@"scope: .*\[[0-9]", Bicep.Read("modules/data.bicep"));

    // "This feature is incompatible with point-in-time restore and last access tracking."
    [Fact]
    public void No_account_has_an_immutability_policy_and_what_goes_with_none()
    {
        var withPolicy = Bicep.Files().Where(file => Bicep.Read(file).Contains("/immutabilityPolicies@", StringComparison.Ordinal)).ToArray();

        Assert.Equal(["modules/data.bicep"], withPolicy);
        Assert.All(withPolicy, file => Assert.DoesNotMatch("(?m)^ *(restorePolicy|lastAccessTimeTrackingPolicy):", Bicep.Read(file)));
    }

    [Fact]
    public void Who_wrote_a_row_or_a_file_is_written_down() => Assert.All(["blobs", "tables"], service => Assert.Matches(
        $@"scope: account::{service}\s+name: '\w+'\s+properties: {{\s+workspaceId: workspaceId\s+logs: \[\s+{{ category: 'StorageWrite', enabled: true }}\s+{{ category: 'StorageDelete', enabled: true }}",
        Bicep.Read("modules/data.bicep")));

    // 网络安全法: logs of the network for six months at least. Of the back office there is no other.
    [Fact]
    public void Who_asked_the_back_office_when_is_not_among_what_goes_after_the_shorter_time() =>
        Assert.DoesNotContain("'AppRequests'", Bicep.Variable("modules/telemetry.bicep", "telemetryTables"), StringComparison.Ordinal);

    // Hiding a notice in hand for longer is a write; what was put aside is a person's to take away.
    [Fact]
    public void The_bot_adds_to_what_was_put_aside_and_takes_nothing_from_it() => Assert.Equal(
        ["notices queueDataContributor", "notices-poison queueMessageSender", "notices-poison queueDataReader"],
        OnQueue().Matches(Bicep.Variable("modules/data.bicep", "botOnQueues")).Select(found => $"{found.Groups["queue"].Value} {found.Groups["role"].Value}"));

    [Fact]
    public void What_opens_a_session_stands_in_no_log() =>
        Assert.Matches(@"streams: \['Microsoft-Table-AppServiceHTTPLogs'\]\s+destinations: .*\s+transformKql: 'source \| project-away Cookie'", Bicep.Read("modules/telemetry.bicep"));

    private static string NameOf(string kind) =>
        Regex.Match(Bicep.Variable(Bicep.Main, "names"), $"^  {kind}: '(?<name>[^']+)'", RegexOptions.Multiline).Groups["name"].Value
            .Replace("${token}", new string('x', Token), StringComparison.Ordinal);

    [GeneratedRegex(@"^  (?<name>\w+): '(?<id>[0-9a-f-]{36})'", RegexOptions.Multiline)]
    private static partial Regex Role();

    [GeneratedRegex(@"const string (?<name>\w+) = (?:Notices \+ PoisonEnding|""(?<value>[^""]*)"")")]
    private static partial Regex Constant();

    [GeneratedRegex(@"\[(?<items>[^\]]*)\]")]
    private static partial Regex ListOf();

    [GeneratedRegex(@"\{ queue: '(?<queue>[a-z-]+)', role: roles\.(?<role>\w+) \}")]
    private static partial Regex OnQueue();

    [GeneratedRegex("'(?<text>[^']*)'")]
    private static partial Regex Quoted();
}
