using Microsoft.Extensions.DependencyInjection;
using OneVisit.Bot.Tests.City;
using OneVisit.Contracts;
using OneVisit.Storage;

namespace OneVisit.Bot.Tests;

[Collection(CityCollection.Name)]
public sealed class NoticeTests(BotCity city)
{
    private const string CaseId = "XT261124-NT0001";

    private NoticeQueue Queue => city.Services.GetRequiredService<NoticeQueue>();

    [Fact]
    public async Task A_notice_reaches_the_resident_in_their_conversation()
    {
        var resident = await city.MetAsync();
        await Queue.SendAsync(Accepted(resident));
        Assert.NotEmpty(await city.Channel.UntilAsync(resident.Conversation, said => said.Any(spoken => spoken.Content.Contains(CaseId, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_notice_answers_no_message_of_the_resident()
    {
        var resident = await city.MetAsync();
        await Queue.SendAsync(Accepted(resident));
        var told = (await city.Channel.UntilAsync(resident.Conversation, said => said.Any(spoken => spoken.Content.Contains(CaseId, StringComparison.Ordinal))))
            .First(spoken => spoken.Content.Contains(CaseId, StringComparison.Ordinal));
        Assert.Null(told.Activity["replyToId"]);
    }

    [Fact]
    public async Task A_notice_on_the_queue_twice_is_told_once()
    {
        var resident = await city.MetAsync();
        var twice = Accepted(resident);
        await Queue.SendAsync(twice);
        await Queue.SendAsync(twice);
        await Queue.SendAsync(city.Office.Wrote(Sample.Notice(twice.To, NoticeKinds.CaseLate, "XT261124-AFTER1", null, ("due", "2026-12-22")) with { At = twice.At.AddMinutes(1) }));
        var said = await city.Channel.UntilAsync(resident.Conversation, all => all.Any(spoken => spoken.Content.Contains("AFTER1", StringComparison.Ordinal)));
        Assert.Single(said, spoken => spoken.Content.Contains(CaseId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_notice_that_cannot_be_told_is_put_aside_after_five_tries()
    {
        var resident = await city.MetAsync();
        city.Channel.Broken[resident.Conversation] = 500;
        var before = await Queue.CountPoisonAsync();
        await Queue.SendAsync(Accepted(resident));
        await NoticeBench.UntilAsync(async () => await Queue.CountPoisonAsync() > before);
    }

    [Fact]
    public async Task A_notice_to_somebody_never_met_holds_up_nobody()
    {
        await Queue.SendAsync(Sample.Notice("staff:never-came", NoticeKinds.TaskOpened, CaseId, "verify-r1"));
        var resident = await city.MetAsync();
        await Queue.SendAsync(Accepted(resident));
        Assert.NotEmpty(await city.Channel.UntilAsync(resident.Conversation, said => said.Any(spoken => spoken.Content.Contains(CaseId, StringComparison.Ordinal))));
    }

    private Notice Accepted(Talker resident) => city.Office.Wrote(Sample.Accepted(city.ParticipantOf(resident), CaseId));
}
