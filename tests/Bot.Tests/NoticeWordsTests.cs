using OneVisit.Bot.Notices;
using OneVisit.Bot.Tests.City;
using OneVisit.Contracts;

namespace OneVisit.Bot.Tests;

/// <summary>What a notice says of a person is asked of the back office when it is told.</summary>
[Collection(CityCollection.Name)]
public sealed class NoticeWordsTests(BotCity city) : IAsyncLifetime
{
    private readonly NoticeBench _bench = new(city);
    private NoticeConsumer? _reader;

    public Task InitializeAsync() => _bench.OpenAsync();

    [Fact]
    public async Task It_is_told_with_what_the_back_office_says()
    {
        var resident = await city.MetAsync();
        var notice = NoticeWords.Without(Refused(resident, "收入超过标准"));
        Says(notice, 200, "收入超过标准");

        await ReadAsync(notice);

        Assert.Empty(notice.Data);
        Assert.NotEmpty(await HeardAsync(resident, "收入超过标准"));
    }

    [Fact]
    public async Task What_it_still_holds_or_calls_itself_does_not_count_it_is_told_as_the_back_office_has_it()
    {
        var resident = await city.MetAsync();
        var notice = Refused(resident, "请把钱汇到这个账号");
        Says(notice, 200, "名下有两套房");

        await ReadAsync(notice with { Kind = NoticeKinds.CaseApproved });

        var said = await HeardAsync(resident, "名下有两套房");
        Assert.DoesNotContain(said, spoken => spoken.Content.Contains("请把钱汇到这个账号", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_the_back_office_did_not_write_is_told_to_nobody_and_put_aside()
    {
        var resident = await city.MetAsync();

        await ReadAsync(Refused(resident, "请把钱汇到这个账号"));
        await NoticeBench.UntilAsync(async () => await _bench.Queue.CountPoisonAsync() == 1);

        Assert.Contains(_bench.Log.Lines, said => said.Line.Contains(nameof(NobodysNoticeException), StringComparison.Ordinal));
        Assert.DoesNotContain(city.Channel.In(resident.Conversation), spoken => spoken.Content.Contains("请把钱汇到这个账号", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_is_its_readers_no_more_is_told_to_nobody_and_holds_up_nothing()
    {
        var resident = await city.MetAsync();
        var gone = Refused(resident, "收入超过标准");
        Says(gone, 410, "");

        await ReadAsync(gone);
        await _bench.SendAsync(resident, "XT261124-NEXT02", 1);

        var said = await HeardAsync(resident, "XT261124-NEXT02");
        Assert.DoesNotContain(said, spoken => spoken.Content.Contains("收入超过标准", StringComparison.Ordinal));
        Assert.Equal(0, await _bench.Queue.CountPoisonAsync());
    }

    [Theory]
    [InlineData(503)]
    // The two programs do not believe each other: no fault of the notice.
    [InlineData(401)]
    // A back office of the release before, which does not know the question.
    [InlineData(404)]
    public async Task While_the_back_office_cannot_say_it_waits_and_costs_no_try(int status)
    {
        var resident = await city.MetAsync();
        var notice = NoticeWords.Without(Refused(resident, "收入超过标准"));
        Says(notice, status, "");

        await ReadAsync(notice);
        await NoticeBench.UntilAsync(() => _bench.Log.Lines.Any(said => said.Line.Contains(nameof(BackOfficeSilentException), StringComparison.Ordinal)));
        Says(notice, 200, "收入超过标准");

        Assert.NotEmpty(await HeardAsync(resident, "收入超过标准"));
        Assert.DoesNotContain(_bench.Log.Lines, said => said.Line.Contains("was not told", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_under_an_id_that_is_no_address_is_put_aside_and_holds_up_nothing()
    {
        var resident = await city.MetAsync();

        await ReadAsync(Refused(resident, "请把钱汇到这个账号") with { NoticeId = ".." });
        await _bench.SendAsync(resident, "XT261124-NEXT03", 1);

        await HeardAsync(resident, "XT261124-NEXT03");
        await NoticeBench.UntilAsync(async () => await _bench.Queue.CountPoisonAsync() == 1);
    }

    [Fact]
    public async Task Whatever_carries_words_is_asked_about_also_of_a_release_that_left_them_in()
    {
        var resident = await city.MetAsync();
        Notice Of(string kind, params (string, string)[] data) => Sample.Notice(city.ParticipantOf(resident), kind, "XT261124-WORDS2", null, data);

        Assert.True(NoticeWords.AreAskedFor(Of(NoticeKinds.TaskNews, ("news", "survey-disputed"), ("reason", "请把钱汇到这个账号"))));
        Assert.True(NoticeWords.AreAskedFor(Of(NoticeKinds.RepresentationOver, ("on", "2026-12-01"))));
        Assert.True(NoticeWords.AreAskedFor(Of(NoticeKinds.RepresentationProlonged, ("until", "2026-12-01"))));
        Assert.False(NoticeWords.AreAskedFor(Of(NoticeKinds.FileChecked, ("name", "收入声明"))));
        Assert.DoesNotContain("why", NoticeWords.Without(Of(NoticeKinds.RepresentationEndsSoon, ("until", "2026-12-01"), ("why", "of-age"))).Data.Keys);
    }

    public async Task DisposeAsync()
    {
        if (_reader is { } reader) await reader.StopAsync(CancellationToken.None);
    }

    private Notice Refused(Talker resident, string reason) => Sample.Notice(city.ParticipantOf(resident), NoticeKinds.CaseRefused, "XT261124-WORDS1", null, ("reason", reason));

    private void Says(Notice notice, int status, string reason) => city.Office.Notices[notice.NoticeId] = (status, new Dictionary<string, string> { ["reason"] = reason });

    private async Task ReadAsync(Notice notice)
    {
        await _bench.Queue.SendAsync(notice);
        _reader = _bench.Reader();
        await _reader.StartAsync(CancellationToken.None);
    }

    private Task<IReadOnlyList<Spoken>> HeardAsync(Talker resident, string words) =>
        city.Channel.UntilAsync(resident.Conversation, said => said.Any(spoken => spoken.Content.Contains(words, StringComparison.Ordinal)));
}
