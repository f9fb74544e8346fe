using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using OneVisit.Local.DirectLine.History;
using OneVisit.Local.DirectLine.Tests.City;

namespace OneVisit.Local.DirectLine.Tests;

/// <summary>What survives, where, and what cannot be read there.</summary>
public sealed class Keeping : IDisposable
{
    private const string Number = "11010519491231002X";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("onevisit-directline-");

    private string Database => Path.Combine(folder.FullName, "history.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task After_a_restart_a_conversation_is_there_with_all_of_its_history()
    {
        string conversation;
        await using (var before = await LocalCity.StartAsync(Database))
        {
            var page = await before.OpenPageAsync();
            await page.HistoryWithAsync("welcome dl_zhang");
            await page.SayAsync("remember me");
            conversation = page.Conversation;
        }

        await using var after = await LocalCity.StartAsync(Database);
        var reopened = AsServer(after, conversation);
        Assert.Equal(["welcome dl_zhang", "remember me", "echo: remember me"], (await reopened.HistoryAsync()).Texts);
    }

    [Fact]
    public async Task A_reopened_conversation_is_still_bound_to_its_person()
    {
        await using var city = await LocalCity.StartAsync(Database);
        var page = await city.OpenPageAsync();
        var reopened = await page.ReconnectAsync();
        await (page with { Token = reopened.Text("token") }).SayAsync("x", "dl_li");
        Assert.Equal("dl_zhang", city.Bot.Received.Last().From.Id);
    }

    [Fact]
    public async Task Watermarks_rise_across_a_restart()
    {
        string conversation, watermark;
        await using (var before = await LocalCity.StartAsync(Database))
        {
            var page = await before.OpenPageAsync();
            await page.HistoryWithAsync("welcome dl_zhang");
            await page.SayAsync("one");
            (conversation, watermark) = (page.Conversation, (await page.HistoryAsync()).Text("watermark"));
        }

        await using var after = await LocalCity.StartAsync(Database);
        var reopened = AsServer(after, conversation);
        await reopened.SayAsync("two");
        Assert.Equal(["two", "echo: two"], (await reopened.HistoryAsync(watermark)).Texts);
    }

    [Fact]
    public async Task A_stream_resumes_after_its_watermark()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        string watermark;
        await using (var stream = await page.ListenAsync())
        {
            await stream.UntilAsync("welcome dl_zhang");
            await page.SayAsync("seen");
            await stream.UntilAsync("echo: seen");
            watermark = stream.Watermark;
        }

        await page.SayAsync("missed");
        await using var resumed = await PageStream.OpenAsync((await page.ReconnectAsync(watermark)).Text("streamUrl"));
        Assert.Equal("missed", (await resumed.NextAsync()).GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_long_history_comes_in_pages_that_the_watermark_turns()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        await page.HistoryWithAsync("welcome dl_zhang");
        for (var number = 0; number < 300; number++) await page.SayAsync("n" + number);
        var (read, watermark) = (new List<string?>(), "");
        Reply set;
        do
        {
            set = await page.HistoryAsync(watermark);
            Assert.InRange(set.Activities.Count, 0, 500);
            read.AddRange(set.Texts);
            watermark = set.Text("watermark");
        }
        while (set.Activities.Count > 0);
        Assert.Equal(["welcome dl_zhang", .. Enumerable.Range(0, 300).SelectMany(number => new[] { "n" + number, "echo: n" + number })], read);
    }

    [Fact]
    public async Task A_stream_brings_a_long_history_whole()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        for (var number = 0; number < 300; number++) await page.SayAsync("n" + number);
        await page.SayAsync("card");
        await page.SayAsync("update");
        await using var stream = await PageStream.OpenAsync((await page.ReconnectAsync("0")).Text("streamUrl"));
        var heard = new List<JsonElement>();
        while (heard.Count < 604) heard.Add(await stream.NextAsync());
        Assert.Equal(604, heard.Select(activity => activity.GetProperty("id").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task Who_comes_back_without_a_watermark_hears_what_is_said_from_then_on()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        await page.HistoryWithAsync("welcome dl_zhang");
        await page.SayAsync("before");
        var url = (await page.ReconnectAsync()).Text("streamUrl");
        await page.SayAsync("after");
        await using var stream = await PageStream.OpenAsync(url);
        Assert.Equal("after", (await stream.NextAsync()).GetProperty("text").GetString());
    }

    [Fact]
    public async Task Two_windows_of_one_person_see_the_same()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        await using var first = await page.ListenAsync();
        await using var second = await PageStream.OpenAsync((await page.ReconnectAsync()).Text("streamUrl"));
        await page.SayAsync("hello");
        await first.UntilAsync("echo: hello");
        await second.UntilAsync("echo: hello");
    }

    [Fact]
    public async Task A_stream_that_opens_while_the_bot_speaks_misses_nothing_and_repeats_nothing()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        await page.HistoryWithAsync("welcome dl_zhang");
        var talking = Task.Run(async () =>
        {
            for (var number = 0; number < 50; number++) await page.SayAsync("n" + number);
        });
        await using var stream = await page.ListenAsync();
        var heard = new List<string>();
        await stream.UntilAsync(activity =>
        {
            heard.Add(activity.GetProperty("id").GetString()!);
            return activity.GetProperty("text").GetString() == "echo: n49";
        });
        await talking;
        Assert.Equal(101, heard.Distinct().Count());
        Assert.Equal(heard.Count, heard.Distinct().Count());
    }

