using System.Net;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Tests.Cases;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Process;

/// <summary>What a notice says of a person does not lie on the queue; its reader, and nobody else, has it when it is told.</summary>
public sealed class NoticeWordsTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const string Why = "名下有一辆去年买的汽车";
    private const string Mother = "resident:bW90aGVyczEyMzQ1Njc4OQ";

    [Fact]
    public async Task Neither_an_officers_words_nor_an_amount_nor_a_paper_lies_on_the_queue_and_who_is_told_has_them()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await RefusedAsync(office);

        var lying = await LyingAsync(office);
        var told = Assert.Single(await journey.NoticesAsync(), notice => notice.Kind == NoticeKinds.CaseRefused);

        Assert.Contains(NoticeKinds.CaseRefused, lying, StringComparison.Ordinal);
        Assert.All([Why, "987", "还缺一张病历", "病历和医疗票据"], words => Assert.DoesNotContain(words, lying, StringComparison.Ordinal));
        Assert.Equal((Town.Resident, Why), (told.To, told.Data["reason"]));
    }

    [Fact]
    public async Task Somebody_else_is_not_told_what_it_says_and_what_nobody_wrote_is_not_found()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await RefusedAsync(office);
        var told = Assert.Single(await journey.NoticesAsync(), notice => notice.Kind == NoticeKinds.CaseRefused);

        Assert.Equal(HttpStatusCode.OK, await AskAsync(office, told.NoticeId, Town.Resident));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(office, told.NoticeId, Town.OtherResident));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(office, told.NoticeId, Town.Officer));
        foreach (var forged in (string[])[told.NoticeId.Replace("case-refused", "case-approved", StringComparison.Ordinal), told.NoticeId + ".x", $"{journey.CaseId}.1.case-refused.resident-r1", "XT260101-ZZZZZZ.9.case-refused.x", "no-notice", "a.b.c.d"])
            Assert.Equal(HttpStatusCode.NotFound, await AskAsync(office, forged, Town.Resident));
    }

    [Fact]
    public async Task When_the_case_went_over_to_another_conversation_what_was_on_its_way_to_the_first_is_not_theirs_any_more()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, Acting.ForMother());
        await journey.DoAsync("collect-r1", Town.Officer, new(ActNames.Collected, Materials: ["M04", "M05", "M07", "M14"], InPerson: false));
        await journey.SurveyAsync();
        await AskForPapersAsync(journey);
        var told = Assert.Single(await journey.NoticesAsync(), notice => notice.Kind == NoticeKinds.MaterialRequested);
        await Acting.GiveMotherAPhoneAsync(office, journey, "13700001111");

        Assert.True(await Acting.ProvesAsync(office, Mother, Applications.Name, Applications.IdNumber));

        Assert.Equal(HttpStatusCode.Gone, await AskAsync(office, told.NoticeId, Town.Resident));
    }

    private static async Task<Journey> RefusedAsync(Office office)
    {
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();
        await journey.SurveyAsync();
        await AskForPapersAsync(journey);
        await journey.UploadAsync(Town.Resident, "M08");
        await journey.VerifyAsync();
        await journey.ProposeAsync();
        await journey.HangNoticeAsync();
        await journey.DoAsync("decide-r1", Town.Chief, new(ActNames.Refuse, Reason: Why));
        await office.SettleAsync();
        return journey;
    }

    private static Task AskForPapersAsync(Journey journey) => journey.DoAsync(
        "verify-r1", Town.Officer, new(ActNames.RequestMaterial, Materials: ["M08"], Reason: "还缺一张病历", LegalReason: "data-contradict"));

    private static async Task<HttpStatusCode> AskAsync(Office office, string noticeId, string who)
    {
        using var answer = await office.SendAsync(HttpMethod.Get, $"my/notices/{noticeId}", who);
        return answer.StatusCode;
    }

    private async Task<string> LyingAsync(Office office)
    {
        var queue = new QueueClient(azurite.ConnectionString, office.Prefix + "notices", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        return string.Join('\n', (await queue.PeekMessagesAsync(32)).Value.Select(message => message.Body.ToString()));
    }
}
