using System.Net;
using OneVisit.Contracts;

namespace OneVisit.EndToEnd.Tests;

/// <summary>One telephone, a whole family: whoever comes after sees nothing of who was there before.</summary>
public sealed class SharedPhoneTests(City city) : IClassFixture<City>
{
    [Fact]
    public async Task Whoever_takes_the_telephone_after_a_logout_sees_nothing_and_the_household_finds_its_case_again()
    {
        var cookies = new CookieContainer();
        using var first = await Resident.OpenAsync(city.PublicUrl, cookies);
        var caseId = await first.FileAsync();
        await first.SayAsync(Words.Zh("ChoiceLeave"));

        using var second = await Resident.OpenAsync(city.PublicUrl, cookies);
        Assert.NotEqual((first.Chat.UserId, first.Chat.ConversationId), (second.Chat.UserId, second.Chat.ConversationId));
        Assert.DoesNotContain(caseId, await second.SayAsync("我的办件"), StringComparison.Ordinal);
        Assert.DoesNotContain(second.Chat.Heard.Select(Chat.Text), text => text.Contains(Resident.Name, StringComparison.Ordinal));
        Assert.Contains(Words.Zh("CaseNotFound")[..6], await second.SayAsync(caseId), StringComparison.Ordinal);

        Assert.Contains(caseId, await second.ProveAsync(), StringComparison.Ordinal);
        using var old = await city.AskAsync(HttpMethod.Get, $"cases/{caseId}", city.ResidentOf(first.Chat));
        Assert.Equal(HttpStatusCode.NotFound, old.StatusCode);
    }
}