    [Fact]
    public async Task An_idle_stream_shows_signs_of_life()
    {
        await using var city = await LocalCity.StartAsync(configure: options => options.KeepAlive = TimeSpan.FromMilliseconds(50));
        var page = await city.OpenPageAsync();
        await using var stream = await page.ListenAsync();
        await stream.UntilAsync("welcome dl_zhang");
        Assert.Equal("", await stream.MessageAsync());
    }

    [Fact]
    public async Task Nothing_that_was_said_or_sent_stands_clear_in_the_files()
    {
        await using (var city = await LocalCity.StartAsync(Database))
        {
            var page = await city.OpenPageAsync();
            await page.SayAsync(Number);
            using var file = new ByteArrayContent(Encoding.UTF8.GetBytes("scan of " + Number)) { Headers = { ContentType = new("text/plain") } };
            await page.UploadAsync(file);
            Assert.DoesNotContain(Number, await ClearBytesAsync());
        }

        Assert.DoesNotContain(Number, await ClearBytesAsync());
    }

    [Fact]
    public async Task The_search_for_clear_text_would_find_it()
    {
        await File.WriteAllTextAsync(Database, "before " + Number + " after");
        Assert.Contains(Number, await ClearBytesAsync());
    }

    [Fact]
    public async Task Neither_words_nor_tokens_reach_the_log()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        await using (await page.ListenAsync()) await page.SayAsync(Number);
        await page.SayAsync("fail");
        string[] secrets = [Number, page.Token, page.StreamUrl.Split("t=")[^1], LocalCity.Secret, city.Options.BotAppPassword];
        Assert.DoesNotContain(city.Logs.All, line => secrets.Any(line.Contains));
    }

    [Fact]
    public async Task What_was_said_ends_with_the_time_it_is_kept()
    {
        await using var city = await LocalCity.StartAsync(Database, options => options.KeepActivities = TimeSpan.FromHours(24));
        var page = await city.OpenPageAsync();
        await page.SayAsync("long ago");
        city.Clock.Advance(TimeSpan.FromHours(25));
        var reopened = AsServer(city, page.Conversation);
        await reopened.SayAsync("now");
        Assert.Equal(["now", "echo: now"], (await reopened.HistoryAsync()).Texts);
    }

    [Fact]
    public async Task Nothing_is_kept_of_what_was_said_before()
    {
        await using var city = await LocalCity.StartAsync(Database, options => options.KeepActivities = TimeSpan.FromHours(24));
        var page = await city.OpenPageAsync();
        await page.SayAsync("long ago");
        city.Clock.Advance(TimeSpan.FromHours(25));
        await city.GenerateAsync();
        Assert.Equal(0, city.Kept("activities"));
    }

    [Fact]
    public async Task Without_an_end_it_stays()
    {
        await using var city = await LocalCity.StartAsync(Database);
        var page = await city.OpenPageAsync();
        await page.HistoryWithAsync("welcome dl_zhang");
        city.Clock.Advance(TimeSpan.FromDays(60));
        await city.GenerateAsync();
        Assert.Equal(1, city.Kept("activities"));
    }

    [Fact]
    public async Task A_store_in_trouble_is_told_as_500()
    {
        await using var city = await LocalCity.StartAsync(Database);
        var page = await city.OpenPageAsync();
        Change("CREATE TRIGGER full BEFORE INSERT ON activities BEGIN SELECT RAISE(ABORT, 'full'); END");
        var refused = await page.SayAsync("lost");
        Assert.Equal((HttpStatusCode.InternalServerError, "ServiceError"), (refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task When_the_trouble_is_over_it_goes_on()
    {
        await using var city = await LocalCity.StartAsync(Database);
        var page = await city.OpenPageAsync();
        await page.HistoryWithAsync("welcome dl_zhang");
        Change("CREATE TRIGGER full BEFORE INSERT ON activities BEGIN SELECT RAISE(ABORT, 'full'); END");
        await page.SayAsync("lost");
        Change("DROP TRIGGER full");
        await page.SayAsync("kept");
        Assert.Equal(["welcome dl_zhang", "kept", "echo: kept"], (await page.HistoryAsync()).Texts);
    }

    [Fact]
    public async Task A_conversation_that_could_not_be_written_down_has_not_begun()
    {
        await using var city = await LocalCity.StartAsync(Database);
        var token = (await city.GenerateAsync("""{"user":{"id":"dl_zhang"}}""")).Text("token");
        Change("CREATE TRIGGER full BEFORE UPDATE ON conversations BEGIN SELECT RAISE(ABORT, 'full'); END");
        await city.SendAsync(HttpMethod.Post, "v3/directline/conversations", token);
        Change("DROP TRIGGER full");
        Assert.Equal(HttpStatusCode.Created, (await city.SendAsync(HttpMethod.Post, "v3/directline/conversations", token)).Status);
    }

    [Fact]
    public async Task What_was_acknowledged_the_disk_has()
    {
        await using var city = await LocalCity.StartAsync(Database);
        using var file = new HistoryFile(city.Options);
        Assert.Equal(2, file.Query("PRAGMA synchronous", row => row.GetInt32(0)).Single());
    }

    [Fact]
    public async Task Another_key_is_told_at_once_and_not_guessed()
    {
        await using (var city = await LocalCity.StartAsync(Database)) await city.OpenPageAsync();
        await using var other = await LocalCity.StartAsync(Database, options => options.EncryptionKey = Enumerable.Repeat((byte)7, 32).ToArray());
        await other.SendAsync(HttpMethod.Get, "connector/.well-known/keys", null);
        Assert.Contains(other.Logs.All, line => line.Contains("written with another encryption key"));
    }

    private void Change(string schema)
    {
        using var history = new SqliteConnection($"Data Source={Database};Pooling=False");
        history.Open();
        using var change = new SqliteCommand(schema, history);
        change.ExecuteNonQuery();
    }

    private static Page AsServer(LocalCity city, string conversation) => new(city, conversation, LocalCity.Secret, "");

    private async Task<string> ClearBytesAsync()
    {
        var found = new StringBuilder();
        foreach (var file in folder.EnumerateFiles())
        {
            await using var open = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(open, Encoding.Latin1);
            found.Append(await reader.ReadToEndAsync());
        }

        return found.ToString();
    }
}
