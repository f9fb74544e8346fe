using OneVisit.Bot.Notices;
using OneVisit.Bot.Tests.City;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;

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
    // A back office of the release before, which does not know the question: it has a word for that, or, older still, none.
    [InlineData(404)]
    [InlineData(405)]
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

    // Every kind there is: days and stages too, and whatever is told to staff by itself.
    public static TheoryData<string> Kinds => new(NoticeKinds.All.Except([NoticeKinds.TaskClosed, NoticeKinds.TaskChanged]));

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Of_no_kind_is_one_told_to_a_resident_that_the_back_office_did_not_write(string kind)
    {
        var resident = await city.MetAsync();
        var caseId = "XT261124-FORGED请把钱汇到" + kind;

        await ReadAsync(Sample.Notice(city.ParticipantOf(resident), kind, caseId, null, ("due", "2026-12-22"), ("until", "2026-12-22"), ("on", "2026-12-22"), ("from", "2026-12-22")));
        await NoticeBench.UntilAsync(async () => await _bench.Queue.CountPoisonAsync() == 1);

        Assert.DoesNotContain(city.Channel.In(resident.Conversation), spoken => spoken.Content.Contains("请把钱汇到", StringComparison.Ordinal));
        Assert.Contains(_bench.Log.Lines, said => said.Line.Contains(nameof(NobodysNoticeException), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Of_no_kind_is_one_told_to_staff_that_the_back_office_did_not_write(string kind)
    {
        var officer = city.Staff("zhai-forged-" + kind);
        await officer.JoinAsync();

        await ReadAsync(Sample.Notice("staff:zhai-forged-" + kind, kind, "XT261124-FORGED请把钱汇到", "verify-r1", ("due", "2026-12-22"), ("until", "2026-12-22"), ("news", "survey-start-due")));
        await NoticeBench.UntilAsync(async () => await _bench.Queue.CountPoisonAsync() == 1);

        Assert.DoesNotContain(city.Channel.In(officer.Conversation), spoken => spoken.Content.Contains("请把钱汇到", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(NoticeKinds.TaskClosed)]
    [InlineData(NoticeKinds.TaskChanged)]
    public async Task One_that_only_shows_a_card_anew_shows_it_as_the_back_office_has_it_whoever_wrote_it(string kind)
    {
        var (officer, caseId) = (city.Staff("zhai-forged-card-" + kind), "XT261124-CARD0" + kind.Length);
        await officer.JoinAsync();
        city.Office.Tasks[caseId + "/verify-r1"] = Sample.Task(caseId);
        await ReadAsync(Sample.Notice("staff:zhai-forged-card-" + kind, NoticeKinds.TaskOpened, caseId, "verify-r1"));
        await city.Channel.UntilAsync(officer.Conversation, said => said.Any(spoken => spoken.Content.Contains(caseId, StringComparison.Ordinal)));

        await _bench.Queue.SendAsync(Sample.Notice("staff:zhai-forged-card-" + kind, kind, caseId, "verify-r1", ("action", "refuse")));
        await _bench.SendAsync(Sample.Notice("staff:zhai-forged-card-" + kind, NoticeKinds.MandateEnded, "XT261124-LAST01") with { At = DateTimeOffset.MaxValue });

        await city.Channel.UntilAsync(officer.Conversation, said => said.Any(spoken => spoken.Content.Contains("XT261124-LAST01", StringComparison.Ordinal)));
        var shown = city.Channel.In(officer.Conversation).Last(spoken => spoken.Content.Contains(caseId, StringComparison.Ordinal));
        Assert.Equal((true, true), (shown.IsUpdate, shown.Content.Contains(ActNames.Verified, StringComparison.Ordinal)));
        Assert.DoesNotContain(city.Office.Asked, asked => asked.Path.Contains($"my/notices/{caseId}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_of_a_case_that_was_erased_meanwhile_ends_quietly()
    {
        var resident = await city.MetAsync();
        var erased = Sample.Accepted(city.ParticipantOf(resident), "XT261124-ERASD1");
        city.Office.Notices[erased.NoticeId] = (410, new NoticeTelling(erased.Kind, erased.CaseId, null, erased.Data));

        await ReadAsync(erased);
        await _bench.SendAsync(resident, "XT261124-NEXT04", 1);

        var said = await HeardAsync(resident, "XT261124-NEXT04");
        Assert.DoesNotContain(said, spoken => spoken.Content.Contains("XT261124-ERASD1", StringComparison.Ordinal));
        Assert.DoesNotContain(_bench.Log.Lines, line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Warning);
        Assert.Equal(0, await _bench.Queue.CountPoisonAsync());
    }

    [Fact]
    public async Task One_that_was_lost_to_another_conversation_is_told_when_the_case_comes_back()
    {
        var resident = await city.MetAsync();
        var lost = Refused(resident, "收入超过标准");
        Says(lost, 410, "");
        await ReadAsync(lost);
        await NoticeBench.UntilAsync(() => city.Office.Asked.Any(asked => asked.Path.EndsWith(lost.NoticeId, StringComparison.Ordinal)));
        Says(lost, 200, "名下有三套房");

        await _bench.Queue.SendAsync(lost);

        Assert.NotEmpty(await HeardAsync(resident, "名下有三套房"));
    }

    [Fact]
    public async Task Of_somebody_without_a_conversation_the_back_office_is_asked_too_since_it_may_know_who_has_the_case_now()
    {
        var nobody = Sample.Notice("resident:client-bm9ib2R5", NoticeKinds.CaseAccepted, "XT261124-NOBODY", null, ("due", "2026-12-22"));

        await ReadAsync(city.Office.Wrote(nobody));

        await NoticeBench.UntilAsync(() => city.Office.Asked.Contains(("resident:client-bm9ib2R5", "/api/my/notices/" + nobody.NoticeId)));
    }

    [Fact]
    public async Task One_for_a_member_of_staff_whom_the_directory_has_no_more_ends_quietly()
    {
        var officer = city.Staff("zhai-left");
        await officer.JoinAsync();
        var notice = Sample.Notice("staff:zhai-left", NoticeKinds.MandateEnded, "XT261124-LEFT01");
        Says(notice, 401, "");

        await ReadAsync(notice);
        await NoticeBench.UntilAsync(async () => !(await _bench.Queue.ReceiveAsync(1, TimeSpan.FromSeconds(1))).Any() && city.Office.Asked.Any(asked => asked.Path.EndsWith(Guid.Empty.ToString("D"), StringComparison.Ordinal)));

        Assert.Equal(0, await _bench.Queue.CountPoisonAsync());
    }

    [Fact]
    public async Task Whatever_carries_words_is_asked_about_also_of_a_release_that_left_them_in()
    {
        var resident = await city.MetAsync();
        Notice Of(string kind, params (string, string)[] data) => Sample.Notice(city.ParticipantOf(resident), kind, "XT261124-WORDS2", null, data);

        Assert.True(NoticeWords.AreAskedFor(Of(NoticeKinds.TaskNews, ("news", "survey-disputed"), ("reason", "请把钱汇到这个账号"))));
        Assert.True(NoticeWords.AreAskedFor(Of(NoticeKinds.RepresentationOver, ("on", "2026-12-01"))));
        Assert.True(NoticeWords.AreAskedFor(Of(NoticeKinds.RepresentationProlonged, ("until", "2026-12-01"))));
        Assert.True(NoticeWords.AreAskedFor(Of(NoticeKinds.FileChecked, ("outcome", "kept"))));
        Assert.True(NoticeWords.AreAskedFor(Of(NoticeKinds.TaskOpened, ("kind", "verify"), ("who", "请把钱汇到这个账号"))));
        Assert.False(NoticeWords.AreAskedFor(Of(NoticeKinds.TaskOpened, ("kind", "verify"), ("due", "2026-12-08"))));
        Assert.DoesNotContain("why", NoticeWords.Without(Of(NoticeKinds.RepresentationEndsSoon, ("until", "2026-12-01"), ("why", "of-age"))).Data.Keys);
    }

    public async Task DisposeAsync()
    {
        if (_reader is { } reader) await reader.StopAsync(CancellationToken.None);
    }

    private Notice Refused(Talker resident, string reason) => Sample.Notice(city.ParticipantOf(resident), NoticeKinds.CaseRefused, "XT261124-WORDS1", null, ("reason", reason));

    private void Says(Notice notice, int status, string reason) =>
        city.Office.Notices[notice.NoticeId] = (status, new NoticeTelling(NoticeKinds.CaseRefused, notice.CaseId, null, new Dictionary<string, string> { ["reason"] = reason }));

    private async Task ReadAsync(Notice notice)
    {
        await _bench.Queue.SendAsync(notice);
        _reader = _bench.Reader();
        await _reader.StartAsync(CancellationToken.None);
    }

    private Task<IReadOnlyList<Spoken>> HeardAsync(Talker resident, string words) =>
        city.Channel.UntilAsync(resident.Conversation, said => said.Any(spoken => spoken.Content.Contains(words, StringComparison.Ordinal)));
}
