using System.IO.Compression;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Bot.Forms;
using OneVisit.Bot.State;
using OneVisit.Bot.Tests.City;
using OneVisit.Contracts;
using OneVisit.Conversation;
using OneVisit.Domain;

namespace OneVisit.Bot.Tests;

/// <summary>What the bot itself keeps of somebody goes into the file with everything about them.</summary>
[Collection(CityCollection.Name)]
public sealed class TalkExportTests(BotCity city)
{
    private const string Story = "丈夫病逝，上有老人下有两个上学的孩子，靠我当保洁的工资过不下去";

    private static readonly DateTimeOffset Now = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);

    private static readonly Talk Full = new()
    {
        Participant = "resident:name-of-theirs", AddressDigest = "digest", Answered = ["answered-1"], Conversation = "conversation-1", Line = new("conversation-1", "token-of-the-channel"), Proofs = ["proof-1"],
        Resident = new DialogueState
        {
            Stage = Stage.IdNumber, Applying = true, Chosen = ["D1.2"], Story = Story, Draft = new Draft { Name = "李秀兰", IdNumber = "370982197001010016" },
            WaitingFiles = [new("a.jpg", "image/jpeg", "https://channel.example/files/secret")], Transcript = ["Story: 靠我一个人"],
        },
        Unseen = [new(Sample.Accepted("resident:name-of-theirs", "XT261124-ABCDEF"), "conversation-1")],
        Pending = [new("Rate", """{"CaseId":"XT261124-ABCDEF","Stars":2,"Comment":"等得久"}""", "https://channel.example/") { At = Now, Proofs = ["proof-2"] }],
    };

    [Fact]
    public async Task Who_downloads_everything_finds_what_they_only_told_the_bot()
    {
        var resident = await city.MetAsync();
        await resident.SayAsync(Story);
        await resident.SayAsync("我的全部资料");
        var card = resident.Heard[^1].Activity.ToJsonString();
        var link = System.Text.RegularExpressions.Regex.Match(card, @"/forms/[A-Za-z0-9_-]+/export").Value;

        using var http = new HttpClient();
        using var zip = new ZipArchive(new MemoryStream(await http.GetByteArrayAsync(new Uri(city.Url, link))));

        Assert.Equal(Story, JsonNode.Parse(TextOf(zip, "chat.json"))!["talk"]!["Resident"]!["Story"]!.GetValue<string>());
        Assert.Contains(Story, TextOf(zip, "chat.txt"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Chinese, "180 天", "农村低保")]
    [InlineData(Language.English, "180 days", "ural subsistence allowance")]
    public void It_reads_how_long_it_stays_and_where_they_were(Language language, string keep, string where)
    {
        var text = TextOf(Export(language), "chat.txt");

        Assert.All((string[])[keep, where, Story, "李秀兰", "370982197001010016", "靠我一个人"], words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_program_reads_what_still_waits_to_be_handed_on() =>
        Assert.Equal("等得久", JsonNode.Parse(TextOf(Export(), "chat.json"))!["talk"]!["Pending"]![0]!["Json"]!["Comment"]!.GetValue<string>());

    [Theory]
    [InlineData("token-of-the-channel")]
    [InlineData("proof-1")]
    [InlineData("proof-2")]
    [InlineData("name-of-theirs")]
    [InlineData("conversation-1")]
    [InlineData("channel.example")]
    public void Nothing_is_in_it_with_which_somebody_else_could_speak_as_them(string secret)
    {
        var export = Export();

        Assert.DoesNotContain(secret, TextOf(export, "chat.json") + TextOf(export, "chat.txt"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Story)]
    [InlineData("李秀兰")]
    [InlineData("370982197001010016")]
    [InlineData("等得久")]
    public void Who_came_back_may_be_another_of_the_household_and_takes_nobodys_words_along(string words)
    {
        var export = Export(talk: Full with { IsRetold = true });

        Assert.DoesNotContain(words, TextOf(export, "chat.json") + TextOf(export, "chat.txt"), StringComparison.Ordinal);
        Assert.Contains("一家人用的", TextOf(export, "chat.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_who_told_nothing_it_says_so() => Assert.Contains("没有说到一半的事", TextOf(Export(talk: new Talk()), "chat.txt"), StringComparison.Ordinal);

    private ZipArchive Export(Language language = Language.Chinese, Talk? talk = null) =>
        new(city.Services.GetRequiredService<TalkExport>().Beside(EmptyZip(), talk ?? Full, language, Now));

    private static MemoryStream EmptyZip()
    {
        var zip = new MemoryStream();
        zip.Write([.. "PK"u8, 5, 6, .. new byte[18]]);
        return zip;
    }

    private static string TextOf(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
