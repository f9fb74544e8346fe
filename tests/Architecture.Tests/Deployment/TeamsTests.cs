using System.Buffers.Binary;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OneVisit.Architecture.Tests.Deployment;

/// <summary>What Teams refuses a package for, and what its words lead to.</summary>
public sealed class TeamsTests
{
    private static JsonNode Manifest { get; } = JsonNode.Parse(Bicep.Read("teams/manifest.json"))!;

    private static JsonNode English { get; } = JsonNode.Parse(Bicep.Read("teams/en.json"))!;

    [Fact]
    public void Its_schema_is_that_of_its_version() =>
        Assert.Equal(("1.17", "https://developer.microsoft.com/json-schemas/teams/v1.17/MicrosoftTeams.schema.json"), (Manifest["manifestVersion"]!.ToString(), Manifest["$schema"]!.ToString()));

    [Theory]
    [InlineData("name", "short", 30)]
    [InlineData("name", "full", 100)]
    [InlineData("description", "short", 80)]
    [InlineData("description", "full", 4000)]
    public void Names_and_descriptions_are_short_enough_in_both_languages(string what, string which, int most)
    {
        Assert.InRange(Manifest[what]![which]!.ToString().Length, 1, most);
        Assert.InRange(English[$"{what}.{which}"]!.ToString().Length, 1, most);
    }

    [Theory]
    [InlineData("color", 192)]
    [InlineData("outline", 32)]
    public void An_icon_is_there_in_its_size(string which, int size)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Repository.Root, "infra/azure/teams", Manifest["icons"]![which]!.ToString()));

        Assert.Equal((size, size), (BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20))));
    }

    [Fact]
    public void Its_bot_and_pages_are_filled_in_for_each_installation()
    {
        Assert.Equal(["{BOT_ID}", "{BOT_ID}"], [Manifest["id"]!.ToString(), Manifest["bots"]![0]!["botId"]!.ToString()]);
        Assert.Equal("{PAGES_HOST}", Manifest["validDomains"]![0]!.ToString());
        Assert.All(Regex.Matches(Manifest.ToJsonString(), @"\{([A-Z_]+)\}"), found => Assert.Contains($"s/{found.Value}/", Bicep.Read("teams/package.sh"), StringComparison.Ordinal));
    }

    [Fact]
    public void It_is_installed_for_one_person_only_and_promises_nothing_that_the_bot_does_not_do()
    {
        var bot = Manifest["bots"]![0]!;

        Assert.Equal(["personal"], bot["scopes"]!.AsArray().Select(scope => scope!.ToString()));
        Assert.Equal(["personal"], bot["commandLists"]!.AsArray().SelectMany(list => list!["scopes"]!.AsArray()).Select(scope => scope!.ToString()));
        Assert.All(["supportsFiles", "supportsCalling", "supportsVideo", "isNotificationOnly"], promise => Assert.False((bool)bot[promise]!));
        Assert.Equal("personal", Manifest["defaultInstallScope"]!.ToString());
    }

    [Fact]
    public void The_first_command_is_what_the_bot_calls_it()
    {
        string Word(string language) => Regex.Match(File.ReadAllText(Path.Combine(Repository.Root, "bot/Conversation/Words", language + ".json")), "\"ChoiceMyTasks\": \"(?<word>[^\"]+)\"").Groups["word"].Value;

        Assert.Equal(Word("zh-CN"), Manifest["bots"]![0]!["commandLists"]![0]!["commands"]![0]!["title"]!.ToString());
        Assert.Equal(Word("en"), English["bots[0].commandLists[0].commands[0].title"]!.ToString());
    }
}
