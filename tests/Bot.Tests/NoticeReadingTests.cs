using OneVisit.Bot.Notices;
using OneVisit.Bot.Tests.City;
using OneVisit.Contracts;
using OneVisit.Storage;

namespace OneVisit.Bot.Tests;

/// <summary>How the bot reads its queue when something stands in the way.</summary>
[Collection(CityCollection.Name)]
public sealed class NoticeReadingTests(BotCity city) : IAsyncLifetime
{
    private readonly NoticeBench _bench = new(city);
    private NoticeConsumer? _reader;

    public Task InitializeAsync() => _bench.OpenAsync();

    [Fact]
    public async Task A_notice_the_back_office_breaks_on_is_put_aside_after_five_tries()
    {
        await OfficerIsToldAsync("XT261124-BROKE1", 500);

        await NoticeBench.UntilAsync(async () => await _bench.Queue.CountPoisonAsync() == 1);

        Assert.Equal(NoticeQueue.MostTries, _bench.Log.Lines.Count(said => said.Line.Contains("BackOfficeBrokeException", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_notice_for_an_account_the_back_office_breaks_on_is_put_aside_after_five_tries_and_who_speaks_is_asked_to_wait()
    {
        var account = Guid.NewGuid();
        var officer = city.StaffInTeams("zhai-teams-broke", account);
        await officer.SayAsync("我的任务");
        city.Office.Broken[account.ToString("D")] = 500;
        await _bench.Queue.SendAsync(Sample.Notice(officer.Participant!, NoticeKinds.TaskOpened, "XT261124-BROKE2", "verify-r1"));
        _reader = _bench.Reader();
        await _reader.StartAsync(CancellationToken.None);

        await NoticeBench.UntilAsync(async () => await _bench.Queue.CountPoisonAsync() == 1);
        var said = await officer.SayAsync("我的任务");
        city.Office.Broken.TryRemove(account.ToString("D"), out _);

        Assert.Equal(NoticeQueue.MostTries, _bench.Log.Lines.Count(line => line.Line.Contains("BackOfficeBrokeException", StringComparison.Ordinal)));
        Assert.Single(said);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_back_office_that_says_not_now_costs_a_notice_no_try(int status)
    {
        var caseId = $"XT261124-WAIT{status}";
        var officer = await OfficerIsToldAsync(caseId, status);

        await NoticeBench.UntilAsync(() => _bench.Log.Lines.Any(said => said.Line.Contains("BackOfficeSilentException", StringComparison.Ordinal)));
        city.Office.Broken.TryRemove(caseId, out _);
        await city.Channel.UntilAsync(officer.Conversation, said => said.Any(spoken => spoken.Content.Contains(caseId, StringComparison.Ordinal)));

        Assert.DoesNotContain(_bench.Log.Lines, said => said.Line.Contains("was not told", StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_the_channel_does_not_say_whether_it_was_told_a_notice_waits_and_no_try_is_counted()
    {
        var resident = await city.MetAsync();
        city.Channel.SilentHistory[resident.Conversation] = true;
        await _bench.SendAsync(resident, "XT261124-DOUBT1");
        using var reader = _bench.Reader();
        await reader.StartAsync(CancellationToken.None);
        await NoticeBench.UntilAsync(() => _bench.Log.Lines.Any(said => said.Line.Contains("ChannelSilentException", StringComparison.Ordinal)));
        var before = city.Channel.In(resident.Conversation).Count(Tells("XT261124-DOUBT1"));

        city.Channel.SilentHistory.TryRemove(resident.Conversation, out _);
        await city.Channel.UntilAsync(resident.Conversation, said => said.Any(Tells("XT261124-DOUBT1")));
        await reader.StopAsync(CancellationToken.None);

        Assert.Equal((0, 0), (before, _bench.Log.Lines.Count(said => said.Line.Contains("was not told", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task What_is_being_told_when_the_program_stops_is_finished_and_the_rest_is_on_the_queue_untried()
    {
        var (resident, taken, free) = await HeldAsync();
        await _bench.SendAsync(resident, "XT261124-FIRST1");
        await _bench.SendAsync(resident, "XT261124-SECND1", minute: 1);
        using var reader = _bench.Reader();
        await reader.StartAsync(CancellationToken.None);
        await taken.Task.WaitAsync(TimeSpan.FromSeconds(40));

        var stopping = reader.StopAsync(CancellationToken.None);
        free.SetResult();
        await stopping;

        var left = Assert.Single(await _bench.Queue.ReceiveAsync());
        Assert.Equal(("XT261124-SECND1", 1L, 1), (left.Notice.CaseId, left.Tries, city.Channel.In(resident.Conversation).Count(Tells("XT261124-FIRST1"))));
    }

    [Fact]
    public async Task What_is_not_told_in_the_time_of_grace_is_on_the_queue_again()
    {
        var (resident, taken, free) = await HeldAsync();
        await _bench.SendAsync(resident, "XT261124-GRACE1");
        using var reader = _bench.Reader(BotCity.Pace with { Grace = TimeSpan.FromMilliseconds(50) });
        await reader.StartAsync(CancellationToken.None);
        await taken.Task.WaitAsync(TimeSpan.FromSeconds(40));

        await reader.StopAsync(CancellationToken.None);

        var left = Assert.Single(await _bench.Queue.ReceiveAsync());
        free.SetResult();
        Assert.Equal(("XT261124-GRACE1", 1L), (left.Notice.CaseId, left.Tries));
    }

    [Fact]
    public async Task What_fails_while_the_host_closes_its_doors_is_no_failure_of_the_notice()
    {
        var (resident, taken, free) = await HeldAsync();
        await _bench.SendAsync(resident, "XT261124-DOORS1");
        using var reader = _bench.Reader();
        await reader.StartAsync(CancellationToken.None);
        await taken.Task.WaitAsync(TimeSpan.FromSeconds(40));

        _bench.Lifetime.StopApplication();
        free.SetException(new IOException("The door is closed."));
        await reader.ExecuteTask!.ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Equal(1, Assert.Single(await _bench.Queue.ReceiveAsync()).Tries);
    }

    [Fact]
    public async Task A_batch_that_takes_long_to_tell_stays_out_of_other_hands()
    {
        var resident = await city.MetAsync();
        string[] cases = ["XT261124-LONG01", "XT261124-LONG02", "XT261124-LONG03", "XT261124-LONG04"];
        city.Channel.Held[resident.Conversation] = async () =>
        {
            using var slow = new PeriodicTimer(TimeSpan.FromSeconds(1.5));
            await slow.WaitForNextTickAsync();
        };
        foreach (var (minute, caseId) in cases.Index()) await _bench.SendAsync(resident, caseId, minute);
        using var reader = _bench.Reader(BotCity.Pace with { Hidden = TimeSpan.FromSeconds(5) });
        await reader.StartAsync(CancellationToken.None);
        await NoticeBench.UntilAsync(() => city.Channel.In(resident.Conversation).Any(Tells(cases[0])));

        var others = new List<ReceivedNotice>();
        await NoticeBench.UntilAsync(async () =>
        {
            others.AddRange(await _bench.Queue.ReceiveAsync(visibility: TimeSpan.FromSeconds(1)));
            return city.Channel.In(resident.Conversation).Any(Tells(cases[^1]));
        });
        await reader.StopAsync(CancellationToken.None);

        Assert.Empty(others);
        Assert.Equal(cases, cases.Where(caseId => city.Channel.In(resident.Conversation).Count(Tells(caseId)) == 1));
    }

    public async Task DisposeAsync()
    {
        if (_reader is not null) await _reader.StopAsync(CancellationToken.None);
        _reader?.Dispose();
    }

    private static Func<Spoken, bool> Tells(string caseId) => spoken => spoken.Content.Contains(caseId, StringComparison.Ordinal);

    private async Task<Talker> OfficerIsToldAsync(string caseId, int status)
    {
        var officer = city.Staff("zhai-officer");
        await officer.JoinAsync();
        city.Office.Broken[caseId] = status;
        await _bench.OpenTaskAsync(caseId);
        _reader = _bench.Reader();
        await _reader.StartAsync(CancellationToken.None);
        return officer;
    }

    /// <summary>Somebody to whom the channel takes what is said, and does not answer until it is set free.</summary>
    private async Task<(Talker Resident, TaskCompletionSource Taken, TaskCompletionSource Free)> HeldAsync()
    {
        var resident = await city.MetAsync();
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var free = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        city.Channel.Held[resident.Conversation] = () =>
        {
            taken.TrySetResult();
            return free.Task;
        };
        return (resident, taken, free);
    }
}
